/**
 * The order in which a campaign's waiting items would be claimed, as SQL: three parts, each the walk of one index.
 *
 * Decides the order that lists show and positions count. Must say the same as the claim (`claim-store.ts`) for what is due; the
 * rest comes after it, by its time. Called by `queue-store.ts` only.
 */

/** Rule 3 within one campaign, as the index `queue_claim` has it. */
const RANK = ['priority DESC', 'named DESC', 'score DESC', 'position'] as const;

/** The part of the line in which a row stands; `@now` is bound by the caller. `row` names it where a query knows several. */
const dueCallback = (row = '') => `${row}status = 'queued' AND ${row}callback_requested = 1 AND ${row}callback_time <= @now`;
const ready = (row = '') => `${row}status = 'queued' AND ${row}ready = 1 AND ${row}callback_requested = 0`;
const later = (row = '') =>
  `${row}status = 'queued' AND ${row}ready = 0 AND NOT (${row}callback_requested = 1 AND ${row}callback_time <= @now)`;

/**
 * The parts of a line from its head: callbacks whose time has come, what is ready, what is not due yet. Each names its index:
 * left to itself, SQLite counts them by state and looks up every row of a campaign.
 */
export const LINE_PARTS = [
  { index: 'queue_callbacks', where: dueCallback(), order: 'callback_time, id', dueAt: 'callback_time' },
  { index: 'queue_claim', where: ready(), order: RANK.join(', '), dueAt: 'min(scheduled_for, @now)' },
  { index: 'queue_due', where: later(), order: ['ready_at', ...RANK].join(', '), dueAt: 'ready_at' },
] as const;

/**
 * Rows of the part that stand before the row `it`, as a sum of index ranges: those greater in the first column, those equal in it
 * and greater in the second, and so on.
 */
function countBefore(index: string, part: (row: string) => string, columns: readonly string[]): string {
  const ranges = columns.map((column, depth) => {
    const equal = columns.slice(0, depth).map((before) => nameOf(before));
    const sign = column.endsWith(' DESC') ? '>' : '<';
    const conditions = [...equal.map((name) => `b.${name} = it.${name}`), `b.${nameOf(column)} ${sign} it.${nameOf(column)}`];
    return `(SELECT count(*) FROM call_queue b INDEXED BY ${index} WHERE b.campaign_id = it.campaign_id AND ${part('b.')} AND ${conditions.join(' AND ')})`;
  });
  return ranges.join(' + ');
}

const nameOf = (column: string) => column.replace(' DESC', '');

/** How many items stand before each waiting one of `@ids` in its campaign's line at `@now`: rows of `id, before`. */
export function positionSql(): string {
  return `WITH it AS MATERIALIZED (SELECT q.* FROM json_each(@ids) j CROSS JOIN call_queue q ON q.id = j.value WHERE q.status = 'queued'),
    heads AS MATERIALIZED (
      SELECT c.campaign_id,
        (SELECT count(*) FROM call_queue b INDEXED BY queue_callbacks WHERE b.campaign_id = c.campaign_id AND ${dueCallback('b.')}) AS callbacks,
        (SELECT count(*) FROM call_queue b INDEXED BY queue_claim WHERE b.campaign_id = c.campaign_id AND ${ready('b.')}) AS ready
      FROM (SELECT DISTINCT campaign_id FROM it) c)
    SELECT it.id, CASE
      WHEN ${dueCallback('it.')} THEN ${countBefore('queue_callbacks', dueCallback, ['callback_time', 'id'])}
      WHEN ${ready('it.')} THEN heads.callbacks + ${countBefore('queue_claim', ready, RANK)}
      ELSE heads.callbacks + heads.ready + ${countBefore('queue_due', later, ['ready_at', ...RANK])} END AS before
    FROM it JOIN heads ON heads.campaign_id = it.campaign_id`;
}

/** The first waiting item of each campaign of `@ids` at `@now` and when it is due: rows of `campaignId, id, dueAt`. */
export function headsSql(): string {
  const first = LINE_PARTS.map(
    ({ index, where, order }) =>
      `(SELECT id FROM call_queue INDEXED BY ${index} WHERE campaign_id = j.value AND ${where} ORDER BY ${order} LIMIT 1)`,
  );
  const [callbacks, due, notDue] = LINE_PARTS;
  return `WITH head AS MATERIALIZED (SELECT j.value AS campaignId, coalesce(${first.join(', ')}) AS itemId FROM json_each(@ids) j)
    SELECT campaignId, id, CASE WHEN ${callbacks.where} THEN ${callbacks.dueAt} WHEN ${due.where} THEN ${due.dueAt} ELSE ${notDue.dueAt} END AS dueAt
    FROM head CROSS JOIN call_queue ON id = itemId`;
}
