/** Contacts, agents, and what forbids a call: the do-not-call list and the holidays. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { PROVIDERS } from '../../../shared/domain/states.ts';
import { users } from './accounts.ts';
import { flag, instant, type Json, json, oneOf } from './columns.ts';

export const contacts = sqliteTable(
  'contacts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** E.164. */
    phone: text('phone').notNull(),
    /** May be empty: a name is never a reason to refuse a person. */
    name: text('name').notNull().default(''),
    firstName: text('first_name').notNull().default(''),
    lastName: text('last_name').notNull().default(''),
    email: text('email'),
    company: text('company'),
    timeZone: text('time_zone'),
    customFields: json<Record<string, string>>('custom_fields').notNull().default({}),
    /** Failed attempts in a row; an answer sets it back to 0 (rule 1). */
    notConnected: integer('not_connected').notNull().default(0),
    successfulCalls: integer('successful_calls').notNull().default(0),
    lastConversationAt: instant('last_conversation_at'),
    lastSummary: text('last_summary'),
    /** The import that brought the contact, so that it can be undone. */
    importId: text('import_id'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    // The number first, so that whoever waits for a number is found by it, whosever contact it is.
    uniqueIndex('contacts_number').on(t.phone, t.userId).where(sql`deleted_at IS NULL`),
    index('contacts_user').on(t.userId).where(sql`deleted_at IS NULL`),
    index('contacts_deleted_number').on(t.userId, t.phone).where(sql`deleted_at IS NOT NULL`),
    index('contacts_import').on(t.importId).where(sql`import_id IS NOT NULL`),
    check('contacts_number_e164', sql`${t.phone} GLOB '+[1-9]*'`),
  ],
);

export interface AgentOptions extends Json {
  sipAddress?: string;
  phoneNumberId?: string;
  record?: boolean;
  machineDetection?: boolean;
  ringSeconds?: number;
  longestMinutes?: number;
}

export const agents = sqliteTable(
  'agents',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    shared: flag('shared').notNull().default(false),
    provider: text('provider', { enum: PROVIDERS }).notNull(),
    providerAgentId: text('provider_agent_id').notNull(),
    callerNumber: text('caller_number'),
    options: json<AgentOptions>('options').notNull().default({}),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('agents_user').on(t.userId), oneOf('agents_provider_known', t.provider, PROVIDERS)],
);

/** One list for the whole installation, by number: it outlives contacts and imports (rule 12). */
export const doNotCall = sqliteTable(
  'do_not_call',
  {
    phone: text('phone').primaryKey(),
    reason: text('reason').notNull().default(''),
    addedBy: text('added_by')
      .notNull()
      .references(() => users.id),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    // The list as it is shown: a file brings many numbers at one instant, so that the number belongs to the order.
    index('do_not_call_added').on(sql`added_at DESC`, t.phone),
    check('do_not_call_number_e164', sql`${t.phone} GLOB '+[1-9]*'`),
  ],
);

/** Who took a number off the do-not-call list, when and why. */
export const doNotCallRemovals = sqliteTable('do_not_call_removals', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  phone: text('phone').notNull(),
  reason: text('reason').notNull(),
  removedBy: text('removed_by')
    .notNull()
    .references(() => users.id),
  removedAt: instant('removed_at').notNull(),
});

export const holidays = sqliteTable('holidays', {
  /** A calendar date, `YYYY-MM-DD`. */
  on: text('on_date').primaryKey(),
  name: text('name').notNull(),
});
