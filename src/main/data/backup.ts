/**
 * Copies of the database: one a day while it runs, seven kept; and the way back.
 *
 * A copy is made online, page by page, beside the writers. Restoring is for when nothing runs: it takes the directory's lock,
 * checks the copy first, and keeps the file that it replaces. Called by the engine's daily duty and by the command line.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/domain/app-error.ts';
import type { Database } from './database.ts';
import { copyBeforeMigration } from './migrate.ts';
import { DATABASE_FILE, lock } from './open.ts';

/** Copies that are kept; the oldest goes. */
export const BACKUPS_KEPT = 7;
const FOLDER = 'backups';
const NAME = /^ringmaster-\d{4}-\d{2}-\d{2}T\d{6}Z\.db$/;
/** Small steps, so that the writers are let through between them. */
const PAGES_A_STEP = 200;

export const backupsFolder = (dataDir: string) => join(dataDir, FOLDER);

/** `ringmaster-2026-11-20T093000Z.db`, in UTC. */
export const backupName = (at: number) => `ringmaster-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z.db`;

/** When the copy of this name was made; null where the name is none of ours. */
export function backupTime(name: string): number | null {
  const found = /^ringmaster-(.{10})T(\d\d)(\d\d)(\d\d)Z\.db$/.exec(name);
  return found ? Date.parse(`${found[1]}T${found[2]}:${found[3]}:${found[4]}Z`) : null;
}

/** Names of the copies in a data directory, the oldest first. */
export function listBackups(dataDir: string): string[] {
  const folder = backupsFolder(dataDir);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => NAME.test(name))
        .toSorted()
    : [];
}

/**
 * Copies the database that is open and drops all copies but the last seven.
 * @param at now, for the name.
 * @returns the file of the copy.
 */
export async function backUp(database: Database, dataDir: string, at: number): Promise<string> {
  const folder = backupsFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, backupName(at));
  await copyTo(database.sqlite, file);
  for (const name of listBackups(dataDir).slice(0, -BACKUPS_KEPT)) rmSync(join(folder, name), { force: true });
  return file;
}

/** Copies the database of a directory whether or not a program has it open. */
export async function backUpDirectory(dataDir: string, target: string): Promise<void> {
  const source = join(dataDir, DATABASE_FILE);
  if (!existsSync(source)) throw new AppError('not-found', 'no_data', `There is no data of Ringmaster in ${dataDir}.`);
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const sqlite = new BetterSqlite3(source, { readonly: true });
  try {
    await copyTo(sqlite, target);
  } finally {
    sqlite.close();
  }
}

/** Under another name until it is whole, so that a half copy is never taken for one. */
async function copyTo(sqlite: BetterSqlite3.Database, file: string): Promise<void> {
  const unfinished = `${file}.part`;
  rmSync(unfinished, { force: true });
  await sqlite.backup(unfinished, { progress: () => PAGES_A_STEP });
  renameSync(unfinished, file);
}

/**
 * Puts a copy in the place of the database. The program must not run.
 * @param at now, for the name of the file that is kept.
 * @returns where the replaced file lies; null where there was none.
 * @throws AppError `data_in_use`, `no_backup`, `backup_broken`; then nothing is changed.
 */
export function restore(dataDir: string, copy: string, at: number): string | null {
  if (!existsSync(copy)) throw new AppError('not-found', 'no_backup', `There is no file ${copy}.`);
  checkWhole(copy);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const unlock = lock(dataDir);
  try {
    const file = join(dataDir, DATABASE_FILE);
    const arriving = `${file}.restoring`;
    copyWhole(copy, arriving);
    const aside = existsSync(file) ? join(dataDir, `replaced-${backupName(at)}`) : null;
    if (aside) for (const suffix of ['-wal', '-shm', '']) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
    // What a migration that was cut off left would otherwise be put in the place of this at the next start.
    rmSync(copyBeforeMigration(file), { force: true });
    renameSync(arriving, file);
    return aside;
  } finally {
    unlock();
  }
}

/** A copy with everything that still stands in the write-ahead log of the source. */
function copyWhole(from: string, to: string): void {
  rmSync(to, { force: true });
  const sqlite = new BetterSqlite3(from);
  try {
    sqlite.prepare('VACUUM INTO ?').run(to);
  } finally {
    sqlite.close();
  }
}

function checkWhole(file: string): void {
  const broken = (cause?: unknown) =>
    new AppError('bad-input', 'backup_broken', `${file} is no whole copy of Ringmaster's data. Choose another one.`, { cause });
  let sqlite: BetterSqlite3.Database | undefined;
  try {
    sqlite = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') throw broken();
    if (!sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'call_campaigns'").get()) throw broken();
  } catch (error) {
    throw error instanceof AppError ? error : broken(error);
  } finally {
    sqlite?.close();
  }
}
