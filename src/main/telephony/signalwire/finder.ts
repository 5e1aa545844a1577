/**
 * Finds a call at SignalWire: by its id in either interface (calls of before outlive a change of the way), else by number and time,
 * for no interface lists by our reference.
 *
 * Must never say `not-found` where a list did not answer or was not read to its end: that would give up a slot while the call may be up.
 */
import type { CallHandle } from '../../ports/provider.ts';
import type { Exchange } from '../exchange.ts';
import { theirInstants } from '../clock-offset.ts';
import { callerOf } from './dial.ts';
import { objectOf, objectsOf, textOf } from './fields.ts';
import type { SignalWireParts } from './parts.ts';
import { BEFORE_MS, callSighting, logSighting, nearestOf, type Sighting, type Sought, type Surface } from './sightings.ts';
import { LOGS_PATH, type Space, silent, VENDOR } from './space.ts';

export type Found = { kind: 'seen'; seen: Sighting } | { kind: 'not-found' } | { kind: 'no-answer'; sentence: string };

export type Finder = (call: CallHandle) => Promise<Found>;

const DAY_MS = 86_400_000;
const PAGE = 1000;
const MOST_PAGES = 10;
const READ = { log: logSighting, call: callSighting } as const;

/** @param offsetMs how far our clock is ahead of SignalWire's; null while unknown. */
export function callFinder(parts: Pick<SignalWireParts, 'settings'>, space: Space, offsetMs: () => number | null): Finder {
  const isSwml = () => parts.settings().mode === 'swml';
  const pathOf = (surface: Surface, id: string) =>
    surface === 'log' ? `${LOGS_PATH}/${encodeURIComponent(id)}` : space.project(`/Calls/${encodeURIComponent(id)}`);

  const byId = async (id: string): Promise<Found> => {
    let found: Found = { kind: 'not-found' };
    for (const surface of isSwml() ? (['log', 'call'] as const) : (['call', 'log'] as const)) {
      const answer = await space.ask('GET', pathOf(surface, id));
      const seen = isOk(answer) ? READ[surface](answer.body) : null;
      if (seen) return { kind: 'seen', seen };
      if (!isMissing(answer)) found = silent(answer);
    }
    return found;
  };

  const byNumber = async (call: CallHandle): Promise<Found> => {
    const { phone, isAnothers } = call;
    const sought = { phone, from: callerOf(parts, call), claimed: theirInstants(call.claimedAt, offsetMs()), isAnothers };
    let found: Found = { kind: 'not-found' };
    for (const list of isSwml() ? [logList(sought.claimed.earliest), ...callLists(sought)] : callLists(sought)) {
      const entries = await readList(space, list, sought.claimed.earliest - BEFORE_MS);
      const seen = 'sentence' in entries ? null : nearestOf(entries, sought);
      if (seen) return { kind: 'seen', seen };
      if ('sentence' in entries) found = entries;
    }
    return found;
  };

  const callLists = ({ phone, claimed }: Pick<Sought, 'phone' | 'claimed'>): List[] => {
    const query = (more: Record<string, string>) => new URLSearchParams({ To: phone, ...more, PageSize: String(PAGE) });
    const from = { 'StartTime>': rfc2822(claimed.earliest - BEFORE_MS) };
    // A call that has not begun has no start time, and a list from a start time on may leave it out.
    return [query(from), query({})].map((search) => ({
      surface: 'call',
      path: space.project(`/Calls?${search}`),
      entries: 'calls',
      next: (body) => textOf(body['next_page_uri']),
    }));
  };

  return (call) => (call.providerCallId === null ? byNumber(call) : byId(call.providerCallId));
}

interface List {
  surface: Surface;
  path: string;
  /** The field that holds the entries. */
  entries: string;
  next(body: Readonly<Record<string, unknown>>): string | null;
}

/** The voice log of the days from the day before on: whether the named day itself is in it, and in which zone, is not said. */
function logList(claimedAt: number): List {
  const day = new Date(claimedAt - DAY_MS).toISOString().slice(0, 10);
  const search = new URLSearchParams({ created_after: day, page_size: String(PAGE) });
  return {
    surface: 'log',
    path: `${LOGS_PATH}?${search}`,
    entries: 'data',
    next: (body) => textOf(objectOf(body['links'])?.['next']),
  };
}

/** All entries, page after page, as far back as `from` where they come newest first; a sentence where that did not succeed. */
async function readList(space: Space, list: List, from: number): Promise<Sighting[] | { kind: 'no-answer'; sentence: string }> {
  const all: Sighting[] = [];
  let path: string | null = list.path;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer: Exchange = await space.ask('GET', path);
    // A space without the compatibility interface lists none of its calls there; its voice log knows every call, and must be read.
    if (isMissing(answer) && list.surface === 'call') return all;
    const body = isOk(answer) ? objectOf(answer.body) : null;
    if (!body || !Array.isArray(body[list.entries])) return silent(answer);
    const entries = objectsOf(body[list.entries]).flatMap((entry) => READ[list.surface](entry) ?? []);
    all.push(...entries);
    const next = list.next(body);
    if (next === null || isPast(entries, from)) return all;
    path = space.ownPath(next);
    if (path === null) break;
  }
  return { kind: 'no-answer', sentence: `The list of calls at ${VENDOR} is too long to be read to its end.` };
}

/** Whether a page that came newest first ends before the instant. */
function isPast(entries: readonly Sighting[], from: number): boolean {
  const dates = entries.map(({ createdAt }) => createdAt);
  if (dates.length === 0 || dates.includes(null)) return false;
  return dates.every((date, i) => i === 0 || date! <= dates[i - 1]!) && dates.at(-1)! < from;
}

const isOk = (answer: Exchange): answer is Extract<Exchange, { kind: 'answered' }> =>
  answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
const isMissing = (answer: Exchange) => answer.kind === 'answered' && answer.status === 404;

/** As the compatibility interface documents its dates: `Tue, 01 Sep 2026 09:30:00 +0000`. */
export const rfc2822 = (at: number) => new Date(at).toUTCString().replace('GMT', '+0000');
