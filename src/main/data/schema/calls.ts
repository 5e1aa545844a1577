/** Calls (one row an attempt), what providers said of them, and the figures kept from them. */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { CALL_ENDS, CALL_STATES, PROVIDERS } from '../../../shared/domain/states.ts';
import { users } from './accounts.ts';
import { campaigns, queueItems } from './campaigns.ts';
import { flag, instant, type Json, json, list, oneOf } from './columns.ts';
import { agents, contacts } from './people.ts';

/** How a call came about: by the dialer, by a person at once, or to one's own phone as a test. */
export const CALL_ORIGINS = ['dialer', 'call-now', 'test'] as const;

/**
 * How a call ended, finer than its status: of those that completed whether a person spoke, a machine, or nobody. What lists are
 * filtered by is one of these or several, each a range of an index; statements must have it to the letter.
 */
export const CALL_KIND =
  "(CASE WHEN status <> 'completed' THEN status WHEN answered_by_machine = 1 THEN 'machine' WHEN duration_seconds > 0 THEN 'spoken' ELSE 'silent' END)";

export const calls = sqliteTable(
  'calls',
  {
    /** Also our reference at the provider. */
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    campaignId: text('campaign_id').references(() => campaigns.id),
    itemId: integer('item_id').references(() => queueItems.id),
    contactId: integer('contact_id').references(() => contacts.id),
    agentId: text('agent_id')
      .notNull()
      .references(() => agents.id),
    origin: text('origin', { enum: CALL_ORIGINS }).notNull().default('dialer'),
    attempt: integer('attempt').notNull(),
    phone: text('phone').notNull(),
    provider: text('provider', { enum: PROVIDERS }).notNull(),
    callerNumber: text('caller_number'),
    /** The account at the provider and the agent's id there, as they were when the call was claimed. */
    account: text('account'),
    providerAgentId: text('provider_agent_id').notNull().default(''),
    /** Where its deliveries were told to go: vendors sign that address. Null where it was asked for by polling alone. */
    publicUrl: text('public_url'),
    /** The provider had to be asked although a delivery should have told: counted as the tunnel's health. */
    deliveryMissed: flag('delivery_missed').notNull().default(false),
    practice: flag('practice').notNull(),
    providerCallId: text('provider_call_id'),
    status: text('status', { enum: CALL_STATES }).notNull().default('dialing'),
    /** The dial's answer was lost: the call may be up. Never dialed again by itself (rule 13). */
    ambiguous: flag('ambiguous').notNull().default(false),
    /** What the agent was told (rule 19), composed at claim. */
    userData: json<Record<string, string>>('user_data').notNull().default({}),

    claimedAt: instant('claimed_at').notNull(),
    queuedAt: instant('queued_at'),
    initiatedAt: instant('initiated_at'),
    ringingAt: instant('ringing_at'),
    answeredAt: instant('answered_at'),
    disconnectedAt: instant('disconnected_at'),
    endedAt: instant('ended_at'),
    slotReleasedAt: instant('slot_released_at'),
    /** Its slot was given up with an unknown end, and a later word of the provider said that the call is up. */
    takenBack: flag('taken_back').notNull().default(false),

    /** The watch: when this call is looked at next. Every call that is not over has one. */
    checkAt: instant('check_at'),
    /** Looks in a row that found nothing. */
    notFoundLooks: integer('not_found_looks').notNull().default(0),
    /** Where no look-up answers at all, the slot is held until then. */
    holdUntil: instant('hold_until').notNull(),

    durationSeconds: real('duration_seconds'),
    answeredByMachine: flag('answered_by_machine'),
    cost: real('cost'),
    costUnit: text('cost_unit'),
    recordingUrl: text('recording_url'),
    transcript: text('transcript'),
    summary: text('summary'),
    extracted: json<Json>('extracted'),
    hungUpBy: text('hung_up_by'),
    reason: text('reason'),
    /** A person asked to end it: a user's id. */
    stoppedBy: text('stopped_by'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    // The same attempt is claimed once (rule 13); one that surely never reached the provider gives its number back.
    uniqueIndex('calls_attempt_once').on(t.itemId, t.attempt).where(sql`status <> 'not-placed' AND item_id IS NOT NULL`),
    // One call at a time to a number (rule 15). A practice call rings nobody, so it stands apart.
    uniqueIndex('calls_number_once').on(t.phone, t.practice).where(sql`slot_released_at IS NULL AND taken_back = 0`),
    uniqueIndex('calls_provider_id').on(t.provider, t.providerCallId).where(sql`provider_call_id IS NOT NULL`),
    index('calls_up').on(t.userId, t.campaignId, t.provider).where(sql`slot_released_at IS NULL`),
    index('calls_watch').on(t.checkAt).where(sql`check_at IS NOT NULL`),
    index('calls_number').on(t.phone, t.claimedAt),
    index('calls_campaign').on(t.campaignId, t.claimedAt),
    index('calls_user').on(t.userId, t.claimedAt),
    // Newest first over everybody, for admins.
    index('calls_claimed').on(t.claimedAt),
    // The same by how they ended: written once a call, when it is over. Without them a rare end is looked for in all calls.
    index('calls_ended').on(sql.raw(CALL_KIND), t.claimedAt).where(sql`ended_at IS NOT NULL`),
    index('calls_ended_user').on(t.userId, sql.raw(CALL_KIND), t.claimedAt).where(sql`ended_at IS NOT NULL`),
    index('calls_ended_campaign').on(t.campaignId, sql.raw(CALL_KIND), t.claimedAt).where(sql`ended_at IS NOT NULL`),
    index('calls_contact').on(t.contactId),
    index('calls_item').on(t.itemId),
    index('calls_agent').on(t.agentId),
    // The health of the tunnel: of whom a delivery should have told.
    index('calls_told').on(t.claimedAt, t.deliveryMissed).where(sql`public_url IS NOT NULL`),
    oneOf('calls_status_known', t.status, CALL_STATES),
    oneOf('calls_provider_known', t.provider, PROVIDERS),
    oneOf('calls_origin_known', t.origin, CALL_ORIGINS),
    check('calls_end_dated', sql`(${t.status} IN (${list(CALL_ENDS)})) = (${t.endedAt} IS NOT NULL)`),
    check(
      'calls_slot_held_while_up',
      sql`(${t.status} = 'disconnected' OR ${t.status} IN (${list(CALL_ENDS)})) = (${t.slotReleasedAt} IS NOT NULL)`,
    ),
    check('calls_watched_until_over', sql`(${t.checkAt} IS NULL) = (${t.status} IN (${list(CALL_ENDS)}))`),
    check(
      'calls_accepted_has_id',
      sql`${t.status} IN ('dialing', 'not-placed', 'unknown', 'failed', 'cancelled') OR ${t.providerCallId} IS NOT NULL`,
    ),
  ],
);

export const DELIVERY_STATES = ['new', 'waiting', 'applied', 'unmatched'] as const;

/** Every delivery that was verified, as it came. Applied one after another. */
export const webhookInbox = sqliteTable(
  'webhook_inbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    provider: text('provider', { enum: PROVIDERS }).notNull(),
    /** Equal for two copies of one delivery. */
    key: text('key').notNull(),
    receivedAt: instant('received_at').notNull(),
    path: text('path').notNull(),
    headers: json<Record<string, string | undefined>>('headers').notNull(),
    body: text('body').notNull(),
    providerCallId: text('provider_call_id'),
    callId: text('call_id'),
    /** Whose call it is; null while it is not known. */
    userId: text('user_id').references(() => users.id),
    state: text('state', { enum: DELIVERY_STATES }).notNull().default('new'),
    appliedAt: instant('applied_at'),
    note: text('note'),
  },
  (t) => [
    index('inbox_open').on(t.id).where(sql`state IN ('new', 'waiting')`),
    index('inbox_call').on(t.callId),
    // One person's deliveries, newest first: they are few among everybody's.
    index('inbox_user').on(t.userId, t.id).where(sql`user_id IS NOT NULL`),
    index('inbox_provider_call').on(t.provider, t.providerCallId),
    oneOf('inbox_state_known', t.state, DELIVERY_STATES),
  ],
);

/** The last deliveries that were refused, with their first kilobyte, so that a wrong key can be found. */
export const refusedDeliveries = sqliteTable('refused_deliveries', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  receivedAt: instant('received_at').notNull(),
  route: text('route').notNull(),
  reason: text('reason').notNull(),
  start: text('start').notNull(),
});

/** What an outage is told from: ambiguous dials in a row open the provider's breaker (rule 13). */
export const providerHealth = sqliteTable('provider_health', {
  provider: text('provider', { enum: PROVIDERS }).primaryKey(),
  ambiguousInRow: integer('ambiguous_in_row').notNull().default(0),
  breakerOpenAt: instant('breaker_open_at'),
  lastReason: text('last_reason'),
});

const figures = {
  outcome: text('outcome', { enum: CALL_ENDS }).notNull(),
  practice: flag('practice').notNull(),
  calls: integer('calls').notNull().default(0),
  talkSeconds: real('talk_seconds').notNull().default(0),
  cost: real('cost').notNull().default(0),
};

/** Calls by the campaign's local date and hour. */
export const campaignHours = sqliteTable(
  'campaign_hours',
  {
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    on: text('on_date').notNull(),
    hour: integer('hour').notNull(),
    ...figures,
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.on, t.hour, t.outcome, t.practice] })],
);

/** Calls by quarter of an hour in UTC, for what spans campaigns. */
export const callBuckets = sqliteTable(
  'call_buckets',
  {
    startAt: instant('start_at').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    agentId: text('agent_id')
      .notNull()
      .references(() => agents.id),
    ...figures,
  },
  (t) => [primaryKey({ columns: [t.userId, t.startAt, t.campaignId, t.agentId, t.outcome, t.practice] })],
);
