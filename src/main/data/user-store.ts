/**
 * Users: their rows and nothing else. Whether somebody may be changed is decided by the verbs in `accounts/`.
 *
 * Must never tell a password's hash to anyone but `accounts/`. Rows are those of the installation, not of a user: no scope.
 */
import { and, asc, count, eq, ne, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { users } from './schema/index.ts';

export type UserRow = typeof users.$inferSelect;
export type NewUserRow = Omit<typeof users.$inferInsert, 'lastTurn' | 'tokenVersion'>;
export type UserRowChange = Partial<
  Pick<UserRow, 'email' | 'name' | 'role' | 'passwordHash' | 'concurrentCallsLimit' | 'active' | 'recoveryHash'>
>;

export function userStore(db: Database) {
  const { orm } = db;
  const note = (id: string) => {
    db.changes.users.add(id);
    db.changes.slots = true;
    db.changes.due = true;
  };

  return {
    get: (id: string): UserRow | undefined => orm.select().from(users).where(eq(users.id, id)).get(),

    /** @param email in lower case. */
    byEmail: (email: string): UserRow | undefined => orm.select().from(users).where(eq(users.email, email)).get(),

    list: (): UserRow[] => orm.select().from(users).orderBy(asc(users.name), asc(users.id)).all(),

    isEmpty: (): boolean => orm.select({ id: users.id }).from(users).limit(1).get() === undefined,

    /** Active admins beside this user. */
    otherActiveAdmins(id: string): number {
      const others = and(eq(users.role, 'admin'), eq(users.active, true), ne(users.id, id));
      return orm.select({ n: count() }).from(users).where(others).get()?.n ?? 0;
    },

    insertTx(row: NewUserRow): UserRow {
      const user = orm.insert(users).values(row).returning().get();
      note(user.id);
      return user;
    },

    changeTx(id: string, change: UserRowChange, now: number): UserRow | undefined {
      note(id);
      return orm
        .update(users)
        .set({ ...change, updatedAt: now })
        .where(eq(users.id, id))
        .returning()
        .get();
    },

    /** Ends every token and session of the user at once. */
    raiseTokenVersionTx(id: string, now: number): void {
      orm
        .update(users)
        .set({ tokenVersion: sql`${users.tokenVersion} + 1`, updatedAt: now })
        .where(eq(users.id, id))
        .run();
      note(id);
    },
  };
}
