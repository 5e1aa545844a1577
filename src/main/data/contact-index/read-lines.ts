/** What the contact index reads of the database, through a connection of its own that cannot write. Short reads: the log of the
 * database is cut back only when nobody reads an old state of it. */
import BetterSqlite3 from 'better-sqlite3';
import type { ContactLine } from './columns.ts';

/** Contacts of one read; some milliseconds. */
export const LINES = 5_000;

// Names and companies were tidied when they were written: no line break is in them.
const line = (column: string) => `coalesce(${column}, '') || char(10)`;
const COLUMNS = `contacts.id, ${line('name')} || ${line('email')} || ${line('company')} || substr(phone, 2) || char(10) AS text,
  updated_at AS updatedAt, coalesce(last_conversation_at, 0) AS talkedAt`;
const MINE = 'FROM contacts WHERE user_id = @userId AND deleted_at IS NULL';

export function openLines(databaseFile: string) {
  const sqlite = new BetterSqlite3(databaseFile, { readonly: true });
  sqlite.pragma('cache_size = -8192');
  const after = sqlite.prepare(`SELECT ${COLUMNS} ${MINE} AND id > @after ORDER BY id LIMIT ${LINES}`);
  // The plus keeps the index of the user away: these are found by their ids.
  const byIds = sqlite.prepare(
    `SELECT ${COLUMNS} FROM json_each(@ids) j CROSS JOIN contacts ON contacts.id = j.value WHERE +user_id = @userId AND deleted_at IS NULL`,
  );
  const forbidden = sqlite
    .prepare(
      'SELECT c.id FROM do_not_call d CROSS JOIN contacts c ON c.phone = d.phone AND c.user_id = @userId AND c.deleted_at IS NULL ORDER BY c.id',
    )
    .pluck();
  const count = sqlite.prepare(`SELECT count(*) ${MINE}`).pluck();
  const page = (direction: 'ASC' | 'DESC') =>
    sqlite.prepare(`SELECT id ${MINE} ORDER BY id ${direction} LIMIT @limit OFFSET @offset`).pluck();
  const pages = { asc: page('ASC'), desc: page('DESC') };

  return {
    /** The next contacts of a user in the order of their ids. */
    after: (userId: string, id: number) => after.all({ userId, after: id }) as ContactLine[],
    /** Of these contacts, those that are the user's and not deleted. */
    byIds: (userId: string, ids: readonly number[]) => byIds.all({ userId, ids: JSON.stringify(ids) }) as ContactLine[],
    /** The user's contacts on the do-not-call list. */
    forbidden: (userId: string) => forbidden.all({ userId }) as number[],
    count: (userId: string) => count.get({ userId }) as number,
    /** A page in the order in which they came, while the index is not there yet. */
    page: (userId: string, sortDir: 'asc' | 'desc', offset: number, limit: number) =>
      pages[sortDir].all({ userId, offset, limit }) as number[],
    close: () => void sqlite.close(),
  };
}

export type Lines = ReturnType<typeof openLines>;
