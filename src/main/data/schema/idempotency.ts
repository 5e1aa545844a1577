/** Keys by which a request that is sent again is known. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { users } from './accounts.ts';
import { instant } from './columns.ts';

export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    key: text('key').notNull(),
    /** `POST /api/contacts` */
    route: text('route').notNull(),
    /** What the body said, under a key of this installation: bodies hold passwords. */
    fingerprint: text('fingerprint').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Null while it is under way, and for ever where the program ended in between. */
    status: integer('status'),
    /** The body of the answer, sealed: it may hold a secret that is shown once. Null also where it was too large to keep. */
    sealedAnswer: text('sealed_answer'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.key] }), index('idempotency_keys_created').on(t.createdAt)],
);
