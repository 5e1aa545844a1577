/** The books of a program after requests that nobody would send: counters, slots and what is under way, by a count over the rows. */
import { ITEM_STATES } from '../../src/shared/domain/states.ts';
import type { TestEngine } from './engine.ts';

const counted = ITEM_STATES.map((state) => `count(CASE WHEN q.status = '${state}' THEN 1 END) AS ${state}`).join(', ');
const kept = ITEM_STATES.map((state) => `n.${state}`).join(', ');

/** Queries that find what may never be there. */
const NEVER: Readonly<Record<string, string>> = {
  'a counter that a recount contradicts': `
    SELECT k.id, count(q.id) AS total, ${counted} FROM call_campaigns k
      LEFT JOIN call_queue q ON q.campaign_id = k.id AND q.removed_at IS NULL GROUP BY k.id
    EXCEPT SELECT n.campaign_id, n.total, ${kept} FROM campaign_counts n`,
  'an item being called without a call that is under way': `
    SELECT q.id FROM call_queue q LEFT JOIN calls c ON c.id = q.call_id WHERE q.status = 'processing' AND (c.id IS NULL OR c.check_at IS NULL)`,
  'attempts that are not calls': `
    SELECT q.id, q.attempt_count FROM call_queue q
    WHERE q.attempt_count <> (SELECT count(*) FROM calls c WHERE c.item_id = q.id AND c.status <> 'not-placed')`,
  'two calls up to one number': 'SELECT phone FROM calls WHERE slot_released_at IS NULL GROUP BY phone HAVING count(*) > 1',
  'two items of one contact in one campaign that wait': `
    SELECT campaign_id, contact_id FROM call_queue WHERE status IN ('queued', 'processing') AND removed_at IS NULL GROUP BY 1, 2 HAVING count(*) > 1`,
};

/** What is wrong; empty where all is well. */
export function faultsOfBooks({ parts }: TestEngine): string[] {
  const { sqlite } = parts.data.database;
  const whole = sqlite.pragma('integrity_check', { simple: true });
  const dangling = sqlite.pragma('foreign_key_check') as unknown[];
  return [
    ...(whole === 'ok' ? [] : [`the database is damaged: ${String(whole)}`]),
    ...(dangling.length === 0 ? [] : [`${dangling.length} references point nowhere`]),
    ...Object.entries(NEVER).flatMap(([what, query]) => {
      const found = sqlite.prepare(query).all();
      return found.length === 0 ? [] : [`${what}: ${JSON.stringify(found.slice(0, 3))}`];
    }),
  ];
}

/** Counts what is up whenever the line begins a call; nothing may ever be above the limits that nobody raises. */
export function watchLimits({ line, parts }: TestEngine, most: { user: number; system: number }): { faults: readonly string[] } {
  const faults: string[] = [];
  const { sqlite } = parts.data.database;
  line.watch((what) => {
    if (what !== 'up') return;
    const rows = sqlite
      .prepare('SELECT user_id AS user, count(*) AS up FROM calls WHERE slot_released_at IS NULL GROUP BY user_id')
      .all() as {
      user: string;
      up: number;
    }[];
    const system = rows.reduce((sum, { up }) => sum + up, 0);
    if (system > most.system) faults.push(`${system} calls are up`);
    for (const { user, up } of rows) if (up > most.user) faults.push(`${up} calls of ${user} are up`);
  });
  return { faults };
}
