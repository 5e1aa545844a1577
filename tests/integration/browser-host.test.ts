/** The browser host and the command line as processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let dataDir: string;
let running: ChildProcess[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ringmaster-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(
    running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null).map((child) => end(child, 'SIGKILL')),
  );
  await rm(dataDir, { recursive: true, force: true });
});

const ADMIN = { RINGMASTER_ADMIN_EMAIL: 'admin@example.com', RINGMASTER_ADMIN_PASSWORD: 'a long password' };

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function run(
  entry: string,
  args: string[],
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Ended>; firstLine: Promise<string> } {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, RINGMASTER_LOG: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, out, err })));
  const firstLine = new Promise<string>((done, fail) => {
    child.stdout.on('data', (text) => {
      out += text;
      if (out.includes('\n')) done(out.slice(0, out.indexOf('\n')));
    });
    void ended.then((how) => fail(new Error(`ended with ${how.code} before a line: ${how.err}`)));
  });
  firstLine.catch(() => undefined);
  return { child, ended, firstLine };
}

const host = (args: string[] = [], env: Record<string, string> = {}) =>
  run('src/main/hosts/browser/main.ts', ['--data-dir', dataDir, '--port', '0', ...args], env);
const tool = (name: string, args: string[]) => run(`src/main/hosts/cli/${name}.ts`, args).ended;

const end = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<number | null>((done) => {
    child.once('close', done);
    child.kill(signal);
  });

async function login(rest: string, password: string): Promise<number> {
  const body = JSON.stringify({ email: ADMIN.RINGMASTER_ADMIN_EMAIL, password });
  return (await fetch(`${rest}/api/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;
}

describe('the browser host', () => {
  it('says one line of JSON when it is ready, makes the first admin, and ends cleanly on SIGTERM', async () => {
    const { child, ended, firstLine } = host([], ADMIN);
    const ready = JSON.parse(await firstLine);
    expect(ready).toEqual({
      ready: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?key=/),
      rest: expect.any(String),
      pid: child.pid,
    });
    expect((await fetch(`${ready.rest}/healthz`)).status).toBe(200);
    expect(await login(ready.rest, ADMIN.RINGMASTER_ADMIN_PASSWORD)).toBe(200);
    const startedAt = performance.now();
    expect(await end(child, 'SIGTERM')).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    const { out, err } = await ended;
    expect(out.trim().split('\n').length).toBe(1);
    for (const line of err.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
    expect((await stat(join(dataDir, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataDir, 'ringmaster.db'), 'latin1')).not.toContain(ADMIN.RINGMASTER_ADMIN_PASSWORD);
  });

  it('refuses a directory that another one has open, and a port that is taken, in one line', async () => {
    const first = host();
    const { rest } = JSON.parse(await first.firstLine);
    const second = await host().ended;
    expect([second.code, second.err]).toEqual([
      1,
      `Another Ringmaster has ${dataDir} open. Close it, or choose another folder with --data-dir.\n`,
    ]);
    await end(first.child, 'SIGTERM');
    const { port } = new URL(rest);
    const blocker = createServer().listen(Number(port), '127.0.0.1');
    await new Promise((done) => blocker.once('listening', done));
    const third = await host(['--port', port]).ended;
    blocker.close();
    expect(third.code).toBe(1);
    expect(third.err).toMatch(/^Port \d+ is taken by another program\..*\n$/);
    const fourth = await host(['--colour', 'red']).ended;
    expect([fourth.code, fourth.err]).toEqual([1, expect.stringMatching(/^Unknown option '--colour'.*\n$/)]);
  });

  it('gives whoever owns the file a new password', async () => {
    const first = host([], ADMIN);
    await first.firstLine;
    await end(first.child, 'SIGTERM');
    const { code, err } = await host(['--reset-admin']).ended;
    expect(code).toBe(0);
    const password = /New password of admin@example\.com: (\S+)/.exec(err)?.[1] ?? '';
    const again = host();
    const { rest } = JSON.parse(await again.firstLine);
    expect(await login(rest, ADMIN.RINGMASTER_ADMIN_PASSWORD)).toBe(401);
    expect(await login(rest, password)).toBe(200);
  });
});

describe('the command line', () => {
  it('seeds, looks inside, copies and restores', async () => {
    const seeded = await tool('seed', ['demo', '--data-dir', dataDir]);
    expect([seeded.code, seeded.err]).toEqual([0, '']);
    expect(seeded.out).toContain('Sign in as admin@example.com');
    expect((await tool('seed', ['demo', '--data-dir', dataDir])).code).toBe(1);

    const seen = await tool('inspect', [dataDir]);
    expect(seen.out).toContain('no Ringmaster runs on it');
    expect(seen.out).toMatch(/Spring offer .* · active\n {2}\d+ waiting/);
    expect(seen.out).toContain('Campaign is paused');
    expect((await tool('inspect', [join(dataDir, 'nowhere')])).err).toMatch(/^There is no data of Ringmaster in /);

    const nowhere = join(dataDir, 'nowhere');
    expect((await tool('backup', [nowhere])).err).toBe(`There is no data of Ringmaster in ${nowhere}.\n`);
    await expect(stat(nowhere)).rejects.toThrow('ENOENT');
    for (const named of [['--data-dir', dataDir], [dataDir]]) {
      const copied = await tool('backup', named);
      expect(copied.out.trim()).toMatch(new RegExp(`^${join(dataDir, 'backups')}/.*\\.db$`));
      expect((await tool('restore', named)).out).toContain(basename(copied.out.trim()));
      const restored = await tool('restore', [...named, copied.out.trim()]);
      expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('Restored. What was there before is kept as')]);
    }
    expect((await tool('inspect', [dataDir])).out).toContain('Spring offer');
  });
});
