/** Imports: one row a file that was taken in. The rows themselves wait in a file of the import's own. */
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import { users } from './accounts.ts';
import { instant, type Json, json, list, oneOf } from './columns.ts';

/** To contacts alone, to a new campaign, to people added to a campaign, or to the do-not-call list. */
export const IMPORT_TARGETS = ['contacts', 'campaign', 'people', 'do-not-call'] as const;
export const IMPORT_STATES = ['reading', 'checked', 'writing', 'finished', 'cancelled', 'failed', 'undoing', 'undone'] as const;
const OVER = ['finished', 'cancelled', 'failed', 'undone'] as const;

export const imports = sqliteTable(
  'imports',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    target: text('target', { enum: IMPORT_TARGETS }).notNull(),
    campaignId: text('campaign_id'),
    fileName: text('file_name').notNull(),
    bytes: integer('bytes').notNull(),
    state: text('state', { enum: IMPORT_STATES }).notNull().default('reading'),
    /** Encoding, delimiter, mapping, default country, what happens to known contacts, what happens at the end. */
    options: json<Json>('options').notNull().default({}),
    rows: integer('rows').notNull().default(0),
    imported: integer('imported').notNull().default(0),
    known: integer('known').notNull().default(0),
    duplicates: integer('duplicates').notNull().default(0),
    invalid: integer('invalid').notNull().default(0),
    warnings: integer('warnings').notNull().default(0),
    /** The last row of the import's own file that is in the database. */
    writtenUpTo: integer('written_up_to').notNull().default(0),
    error: text('error'),
    createdAt: instant('created_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    index('imports_user').on(t.userId, t.createdAt),
    index('imports_open').on(t.id).where(sql`finished_at IS NULL`),
    oneOf('imports_target_known', t.target, IMPORT_TARGETS),
    oneOf('imports_state_known', t.state, IMPORT_STATES),
    check('imports_over_dated', sql`(${t.state} IN (${list(OVER)})) = (${t.finishedAt} IS NOT NULL)`),
  ],
);
