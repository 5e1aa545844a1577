/**
 * Looks after the data for admins: where it lies, copies on request, what was only practice, and what a report of a fault needs.
 *
 * Must never put a copy in the place of the database: that is for when nothing runs (`data/backup.ts`). Made by the engine.
 */
import { release } from 'node:os';
import type { Backup, DataState, Diagnostics, PracticeState } from '../shared/contract/data.ts';
import { AppError } from '../shared/domain/app-error.ts';
import { BACKUPS_KEPT, backUp, backupsFolder } from './data/backup.ts';
import { type BackupFile, backupFiles, databaseBytes, databaseFile } from './data/data-files.ts';
import type { Actor } from './data/scope.ts';
import type { Parts } from './parts.ts';
import type { DataCare } from './ports/data-care.ts';
import type { PracticeClearing } from './settings/clear-practice.ts';
import { systemLimit } from './settings/concurrency.ts';
import { dialingSettings } from './settings/dialing.ts';
import { mustBeAdmin } from './settings/must-be-admin.ts';
import { practiceSettings } from './settings/telephony.ts';
import { VERSION } from './version.ts';

interface Place {
  dataDir: string;
  /** Null where the host writes its log elsewhere. */
  logFile: string | null;
}

export class DataKeeper implements DataCare {
  private readonly parts: Parts;
  private readonly place: Place;
  private readonly clearing: PracticeClearing;
  /** The copy that is being made. */
  private copying: Promise<string> | null = null;

  constructor(parts: Parts, place: Place, clearing: PracticeClearing) {
    this.parts = parts;
    this.place = place;
    this.clearing = clearing;
  }

  read(actor: Actor): DataState {
    mustBeAdmin(actor);
    const { dataDir, logFile } = this.place;
    return {
      paths: { folder: dataDir, database: databaseFile(dataDir), backups: backupsFolder(dataDir), log: logFile },
      databaseBytes: databaseBytes(dataDir),
      backups: backupFiles(dataDir).map(toBackup),
      backupsKept: BACKUPS_KEPT,
      practice: this.clearing.state(),
    };
  }

  /** @throws AppError `backup_failed`; then no copy was made and none was dropped. */
  async backUp(actor: Actor): Promise<Backup> {
    mustBeAdmin(actor);
    const { data, clock, log } = this.parts;
    const { dataDir } = this.place;
    this.copying ??= backUp(data.database, dataDir, clock.now()).finally(() => {
      this.copying = null;
    });
    try {
      const file = await this.copying;
      log.info({ file, by: actor.userId }, 'copy made on request');
      const made = backupFiles(dataDir).find(({ name }) => file.endsWith(name));
      if (made) return toBackup(made);
      throw new Error(`the copy ${file} is gone`);
    } catch (error) {
      const sentence = 'The copy could not be made. Look whether the disk is full, then try again.';
      throw new AppError('unavailable', 'backup_failed', sentence, { cause: error, retryable: true });
    }
  }

  clearPractice(actor: Actor, options: { includeRunning: boolean }): Promise<PracticeState> {
    return this.clearing.begin(actor, options);
  }

  diagnostics(actor: Actor): Diagnostics {
    mustBeAdmin(actor);
    const { parts } = this;
    const { data, clock, health } = parts;
    return {
      at: new Date(clock.now()),
      versions: {
        ringmaster: VERSION,
        node: process.versions.node,
        sqlite: data.inventory.sqliteVersion(),
        ...(process.versions.electron ? { electron: process.versions.electron } : {}),
        system: `${process.platform} ${release()} ${process.arch}`,
      },
      settings: { dialing: dialingSettings(parts), systemLimit: systemLimit(parts), practiceLine: practiceSettings(parts) },
      counts: { ...data.inventory.counts(), databaseBytes: databaseBytes(this.place.dataDir) },
      problems: health.list().map(({ code }) => code),
    };
  }
}

const toBackup = ({ name, madeAt, bytes }: BackupFile): Backup => ({ name, madeAt: new Date(madeAt), bytes });
