/** New passwords: by oneself, by the recovery code, by whoever owns the file. Each ends every other session and token. */
import { timingSafeEqual } from 'node:crypto';
import type { SignedIn } from '../../shared/contract/auth.ts';
import { AppError, badInput, notFound } from '../../shared/domain/app-error.ts';
import type { Actor } from '../data/scope.ts';
import type { UserRow } from '../data/user-store.ts';
import type { Parts } from '../parts.ts';
import { countTry, forgetTries } from './attempts.ts';
import { bearerOf, sessionOf } from './authenticate.ts';
import { hashRecoveryCode, newRecoveryCode } from './first-admin.ts';
import { hashPassword, isPassword } from './password.ts';
import { signedIn } from './sign-in.ts';
import { isJwt, issueToken, LOGIN_MS, openSession } from './token.ts';
import { userRow } from './user.ts';

/**
 * Changes one's own password and answers a new proof of the kind that asked.
 * @throws AppError `wrong_password`, `too_many_attempts`.
 */
export async function changePassword(
  parts: Parts,
  actor: Actor,
  input: { currentPassword: string; newPassword: string },
  authorization: string | null,
): Promise<SignedIn> {
  const before = userRow(parts, actor.userId);
  // Whoever asks is signed in: where from does not matter.
  const trying = { email: before.email, remote: null };
  countTry(parts, trying);
  if (!(await isPassword(input.currentPassword, before.passwordHash))) {
    throw badInput('wrong_password', 'The current password is not right.', {
      details: [{ path: 'currentPassword', message: 'Not right.' }],
    });
  }
  forgetTries(parts, trying);
  const keep = await isKept(parts, authorization);
  const user = await setPassword(parts, before.id, input.newPassword);
  const asked = bearerOf(authorization);
  return signedIn(user, asked !== null && isJwt(asked) ? await issueToken(parts, user) : openSession(parts, user, keep));
}

/** Whether the session that asks was to be kept on its computer. */
async function isKept(parts: Parts, authorization: string | null): Promise<boolean> {
  const session = (await sessionOf(parts, authorization))?.session;
  return session !== undefined && session.expiresAt - session.createdAt > LOGIN_MS;
}

/** Writes a new password's hash and ends every session and token of the user. */
export function setPasswordTx({ data, clock, log }: Parts, userId: string, hashes: { passwordHash: string; recoveryHash?: string }): void {
  const now = clock.now();
  data.users.changeTx(userId, hashes, now);
  data.users.raiseTokenVersionTx(userId, now);
  data.sessions.endAllOfTx(userId);
  data.apiTokens.endAllOfTx(userId);
  log.info({ userId }, 'password changed');
}

async function setPassword(parts: Parts, userId: string, password: string, recoveryHash?: string): Promise<UserRow> {
  const passwordHash = await hashPassword(parts.ids, password);
  return parts.data.database.write(() => {
    setPasswordTx(parts, userId, recoveryHash === undefined ? { passwordHash } : { passwordHash, recoveryHash });
    return userRow(parts, userId);
  });
}

/**
 * Lets an admin who lost their password back in with the code of the first run; answers the next code, for this one is spent.
 * @throws AppError `wrong_code`, `too_many_attempts`.
 */
export async function recover(
  parts: Parts,
  input: { email: string; code: string; newPassword: string },
  remote: string | null,
): Promise<SignedIn & { recoveryCode: string }> {
  const trying = { email: input.email, remote };
  countTry(parts, trying);
  const user = parts.data.users.byEmail(input.email);
  if (!user?.recoveryHash || !user.active || !sameHash(user.recoveryHash, hashRecoveryCode(input.code))) {
    parts.log.warn(trying, 'recovery refused');
    throw new AppError('not-signed-in', 'wrong_code', 'The e-mail or the recovery code is not right.');
  }
  forgetTries(parts, trying);
  const recoveryCode = newRecoveryCode(parts.ids);
  const changed = await setPassword(parts, user.id, input.newPassword, hashRecoveryCode(recoveryCode));
  return { ...signedIn(changed, openSession(parts, changed, false)), recoveryCode };
}

/**
 * `--reset-admin`, for whoever owns the file: an admin gets a new password and a new recovery code, and is switched on again.
 * Takes the active admin who was there first where no e-mail is named.
 * @throws AppError `not_found` where there is no such admin.
 */
export async function resetAdmin(parts: Parts, email?: string): Promise<{ email: string; password: string; recoveryCode: string }> {
  const { data, ids, clock } = parts;
  const admins = data.users.list().filter((user) => user.role === 'admin' && (email === undefined || user.email === email.toLowerCase()));
  const [admin] = admins.toSorted((a, b) => Number(b.active) - Number(a.active) || a.createdAt - b.createdAt);
  if (!admin) throw notFound('admin');
  const password = ids.secret(PASSWORD_BYTES);
  const recoveryCode = newRecoveryCode(ids);
  data.database.write(() => data.users.changeTx(admin.id, { active: true }, clock.now()));
  await setPassword(parts, admin.id, password, hashRecoveryCode(recoveryCode));
  forgetTries(parts, { email: admin.email, remote: null });
  return { email: admin.email, password, recoveryCode };
}

const PASSWORD_BYTES = 12;

const sameHash = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
