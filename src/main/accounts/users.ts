/** Users as admins run them. Switching one off holds back what is theirs and ends what they are signed in with, at once. */
import type { NewUser, User, UserChange } from '../../shared/contract/users.ts';
import { conflict } from '../../shared/domain/app-error.ts';
import { pauseUserTx } from '../campaigns/all.ts';
import { handOverCampaigns } from '../campaigns/hand-over.ts';
import type { Actor } from '../data/scope.ts';
import type { UserRow } from '../data/user-store.ts';
import type { Parts } from '../parts.ts';
import { mustBeAdmin } from '../settings/must-be-admin.ts';
import { setPasswordTx } from './change-password.ts';
import { hashPassword } from './password.ts';
import { mustBeSignedIn } from './token-limits.ts';
import { toUser, userRow } from './user.ts';

const DEFAULT_LIMIT = 2;

/** Everyone, those switched off included, by name. */
export const listUsers = ({ data }: Parts): User[] => data.users.list().map(toUser);

/** @throws AppError `email_taken`. */
export async function addUser(parts: Parts, actor: Actor, input: NewUser): Promise<User> {
  mustBeAdmin(actor);
  const { data, ids, clock } = parts;
  const passwordHash = await hashPassword(ids, input.password);
  const now = clock.now();
  return data.database.write(() => {
    mustBeFree(parts, input.email);
    const { email, name, role, active = true, concurrentCallsLimit = DEFAULT_LIMIT } = input;
    const row = { id: ids.next('user'), email, name, role, active, concurrentCallsLimit, passwordHash };
    return toUser(data.users.insertTx({ ...row, createdAt: now, updatedAt: now }));
  });
}

/**
 * Changes a user; what is left out stays. A new password, and being switched off, end their sessions and tokens.
 * @throws AppError `not_found`, `email_taken`, `last_admin`; `sign_in_needed` where a token would change its own user's way in.
 */
export async function changeUser(parts: Parts, actor: Actor, id: string, change: UserChange): Promise<User> {
  mustBeAdmin(actor);
  userRow(parts, id);
  const { password, active, ...plain } = change;
  if (id === actor.userId && (password !== undefined || plain.email !== undefined)) mustBeSignedIn(actor);
  const passwordHash = password === undefined ? undefined : await hashPassword(parts.ids, password);
  return parts.data.database.write(() => {
    const now = parts.clock.now();
    const before = userRow(parts, id);
    if (plain.email !== undefined && plain.email !== before.email) mustBeFree(parts, plain.email);
    if (plain.role === 'supervisor') mustNotBeLastAdmin(parts, before);
    parts.data.users.changeTx(id, definedOnly(plain), now);
    if (active === true) parts.data.users.changeTx(id, { active: true }, now);
    if (active === false && before.active) switchOffTx(parts, actor, before);
    if (passwordHash !== undefined) setPasswordTx(parts, id, { passwordHash });
    return toUser(userRow(parts, id));
  });
}

/**
 * Switches a user off: their campaigns pause, calls that are up go on, nothing follows them.
 * @returns how many campaigns were paused.
 * @throws AppError `not_found`, `last_admin`.
 */
export function switchOff(parts: Parts, actor: Actor, id: string): { user: User; paused: number } {
  mustBeAdmin(actor);
  return parts.data.database.write(() => {
    const user = userRow(parts, id);
    const paused = user.active ? switchOffTx(parts, actor, user) : 0;
    return { user: toUser(userRow(parts, id)), paused };
  });
}

/** Hands a user's campaigns to another. @throws what `handOverCampaigns` throws. */
export async function handOver(parts: Parts, actor: Actor, from: string, to: string): Promise<{ user: User; handedOver: number }> {
  const handedOver = await handOverCampaigns(parts, actor, from, to);
  return { user: toUser(userRow(parts, to)), handedOver };
}

function switchOffTx(parts: Parts, actor: Actor, user: UserRow): number {
  mustNotBeLastAdmin(parts, user);
  const { data, clock } = parts;
  const now = clock.now();
  data.users.changeTx(user.id, { active: false }, now);
  data.users.raiseTokenVersionTx(user.id, now);
  data.sessions.endAllOfTx(user.id);
  data.apiTokens.endAllOfTx(user.id);
  return pauseUserTx(parts, user.id, { by: actor.userId, reason: 'user switched off' });
}

/** @throws AppError `email_taken`. */
export function mustBeFree({ data }: Parts, email: string): void {
  if (data.users.byEmail(email)) {
    throw conflict('email_taken', 'Another user has this e-mail address.', {
      details: [{ path: 'email', message: 'Taken by another user.' }],
    });
  }
}

function mustNotBeLastAdmin({ data }: Parts, user: UserRow): void {
  if (user.role === 'admin' && user.active && data.users.otherActiveAdmins(user.id) === 0) {
    throw conflict('last_admin', 'This is the last active admin. Make somebody else an admin first.');
  }
}

const definedOnly = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
