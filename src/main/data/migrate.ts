/**
 * Brings a database file to the newest schema, or leaves it exactly as it was.
 *
 * Order: copy the file · foreign keys off, outside any transaction (inside one the pragma is ignored, and a rebuilt parent
 * table would delete its children) · migrate · foreign keys on · check every reference and the row counts. A surprise puts the
 * copy back. The copy is there only while a migration is not found good: one that a start finds was cut off, and is put back
 * too. Called by `open.ts` before anything else reads the file.
 */
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import { AppError } from '../../shared/domain/app-error.ts';
import { triggerStatements } from './triggers.ts';

interface Journal {
  entries: { when: number; tag: string }[];
}

/** Where the copy of a file lies while it is migrated. */
export const copyBeforeMigration = (file: string) => `${file}.before-migration`;

/** How many migrations of the folder the file has not seen; throws where the file is newer than the program. */
function pending(sqlite: BetterSqlite3.Database, folder: string): number {
  const { entries } = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
  const known = sqlite.prepare("SELECT count(*) FROM sqlite_master WHERE name = '__drizzle_migrations'").pluck().get() as number;
  if (!known) return entries.length;
  const last = (sqlite.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() as number | null) ?? 0;
  if (last > (entries.at(-1)?.when ?? 0)) {
    throw new AppError(
      'unavailable',
      'data_too_new',
      'This data was written by a newer Ringmaster. Install that version, or restore an older backup.',
      {
        retryable: false,
      },
    );
  }
  return entries.filter((entry) => entry.when > last).length;
}

function rowCounts(sqlite: BetterSqlite3.Database): Map<string, number> {
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '__drizzle_migrations'")
    .pluck()
    .all() as string[];
  return new Map(tables.map((table) => [table, sqlite.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number]));
}

function verify(sqlite: BetterSqlite3.Database, before: ReadonlyMap<string, number>): void {
  const broken = sqlite.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} references point nowhere after the migration`);
  for (const [table, rows] of rowCounts(sqlite)) {
    const had = before.get(table);
    if (had !== undefined && had !== rows) throw new Error(`table ${table} had ${had} rows before the migration and has ${rows} after it`);
  }
}

/**
 * Migrates `file` with the migrations of `folder`. Creates the file where there is none.
 * @throws AppError `data_too_new`, or `migration_failed` after which the file is as it was.
 */
export function migrateFile(file: string, folder: string): void {
  const copy = copyBeforeMigration(file);
  if (existsSync(copy)) putBack(file, copy);
  const existed = existsSync(file);
  const sqlite = new BetterSqlite3(file);
  let safe = false;
  try {
    sqlite.pragma('journal_mode = WAL');
    if (pending(sqlite, folder) > 0) {
      const before = rowCounts(sqlite);
      if (existed) {
        sqlite.pragma('wal_checkpoint(TRUNCATE)');
        keepCopy(file, copy);
        safe = true;
      }
      sqlite.pragma('foreign_keys = OFF');
      runMigrations(drizzle(sqlite), { migrationsFolder: folder });
      sqlite.pragma('foreign_keys = ON');
      verify(sqlite, before);
    }
    sqlite.transaction(() => triggerStatements().forEach((statement) => sqlite.exec(statement)))();
    sqlite.close();
  } catch (error) {
    sqlite.close();
    if (safe) putBack(file, copy);
    if (error instanceof AppError) throw error;
    throw new AppError('unavailable', 'migration_failed', 'The data could not be brought to this version; it was left as it was.', {
      cause: error,
      retryable: false,
      nextAction: 'Start the version that you used before, or report this with the log.',
    });
  }
  rmSync(copy, { force: true });
}

/** A copy that is there is whole: it takes its name when it is on the disk. */
function keepCopy(file: string, copy: string): void {
  const unfinished = `${copy}.part`;
  copyFileSync(file, unfinished);
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(unfinished, copy);
}

/** The copy becomes the file and is gone in one act; before that, the next start does the same again. */
function putBack(file: string, copy: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  renameSync(copy, file);
}
