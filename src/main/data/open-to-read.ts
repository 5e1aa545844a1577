/**
 * Opens a data directory to look at it, beside a program that may have it open: nothing is locked, migrated or written.
 * For the command line alone.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/domain/app-error.ts';
import { Database } from './database.ts';
import { DATABASE_FILE, lock, type OpenData } from './open.ts';

/** @throws AppError `no_data`. */
export function openToRead(dataDir: string): OpenData {
  const file = join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) throw new AppError('not-found', 'no_data', `There is no data of Ringmaster in ${dataDir}.`);
  const sqlite = new BetterSqlite3(file, { readonly: true });
  sqlite.pragma('query_only = ON');
  const database = new Database(sqlite);
  return { database, dataDir, close: () => database.close() };
}

/** Whether a program has the directory open now. */
export function isInUse(dataDir: string): boolean {
  try {
    lock(dataDir)();
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'data_in_use') return true;
    throw error;
  }
}
