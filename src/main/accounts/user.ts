import type { User } from '../../shared/contract/users.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import type { Actor } from '../data/scope.ts';
import type { UserRow } from '../data/user-store.ts';
import type { Parts } from '../parts.ts';

/** A user as others may see them: without hashes. */
export const toUser = ({ id, email, name, role, concurrentCallsLimit, active, createdAt }: UserRow): User => ({
  id,
  email,
  name,
  role,
  concurrentCallsLimit,
  active,
  createdAt: new Date(createdAt),
});

/** Oneself. */
export const readMe = (parts: Parts, actor: Actor): User => toUser(userRow(parts, actor.userId));

/** @throws AppError `not_found`. */
export function userRow({ data }: Parts, id: string): UserRow {
  const user = data.users.get(id);
  if (!user) throw notFound('user');
  return user;
}
