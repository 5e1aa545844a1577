/**
 * Brings a file to the disk while it is being written, a piece at a time.
 *
 * A file of a hundred megabytes that is synced once at its end keeps the disk for a fifth of a second, and every commit of the
 * engine that falls into it waits for it. Used for the import's own files, by their writer alone.
 */
import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';

/** Rows between two syncs: a few milliseconds of the disk each. */
const EVERY = 10_000;

export class SteadySync {
  private readonly handle: number;
  private rows = 0;

  /** @param file exists already. */
  constructor(file: string) {
    this.handle = openSync(file, 'r+');
  }

  /** Counts one more row. */
  row(): void {
    this.rows += 1;
    if (this.rows % EVERY === 0) this.now();
  }

  /** What was written so far, durable. */
  now(): void {
    fdatasyncSync(this.handle);
  }

  /** The file as it stands, durable, its length included. */
  whole(): void {
    fsyncSync(this.handle);
  }

  /** After SQLite's own handles: closing any handle of a file gives up the locks that its process holds on it. */
  close(): void {
    closeSync(this.handle);
  }
}
