/** Campaigns, their counters, the queue and its history. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { CAMPAIGN_STATES, FINAL_ITEM_STATES, ITEM_STATES, type RetriedOutcome, TIME_SOURCES } from '../../../shared/domain/states.ts';
import { users } from './accounts.ts';
import { flag, instant, type Json, json, list, oneOf } from './columns.ts';
import { agents, contacts } from './people.ts';

export const PACINGS = ['spread', 'asap'] as const;

/** Work on many rows that a change of one campaign row began and that is carried through in small steps. */
export const CARRIES = ['cancel', 'expire', 'reopen', 'respread'] as const;

export const campaigns = sqliteTable(
  'call_campaigns',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    agentId: text('agent_id')
      .notNull()
      .references(() => agents.id),
    nextAction: text('next_action').notNull(),
    status: text('status', { enum: CAMPAIGN_STATES }).notNull().default('draft'),

    /** The calling window: `HH:MM`, `24:00` allowed as the last. */
    firstCallTime: text('first_call_time').notNull(),
    lastCallTime: text('last_call_time').notNull(),
    /** 1 (Monday) to 7. */
    weekdays: json<number[]>('weekdays').notNull(),
    timeZone: text('time_zone').notNull(),
    useContactZone: flag('use_contact_zone').notNull().default(false),
    startOn: text('start_date').notNull(),
    endOn: text('end_date'),
    /** The opening that contains now, else the next one; both null where there is none or none can be computed. */
    openFrom: instant('open_from'),
    openUntil: instant('open_until'),

    pacing: text('pacing', { enum: PACINGS }).notNull().default('spread'),
    maxAttempts: integer('max_attempts').notNull().default(1),
    /** Minutes. */
    retryAfter: integer('retry_after').notNull().default(60),
    retryByOutcome: json<Partial<Record<RetriedOutcome, number>>>('retry_by_outcome').notNull().default({}),
    concurrencyLimit: integer('concurrency_limit'),
    keepOpen: flag('keep_open').notNull().default(false),
    lastTurn: integer('last_turn'),

    /** A user's id, or `ringmaster` where the program itself did it. */
    pausedBy: text('paused_by'),
    pausedAt: instant('paused_at'),
    pausedReason: text('paused_reason'),
    /** The person whose Pause all did it: their Resume all undoes that and nothing else. */
    pausedAllBy: text('paused_all_by'),
    cancelledBy: text('cancelled_by'),
    cancelledReason: text('cancelled_reason'),

    carry: text('carry', { enum: CARRIES }),
    /** How far the carry has come: places of the new order for a spread, the position reached for a reopening. */
    carryAfter: integer('carry_after').notNull().default(0),
    /** Whose later end date it was that reopens: a user's id. */
    reopenedBy: text('reopened_by'),
    /** Whether a new spread follows the reopening under way. */
    respreadNext: flag('respread_next').notNull().default(false),
    /** How many were never called when the end date came. */
    neverCalled: integer('never_called').notNull().default(0),

    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    startedAt: instant('started_at'),
    completedAt: instant('completed_at'),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    index('campaigns_user').on(t.userId, t.status),
    index('campaigns_status').on(t.status),
    index('campaigns_agent').on(t.agentId),
    index('campaigns_carry').on(t.id).where(sql`carry IS NOT NULL`),
    oneOf('campaigns_status_known', t.status, CAMPAIGN_STATES),
    oneOf('campaigns_pacing_known', t.pacing, PACINGS),
    check('campaigns_carry_known', sql`${t.carry} IS NULL OR ${t.carry} IN (${list(CARRIES)})`),
    check('campaigns_limit_at_least_one', sql`${t.concurrencyLimit} IS NULL OR ${t.concurrencyLimit} >= 1`),
    check('campaigns_attempts_at_least_one', sql`${t.maxAttempts} >= 1`),
    check(
      'campaigns_opening_whole',
      sql`(${t.openFrom} IS NULL) = (${t.openUntil} IS NULL) AND (${t.openFrom} IS NULL OR ${t.openFrom} < ${t.openUntil})`,
    ),
    check('campaigns_paused_told', sql`${t.status} <> 'paused' OR (${t.pausedAt} IS NOT NULL AND ${t.pausedBy} IS NOT NULL)`),
    check('campaigns_completed_dated', sql`${t.status} <> 'completed' OR ${t.completedAt} IS NOT NULL`),
    check('campaigns_deleted_when_still', sql`${t.deletedAt} IS NULL OR ${t.status} IN ('draft', 'completed', 'cancelled')`),
  ],
);

/** Kept by triggers in the very statement that changes an item, so that they always equal a recount (rule 11). */
export const campaignCounts = sqliteTable(
  'campaign_counts',
  {
    campaignId: text('campaign_id')
      .primaryKey()
      .references(() => campaigns.id),
    total: integer('total').notNull().default(0),
    queued: integer('queued').notNull().default(0),
    processing: integer('processing').notNull().default(0),
    completed: integer('completed').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    cancelled: integer('cancelled').notNull().default(0),
  },
  (t) => [
    check(
      'campaign_counts_add_up',
      sql`${t.total} = ${t.queued} + ${t.processing} + ${t.completed} + ${t.failed} + ${t.skipped} + ${t.cancelled} AND min(${t.queued}, ${t.processing}, ${t.completed}, ${t.failed}, ${t.skipped}, ${t.cancelled}) >= 0`,
    ),
  ],
);

export const queueItems = sqliteTable(
  'call_queue',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** The public id, made from `id`, so that it needs no index of its own. */
    queueId: text('queue_id').generatedAlwaysAs(sql`('queue_' || id)`, { mode: 'virtual' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    contactId: integer('contact_id')
      .notNull()
      .references(() => contacts.id),
    /** The item's own agent; null is the campaign's. */
    agentId: text('agent_id').references(() => agents.id),
    status: text('status', { enum: ITEM_STATES }).notNull().default('queued'),

    /** Set by hand; higher goes first. */
    priority: integer('priority').notNull().default(0),
    /** 1 where the contact has a name, for the order of rule 3. */
    named: integer('named').notNull(),
    /** Rule 1. */
    score: integer('score').notNull(),
    position: integer('position').notNull(),

    scheduledFor: instant('scheduled_for').notNull(),
    scheduledBy: text('scheduled_by', { enum: TIME_SOURCES }).notNull(),
    /** A hint: 1 when the item's time has come. The rules are asked again inside the claim. */
    ready: integer('ready').notNull().default(0),
    /** When a waiting item that is not ready is to be looked at again. */
    readyAt: instant('ready_at').notNull(),

    attemptCount: integer('attempt_count').notNull().default(0),
    /** The item's own; null is the campaign's. */
    maxAttempts: integer('max_attempts'),
    /** Minutes; null is the campaign's. */
    retryAfter: integer('retry_after'),
    lastAttemptAt: instant('last_attempt_time'),
    lastAttemptResult: text('last_attempt_result'),
    /** Attempts in a row that never reached the provider: the back-off grows with it. */
    notPlaced: integer('not_placed').notNull().default(0),
    callbackRequested: integer('callback_requested').notNull().default(0),
    callbackAt: instant('callback_time'),
    /** The attempt under way. */
    callId: text('call_id'),
    /** A person cancelled the item while its call was up: it ends cancelled, whatever its call ends as, and nothing follows. */
    cancelAskedAt: instant('cancel_asked_at'),
    failureReason: text('failure_reason'),
    /** What the row of the list said beside the contact's own fields. */
    ownValues: json<Record<string, string>>('user_data').notNull().default({}),
    metadata: json<Json>('metadata').notNull().default({}),
    importId: text('import_id'),

    startedAt: instant('started_at'),
    completedAt: instant('completed_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Removed through the queue: keeps its history, left out of every total. */
    removedAt: instant('removed_at'),
  },
  (t) => [
    uniqueIndex('queue_once').on(t.campaignId, t.contactId).where(sql`removed_at IS NULL`),
    index('queue_claim')
      .on(t.campaignId, sql`priority DESC`, sql`named DESC`, sql`score DESC`, t.position)
      .where(sql`status = 'queued' AND ready = 1 AND callback_requested = 0`),
    index('queue_callbacks').on(t.campaignId, t.callbackAt).where(sql`status = 'queued' AND callback_requested = 1`),
    index('queue_waking').on(t.readyAt).where(sql`status = 'queued' AND ready = 0`),
    // What of a campaign comes next once its time has come: the order in which its list shows what is not due.
    index('queue_due')
      .on(t.campaignId, t.readyAt, sql`priority DESC`, sql`named DESC`, sql`score DESC`, t.position)
      .where(sql`status = 'queued' AND ready = 0`),
    index('queue_state').on(t.campaignId, t.status, t.position),
    index('queue_contact').on(t.contactId),
    // Few at any moment: whose calls the dialer still has to end.
    index('queue_cancelling').on(t.cancelAskedAt).where(sql`cancel_asked_at IS NOT NULL`),
    index('queue_agent').on(t.agentId).where(sql`agent_id IS NOT NULL`),
    oneOf('queue_status_known', t.status, ITEM_STATES),
    oneOf('queue_time_source_known', t.scheduledBy, TIME_SOURCES),
    check('queue_call_while_processing', sql`(${t.status} = 'processing') = (${t.callId} IS NOT NULL)`),
    check('queue_final_dated', sql`(${t.status} IN (${list(FINAL_ITEM_STATES)})) = (${t.completedAt} IS NOT NULL)`),
    check('queue_ready_only_waiting', sql`${t.ready} IN (0, 1) AND (${t.ready} = 0 OR ${t.status} = 'queued')`),
    check('queue_callback_timed', sql`${t.callbackRequested} IN (0, 1) AND (${t.callbackRequested} = 0 OR ${t.callbackAt} IS NOT NULL)`),
    check('queue_removed_final', sql`${t.removedAt} IS NULL OR ${t.status} IN (${list(FINAL_ITEM_STATES)})`),
    check('queue_attempts_counted', sql`${t.attemptCount} >= 0 AND ${t.notPlaced} >= 0`),
  ],
);

/** What happened to an item, when, by whom and why. Its creation is told by the item itself. */
export const queueHistory = sqliteTable(
  'queue_history',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    itemId: integer('item_id')
      .notNull()
      .references(() => queueItems.id),
    at: instant('at').notNull(),
    action: text('action').notNull(),
    details: text('details').notNull().default(''),
    reason: text('reason'),
    /** A user's id, or `ringmaster`. */
    by: text('by').notNull(),
  },
  (t) => [index('queue_history_item').on(t.itemId)],
);
