/** What every end-to-end test stands on: a program of its own with an empty database, and a page that must not complain. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { browserHost } from './hosts/browser.ts';
import { type ElectronHost, electronHost } from './hosts/electron.ts';
import type { Host } from './hosts/host.ts';
import { installed } from './installed.ts';
import { standInHost } from './hosts/stand-in.ts';

export const ADMIN = { name: 'Maya Okafor', email: 'maya@example.com', password: 'a quiet Tuesday in May' };

export type { Host };

interface Options {
  /** Whether the admin is there from the beginning; otherwise the page shows the first run. */
  withAdmin: boolean;
  /** A size of the command `seed` that the data begin with, its own admin included; null for empty data. */
  seed: string | null;
}

/** Which program a test speaks to: the browser host, or the desktop program on the stand-in for Electron or on Electron itself. */
export type HostKind = 'browser' | 'desktop' | 'electron';
const HOSTS = { browser: browserHost, desktop: standInHost };

interface Fixtures {
  host: Host;
  /** Where the data lie, with what the test wants in them. */
  ground: { dataDir: string; env: Record<string, string>; seededPassword: string };
  /** Electron opens its window by itself, and the page of the test is that one. */
  launched: ElectronHost | null;
  heard: string[];
  complaints: string[];
}

interface WorkerFixtures {
  /** The file that data with an admin begin with; it is made once. */
  withAnAdmin: string;
}

export const test = base.extend<Options & { hostKind: HostKind } & Fixtures, WorkerFixtures>({
  withAnAdmin: [
    // It stands on nothing, but what a fixture stands on is read off its first argument.
    async ({ playwright: _nothing }, provide) => {
      const { folder, file } = await installed(ADMIN);
      await provide(file);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  withAdmin: [true, { option: true }],
  seed: [null, { option: true }],
  hostKind: ['browser', { option: true }],
  ground: async ({ withAdmin, withAnAdmin, seed }, provide) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-e2e-'));
    const seededPassword = seed === null ? '' : fill(dataDir, seed);
    if (withAdmin && seed === null) copyFileSync(withAnAdmin, join(dataDir, basename(withAnAdmin)));
    await provide({ dataDir, env: {}, seededPassword });
    rmSync(dataDir, { recursive: true, force: true });
  },
  launched: async ({ hostKind, ground }, provide) => {
    const launched = hostKind === 'electron' ? electronHost(ground) : null;
    await launched?.start();
    await provide(launched);
    await launched?.stop();
  },
  page: async ({ page, launched }, provide) => await provide(launched?.page() ?? page),
  host: async ({ hostKind, launched, ground, page, heard: _before }, provide) => {
    const host = launched ?? HOSTS[hostKind === 'electron' ? 'desktop' : hostKind]({ ...ground, page });
    host.seededPassword = ground.seededPassword;
    if (!launched) await host.start();
    await provide(host);
    await host.stop();
  },
  // A window of the desktop shows its page as soon as the program runs: whoever listens does so before.
  heard: async ({ page }, provide) => {
    const heard: string[] = [];
    page.on('pageerror', (error) => heard.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
    });
    await provide(heard);
  },
  // For every test: nothing may go wrong unseen. Asked before the host ends, which the page would complain of.
  complaints: [
    async ({ heard, host: _first }, provide) => {
      await provide(heard);
      expect(heard).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect, type Page };

/** Seeds the empty folder. Answers the password that it prints. */
function fill(dataDir: string, size: string): string {
  const told = execFileSync(process.execPath, ['dist/cli/seed.mjs', size, '--data-dir', dataDir], { encoding: 'utf8' });
  return /with the password (\S+)/.exec(told)?.[1] ?? '';
}

/** Signs somebody in on a page that shows the sign-in: the admin, where nobody else is named. */
export async function signIn(page: Page, { email, password }: { email: string; password: string } = ADMIN): Promise<void> {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
