/** From a delivery of a provider, accepted over HTTP, to the row of the board that shows it, with fifty calls up. */
import type { Page } from '@playwright/test';
import { percentile, round } from '../statistics.ts';
import { socketFloor } from './socket-floor.ts';
import { hurry } from './live.ts';
import type { Rest } from './rest.ts';
import type { Stage } from './stage.ts';
import { type Told, toldSince } from './told.ts';

export interface ShownFigures {
  p50Ms: number;
  p99Ms: number;
  worstMs: number;
  /** Deliveries that were followed. */
  deliveries: number;
  /** A bare web socket's message to an empty page of the same browser. */
  floor: { p50Ms: number; p99Ms: number };
}

const SECONDS = 60;
const TABLE = 'Calls up, longest first';

/** Called “Ada Bauer of Supervisor 3”: a name alone is borne by many. */
type Seen = Record<string, number[]>;

export async function measureShown(stage: Stage): Promise<ShownFigures> {
  await hurry(stage);
  const page = await stage.admin.open('/live');
  await page.getByRole('table', { name: TABLE }).getByRole('row').nth(20).waitFor();
  await page.waitForTimeout(5_000);
  await page.evaluate(noteWhoTalks, TABLE);
  const begunAt = Date.now();
  await page.waitForTimeout(SECONDS * 1_000);
  const seen = await seenIn(page);
  const endedAt = Date.now();
  await page.close();
  await stage.callsUp(0, 1);
  const told = (await toldSince(stage.admin.rest, begunAt)).filter(
    ({ state, receivedAt }) => state === 'in-progress' && receivedAt < endedAt - 1_000,
  );
  const delays = delaysOf(told, await whoWasCalled(stage.admin.rest, begunAt), seen);
  return {
    p50Ms: round(percentile(delays, 0.5)),
    p99Ms: round(percentile(delays, 0.99)),
    worstMs: round(Math.max(...delays)),
    deliveries: delays.length,
    floor: await socketFloor(stage.browser),
  };
}

/** Notes, by who it is, when a row is first seen to talk. */
function noteWhoTalks(table: string): void {
  const seen: Record<string, number[]> = {};
  Object.assign(window, { seen });
  let before = new Set<string>();
  const note = () => {
    const now = Date.now();
    const talking = new Set<string>();
    for (const row of document.querySelectorAll(`table[aria-label="${table}"] tbody tr`)) {
      if (!row.textContent?.includes('Talking')) continue;
      const [, contact, owner] = row.querySelectorAll('td');
      talking.add(`${contact?.firstElementChild?.textContent} of ${owner?.textContent}`);
    }
    for (const who of talking) if (!before.has(who)) (seen[who] ??= []).push(now);
    before = talking;
  };
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
}

const seenIn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

interface Call {
  id: string;
  userId: string;
  contactName: string;
  claimedAt: string;
}

/** Who the calls went to that were claimed from a minute before on. */
async function whoWasCalled(rest: Rest, since: number): Promise<ReadonlyMap<string, string>> {
  const { concurrency } = await rest<{ concurrency: { users: { userId: string; name: string }[] } }>('GET', '/settings/concurrency');
  const names = new Map(concurrency.users.map(({ userId, name }) => [userId, name]));
  const who = new Map<string, string>();
  for (let page = 1; ; page += 1) {
    const { calls } = await rest<{ calls: Call[] }>('GET', `/calls?limit=100&page=${page}`);
    for (const { id, contactName, userId } of calls) who.set(id, `${contactName} of ${names.get(userId)}`);
    const last = calls.at(-1);
    if (!last || Date.parse(last.claimedAt) < since - 60_000) return who;
  }
}

/** Of everybody who is named once: of the others it is not known which of their calls a row was. */
function delaysOf(told: readonly Told[], who: ReadonlyMap<string, string>, seen: Seen): number[] {
  const byName = Map.groupBy(told, ({ callId }) => who.get(callId) ?? '');
  return [...byName].flatMap(([name, [only, ...more]]) => {
    const at = seen[name] ?? [];
    return only && more.length === 0 && at.length === 1 && at[0] !== undefined ? [at[0] - only.receivedAt] : [];
  });
}
