/**
 * Slots as people see them: limits and calls up of users and of the system, counted over the rows.
 *
 * Decides nothing: whether a call may start is asked by the claim (`claim-store.ts`). Called by `settings/concurrency.ts` and by
 * whatever shows a limit.
 */
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Database } from './database.ts';
import { calls, users } from './schema/index.ts';
import { type Scope, within } from './scope.ts';

export interface SlotsOfUser {
  userId: string;
  name: string;
  email: string;
  limit: number;
  /** Calls of the user that hold a slot. */
  active: number;
}

export function slotStore(db: Database) {
  const { orm } = db;
  return {
    /** Users of the scope who may sign in, by name, with their limit and their calls up. */
    ofUsers(scope: Scope): SlotsOfUser[] {
      return orm
        .select({ userId: users.id, name: users.name, email: users.email, limit: users.concurrentCallsLimit, active: count(calls.id) })
        .from(users)
        .leftJoin(calls, and(eq(calls.userId, users.id), isNull(calls.slotReleasedAt)))
        .where(and(eq(users.active, true), within(scope, users.id)))
        .groupBy(users.id)
        .orderBy(asc(users.name), asc(users.id))
        .all();
    },

    /** Calls up of all users, those switched off included. */
    systemActive(): number {
      return orm.select({ n: count() }).from(calls).where(isNull(calls.slotReleasedAt)).get()?.n ?? 0;
    },
  };
}
