/**
 * What is under way in the import: files being read, and the one that is being written. Kept in memory; what must outlive a restart
 * stands on the rows of `imports`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadProgress } from './read-messages.ts';
import { type ReaderRun, ReaderStopped } from './start-reader.ts';

export interface RoomOptions {
  dataDir: string;
  databaseFile: string;
  /** Where the worker's code is, if not where it always is. */
  workerUrl?: URL;
}

/** Beside the sources, or in the built program, where every part is one file in a folder of its own. */
const WORKER = import.meta.url.endsWith('.ts')
  ? new URL('./worker.ts', import.meta.url)
  : new URL('../worker/import-worker.mjs', import.meta.url);

/** Each takes up to two threads and their memory. */
const MOST_READINGS = 2;

interface Reading {
  run: ReaderRun;
  over: Promise<void>;
  progress: ReadProgress;
}

export class ImportRoom {
  readonly folder: string;
  readonly databaseFile: string;
  readonly workerUrl: URL;
  /** Set when the engine stops: writing ends between two batches and goes on at the next start. */
  closing = false;
  private readonly readings = new Map<string, Reading>();
  private lastWrite: Promise<unknown> = Promise.resolve();

  constructor({ dataDir, databaseFile, workerUrl = WORKER }: RoomOptions) {
    this.folder = join(dataDir, 'imports');
    this.databaseFile = databaseFile;
    this.workerUrl = workerUrl;
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
  }

  /** How far the reading of an import is; undefined where it is not being read. */
  progressOf(importId: string): ReadProgress | undefined {
    return this.readings.get(importId)?.progress;
  }

  /**
   * Begins a reading when there is room for it, and keeps it until it ends, so that it can be asked and stopped. `begin` answers
   * null where the import was given up while it waited.
   */
  async reading<T>(importId: string, begin: () => { run: ReaderRun; done: Promise<T> } | null): Promise<T> {
    while (this.readings.size >= MOST_READINGS) await Promise.race([...this.readings.values()].map(({ over }) => over));
    const begun = this.closing ? null : begin();
    if (!begun) throw new ReaderStopped();
    const over = begun.done.then(
      () => {},
      () => {},
    );
    this.readings.set(importId, { run: begun.run, progress: { rows: 0, bytes: 0 }, over });
    try {
      return await begun.done;
    } finally {
      this.readings.delete(importId);
    }
  }

  noteProgress(importId: string, progress: ReadProgress): void {
    const reading = this.readings.get(importId);
    if (reading) reading.progress = progress;
  }

  stopReading(importId: string): void {
    this.readings.get(importId)?.run.stop();
  }

  /** Runs `work` when every writing that was asked for before is over: one file at a time is attached to the database. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastWrite.then(work, work);
    this.lastWrite = turn.catch(() => undefined);
    return turn;
  }

  /** Stops readings, and waits until nothing is written any more. */
  async close(): Promise<void> {
    this.closing = true;
    for (const { run } of this.readings.values()) run.stop();
    await this.lastWrite;
  }
}
