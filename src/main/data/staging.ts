/**
 * The import's own files: the rows that were read and checked, and beside them those that were refused.
 *
 * Two SQLite files for each import, so that nothing of it is in the database before it is whole: `<id>.db` holds what will be
 * written and goes when that is done; `<id>-refused.db` is kept for whoever wants to know why. Written by the import's worker alone,
 * without journal, for a file that was not finished is thrown away; durable before anything rests on it.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { removeFile } from './remove-file.ts';
import { SteadySync } from './steady-sync.ts';

/** One row as it will be written. `phone` is E.164 without its plus. */
export interface StagedRow {
  n: number;
  line: number;
  phone: number;
  name: string;
  firstName: string;
  lastName: string;
  email: string | null;
  company: string | null;
  timeZone: string | null;
  /** JSON of the row's own values. */
  custom: string;
  /** Rows of one bucket are called before those of the next; `inBucket` is the place within it, from 0 (rule 3). */
  bucket: number;
  inBucket: number;
  /** The number is the user's already. */
  known: 0 | 1;
  /** The number is on the do-not-call list. */
  barred: 0 | 1;
}

const REFUSAL_KINDS = ['duplicate', 'invalid', 'warning'] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** Why a row was refused, or (`warning`) taken with a remark. */
export interface RefusedRow {
  line: number;
  column: string;
  value: string;
  reason: string;
  kind: RefusalKind;
  /** The whole row as it came. */
  cells: readonly string[];
}

export interface StagingFiles {
  rows: string;
  refused: string;
}

export const stagingFiles = (folder: string, importId: string): StagingFiles => ({
  rows: join(folder, `${importId}.db`),
  refused: join(folder, `${importId}-refused.db`),
});

const withLeftovers = (file: string) => ['', '-journal', '-wal', '-shm'].map((suffix) => file + suffix);

/** Takes away a file of the import with whatever SQLite left beside it. */
export async function removeStaging(file: string): Promise<void> {
  await Promise.all(withLeftovers(file).map(removeFile));
}

const SCHEMA = `CREATE TABLE rows (
    n INTEGER PRIMARY KEY, phone INTEGER NOT NULL, line INTEGER NOT NULL, name TEXT NOT NULL, first_name TEXT NOT NULL, last_name TEXT NOT NULL,
    email TEXT, company TEXT, time_zone TEXT, custom TEXT NOT NULL, bucket INTEGER NOT NULL, in_bucket INTEGER NOT NULL,
    known INTEGER NOT NULL, barred INTEGER NOT NULL);
  CREATE TABLE buckets (bucket INTEGER PRIMARY KEY, first INTEGER NOT NULL)`;
const REFUSED_SCHEMA = `CREATE TABLE refused (
    id INTEGER PRIMARY KEY, line INTEGER NOT NULL, column_name TEXT NOT NULL, value TEXT NOT NULL, reason TEXT NOT NULL, kind TEXT NOT NULL, cells TEXT NOT NULL);
  CREATE TABLE headers (at INTEGER PRIMARY KEY, header TEXT NOT NULL)`;

function create(file: string, schema: string): BetterSqlite3.Database {
  for (const each of withLeftovers(file)) rmSync(each, { force: true });
  const sqlite = new BetterSqlite3(file);
  sqlite.pragma('journal_mode = OFF');
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('cache_size = -8192');
  // The index is sorted in memory (30 MB a million): freeing a file of that size would hold up the engine's commits.
  sqlite.pragma('temp_store = MEMORY');
  sqlite.exec(schema);
  sqlite.exec('BEGIN');
  return sqlite;
}

/** Writes both files. Not finished, they are worth nothing. */
export class StagingWriter {
  private readonly rows: BetterSqlite3.Database;
  private readonly refused: BetterSqlite3.Database;
  private readonly syncs: { rows: SteadySync; refused: SteadySync };
  private readonly insertRow: BetterSqlite3.Statement;
  private readonly insertRefused: BetterSqlite3.Statement;

  constructor(files: StagingFiles, headers: readonly string[]) {
    this.rows = create(files.rows, SCHEMA);
    this.refused = create(files.refused, REFUSED_SCHEMA);
    this.syncs = { rows: new SteadySync(files.rows), refused: new SteadySync(files.refused) };
    this.insertRow = this.rows.prepare('INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.insertRefused = this.refused.prepare(
      'INSERT INTO refused (line, column_name, value, reason, kind, cells) VALUES (?, ?, ?, ?, ?, ?)',
    );
    const header = this.refused.prepare('INSERT INTO headers (header) VALUES (?)');
    for (const text of headers) header.run(text);
  }

  add(r: StagedRow): void {
    // Bound by place: by name it costs half as much again, a million times.
    this.insertRow.run(
      r.n,
      r.phone,
      r.line,
      r.name,
      r.firstName,
      r.lastName,
      r.email,
      r.company,
      r.timeZone,
      r.custom,
      r.bucket,
      r.inBucket,
      r.known,
      r.barred,
    );
    this.syncs.rows.row();
  }

  refuse({ line, column, value, reason, kind, cells }: RefusedRow): void {
    this.insertRefused.run(line, column, value, reason, kind, JSON.stringify(cells));
    this.syncs.refused.row();
  }

  /**
   * Ends both files durably. `bucketSizes` by bucket, in their order. Numbers get an index, for the rows are written in the order of
   * their numbers: so the index of contacts grows at one place at a time, which is four times faster than in the order of the file.
   */
  finish(bucketSizes: readonly number[]): void {
    const bucket = this.rows.prepare('INSERT INTO buckets VALUES (?, ?)');
    let first = 0;
    for (const [at, size] of bucketSizes.entries()) {
      if (size > 0) bucket.run(at, first);
      first += size;
    }
    this.rows.exec('COMMIT');
    this.syncs.rows.now();
    this.rows.exec('CREATE UNIQUE INDEX rows_phone ON rows (phone)');
    this.refused.exec('COMMIT');
    this.syncs.rows.whole();
    this.syncs.refused.whole();
  }

  close(): void {
    this.rows.close();
    this.refused.close();
    this.syncs.rows.close();
    this.syncs.refused.close();
  }
}

/** Reads the refused rows of an import; null where they were cleared away. The caller closes it. */
export function openRefused(file: string) {
  if (!existsSync(file)) return null;
  const sqlite = new BetterSqlite3(file, { readonly: true });
  const page = sqlite.prepare(
    `SELECT id, line, column_name AS "column", value, reason, kind, cells FROM refused
     WHERE id > @after AND (@warnings OR kind <> 'warning') ORDER BY id LIMIT @limit`,
  );
  return {
    headers: sqlite.prepare('SELECT header FROM headers ORDER BY at').pluck().all() as string[],
    /** Rows after an id, in the order of the file. */
    page(after: number, limit: number, warnings = false): (RefusedRow & { id: number })[] {
      const rows = page.all({ after, limit, warnings: warnings ? 1 : 0 }) as (RefusedRow & { id: number; cells: unknown })[];
      return rows.map((row) => ({ ...row, cells: JSON.parse(row.cells as unknown as string) as string[] }));
    },
    close: () => void sqlite.close(),
  };
}
