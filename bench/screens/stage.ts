/** Where the screens are measured: one seeded program, one browser, and two people who are signed in for good. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { type Host, seed, startHost } from './host.ts';
import { type Rest, restAs } from './rest.ts';

/** As many calls as are up while something is measured. */
export const CALLS_UP = 50;

/** Who sits before a browser, and may ask over REST as well. */
export interface Seat {
  context: BrowserContext;
  rest: Rest;
  /** A new page. @param place what follows `#` in its address. */
  open: (place: string) => Promise<Page>;
}

export interface Stage {
  browser: Browser;
  host: Host;
  /** Sees everybody's campaigns and calls; has no contacts. */
  admin: Seat;
  /** The first supervisor: contacts are seen by whose they are. */
  owner: Seat;
  /** The REST interface as one of the supervisors, from 1. */
  supervisor: (n: number) => Promise<Rest>;
  /** How many calls are up at most, and how fast the practice line lives. */
  callsUp: (limit: number, speed: number) => Promise<void>;
  /** Ends the program and starts it again on the same port. */
  restart: () => Promise<void>;
  close: () => Promise<void>;
}

/** The same for the floors as for the program. */
export const WINDOW = { viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' } as const;

const ADMIN = 'admin@example.com';
const supervisor = (n: number) => `supervisor${n}@example.com`;

/** In memory where there is room: what a disk adds is measured elsewhere. */
const room = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/** Seeds, starts and signs in. @param size a name that the command `seed` knows. */
export async function openStage(size: string): Promise<Stage> {
  const folder = mkdtempSync(join(room(), 'ringmaster-bench-'));
  const dataDir = join(folder, 'data');
  const password = seed(dataDir, size);
  let host = await startHost(dataDir);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--disable-dev-shm-usage', '--disable-gpu'] });
  const admin = await seatOf(browser, host, { email: ADMIN, password });
  const owner = await seatOf(browser, host, { email: supervisor(1), password, letInAs: admin });
  return {
    browser,
    get host() {
      return host;
    },
    admin,
    owner,
    supervisor: (n) => restAs(host.rest, supervisor(n), password),
    async callsUp(limit, speed) {
      await admin.rest('PUT', '/settings/concurrency', { systemLimit: limit });
      await admin.rest('PUT', '/settings/telephony', { practice: { speed } });
    },
    async restart() {
      await host.stop();
      host = await startHost(dataDir, Number(new URL(host.rest).port));
    },
    async close() {
      await browser.close();
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Person {
  email: string;
  password: string;
  /** The printed address lets one browser in: the next comes in with the first one's cookie. */
  letInAs?: Seat;
}

async function seatOf(browser: Browser, { url, rest: base }: Host, { email, password, letInAs }: Person): Promise<Seat> {
  const context = await browser.newContext(WINDOW);
  if (letInAs) await context.addCookies(await letInAs.context.cookies());
  const page = await context.newPage();
  await page.goto(letInAs ? base : url);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('checkbox', { name: 'Keep me signed in on this computer' }).check();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor();
  await page.close();
  return {
    context,
    rest: await restAs(base, email, password),
    async open(place) {
      const opened = await context.newPage();
      await opened.goto(`${base}/#${place}`);
      return opened;
    },
  };
}
