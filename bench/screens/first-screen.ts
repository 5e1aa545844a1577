/** From the start of the program to the first screen of somebody who is signed in, beside a page of nothing from a server of nothing. */
import { spawn } from 'node:child_process';
import type { BrowserContext } from '@playwright/test';
import { percentile, round } from '../statistics.ts';
import { ended, readyLine } from './host.ts';
import { CALLS_UP, type Stage } from './stage.ts';

export interface FirstScreenFigures {
  /** Medians, ms. The sum of both below. */
  totalMs: number;
  worstMs: number;
  /** From the start of the process to its word that it is ready. */
  readyMs: number;
  /** From the address being opened to campaigns on screen, and of it to the first thing drawn at all. */
  screenMs: number;
  firstPaintMs: number;
  floor: { totalMs: number; readyMs: number; screenMs: number };
}

const STARTS = 5;

/** A server of one page, in the same runtime. */
const BARE = `
  const server = require('node:http').createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<article>One</article>'));
  server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ url: 'http://127.0.0.1:' + server.address().port })));
`;

interface Start {
  readyMs: number;
  screenMs: number;
  firstPaintMs: number;
}

export async function measureFirstScreen(stage: Stage): Promise<FirstScreenFigures> {
  await stage.callsUp(CALLS_UP, 1);
  const starts: Start[] = [];
  const bare: Start[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    await stage.restart();
    const { readyMs, url } = stage.host;
    starts.push({ readyMs, ...(await opened(stage.admin.context, url)) });
    bare.push(await bareStart(stage.admin.context));
  }
  const totals = starts.map(totalOf);
  return {
    totalMs: median(totals),
    worstMs: round(Math.max(...totals)),
    readyMs: median(starts.map(({ readyMs }) => readyMs)),
    screenMs: median(starts.map(({ screenMs }) => screenMs)),
    firstPaintMs: median(starts.map(({ firstPaintMs }) => firstPaintMs)),
    floor: {
      totalMs: median(bare.map(totalOf)),
      readyMs: median(bare.map(({ readyMs }) => readyMs)),
      screenMs: median(bare.map(({ screenMs }) => screenMs)),
    },
  };
}

const median = (values: readonly number[]) => round(percentile(values, 0.5));
const totalOf = ({ readyMs, screenMs }: Start) => readyMs + screenMs;

async function bareStart(context: BrowserContext): Promise<Start> {
  const begunAt = performance.now();
  const child = spawn(process.execPath, ['-e', BARE], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { url } = await readyLine(child);
  const readyMs = performance.now() - begunAt;
  const screen = await opened(context, url);
  await ended(child);
  return { readyMs, ...screen };
}

/** Opens an address in a new page until the first article is drawn. The page's own clock begins when it leaves for the address. */
async function opened(context: BrowserContext, url: string): Promise<Omit<Start, 'readyMs'>> {
  const page = await context.newPage();
  await page.addInitScript(noteFirstArticle);
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as { drawnAt?: number }).drawnAt !== undefined);
  const screen = await page.evaluate(() => ({
    screenMs: (window as unknown as { drawnAt: number }).drawnAt,
    firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
  await page.close();
  return screen;
}

function noteFirstArticle(): void {
  const look = () => {
    if (!document.querySelector('article')) requestAnimationFrame(look);
    // After the frame that shows it.
    else requestAnimationFrame(() => setTimeout(() => Object.assign(window, { drawnAt: performance.now() })));
  };
  look();
}
