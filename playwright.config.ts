import { defineConfig } from '@playwright/test';
import type { HostKind } from './tests/e2e/fixtures.ts';

const LONG = process.env['RINGMASTER_TEST'] === 'long';
const PICTURES = LONG || process.env['RINGMASTER_PICTURES'] !== undefined;
const chromium = process.env['CHROMIUM_PATH'];

/** What is asked of the desktop program in the short tests, beside what is asked of it alone; the long ones ask everything. */
const SHARE = /desktop-[a-z-]+\.spec|@both/;

export default defineConfig<{ hostKind: HostKind }>({
  projects: [
    { name: 'browser', testIgnore: ['desktop-*.spec.ts', ...(PICTURES ? [] : ['pictures.spec.ts'])], use: { hostKind: 'browser' } },
    {
      name: 'desktop',
      testIgnore: 'pictures.spec.ts',
      ...(LONG ? {} : { grep: SHARE }),
      // What is tagged so speaks of the browser host alone.
      grepInvert: LONG ? /@browser/ : /@browser|@long/,
      use: { hostKind: 'desktop' },
    },
    // What looks beside the window asks the stand-in, for Electron shows it to the system alone.
    {
      name: 'electron',
      testIgnore: ['desktop-*.spec.ts', 'pictures.spec.ts'],
      ...(LONG ? {} : { grep: SHARE }),
      grepInvert: LONG ? /@browser/ : /@browser|@long/,
      use: { hostKind: 'electron' },
    },
  ],
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // What is tagged so is asked in the long tests alone.
  ...(LONG ? {} : { grepInvert: /@long/, globalTimeout: 20 * 60_000 }),
  outputDir: 'test-results',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    trace: process.env['RINGMASTER_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // Containers give shared memory too small for a browser, and machines without a screen have no graphics to imitate.
      args: ['--disable-dev-shm-usage', '--disable-gpu'],
    },
    // What moves costs a machine without graphics most of its time.
    contextOptions: { reducedMotion: 'reduce' },
  },
});
