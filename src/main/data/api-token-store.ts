/**
 * Tokens of scripts, by the hash of what proves them: the secret itself is kept nowhere.
 *
 * Decides nothing: `accounts/api-tokens.ts` holds a token against its user. Called by `accounts/` alone.
 */
import { and, asc, count, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { apiTokens, users } from './schema/index.ts';
import { type Scope, within } from './scope.ts';
import type { UserRow } from './user-store.ts';

export type ApiTokenRow = typeof apiTokens.$inferSelect;

export interface TokenOfUser {
  token: ApiTokenRow;
  user: UserRow;
}

export function apiTokenStore(db: Database) {
  const { orm } = db;
  const withUser = () => orm.select({ token: apiTokens, user: users }).from(apiTokens).innerJoin(users, eq(users.id, apiTokens.userId));
  // Asked with every request of a script.
  const byHash = withUser()
    .where(eq(apiTokens.tokenHash, sql.placeholder('hash')))
    .prepare();

  return {
    /** A token with its user, whatever either is worth by now. */
    byHash: (hash: string): TokenOfUser | undefined => byHash.get({ hash }),

    get: (scope: Scope, id: string): TokenOfUser | undefined =>
      withUser()
        .where(and(eq(apiTokens.id, id), within(scope, apiTokens.userId)))
        .get(),

    /** By user, the oldest first. */
    list: (scope: Scope): TokenOfUser[] =>
      withUser()
        .where(within(scope, apiTokens.userId))
        .orderBy(asc(users.name), asc(apiTokens.userId), asc(apiTokens.createdAt), asc(apiTokens.id))
        .all(),

    countOf: (userId: string): number => orm.select({ n: count() }).from(apiTokens).where(eq(apiTokens.userId, userId)).get()?.n ?? 0,

    insertTx(row: Omit<ApiTokenRow, 'lastUsedAt'>): void {
      orm.insert(apiTokens).values(row).run();
    },

    usedTx(id: string, at: number): void {
      orm.update(apiTokens).set({ lastUsedAt: at }).where(eq(apiTokens.id, id)).run();
    },

    /** Ends one token; streams that stand on it are told. */
    endTx({ id, userId }: Pick<ApiTokenRow, 'id' | 'userId'>): void {
      orm.delete(apiTokens).where(eq(apiTokens.id, id)).run();
      db.changes.users.add(userId);
    },

    endAllOfTx(userId: string): void {
      orm.delete(apiTokens).where(eq(apiTokens.userId, userId)).run();
      db.changes.users.add(userId);
    },

    /** Drops what is over, of everyone, whenever a new one is made, so that the table does not grow. */
    pruneTx(now: number): void {
      orm
        .delete(apiTokens)
        .where(and(isNotNull(apiTokens.expiresAt), lte(apiTokens.expiresAt, now)))
        .run();
    },
  };
}
