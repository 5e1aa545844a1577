/**
 * Requests that came with a key of their own, and what was answered, so that sent again they are not done again.
 *
 * Decides nothing: `server/idempotency` does. A row without a status is a request that was begun; must be written before
 * anything is done.
 */
import { and, eq, lte, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { idempotencyKeys } from './schema/index.ts';

export type KeyedRequest = typeof idempotencyKeys.$inferSelect;
export type RequestKey = Pick<KeyedRequest, 'userId' | 'key'>;

/** Rows that one step of forgetting deletes at most. */
export const FORGET_STEP = 500;

export function idempotencyStore(db: Database) {
  const { orm } = db;
  const of = ({ userId, key }: RequestKey) => and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key));

  return {
    get: (request: RequestKey): KeyedRequest | undefined => orm.select().from(idempotencyKeys).where(of(request)).get(),

    /** Records that a request is under way, in the place of one whose time is over. */
    beginTx(request: Omit<KeyedRequest, 'status' | 'sealedAnswer'>): void {
      orm.delete(idempotencyKeys).where(of(request)).run();
      orm.insert(idempotencyKeys).values(request).run();
    },

    endTx(request: RequestKey, status: number, sealedAnswer: string | null): void {
      orm.update(idempotencyKeys).set({ status, sealedAnswer }).where(of(request)).run();
    },

    /** Nothing was done: the key may be used anew. */
    freeTx(request: RequestKey): void {
      orm.delete(idempotencyKeys).where(of(request)).run();
    },

    /** Forgets one step of what began at the instant or before. @returns how many. */
    forgetTx(until: number): number {
      const step = orm.select({ rowid: sql`rowid` }).from(idempotencyKeys).where(lte(idempotencyKeys.createdAt, until)).limit(FORGET_STEP);
      return orm.delete(idempotencyKeys).where(sql`rowid IN ${step}`).run().changes;
    },
  };
}
