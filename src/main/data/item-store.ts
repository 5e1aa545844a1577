/**
 * Queue items: the one place that writes an item's state, and its history.
 *
 * `moveTx` is a guarded update: it changes the row only where it still is in the state that the caller saw, and a row that was
 * not changed is a normal answer. The database refuses transitions that the table of states does not name; its triggers move
 * the campaign's counters in the same statement.
 */
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { isFinalItem, type ItemState } from '../../shared/domain/states.ts';
import { byShape } from './by-shape.ts';
import type { Database } from './database.ts';
import { queueHistory, queueItems } from './schema/index.ts';
import { type Scope, sees } from './scope.ts';

export type QueueItem = typeof queueItems.$inferSelect;
export type ItemChange = Partial<
  Omit<typeof queueItems.$inferInsert, 'id' | 'status' | 'userId' | 'campaignId' | 'contactId' | 'createdAt' | 'updatedAt'>
>;

export interface HistoryEntry {
  action: string;
  details?: string;
  reason?: string | null;
  /** A user's id, or `ringmaster`. */
  by: string;
}

export function itemStore(db: Database) {
  const byId = db.orm
    .select()
    .from(queueItems)
    .where(eq(queueItems.id, sql.placeholder('id')))
    .prepare();
  const move = byShape<Partial<typeof queueItems.$inferInsert>>((columns) =>
    db.orm
      .update(queueItems)
      .set(columns)
      .where(and(eq(queueItems.id, sql.placeholder('ofId')), eq(queueItems.status, sql.placeholder('from'))))
      .prepare(),
  );
  const history = db.sqlite.prepare('INSERT INTO queue_history (item_id, at, action, details, reason, by) VALUES (?, ?, ?, ?, ?, ?)');
  const noteChange = (item: { id: number; campaignId: string }) => {
    db.changes.items.add(item.id);
    db.changes.campaigns.add(item.campaignId);
    db.changes.due = true;
  };

  return {
    /** One item, or undefined where there is none in this scope. Removed ones are not found. */
    get(scope: Scope, id: number): QueueItem | undefined {
      const item = byId.get({ id });
      return item && item.removedAt === null && sees(scope, item) ? item : undefined;
    },

    /**
     * Moves an item from one state to another, with whatever else changes. What a final state needs (its date, no call, not
     * ready) and what a waiting one needs (no date, no call) is set here, so that no caller can forget it.
     * @returns whether the item was still in `from`.
     */
    moveTx(item: { id: number; campaignId: string }, from: ItemState, to: ItemState, at: number, change: ItemChange = {}): boolean {
      const needs: ItemChange = isFinalItem(to)
        ? { completedAt: at, callId: null, cancelAskedAt: null, ready: 0, callbackRequested: 0 }
        : to === 'queued'
          ? { completedAt: null, callId: null, cancelAskedAt: null, ready: 0 }
          : { completedAt: null, ready: 0 };
      if (move({ ...needs, ...change, status: to, updatedAt: at }, { ofId: item.id, from }) === 0) return false;
      noteChange(item);
      return true;
    },

    /** Changes a waiting item without moving it: its time, priority, callback, agent. @returns whether it was still waiting. */
    changeWaitingTx(item: { id: number; campaignId: string }, at: number, change: ItemChange): boolean {
      return this.changeTx(item, at, change, eq(queueItems.status, 'queued'));
    },

    /** Changes what is not the state of an item, whatever its state, under an extra condition. */
    changeTx(item: { id: number; campaignId: string }, at: number, change: ItemChange, condition?: SQL): boolean {
      const { changes } = db.orm
        .update(queueItems)
        .set({ ...change, updatedAt: at })
        .where(and(eq(queueItems.id, item.id), condition))
        .run();
      if (changes === 0) return false;
      noteChange(item);
      return true;
    },

    /**
     * Gives the items of a contact their new place in the order, after a call or an edit (rules 1 and 3): those that wait, and those
     * that may wait again, after a retry or reopened.
     */
    rescoreTx(contactId: number, named: boolean, score: number): void {
      db.orm
        .update(queueItems)
        .set({ named: named ? 1 : 0, score })
        .where(eq(queueItems.contactId, contactId))
        .run();
    },

    /** Records what happened to an item, when, by whom and why; an empty reason is none. */
    recordTx(itemId: number, at: number, { action, details = '', reason = null, by }: HistoryEntry): void {
      history.run(itemId, at, action, details, reason || null, by);
    },

    /** The history of one item, oldest first. Ask for the item within a scope before. */
    historyOf(itemId: number) {
      return db.orm.select().from(queueHistory).where(eq(queueHistory.itemId, itemId)).orderBy(queueHistory.id).all();
    },
  };
}
