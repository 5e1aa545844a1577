/** What moves on a page after it was first drawn, without anybody's doing: the browser's layout shifts, all of them added: the larger of what an admin and a supervisor get. */
import { round } from '../statistics.ts';
import { CALLS_UP, type Seat, type Stage } from './stage.ts';

export interface LayoutFigures {
  pages: Record<string, number>;
  /** The largest single shift, and what moved. */
  largest: { page: string; value: number; what: string };
}

interface Shift {
  value: number;
  what: string;
}

/** So long a page is watched. */
const WATCHED_MS = 4_000;

export async function measureLayout(stage: Stage): Promise<LayoutFigures> {
  await stage.callsUp(CALLS_UP, 1);
  const { campaigns } = await stage.owner.rest<{ campaigns: { id: string }[] }>('GET', '/campaigns?status=active&limit=1');
  const places = {
    campaigns: '/campaigns/active',
    'a campaign': `/campaign/${campaigns[0]?.id}`,
    contacts: '/contacts',
    live: '/live',
    analytics: '/analytics',
    settings: '/settings',
  };
  const pages: Record<string, number> = {};
  const largest = { page: '', value: 0, what: '' };
  for (const [name, place] of Object.entries(places)) {
    for (const seat of [stage.admin, stage.owner]) {
      const shifts = await shiftsOf(seat, place);
      pages[name] = Math.max(pages[name] ?? 0, round(shifts.reduce((sum, { value }) => sum + value, 0)));
      for (const { value, what } of shifts) if (value > largest.value) Object.assign(largest, { page: name, value: round(value), what });
    }
  }
  return { pages, largest };
}

async function shiftsOf({ context, open }: Seat, place: string): Promise<Shift[]> {
  const stop = await context.addInitScript(noteShifts);
  const page = await open(place);
  await stop.dispose();
  await page.waitForTimeout(WATCHED_MS);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  await page.close();
  return shifts;
}

function noteShifts(): void {
  interface LayoutShift extends PerformanceEntry {
    value: number;
    hadRecentInput: boolean;
    sources: { node: Node | null }[];
  }
  const shifts: { value: number; what: string }[] = [];
  Object.assign(window, { shifts });
  const nameOf = (node: Node | null) => `${node?.nodeName.toLowerCase()} “${node?.textContent?.slice(0, 40)}”`;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[])
      if (!hadRecentInput) shifts.push({ value, what: nameOf(sources[0]?.node ?? null) });
  }).observe({ type: 'layout-shift', buffered: true });
}
