/**
 * Slots as people see them: limits and calls up of users and of the system, counted over the rows.
 *
 * Decides nothing: whether a call may start is asked by the claim (`claim-store.ts`). Called by `settings/concurrency.ts` and by
 * whatever shows a limit.
 */
import { count, isNull } from 'drizzle-orm';
import type { Database } from './database.ts';
import { calls } from './schema/index.ts';
import { type Scope, scopeValue } from './scope.ts';

export interface SlotsOfUser {
  userId: string;
  name: string;
  email: string;
  limit: number;
  /** Calls of the user that hold a slot. */
  active: number;
}

export function slotStore(db: Database) {
  const { orm, sqlite } = db;
  // Counted first, over the calls that are up alone: joined row by row, every call that a user ever made would be looked up.
  const ofUsers = sqlite.prepare(
    `SELECT u.id AS userId, u.name, u.email, u.concurrent_calls_limit AS "limit", coalesce(up.n, 0) AS active
     FROM users u LEFT JOIN (SELECT user_id, count(*) AS n FROM calls INDEXED BY calls_up WHERE slot_released_at IS NULL GROUP BY user_id) up
       ON up.user_id = u.id
     WHERE u.active = 1 AND (@scope IS NULL OR u.id = @scope) ORDER BY u.name, u.id`,
  );
  return {
    /** Users of the scope who may sign in, by name, with their limit and their calls up. */
    ofUsers: (scope: Scope) => ofUsers.all({ scope: scopeValue(scope) }) as SlotsOfUser[],

    /** Calls up of all users, those switched off included. */
    systemActive(): number {
      return orm.select({ n: count() }).from(calls).where(isNull(calls.slotReleasedAt)).get()?.n ?? 0;
    },
  };
}
