/**
 * The one connection of the engine to its SQLite file, and the one way to write: `write` runs a function in an immediate
 * transaction and tells what it changed after the commit. A `write` inside a `write` joins the outer one.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { type ChangeListener, Changes } from './changes.ts';
import * as schema from './schema/index.ts';

export type Orm = BetterSQLite3Database<typeof schema>;

export class Database {
  readonly sqlite: BetterSqlite3.Database;
  readonly orm: Orm;
  private readonly listeners = new Set<ChangeListener>();
  private readonly closers: (() => void)[] = [];
  private open: Changes | null = null;
  private readonly begin: BetterSqlite3.Statement;
  private readonly commit: BetterSqlite3.Statement;
  private readonly rollback: BetterSqlite3.Statement;

  constructor(sqlite: BetterSqlite3.Database) {
    this.sqlite = sqlite;
    this.orm = drizzle(sqlite, { schema });
    this.begin = sqlite.prepare('BEGIN IMMEDIATE');
    this.commit = sqlite.prepare('COMMIT');
    this.rollback = sqlite.prepare('ROLLBACK');
  }

  /** Notes of the transaction that is open. Writing outside of one is a bug. */
  get changes(): Changes {
    if (!this.open) throw new Error('a store wrote outside of a transaction');
    return this.open;
  }

  /**
   * Runs `work` in a transaction and answers what it answers. Any throw rolls everything back. `work` is synchronous: a
   * transaction never waits for anything.
   */
  write<T>(work: () => T): T {
    if (this.open) return work();
    this.begin.run();
    const changes = new Changes();
    this.open = changes;
    let result: T;
    try {
      result = work();
      this.commit.run();
    } catch (error) {
      if (this.sqlite.inTransaction) this.rollback.run();
      throw error;
    } finally {
      this.open = null;
    }
    if (!changes.empty) for (const listener of this.listeners) listener(changes);
    return result;
  }

  /** Calls `listener` after every commit that changed something; the answer stops it. */
  onChange(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls `closer` before the file is closed. */
  onClose(closer: () => void): void {
    this.closers.push(closer);
  }

  close(): void {
    for (const closer of this.closers) closer();
    this.sqlite.close();
  }
}
