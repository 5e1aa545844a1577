/**
 * The webhook inbox: every delivery that was verified, as it came, and the last hundred that were refused.
 *
 * Keeps what providers said until it is applied, over any crash. Must never drop a delivery that was answered with 200, save
 * long after it was applied. Written by `webhooks/receive.ts` and `webhooks/inbox.ts`, read by the screens.
 */
import { and, between, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { type Scope, within } from './scope.ts';
import { calls, type DELIVERY_STATES, refusedDeliveries, webhookInbox } from './schema/index.ts';

export type Delivery = typeof webhookInbox.$inferSelect;
export type NewDelivery = Pick<Delivery, 'provider' | 'key' | 'receivedAt' | 'path' | 'headers' | 'body' | 'providerCallId'> &
  Partial<Pick<Delivery, 'state' | 'appliedAt' | 'note'>>;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
export type RefusedDelivery = typeof refusedDeliveries.$inferSelect;

/** Refused deliveries that are kept. */
const REFUSED_KEPT = 100;
/** Rows that one step of pruning looks at. */
const PRUNE_STEP = 500;

/** The words of the partial index, literally: with bound values it would not be used. */
const OPEN = sql`state IN ('new', 'waiting')`;

export function inboxStore(db: Database) {
  const { orm } = db;
  const note = () => void db.changes.topics.add('deliveries');
  const seen = (scope: Scope, callId: string | undefined) =>
    and(callId === undefined ? undefined : eq(webhookInbox.callId, callId), within(scope, webhookInbox.userId));

  // Asked at every pass: a query that is built and prepared anew costs more than its answer.
  const open = (state: DeliveryState, which?: SQL) =>
    orm
      .select()
      .from(webhookInbox)
      .where(and(OPEN, eq(webhookInbox.state, state), which))
      .orderBy(webhookInbox.id)
      .limit(sql.placeholder('limit'))
      .prepare();
  const fresh = open('new');
  const answered = open(
    'waiting',
    sql`EXISTS (SELECT 1 FROM ${calls} WHERE ${calls.provider} = ${webhookInbox.provider} AND ${calls.providerCallId} = ${webhookInbox.providerCallId})`,
  );
  const waitingSince = open('waiting', lt(webhookInbox.receivedAt, sql.placeholder('before')));
  const oldestWaiting = orm
    .select({ at: sql<number | null>`min(${webhookInbox.receivedAt})` })
    .from(webhookInbox)
    .where(and(OPEN, eq(webhookInbox.state, 'waiting')))
    .prepare();

  return {
    /** Stores a delivery to be applied, unless its state is given. @returns its number. */
    insertTx(delivery: NewDelivery): number {
      const { lastInsertRowid } = orm.insert(webhookInbox).values(delivery).run();
      note();
      db.changes.inbox = true;
      return Number(lastInsertRowid);
    },

    get: (id: number): Delivery | undefined => orm.select().from(webhookInbox).where(eq(webhookInbox.id, id)).get(),

    /** Deliveries that nobody has looked at yet, in the order in which they came. */
    fresh: (limit: number): Delivery[] => fresh.all({ limit }),

    /** Waiting deliveries whose call has become known by the provider's id since, in the order in which they came. */
    answered: (limit: number): Delivery[] => answered.all({ limit }),

    /** Waiting deliveries that came before the instant, in the order in which they came. */
    waitingSince: (before: number, limit: number): Delivery[] => waitingSince.all({ before, limit }),

    /** When the delivery that waits longest came; null where none waits. */
    oldestWaitingAt: (): number | null => oldestWaiting.get()?.at ?? null,

    /** Records what became of a delivery. */
    markTx(id: number, { state, callId = null, appliedAt = null, note: why = null }: DeliveryMark): void {
      const userId = callId === null ? null : sql`(SELECT user_id FROM calls WHERE calls.id = ${callId})`;
      orm.update(webhookInbox).set({ state, callId, userId, appliedAt, note: why }).where(eq(webhookInbox.id, id)).run();
      note();
    },

    /** Puts a delivery back among those to be applied. @returns whether there is one. */
    openAgainTx(id: number): boolean {
      const { changes } = orm.update(webhookInbox).set({ state: 'new', note: null }).where(eq(webhookInbox.id, id)).run();
      if (changes === 0) return false;
      note();
      db.changes.inbox = true;
      return true;
    },

    /** Keeps a refused delivery and forgets the one before the last hundred. */
    refuseTx(refused: Omit<RefusedDelivery, 'id'>): void {
      const { lastInsertRowid } = orm.insert(refusedDeliveries).values(refused).run();
      orm
        .delete(refusedDeliveries)
        .where(lt(refusedDeliveries.id, Number(lastInsertRowid) - REFUSED_KEPT + 1))
        .run();
      note();
    },

    /** The refused deliveries that are kept, the newest first. */
    refused: (): RefusedDelivery[] => orm.select().from(refusedDeliveries).orderBy(desc(refusedDeliveries.id)).all(),

    /** How many were ever refused: their numbers are never given twice. */
    refusedCount: (): number => orm.select({ last: sql<number>`coalesce(max(id), 0)` }).from(refusedDeliveries).get()?.last ?? 0,

    /** One page of deliveries, the newest first: those that speak of calls in the scope; who sees everyone's sees unmatched ones too. */
    list(scope: Scope, callId: string | undefined, { page, limit }: { page: number; limit: number }): Delivery[] {
      return orm
        .select()
        .from(webhookInbox)
        .where(seen(scope, callId))
        .orderBy(desc(webhookInbox.id))
        .limit(limit)
        .offset((page - 1) * limit)
        .all();
    },

    /** How many deliveries `list` would find, counted no further than `most`. */
    count(scope: Scope, callId: string | undefined, most: number): number {
      const found = orm.select({ one: sql`1` }).from(webhookInbox).where(seen(scope, callId)).limit(most).as('found');
      return orm.select({ n: sql<number>`count(*)` }).from(found).get()?.n ?? 0;
    },

    /** All that was said of one call, in the order in which it came. */
    ofCall: (callId: string): Delivery[] =>
      orm.select().from(webhookInbox).where(eq(webhookInbox.callId, callId)).orderBy(webhookInbox.id).all(),

    /**
     * Deletes what was applied and came before the instant, among the next rows after the number `after`.
     * @returns the number to go on after; null where newer rows or the end were reached.
     */
    pruneTx(cutoff: number, after: number): number | null {
      const step = orm
        .select({ id: webhookInbox.id, receivedAt: webhookInbox.receivedAt })
        .from(webhookInbox)
        .where(sql`${webhookInbox.id} > ${after}`)
        .orderBy(webhookInbox.id)
        .limit(PRUNE_STEP)
        .all();
      const last = step.findLast((row) => row.receivedAt < cutoff);
      if (!last) return null;
      orm
        .delete(webhookInbox)
        .where(and(between(webhookInbox.id, after + 1, last.id), eq(webhookInbox.state, 'applied'), lt(webhookInbox.receivedAt, cutoff)))
        .run();
      return last.id;
    },
  };
}

export interface DeliveryMark {
  state: DeliveryState;
  callId?: string | null;
  appliedAt?: number | null;
  /** Why it waits or was not matched. */
  note?: string | null;
}
