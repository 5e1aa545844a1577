/** What the queue index reads of the database. Short reads: the log of the database is cut back only when nobody reads an old state. */
import type BetterSqlite3 from 'better-sqlite3';
import type { QueueRow } from './columns.ts';
import type { NameLine } from './names.ts';

/** Rows of one read; some milliseconds. */
export const ROWS = 5_000;

const ITEM = `id, user_id, campaign_id, contact_id, status, callback_requested, priority, attempt_count, ready, ready_at,
  callback_time, named, score, position, scheduled_for, last_attempt_time, created_at, updated_at`;
const NAME = 'contacts.id, name, substr(phone, 2) AS phone';

export function openRows(sqlite: BetterSqlite3.Database) {
  const itemsAfter = sqlite.prepare(`SELECT ${ITEM} FROM call_queue WHERE id > ? AND removed_at IS NULL ORDER BY id LIMIT ${ROWS}`).raw();
  const itemsById = sqlite
    .prepare(`SELECT ${ITEM} FROM call_queue WHERE id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL`)
    .raw();
  const namesAfter = sqlite.prepare(
    `SELECT ${NAME} FROM contacts WHERE id > ? AND EXISTS (SELECT 1 FROM call_queue WHERE contact_id = contacts.id) ORDER BY id LIMIT ${ROWS}`,
  );
  const namesById = sqlite.prepare(`SELECT ${NAME} FROM contacts WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`);
  const campaigns = sqlite.prepare('SELECT id FROM call_campaigns WHERE deleted_at IS NULL').pluck();

  return {
    /** The next items in the order of their ids; removed ones are no items here. */
    itemsAfter: (id: number) => itemsAfter.all(id) as QueueRow[],
    itemsById: (ids: readonly number[]) => itemsById.all(JSON.stringify(ids)) as QueueRow[],
    /** The next contacts with an item, in the order of their ids; deleted ones too. */
    namesAfter: (id: number) => namesAfter.all(id) as NameLine[],
    namesById: (ids: readonly number[]) => namesById.all(JSON.stringify(ids)) as NameLine[],
    /** Ids of the campaigns that are not deleted. */
    campaigns: () => campaigns.all() as string[],
  };
}

export type Rows = ReturnType<typeof openRows>;
