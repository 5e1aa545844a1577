/** Users, their sessions and tokens, settings, sealed secrets and notices. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { TOKEN_SCOPES } from '../../../shared/contract/access.ts';
import { ROLES } from '../../../shared/domain/states.ts';
import { flag, instant, json, oneOf } from './columns.ts';

export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    /** Lower case. */
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    passwordHash: text('password_hash').notNull(),
    concurrentCallsLimit: integer('concurrent_calls_limit').notNull().default(2),
    active: flag('active').notNull().default(true),
    /** Raised to end every token and session of the user at once. */
    tokenVersion: integer('token_version').notNull().default(1),
    /** Turn of the round robin (rule 7): a counter that only grows; null is never, and comes first. */
    lastTurn: integer('last_turn'),
    /** Hash of the recovery code shown once at first run. */
    recoveryHash: text('recovery_hash'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('users_email').on(t.email),
    oneOf('users_role_known', t.role, ROLES),
    check('users_limit_not_negative', sql`${t.concurrentCallsLimit} >= 0`),
  ],
);

export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the token; the token itself is kept nowhere. */
    tokenHash: text('token_hash').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    tokenVersion: integer('token_version').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** Tokens of scripts, made on a screen. */
export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the secret; the secret itself is kept nowhere. */
    tokenHash: text('token_hash').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    tokenVersion: integer('token_version').notNull(),
    name: text('name').notNull(),
    scope: text('scope', { enum: TOKEN_SCOPES }).notNull(),
    /** The last characters of the secret. */
    ending: text('ending').notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    expiresAt: instant('expires_at'),
  },
  (t) => [
    uniqueIndex('api_tokens_hash').on(t.tokenHash),
    index('api_tokens_user').on(t.userId),
    oneOf('api_tokens_scope_known', t.scope, TOKEN_SCOPES),
  ],
);

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: json<unknown>('value').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** Values sealed by the host's secret store. */
export const secrets = sqliteTable('secrets', {
  name: text('name').primaryKey(),
  sealed: text('sealed').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const NOTICE_LEVELS = ['info', 'warning', 'error'] as const;

/** What a person must be told and what a reload must not lose. */
export const notices = sqliteTable(
  'notices',
  {
    id: text('id').primaryKey(),
    /** Whom it is for; null is everyone. */
    userId: text('user_id').references(() => users.id),
    campaignId: text('campaign_id'),
    level: text('level', { enum: NOTICE_LEVELS }).notNull(),
    code: text('code').notNull(),
    sentence: text('sentence').notNull(),
    at: instant('at').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [index('notices_open').on(t.at).where(sql`closed_at IS NULL`), oneOf('notices_level_known', t.level, NOTICE_LEVELS)],
);
