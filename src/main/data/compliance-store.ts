/**
 * What forbids a call for the whole installation: the do-not-call list by number, and the holidays by date.
 *
 * Must never forget a number: it is taken off by one function, which records who did it and why. It belongs to no user, so it takes
 * no scope. Asked by the claim; written by `compliance/` and by the import. Which numbers a page shows: `do-not-call-search`.
 */
import { and, count, desc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { inList } from './in-list.ts';
import { doNotCall, doNotCallRemovals, holidays, users } from './schema/index.ts';

export interface DoNotCallEntry {
  /** E.164. */
  phone: string;
  reason: string;
  /** A user's id. */
  by: string;
  at: number;
}

export interface Page {
  page: number;
  limit: number;
}

export function complianceStore(db: Database) {
  const { orm, sqlite } = db;
  const add = sqlite.prepare(
    'INSERT INTO do_not_call (phone, reason, added_by, added_at) VALUES (@phone, @reason, @by, @at) ON CONFLICT DO NOTHING',
  );
  const isListed = sqlite.prepare('SELECT 1 FROM do_not_call WHERE phone = ?').pluck();
  const dates = sqlite.prepare('SELECT on_date FROM holidays').pluck();

  const numbers = orm
    .select({
      phone: doNotCall.phone,
      reason: doNotCall.reason,
      addedBy: doNotCall.addedBy,
      addedByName: users.name,
      addedAt: doNotCall.addedAt,
    })
    .from(doNotCall)
    .innerJoin(users, eq(users.id, doNotCall.addedBy))
    .where(inList(doNotCall.phone))
    .prepare();

  return {
    isListed: (phone: string): boolean => isListed.get(phone) !== undefined,

    /** Puts a number on the list. @returns whether it was not on it before; who put it there first stays. */
    addNumberTx(entry: DoNotCallEntry): boolean {
      if (add.run(entry).changes === 0) return false;
      db.changes.topics.add('do-not-call');
      return true;
    },

    /** Takes a number off the list and records it. @returns whether it was on it. */
    removeNumberTx({ phone, reason, by, at }: DoNotCallEntry): boolean {
      if (orm.delete(doNotCall).where(eq(doNotCall.phone, phone)).run().changes === 0) return false;
      orm.insert(doNotCallRemovals).values({ phone, reason, removedBy: by, removedAt: at }).run();
      db.changes.topics.add('do-not-call');
      db.changes.due = true;
      return true;
    },

    /** Those of the numbers that are on the list, in the order in which they are asked for. */
    someNumbers(phones: readonly string[]) {
      const rows = new Map(numbers.all({ ids: JSON.stringify(phones) }).map((row) => [row.phone, row]));
      return phones.flatMap((phone) => rows.get(phone) ?? []);
    },

    /** One page of removals, the latest first. */
    listRemovals({ page, limit }: Page) {
      return orm
        .select({
          phone: doNotCallRemovals.phone,
          reason: doNotCallRemovals.reason,
          removedBy: doNotCallRemovals.removedBy,
          removedByName: users.name,
          removedAt: doNotCallRemovals.removedAt,
        })
        .from(doNotCallRemovals)
        .innerJoin(users, eq(users.id, doNotCallRemovals.removedBy))
        .orderBy(desc(doNotCallRemovals.id))
        .limit(limit)
        .offset((page - 1) * limit)
        .all();
    },

    countRemovals(most: number): number {
      const rows = orm.select({ one: sql`1` }).from(doNotCallRemovals).limit(most).as('found');
      return orm.select({ n: count() }).from(rows).get()?.n ?? 0;
    },

    /** Dates (`YYYY-MM-DD`) on which nobody calls. */
    holidaySet: (): ReadonlySet<string> => new Set(dates.all() as string[]),

    /** Holidays in their order, those of [from, to] where given. */
    listHolidays({ from, to }: { from?: string | undefined; to?: string | undefined }) {
      return orm
        .select()
        .from(holidays)
        .where(and(from === undefined ? undefined : gte(holidays.on, from), to === undefined ? undefined : lte(holidays.on, to)))
        .orderBy(holidays.on)
        .all();
    },

    /** Adds a holiday, or gives one its new name. */
    setHolidayTx(on: string, name: string): void {
      orm.insert(holidays).values({ on, name }).onConflictDoUpdate({ target: holidays.on, set: { name } }).run();
      db.changes.topics.add('holidays');
      db.changes.due = true;
    },

    /** @returns whether there was one. */
    removeHolidayTx(on: string): boolean {
      if (orm.delete(holidays).where(eq(holidays.on, on)).run().changes === 0) return false;
      db.changes.topics.add('holidays');
      db.changes.due = true;
      return true;
    },
  };
}
