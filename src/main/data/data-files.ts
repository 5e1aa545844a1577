/** What lies in a data directory, by its size: for whoever looks after the data. Reads names and sizes, never what is in a file. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { backupsFolder, backupTime, listBackups } from './backup.ts';
import { DATABASE_FILE } from './open.ts';

export interface BackupFile {
  name: string;
  /** UTC milliseconds, by the name. */
  madeAt: number;
  bytes: number;
}

export const databaseFile = (dataDir: string) => join(dataDir, DATABASE_FILE);

/** The database and its write-ahead log, in bytes. */
export const databaseBytes = (dataDir: string): number =>
  ['', '-wal'].reduce((sum, suffix) => sum + bytesOf(databaseFile(dataDir) + suffix), 0);

/** The copies, the latest first. */
export const backupFiles = (dataDir: string): BackupFile[] =>
  listBackups(dataDir)
    .toReversed()
    .map((name) => ({ name, madeAt: backupTime(name) ?? 0, bytes: bytesOf(join(backupsFolder(dataDir), name)) }));

/** 0 where there is none (any more). */
const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
