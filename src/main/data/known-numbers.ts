/**
 * Which numbers a user has already, for the check of a file: read by the import's worker through a connection of its own, so that
 * the engine's is not held up. Decides nothing: what is known is asked again in the statement that writes.
 */
import BetterSqlite3 from 'better-sqlite3';

export interface KnownNumber {
  /** E.164 */
  phone: string;
  named: 0 | 1;
  hasEmail: 0 | 1;
  hasCompany: 0 | 1;
  successfulCalls: number;
  notConnected: number;
  timeZone: string | null;
}

const CONTACTS = `SELECT phone, trim(name) <> '' AS named, coalesce(email, '') <> '' AS hasEmail, coalesce(company, '') <> '' AS hasCompany,
    successful_calls AS successfulCalls, not_connected AS notConnected, time_zone AS timeZone
  FROM contacts WHERE user_id = ? AND deleted_at IS NULL`;
const FORBIDDEN =
  'SELECT phone, 0 AS named, 0 AS hasEmail, 0 AS hasCompany, 0 AS successfulCalls, 0 AS notConnected, NULL AS timeZone FROM do_not_call';

/** Every number of the user's contacts, or of the do-not-call list. */
export function* knownNumbers(databaseFile: string, of: { contactsOf: string } | 'do-not-call'): Generator<KnownNumber, void> {
  const sqlite = openBeside(databaseFile);
  try {
    const rows = of === 'do-not-call' ? sqlite.prepare(FORBIDDEN).iterate() : sqlite.prepare(CONTACTS).iterate(of.contactsOf);
    for (const row of rows) yield row as KnownNumber;
  } finally {
    sqlite.close();
  }
}

/** Every number that nobody may call, E.164. */
export function* barredNumbers(databaseFile: string): Generator<string, void> {
  const sqlite = openBeside(databaseFile);
  try {
    for (const phone of sqlite.prepare('SELECT phone FROM do_not_call').pluck().iterate()) yield phone as string;
  } finally {
    sqlite.close();
  }
}

function openBeside(databaseFile: string): BetterSqlite3.Database {
  const sqlite = new BetterSqlite3(databaseFile, { readonly: true });
  sqlite.pragma('cache_size = -4096');
  return sqlite;
}
