/** Frames by the browser's own trace, while something goes on in a page. */
import type { Browser, Page } from '@playwright/test';
import { percentile, round } from '../statistics.ts';

export interface Frames {
  /** Of all frames, how many came within 20 ms of the one before. */
  within20Ms: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  worstMs: number;
  frames: number;
}

interface TraceEvent {
  name: string;
  /** Microseconds. */
  ts: number;
  pid: number;
}

const CATEGORIES = ['disabled-by-default-devtools.timeline.frame'];
const MOST_MS = 20;

/**
 * The times between frames that were drawn. A dot in the corner changes with each frame of the main thread, so that a frame is due
 * sixty times a second however little the page changes.
 */
export async function framesDuring(browser: Browser, page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(blink);
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const drawn = traceEvents.filter(({ name }) => name === 'DrawFrame');
  const at = busiest(drawn)
    .map(({ ts }) => ts / 1_000)
    .toSorted((a, b) => a - b);
  const gaps = at.slice(1).map((time, place) => time - (at[place] ?? time));
  return {
    within20Ms: round(gaps.filter((gap) => gap < MOST_MS).length / gaps.length),
    p50Ms: round(percentile(gaps, 0.5)),
    p95Ms: round(percentile(gaps, 0.95)),
    p99Ms: round(percentile(gaps, 0.99)),
    worstMs: round(Math.max(...gaps)),
    frames: gaps.length,
  };
}

/** Of the process that drew most: other pages rest. */
function busiest(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const byProcess = Object.values(Object.groupBy(events, ({ pid }) => pid));
  return byProcess.reduce<readonly TraceEvent[]>((most, some = []) => (some.length > most.length ? some : most), []);
}

function blink(): void {
  const dot = document.createElement('div');
  dot.style.cssText = 'position:fixed;top:0;left:0;width:2px;height:2px;z-index:9999';
  document.body.append(dot);
  let isOn = false;
  const next = () => {
    isOn = !isOn;
    dot.style.background = isOn ? '#000' : '#fff';
    requestAnimationFrame(next);
  };
  next();
}

/** Scrolls down as a wheel does, at this speed in the middle of the page. */
export async function scrollDown(page: Page, px: number, speed: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', { x: 800, y: 500, yDistance: -px, speed, gestureSourceType: 'mouse' });
  await session.detach();
}
