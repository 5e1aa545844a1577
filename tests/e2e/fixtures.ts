/** What every end-to-end test stands on: a program of its own with an empty database, and a page that must not complain. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as base, expect, type Page } from '@playwright/test';

export const ADMIN = { name: 'Maya Okafor', email: 'maya@example.com', password: 'a quiet Tuesday in May' };

export interface Host {
  /** What a person opens; it lets one browser in. */
  url: string;
  /** The base before `/api`. */
  rest: string;
  /** Ends the program in order and waits for it. */
  stop(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  start(): Promise<void>;
  /** Of everybody who was seeded. */
  seededPassword: string;
}

interface Options {
  /** Whether the admin is there from the beginning; otherwise the page shows the first run. */
  withAdmin: boolean;
  /** A size of the command `seed` that the data begin with, its own admin included; null for empty data. */
  seed: string | null;
}

export const test = base.extend<Options & { host: Host; complaints: string[] }>({
  withAdmin: [true, { option: true }],
  seed: [null, { option: true }],
  host: async ({ withAdmin, seed }, provide) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-e2e-'));
    const seededPassword = seed === null ? '' : fill(dataDir, seed);
    const host = Object.assign(hostOn(dataDir, withAdmin && seed === null), { seededPassword });
    await host.start();
    await provide(host);
    await host.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
  // For every test: nothing may go wrong unseen. Asked before the host ends, which the page would complain of.
  complaints: [
    async ({ page, host: _first }, provide) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      await provide(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

/** Seeds the empty folder. Answers the password that it prints. */
function fill(dataDir: string, size: string): string {
  const told = execFileSync(process.execPath, ['dist/cli/seed.mjs', size, '--data-dir', dataDir], { encoding: 'utf8' });
  return /with the password (\S+)/.exec(told)?.[1] ?? '';
}

function hostOn(dataDir: string, withAdmin: boolean): Host {
  let child: ChildProcess | null = null;
  let port = 0;
  const admin = withAdmin ? { RINGMASTER_ADMIN_EMAIL: ADMIN.email, RINGMASTER_ADMIN_PASSWORD: ADMIN.password } : {};
  const host: Host = {
    url: '',
    rest: '',
    seededPassword: '',
    async start() {
      child = spawn(process.execPath, ['dist/host/index.mjs', '--data-dir', dataDir, '--port', String(port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...admin, RINGMASTER_LOG: process.env['RINGMASTER_LOG'] ?? 'error' },
      });
      const { url, rest } = await readyLine(child);
      port = Number(new URL(rest).port);
      Object.assign(host, { url, rest });
    },
    async stop() {
      if (!child || child.exitCode !== null) return;
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
  return host;
}

function readyLine(child: ChildProcess): Promise<{ url: string; rest: string }> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it was ready`)));
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => resolve(JSON.parse(line) as { url: string; rest: string }));
  });
}

/** Signs somebody in on a page that shows the sign-in: the admin, where nobody else is named. */
export async function signIn(page: Page, { email, password }: { email: string; password: string } = ADMIN): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
