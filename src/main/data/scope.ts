/**
 * Whose rows a query may see. Every store function that reads or writes a user's rows takes a `Scope` and puts it into its
 * WHERE through `within`; there is no other way to name a user, so that no query can forget it.
 *
 * A scope is made in two places only: `scopeOf(actor)` for what a person asks, `everyone` for the engine's own duties.
 */
import { eq, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { TokenScope } from '../../shared/contract/access.ts';
import type { Role } from '../../shared/domain/states.ts';

declare const scopeMark: unique symbol;

export interface Scope {
  /** Null sees everyone's rows. */
  readonly userId: string | null;
  readonly [scopeMark]: true;
}

/** The person, signed in or by token, on whose behalf something is done. */
export interface Actor {
  userId: string;
  role: Role;
  /** The token that asks, where one does: it may less than a person who is signed in. */
  token?: { id: string; scope: TokenScope };
}

const make = (userId: string | null) => ({ userId }) as Scope;

/** All users' rows: for the dialer, the import and the other duties of the engine. Never for a request. */
export const everyone: Scope = make(null);

/** One's own rows only, admins too: contacts, edits, creations. */
export const ownScope = (actor: Actor): Scope => make(actor.userId);

/** What the role may see: a supervisor their own, an admin everyone's. */
export const scopeOf = (actor: Actor): Scope => make(actor.role === 'admin' ? null : actor.userId);

/** The condition that binds a query to a scope; undefined (no condition) where it sees everyone. */
export function within(scope: Scope, userId: AnySQLiteColumn): SQL | undefined {
  return scope.userId === null ? undefined : eq(userId, scope.userId);
}

/** The same for a row that was read by its own key. */
export const sees = (scope: Scope, row: { userId: string }): boolean => scope.userId === null || row.userId === scope.userId;

/** The same as raw SQL: `(:scope IS NULL OR user_id = :scope)` with this value bound to `scope`. */
export const scopeValue = (scope: Scope): string | null => scope.userId;
