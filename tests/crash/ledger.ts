/**
 * The books of a data directory, read after a crash and at the end: what must hold in the file whatever happened when, and what
 * must hold between the file and the line's own count. Shares no code with what wrote them.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { DATABASE_FILE } from '../../src/main/data/open.ts';
import type { LineCall } from '../../src/main/telephony/practice/wire.ts';
import type { Observed } from '../../src/main/telephony/practice/tally.ts';
import { SAYS_NOTHING } from '../../src/main/webhooks/receive.ts';
import { ITEM_STATES } from '../../src/shared/domain/states.ts';
import { CAMPAIGN_LIMIT, SYSTEM_LIMIT, USER_LIMIT } from './people.ts';
import type { ToldEnd } from './ways.ts';

type Sqlite = BetterSqlite3.Database;

/** Reads a copy of the file as the crash left it, so that the next start recovers it by itself. */
export function readBooks<T>(dataDir: string, read: (sqlite: Sqlite) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'ringmaster-books-'));
  const copy = join(folder, DATABASE_FILE);
  for (const suffix of ['', '-wal']) {
    const file = join(dataDir, DATABASE_FILE) + suffix;
    if (existsSync(file)) copyFileSync(file, copy + suffix);
  }
  const sqlite = new BetterSqlite3(copy);
  try {
    return read(sqlite);
  } finally {
    sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const counted = ITEM_STATES.map((state) => `count(CASE WHEN q.status = '${state}' THEN 1 END) AS ${state}`).join(', ');
const kept = ITEM_STATES.map((state) => `n.${state}`).join(', ');

/** A completed call that reached nobody counts as unanswered, one that reached a machine as a voicemail (domain.md, the table of call ends). */
const COUNTS_AS = `CASE WHEN c.status <> 'completed' THEN c.status WHEN c.answered_by_machine THEN 'voicemail'
  WHEN coalesce(c.duration_seconds, 0) = 0 THEN 'no-answer' ELSE 'completed' END`;
const SUMS_OF_CALLS = 'count(*), round(sum(coalesce(c.duration_seconds, 0)), 3), round(sum(coalesce(c.cost, 0)), 3)';
const SUMS_OF_FIGURES = 'sum(calls), round(sum(talk_seconds), 3), round(sum(cost), 3)';

/** Queries that find what may never be there, at no instant at which a process can die. */
const NEVER: Readonly<Record<string, string>> = {
  'a counter that a recount contradicts': `
    SELECT k.id, count(q.id) AS total, ${counted} FROM call_campaigns k
      LEFT JOIN call_queue q ON q.campaign_id = k.id AND q.removed_at IS NULL GROUP BY k.id
    EXCEPT SELECT n.campaign_id, n.total, ${kept} FROM campaign_counts n`,
  'an item being called without a call that is under way': `
    SELECT q.id FROM call_queue q LEFT JOIN calls c ON c.id = q.call_id
    WHERE q.status = 'processing' AND (c.id IS NULL OR c.check_at IS NULL)`,
  'a call under way whose item is elsewhere': `
    SELECT c.id FROM calls c JOIN call_queue q ON q.id = c.item_id
    WHERE c.check_at IS NOT NULL AND c.taken_back = 0 AND (q.status <> 'processing' OR q.call_id <> c.id)`,
  'attempts that are not calls': `
    SELECT q.id, q.attempt_count FROM call_queue q
    WHERE q.attempt_count <> (SELECT count(*) FROM calls c WHERE c.item_id = q.id AND c.status <> 'not-placed')`,
  'attempts beyond what was asked for':
    'SELECT q.id FROM call_queue q JOIN call_campaigns k ON k.id = q.campaign_id WHERE q.attempt_count > k.max_attempts',
  'a claim without its line in the history': `
    SELECT c.id FROM calls c WHERE (SELECT count(*) FROM queue_history h WHERE h.item_id = c.item_id AND h.action = 'claimed')
      <> (SELECT count(*) FROM calls o WHERE o.item_id = c.item_id)`,
  'a user above the limit': `SELECT user_id FROM calls WHERE slot_released_at IS NULL GROUP BY user_id HAVING count(*) > ${USER_LIMIT}`,
  'the system above its limit': `SELECT count(*) AS up FROM calls WHERE slot_released_at IS NULL HAVING count(*) > ${SYSTEM_LIMIT}`,
  'ended calls that the figures by quarter of an hour leave out, or count twice': `
    SELECT campaign_id, ${COUNTS_AS} AS outcome, ${SUMS_OF_CALLS} FROM calls c WHERE ended_at IS NOT NULL AND status <> 'not-placed' GROUP BY 1, 2
    EXCEPT SELECT campaign_id, outcome, ${SUMS_OF_FIGURES} FROM call_buckets GROUP BY 1, 2`,
  'figures by the hour that no calls stand behind': `
    SELECT campaign_id, outcome, ${SUMS_OF_FIGURES} FROM campaign_hours GROUP BY 1, 2 HAVING sum(calls) > 0
    EXCEPT SELECT campaign_id, ${COUNTS_AS} AS outcome, ${SUMS_OF_CALLS} FROM calls c WHERE ended_at IS NOT NULL GROUP BY 1, 2`,
  'an attempt given up as unknown before it was looked for over two minutes': `
    SELECT id, ended_at - claimed_at AS afterMs FROM calls WHERE status = 'unknown' AND ended_at - claimed_at < 120000`,
  // What says nothing of a call has none, and is kept all the same.
  'a delivery marked as applied without its call': `
    SELECT i.id, i.note FROM webhook_inbox i LEFT JOIN calls c ON c.id = i.call_id
    WHERE i.state = 'applied' AND c.id IS NULL AND i.note IS NOT '${SAYS_NOTHING}'`,
};

/** What is wrong with the file of a process that has just died; empty where all is well. */
export function faultsAtDeath(sqlite: Sqlite): string[] {
  const whole = sqlite.pragma('integrity_check', { simple: true });
  const dangling = sqlite.pragma('foreign_key_check') as unknown[];
  return [
    ...(whole === 'ok' ? [] : [`the database is damaged: ${String(whole)}`]),
    ...(dangling.length === 0 ? [] : [`${dangling.length} references point nowhere`]),
    ...found(sqlite, NEVER),
  ];
}

/** Queries that find what may not be there any more when every campaign is done. */
const NOT_AT_REST: Readonly<Record<string, string>> = {
  'an item that is not final': "SELECT id, status FROM call_queue WHERE status IN ('queued', 'processing')",
  'a call that is not over': 'SELECT id, status FROM calls WHERE ended_at IS NULL OR slot_released_at IS NULL',
  'a campaign that is not completed': "SELECT id, status FROM call_campaigns WHERE status <> 'completed'",
  'a delivery that nobody applied': "SELECT id, state, note FROM webhook_inbox WHERE state <> 'applied'",
  'an item that failed without its second attempt': `
    SELECT q.id, q.last_attempt_result FROM call_queue q
    WHERE q.status = 'failed' AND q.attempt_count < 2 AND coalesce(q.failure_reason, '') NOT IN ('unknown', 'wrong-number')
      AND q.last_attempt_result IN ('busy', 'no-answer', 'failed', 'voicemail')`,
  'an item that tells another end than its last call': `
    SELECT q.id, q.last_attempt_result, c.status FROM call_queue q JOIN calls c ON c.item_id = q.id AND c.attempt = q.attempt_count AND c.status <> 'not-placed'
    WHERE q.last_attempt_result IS NOT c.status`,
};

export interface Recorded {
  id: string;
  user_id: string;
  phone: string;
  campaign_id: string;
  status: string;
  provider_call_id: string | null;
  duration_seconds: number | null;
  campaignLimit: number | null;
}

export function recordedCalls(sqlite: Sqlite): Recorded[] {
  return sqlite
    .prepare('SELECT c.*, k.concurrency_limit AS campaignLimit FROM calls c JOIN call_campaigns k ON k.id = c.campaign_id')
    .all() as Recorded[];
}

/** What is wrong with the file when every campaign is done. */
export const faultsAtRest = (sqlite: Sqlite): string[] => [...faultsAtDeath(sqlite), ...found(sqlite, NOT_AT_REST)];

function found(sqlite: Sqlite, queries: Readonly<Record<string, string>>): string[] {
  return Object.entries(queries).flatMap(([what, query]) => {
    const rows = sqlite.prepare(query).all();
    return rows.length === 0
      ? []
      : [`${what}: ${JSON.stringify(rows.slice(0, 3))}${rows.length > 3 ? ` and ${rows.length - 3} more` : ''}`];
  });
}

/** What the line's own count contradicts, at any moment: two calls where one was allowed, or a call that nobody recorded. */
export function faultsByTheLine(observed: Observed, calls: readonly Recorded[]): string[] {
  const byId = new Map(calls.map((call) => [call.id, call]));
  const unrecorded = observed.dials
    .filter((dial) => !byId.has(dial.reference))
    .map((dial) => `a dial that nobody recorded: ${dial.reference}`);
  return [
    ...unrecorded,
    ...observed.referencesTwice.map((reference) => `dialed twice: ${reference}`),
    ...observed.numbersUpTwice.map((number) => `up twice at once: ${number}`),
    ...(observed.mostUp > SYSTEM_LIMIT ? [`${observed.mostUp} calls up at the line`] : []),
    ...passed('user', USER_LIMIT, observed, (reference) => byId.get(reference)?.user_id),
    ...passed('campaign', CAMPAIGN_LIMIT, observed, (reference) => {
      const call = byId.get(reference);
      return call?.campaignLimit === CAMPAIGN_LIMIT ? call.campaign_id : undefined;
    }),
  ];
}

/** Counts who was up together, by the line's own times. A line that went down within the same millisecond went down before. */
function passed(what: string, limit: number, { dials }: Observed, groupOf: (reference: string) => string | undefined): string[] {
  const edges = dials.flatMap(({ reference, at, downAt }) => [
    { at, by: 1, reference },
    ...(downAt === null ? [] : [{ at: downAt, by: -1, reference }]),
  ]);
  const up = new Map<string, number>();
  const faults = new Set<string>();
  for (const { by, reference } of edges.toSorted((a, b) => a.at - b.at || a.by - b.by)) {
    const group = groupOf(reference);
    if (group === undefined) continue;
    up.set(group, (up.get(group) ?? 0) + by);
    if (up.get(group)! > limit) faults.add(`${what} ${group} had more than ${limit} calls up`);
  }
  return [...faults];
}

/** A delivery by the key that it is kept under, or by its body. */
export type Answered = { key: string } | { body: string };

/** Deliveries that were answered with 200 and are not in the file. */
export function lostDeliveries(sqlite: Sqlite, answered: readonly Answered[]): string[] {
  const known = (column: 'key' | 'body') => new Set(sqlite.prepare(`SELECT ${column} FROM webhook_inbox`).pluck().all() as string[]);
  const [keys, bodies] = [known('key'), known('body')];
  return answered.flatMap((delivery) => {
    const [name, isKept] = 'key' in delivery ? [delivery.key, keys.has(delivery.key)] : [delivery.body, bodies.has(delivery.body)];
    return isKept ? [] : [`delivery ${name} was answered with 200 and is lost`];
  });
}

/** Calls of which the file tells another end than the line. What the line never had ended without a call, and is told so. */
export function contradictedEnds(
  calls: readonly Recorded[],
  lineCalls: ReadonlyMap<string, LineCall>,
  toldEnd: (line: LineCall) => ToldEnd,
): string[] {
  return calls.flatMap((call) => {
    const line = lineCalls.get(call.id);
    if (!line)
      return ['unknown', 'not-placed', 'failed'].includes(call.status) ? [] : [`${call.id} is ${call.status} and never was at the line`];
    const { statuses, seconds, within } = toldEnd(line);
    const same = statuses.includes(call.status) && Math.abs(seconds - (call.duration_seconds ?? 0)) <= within;
    return same
      ? []
      : [
          `${call.id} is ${call.status} (${call.duration_seconds} s), the line says ${line.status}, which is ${statuses.join(' or ')} (${seconds} s)`,
        ];
  });
}

/**
 * Calls that stand in the file with the id of another call, or with none, though the line had them.
 * @param ownerOf whose call the provider says it is: our reference, or the number where it keeps none.
 */
export function foreignIds(
  calls: readonly Recorded[],
  lineCalls: ReadonlyMap<string, LineCall>,
  ownerOf: (call: Recorded, line: LineCall) => string | null,
): string[] {
  const foreign = calls.flatMap((call) => {
    const line = lineCalls.get(call.id);
    const owner = line && ownerOf(call, line);
    const isOwn = owner === undefined || owner === call.id || owner === call.phone;
    return isOwn ? [] : [`${call.id} stands with the id ${call.provider_call_id}, which is of ${owner} at the provider`];
  });
  const ids = calls.flatMap(({ provider_call_id: id }) => id ?? []);
  return new Set(ids).size === ids.length ? foreign : [...foreign, 'two calls stand with one id of the provider'];
}
