/** Calls as screens and scripts read them: with the names around them, in pages, newest first. */
import { and, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { CALL_ENDS, type CallEnd, type CallState } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';
import { agents, calls, campaigns, contacts } from './schema/index.ts';
import { type Scope, within } from './scope.ts';

export interface CallFilter {
  campaignId?: string | undefined;
  contactId?: number | undefined;
  itemId?: number | undefined;
  status?: CallState | undefined;
  outcome?: CallEnd | undefined;
  /** Only those that the figures count. */
  counted?: boolean | undefined;
}

const MACHINE = sql`coalesce(${calls.answeredByMachine}, 0)`;
const SPOKE = sql`coalesce(${calls.durationSeconds}, 0) > 0`;

/** The calls that count under an outcome: `countedOutcome` of the figures, said in SQL. */
function endedAs(outcome: CallEnd): SQL | undefined {
  const ended = eq(calls.status, outcome);
  const completed = eq(calls.status, 'completed');
  switch (outcome) {
    case 'completed':
      return and(completed, sql`${MACHINE} = 0`, SPOKE);
    case 'voicemail':
      return sql`(${ended} OR (${completed} AND ${MACHINE} = 1))`;
    case 'no-answer':
      return sql`(${ended} OR (${completed} AND ${MACHINE} = 0 AND NOT ${SPOKE}))`;
    case 'busy':
    case 'failed':
    case 'cancelled':
    case 'not-placed':
    case 'unknown':
      return ended;
  }
}

/** Over, surely made, and part of a campaign that was not a test to one's own phone. */
const COUNTED = and(
  inArray(
    calls.status,
    CALL_ENDS.filter((end) => end !== 'not-placed'),
  ),
  ne(calls.origin, 'test'),
  sql`${calls.campaignId} IS NOT NULL`,
);

export function callListStore(db: Database) {
  const filtered = (scope: Scope, filter: CallFilter) =>
    and(
      within(scope, calls.userId),
      filter.campaignId === undefined ? undefined : eq(calls.campaignId, filter.campaignId),
      filter.contactId === undefined ? undefined : eq(calls.contactId, filter.contactId),
      filter.itemId === undefined ? undefined : eq(calls.itemId, filter.itemId),
      filter.status === undefined ? undefined : eq(calls.status, filter.status),
      filter.outcome === undefined ? undefined : endedAs(filter.outcome),
      filter.counted === true ? COUNTED : undefined,
    );
  const rows = () =>
    db.orm
      .select({ call: calls, campaignName: campaigns.name, contactName: contacts.name, agentName: agents.name })
      .from(calls)
      .innerJoin(agents, eq(agents.id, calls.agentId))
      .leftJoin(campaigns, eq(campaigns.id, calls.campaignId))
      .leftJoin(contacts, eq(contacts.id, calls.contactId));

  return {
    list(scope: Scope, filter: CallFilter, { page, limit }: { page: number; limit: number }) {
      return rows()
        .where(filtered(scope, filter))
        .orderBy(desc(calls.claimedAt), desc(calls.id))
        .limit(limit)
        .offset((page - 1) * limit)
        .all();
    },

    /** How many calls a filter finds, counted no further than `most`. */
    count(scope: Scope, filter: CallFilter, most: number): number {
      const found = db.orm.select({ one: sql`1` }).from(calls).where(filtered(scope, filter)).limit(most).as('found');
      return db.orm.select({ n: sql<number>`count(*)` }).from(found).get()?.n ?? 0;
    },

    /** Calls by id, those outside the scope left out. */
    byIds(scope: Scope, ids: readonly string[]) {
      if (ids.length === 0) return [];
      return rows()
        .where(and(within(scope, calls.userId), inArray(calls.id, [...ids])))
        .all();
    },
  };
}

export type CallRow = ReturnType<ReturnType<typeof callListStore>['list']>[number];
