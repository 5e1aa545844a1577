/**
 * Notices: what a person must be told and what a reload must not lose.
 *
 * Decides only whether the same thing has been told already. A notice is for one person, or for everyone where it names nobody.
 * Added by the dialer, the import and the watch of the providers; closed by the person who has read it.
 */
import { and, desc, eq, gt, isNull, or, type SQL } from 'drizzle-orm';
import { DAY_MS } from '../../shared/domain/calendar.ts';
import type { Database } from './database.ts';
import { notices } from './schema/index.ts';
import { type Scope, within } from './scope.ts';

export type Notice = typeof notices.$inferSelect;
export type NewNotice = Omit<typeof notices.$inferInsert, 'closedAt'>;

/** What a notice speaks of. */
export type Subject = Pick<NewNotice, 'userId' | 'campaignId' | 'code'>;

/** Told at most so many at once: beyond them the older ones wait. */
const MOST_SHOWN = 200;

export function noticeStore(db: Database) {
  const { orm } = db;

  /** What is for a person: their own and everyone's. */
  const forScope = (scope: Scope): SQL | undefined => {
    const own = within(scope, notices.userId);
    return own && or(own, isNull(notices.userId));
  };
  const sameSubject = ({ userId, campaignId, code }: Subject): SQL | undefined =>
    and(
      userId == null ? isNull(notices.userId) : eq(notices.userId, userId),
      campaignId == null ? isNull(notices.campaignId) : eq(notices.campaignId, campaignId),
      eq(notices.code, code),
    );

  return {
    /** Tells something; an open notice of the same subject gives way to it. */
    addTx(notice: NewNotice): void {
      orm
        .update(notices)
        .set({ closedAt: notice.at })
        .where(and(isNull(notices.closedAt), sameSubject(notice)))
        .run();
      orm.insert(notices).values(notice).run();
      db.changes.topics.add('notices');
    },

    /**
     * The same for what a duty finds anew in each pass: nothing is added where the very same sentence is still open, or was
     * closed less than a day ago.
     */
    addOnceTx(notice: NewNotice): void {
      const told = orm
        .select({ id: notices.id })
        .from(notices)
        .where(
          and(
            sameSubject(notice),
            eq(notices.sentence, notice.sentence),
            or(isNull(notices.closedAt), gt(notices.closedAt, notice.at - DAY_MS)),
          ),
        )
        .limit(1)
        .get();
      if (!told) this.addTx(notice);
    },

    /** Open notices of the scope, the latest first. */
    open(scope: Scope): Notice[] {
      return orm
        .select()
        .from(notices)
        .where(and(isNull(notices.closedAt), forScope(scope)))
        .orderBy(desc(notices.at), desc(notices.id))
        .limit(MOST_SHOWN)
        .all();
    },

    get(scope: Scope, id: string): Notice | undefined {
      return orm
        .select()
        .from(notices)
        .where(and(eq(notices.id, id), forScope(scope)))
        .get();
    },

    /** @returns whether it was open. */
    closeTx(id: string, at: number): boolean {
      const { changes } = orm
        .update(notices)
        .set({ closedAt: at })
        .where(and(eq(notices.id, id), isNull(notices.closedAt)))
        .run();
      if (changes > 0) db.changes.topics.add('notices');
      return changes > 0;
    },

    /** Closes what was told of a subject: its cause is gone. */
    closeSubjectTx(subject: Subject, at: number): void {
      const { changes } = orm
        .update(notices)
        .set({ closedAt: at })
        .where(and(isNull(notices.closedAt), sameSubject(subject)))
        .run();
      if (changes > 0) db.changes.topics.add('notices');
    },
  };
}
