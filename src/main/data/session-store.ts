/**
 * Sessions of screens and logins of scripts, by the hash of what proves them: the proof itself is kept nowhere.
 *
 * Decides nothing: `accounts/authenticate.ts` holds a session against its user. Called by `accounts/` alone.
 */
import { and, eq, lte, ne, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { sessions, users } from './schema/index.ts';
import type { UserRow } from './user-store.ts';

export type SessionRow = typeof sessions.$inferSelect;

export function sessionStore(db: Database) {
  const { orm } = db;
  // Asked with every request: prepared anew it would cost ten times its answer.
  const byHash = orm
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare();
  return {
    /** A session with its user, whatever either is worth by now. */
    get: (tokenHash: string): { session: SessionRow; user: UserRow } | undefined => byHash.get({ tokenHash }),

    insertTx(session: SessionRow): void {
      orm.insert(sessions).values(session).run();
    },

    /** Ends one session; streams that stand on it are told. */
    endTx(session: Pick<SessionRow, 'tokenHash' | 'userId'>): void {
      orm.delete(sessions).where(eq(sessions.tokenHash, session.tokenHash)).run();
      db.changes.users.add(session.userId);
    },

    endAllOfTx(userId: string): void {
      orm.delete(sessions).where(eq(sessions.userId, userId)).run();
      db.changes.users.add(userId);
    },

    /** Drops what is over, of one user, whenever a new one is made, so that the table does not grow. */
    pruneTx(userId: string, tokenVersion: number, now: number): void {
      orm
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, now)))
        .run();
      orm
        .delete(sessions)
        .where(and(eq(sessions.userId, userId), ne(sessions.tokenVersion, tokenVersion)))
        .run();
    },
  };
}
