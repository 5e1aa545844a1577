/**
 * Opens the data directory: one process at a time, migrated, with the pragmas that the promises rest on.
 *
 * The lock is an exclusive transaction on a file of its own: the operating system gives it back when the process ends,
 * however it ends, so that no stale lock ever has to be explained to anyone.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/domain/app-error.ts';
import { Database } from './database.ts';
import { migrateFile } from './migrate.ts';

export const DATABASE_FILE = 'ringmaster.db';
const LOCK_FILE = 'ringmaster.lock';

export interface OpenOptions {
  dataDir: string;
  migrationsFolder: string;
  /** OFF only in the generated runs, which restart nothing but their own process. */
  synchronous?: 'FULL' | 'OFF';
}

export interface OpenData {
  database: Database;
  /** Where the database and everything beside it lies. */
  dataDir: string;
  close(): void;
}

/**
 * @throws AppError `data_in_use` where another process has the directory open; what `migrateFile` throws.
 */
export function openData({ dataDir, migrationsFolder, synchronous = 'FULL' }: OpenOptions): OpenData {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lock(dataDir);
  try {
    const file = join(dataDir, DATABASE_FILE);
    migrateFile(file, migrationsFolder);
    const sqlite = new BetterSqlite3(file);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma(`synchronous = ${synchronous}`);
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('busy_timeout = 5000');
    sqlite.pragma('cache_size = -65536');
    sqlite.pragma('temp_store = MEMORY');
    const database = new Database(sqlite);
    return {
      database,
      dataDir,
      close() {
        database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Takes the directory for this process; the answer gives it back. */
export function lock(dataDir: string): () => void {
  const holder = new BetterSqlite3(join(dataDir, LOCK_FILE));
  try {
    holder.pragma('busy_timeout = 0');
    holder.pragma('journal_mode = DELETE');
    holder.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    throw new AppError(
      'unavailable',
      'data_in_use',
      `Another Ringmaster has ${dataDir} open. Close it, or choose another folder with --data-dir.`,
      {
        cause: error,
        retryable: false,
      },
    );
  }
  return () => holder.close();
}
