/** The tunnel through an installed cloudflared: a stand-in program that speaks as it does, started, heard and ended as the real one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TunnelState } from '../../src/main/ports/tunnel.ts';
import { Tunnel, type TunnelParts } from '../../src/main/webhooks/tunnel/tunnel.ts';
import { type CloudflaredSettings, DEFAULT_TUNNEL } from '../../src/shared/domain/tunnel-settings.ts';
import { NO_SECRETS, standInListener, tunnelParts } from '../helpers/tunnels.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

const STAND_IN = fileURLToPath(new URL('../stand-ins/cloudflared.mjs', import.meta.url));
const HOLDER = fileURLToPath(new URL('../stand-ins/cloudflared-holder.ts', import.meta.url));

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cloudflared-'));
  vi.stubEnv('STAND_IN_STARTS', join(folder, 'starts'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
});

interface Start {
  pid: number;
  args: string[];
  env: Record<string, string>;
}

/** What the stand-in was started with, one after another. */
function starts(): Start[] {
  const file = join(folder, 'starts');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Start);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function aTunnel(
  given: Partial<CloudflaredSettings>,
  { does = 'connect', token = null, parts = {} }: { does?: string; token?: string | null; parts?: Partial<TunnelParts> } = {},
) {
  vi.stubEnv('STAND_IN_DOES', does);
  const local = await standInListener({ withPort: true });
  cleanups.push(() => local.stop());
  const logged: string[] = [];
  const note = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const cloudflared = { ...DEFAULT_TUNNEL.cloudflared, program: STAND_IN, ...given };
  const tunnel = new Tunnel(
    tunnelParts(
      local,
      { kind: 'cloudflared', cloudflared },
      {
        secrets: { ...NO_SECRETS, cloudflaredToken: () => token },
        // What would come back from outside.
        fetch: (request) => fetch(`http://127.0.0.1:${local.port}${new URL(request.url).pathname}`),
        log: { debug: note, info: note, warn: note, error: note },
        ...parts,
      },
    ),
  );
  cleanups.push(() => tunnel.stop());
  const until = (state: TunnelState['state']) => untilReal(() => tunnel.state().state === state, `a tunnel that is ${state}`);
  const reason = () => {
    const now = tunnel.state();
    return now.state === 'down' ? now.reason : now.state;
  };
  return { local, tunnel, until, reason, logged };
}

describe.skipIf(platform() === 'win32')('the tunnel through cloudflared', () => {
  it('reads the address of a quick tunnel, leads it to the listener alone, and ends the program', async () => {
    vi.stubEnv('TUNNEL_TOKEN', 'of something else');
    const { local, tunnel, until } = await aTunnel({ way: 'quick' });
    tunnel.start();
    await until('up');
    const [start] = starts();
    expect(tunnel.state()).toMatchObject({ publicUrl: `https://buffalo-marco-${start!.pid}.trycloudflare.com` });
    const args = ['tunnel', '--config', devNull, '--no-autoupdate', '--url', `http://127.0.0.1:${local.port}`];
    expect([start!.args, start!.env]).toEqual([args, {}]);
    await tunnel.stop();
    expect(isAlive(start!.pid)).toBe(false);
  });

  it('takes another address when the program has to be started again, and tells it', async () => {
    const { tunnel, until } = await aTunnel({ way: 'quick' });
    const told: string[] = [];
    tunnel.onChange((state) => told.push(state.state === 'up' ? state.publicUrl : state.state));
    tunnel.start();
    await until('up');
    process.kill(starts()[0]!.pid, 'SIGKILL');
    await untilReal(() => told.includes('down'), 'the loss');
    await until('up');
    const addresses = starts().map(({ pid }) => `https://buffalo-marco-${pid}.trycloudflare.com`);
    expect(told).toEqual(['connecting', addresses[0], 'down', 'connecting', addresses[1]]);
    expect(new Set(addresses).size).toBe(2);
  });

  it('runs a named tunnel by its name, at its hostname', async () => {
    const { local, tunnel, until } = await aTunnel({ way: 'named', tunnelName: 'hooks', hostname: 'hooks.example.com' });
    tunnel.start();
    await until('up');
    expect(tunnel.state()).toMatchObject({ publicUrl: 'https://hooks.example.com' });
    expect(starts()[0]!.args.slice(-4)).toEqual(['--url', `http://127.0.0.1:${local.port}`, 'run', 'hooks']);
  });

  it('hands a token over where no other program can read it, and keeps it out of the log', async () => {
    const token = 'eyJhIjoi-secret-token';
    const { tunnel, until, logged } = await aTunnel({ way: 'named', hostname: 'hooks.example.com' }, { token });
    tunnel.start();
    await until('up');
    const [start] = starts();
    expect([start!.env, start!.args.join(' ').includes(token)]).toEqual([{ TUNNEL_TOKEN: token }, false]);
    expect(logged.some((line) => line.includes('token=…'))).toBe(true);
    expect(logged.filter((line) => line.includes(token))).toEqual([]);
  });

  it.each([
    ['refuse-token', /^cloudflared does not accept the token\./, null],
    ['no-login', /^cloudflared (is not logged in|has no tunnel)/, null],
    ['busy', /^Cloudflare gives out no more quick tunnels at the moment/, expect.any(Number)],
    ['drop', /^cloudflared ended: Serve tunnel error/, expect.any(Number)],
  ])('tells what is wrong where it does %s', async (does, words, nextTryAt: unknown) => {
    const named = { way: 'named', tunnelName: 'hooks', hostname: 'hooks.example.com' } as const;
    const pace = { firstMs: 60_000, mostMs: 60_000 };
    const { tunnel, until, reason } = await aTunnel(does === 'busy' ? { way: 'quick' } : named, { does, parts: { pace } });
    tunnel.start();
    await until('down');
    expect(reason()).toMatch(words);
    expect(tunnel.state()).toMatchObject({ nextTryAt });
  });

  it.each<[string, Partial<CloudflaredSettings>, RegExp]>([
    ['a program that is not there', { program: '/nowhere/cloudflared' }, /^\/nowhere\/cloudflared is no program that can be run\./],
    ['a file that may not be run', { program: fileURLToPath(import.meta.url) }, /is no program that can be run\./],
    ['no hostname', { way: 'named', tunnelName: 'hooks' }, /^Enter the public hostname/],
    ['neither token nor name', { way: 'named', hostname: 'hooks.example.com' }, /^Enter the token of the tunnel, or its name\./],
  ])('starts nothing with %s', async (_what, given, words) => {
    const { tunnel, until, reason } = await aTunnel(given);
    tunnel.start();
    await until('down');
    expect(reason()).toMatch(words);
    expect([starts(), tunnel.state()]).toMatchObject([[], { nextTryAt: null }]);
  });

  it('finds the program where programs are, and says so where it is not', async () => {
    const name = join(folder, 'cloudflared');
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
    copyFileSync(STAND_IN, name);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    chmodSync(name, 0o755);
    const { tunnel, until } = await aTunnel({ program: '' });
    tunnel.start();
    await until('up');
    await tunnel.stop();
    expect(starts()).toHaveLength(1);
  });

  it('ends the program with the process that started it, however that ends', async () => {
    const holder: ChildProcess = spawn(process.execPath, [HOLDER, STAND_IN, 'tunnel'], { stdio: 'ignore', env: process.env });
    cleanups.push(() => holder.kill('SIGKILL'));
    await untilReal(() => starts().length === 1, 'the start of the program');
    const { pid } = starts()[0]!;
    expect(isAlive(pid)).toBe(true);
    holder.kill('SIGKILL');
    await untilReal(() => !isAlive(pid), 'the end of the program');
  });

  it('ends a program that will not hear', async () => {
    const { tunnel, until } = await aTunnel({ way: 'quick' }, { does: 'stubborn' });
    tunnel.start();
    await until('up');
    const { pid } = starts()[0]!;
    expect(isAlive(pid)).toBe(true);
    await tunnel.stop();
    await untilReal(() => !isAlive(pid), 'the end of the program');
  });
});
