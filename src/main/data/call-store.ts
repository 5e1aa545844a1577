/**
 * Calls: the one place that writes a call's state, its slot and its watch.
 *
 * What belongs together is set together, whoever moves a call: a line that is down gives its slot back in the same statement,
 * a call that is over has its end dated and its watch taken away. The CHECK constraints refuse anything else.
 */
import { and, asc, desc, eq, gt, isNotNull, isNull, lte, ne, notInArray, sql } from 'drizzle-orm';
import { CALL_ENDS, type CallState, isCallEnd, isLineDown, type ProviderName } from '../../shared/domain/states.ts';
import { byShape } from './by-shape.ts';
import type { Database } from './database.ts';
import { calls, providerHealth } from './schema/index.ts';
import { type Scope, sees, within } from './scope.ts';

export type Call = typeof calls.$inferSelect;
export type NewCall = typeof calls.$inferInsert;
/** What a call may be told besides its state. */
export type CallFacts = Partial<
  Pick<
    Call,
    | 'providerCallId'
    | 'ambiguous'
    | 'durationSeconds'
    | 'answeredByMachine'
    | 'cost'
    | 'costUnit'
    | 'recordingUrl'
    | 'transcript'
    | 'summary'
    | 'extracted'
    | 'hungUpBy'
    | 'reason'
    | 'stoppedBy'
    | 'notFoundLooks'
    | 'checkAt'
    | 'deliveryMissed'
    | 'queuedAt'
    | 'initiatedAt'
    | 'ringingAt'
    | 'answeredAt'
    | 'disconnectedAt'
  >
>;

/** Calls that a campaign's breaker looks back on: the newest, for failures come fast. */
const LAST_ENDS = 200;

/** The column that dates each stage. */
const STAGE_DATE = {
  queued: 'queuedAt',
  initiated: 'initiatedAt',
  ringing: 'ringingAt',
  'in-progress': 'answeredAt',
  disconnected: 'disconnectedAt',
} as const;

export function callStore(db: Database) {
  const { orm } = db;
  const over = [...CALL_ENDS];
  const byId = orm
    .select()
    .from(calls)
    .where(eq(calls.id, sql.placeholder('id')))
    .prepare();
  // Asked at every delivery or pass: a query that is built and prepared anew costs more than its answer.
  const byProviderId = orm
    .select()
    .from(calls)
    .where(and(eq(calls.provider, sql.placeholder('provider')), eq(calls.providerCallId, sql.placeholder('providerCallId'))))
    .prepare();
  const due = orm
    .select()
    .from(calls)
    .where(lte(calls.checkAt, sql.placeholder('now')))
    .orderBy(asc(calls.checkAt))
    .limit(sql.placeholder('limit'))
    .prepare();
  const nextCheck = orm
    .select({ at: sql<number | null>`min(${calls.checkAt})` })
    .from(calls)
    .where(isNotNull(calls.checkAt))
    .prepare();
  const health = orm
    .select()
    .from(providerHealth)
    .where(eq(providerHealth.provider, sql.placeholder('provider')))
    .prepare();
  const insert = byShape<NewCall>((call) => orm.insert(calls).values(call).prepare());
  const ofId = eq(calls.id, sql.placeholder('ofId'));
  const move = byShape<Partial<Call>>((columns) =>
    orm
      .update(calls)
      .set(columns)
      .where(and(ofId, eq(calls.status, sql.placeholder('from'))))
      .prepare(),
  );
  const tell = byShape<Partial<Call>>((columns) => orm.update(calls).set(columns).where(ofId).prepare());
  const watch = byShape<Pick<Call, 'checkAt'>>((columns) =>
    orm
      .update(calls)
      .set(columns)
      .where(and(ofId, isNotNull(calls.checkAt)))
      .prepare(),
  );

  const open = orm.select({ n: sql<number>`count(*)` }).from(calls).where(isNotNull(calls.checkAt)).prepare();

  const lastEnds = orm
    .select({ endedAt: calls.endedAt, status: calls.status, providerCallId: calls.providerCallId })
    .from(calls)
    .where(
      and(
        eq(calls.campaignId, sql.placeholder('campaignId')),
        gt(calls.claimedAt, sql.placeholder('claimedAfter')),
        isNotNull(calls.endedAt),
        ne(calls.status, 'not-placed'),
      ),
    )
    .orderBy(desc(calls.claimedAt))
    .limit(LAST_ENDS)
    .prepare();

  const toldSince = orm
    .select({ told: sql<number>`count(*)`, missed: sql<number>`coalesce(sum(${calls.deliveryMissed}), 0)` })
    .from(calls)
    .where(and(sql`public_url IS NOT NULL`, gt(calls.claimedAt, sql.placeholder('at'))))
    .prepare();

  const note = (call: Pick<Call, 'id' | 'campaignId'>, slot: boolean) => {
    db.changes.calls.add(call.id);
    if (call.campaignId !== null) db.changes.campaigns.add(call.campaignId);
    if (slot) {
      db.changes.slots = true;
      db.changes.due = true;
    }
  };

  return {
    get(scope: Scope, id: string): Call | undefined {
      const call = byId.get({ id });
      return call && sees(scope, call) ? call : undefined;
    },

    byProviderCallId: (provider: ProviderName, providerCallId: string): Call | undefined => byProviderId.get({ provider, providerCallId }),

    /** Records an attempt and takes its slot. Refused by the database where the attempt or the number has one already. */
    insertTx(call: NewCall): void {
      insert(call);
      note({ id: call.id, campaignId: call.campaignId ?? null }, true);
    },

    /**
     * Moves a call to a state that follows its own, at `at`, with what else was told.
     * @param checkAt the next look, for a call that is not over.
     * @returns whether the call still was in the state that the caller saw.
     */
    moveTx(call: Call, to: CallState, at: number, now: number, checkAt: number, facts: CallFacts = {}): boolean {
      const down = isLineDown(to);
      const upAgain = !down && call.slotReleasedAt !== null;
      const stage = to in STAGE_DATE ? STAGE_DATE[to as keyof typeof STAGE_DATE] : null;
      const columns = {
        ...facts,
        ...(stage && call[stage] === null ? { [stage]: at } : {}),
        status: to,
        endedAt: isCallEnd(to) ? now : null,
        checkAt: isCallEnd(to) ? null : checkAt,
        slotReleasedAt: down ? (call.slotReleasedAt ?? now) : null,
        ...(upAgain ? { takenBack: true } : {}),
        ambiguous: false,
        notFoundLooks: 0,
        updatedAt: now,
      };
      if (move(columns, { ofId: call.id, from: call.status }) === 0) return false;
      note(call, (down && call.slotReleasedAt === null) || upAgain);
      return true;
    },

    /** Adds what is newly known without moving the call. */
    tellTx(call: Pick<Call, 'id' | 'campaignId'>, now: number, facts: CallFacts): void {
      tell({ ...facts, updatedAt: now }, { ofId: call.id });
      note(call, false);
    },

    /** Sets the next look without telling anyone: nothing that a screen shows has changed. */
    watchTx(id: string, checkAt: number): void {
      watch({ checkAt }, { ofId: id });
    },

    /** Calls whose look is due, the longest overdue first. */
    dueForCheck: (now: number, limit: number): Call[] => due.all({ now, limit }),

    /** All that is not over: what a start or a wake-up asks the providers about first. */
    notOver: () => orm.select().from(calls).where(notInArray(calls.status, over)).all(),

    /** Calls that hold a slot, in a scope and perhaps of one campaign. */
    up(scope: Scope, campaignId?: string): Call[] {
      return orm
        .select()
        .from(calls)
        .where(
          and(
            isNull(calls.slotReleasedAt),
            within(scope, calls.userId),
            campaignId === undefined ? undefined : eq(calls.campaignId, campaignId),
          ),
        )
        .orderBy(asc(calls.claimedAt))
        .all();
    },

    /** How the provider has been answering dials. */
    health(provider: ProviderName) {
      return health.get({ provider }) ?? { provider, ambiguousInRow: 0, breakerOpenAt: null, lastReason: null };
    },

    setHealthTx(provider: ProviderName, told: { ambiguousInRow: number; breakerOpenAt: number | null; lastReason: string | null }): void {
      orm
        .insert(providerHealth)
        .values({ provider, ...told })
        .onConflictDoUpdate({ target: providerHealth.provider, set: told })
        .run();
      db.changes.topics.add('settings');
      db.changes.due = true;
    },

    /** Sets every call that is not over to be looked at now; those without an answer to their dial are ambiguous from here on. */
    checkAllTx(now: number): number {
      // Whoever dials holds a slot: said once more, for the index of those that do. All calls ever made are many.
      orm
        .update(calls)
        .set({ ambiguous: true })
        .where(and(eq(calls.status, 'dialing'), isNull(calls.providerCallId), isNull(calls.slotReleasedAt)))
        .run();
      return orm.update(calls).set({ checkAt: now }).where(isNotNull(calls.checkAt)).run().changes;
    },

    /**
     * How the latest calls of a campaign ended that were claimed after an instant. Failed are those that failed at the provider: one
     * without its id was refused as a wrong number and never made; one whose end is unknown is the provider's breaker's to judge.
     */
    lastEnds: (campaignId: string, claimedAfter: number): { endedAt: number; failed: boolean }[] =>
      lastEnds.all({ campaignId, claimedAfter }).map(({ endedAt, status, providerCallId }) => ({
        endedAt: endedAt ?? 0,
        failed: status === 'failed' && providerCallId !== null,
      })),

    /** Of the calls claimed since an instant that deliveries should have told: how many there were, and how many they did not. */
    toldSince: (at: number): { told: number; missed: number } => toldSince.get({ at }) ?? { told: 0, missed: 0 },

    /** Calls that are not over. */
    openCount: (): number => open.get()?.n ?? 0,

    /** Sets every call of one provider that is not over to be looked at now. */
    checkAllOfTx(provider: ProviderName, now: number): void {
      orm
        .update(calls)
        .set({ checkAt: now })
        .where(and(eq(calls.provider, provider), isNotNull(calls.checkAt), ne(calls.status, 'dialing')))
        .run();
      db.changes.due = true;
    },

    /** The next look of any call, or null. */
    nextCheckAt: (): number | null => nextCheck.get()?.at ?? null,
  };
}
