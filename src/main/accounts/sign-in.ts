/** Signing in and out: screens get a session, scripts a token; the same passwords, the same slowness for those who guess. */
import type { SignedIn } from '../../shared/contract/auth.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import type { UserRow } from '../data/user-store.ts';
import type { Parts } from '../parts.ts';
import { countTry, forgetTries, type Trying } from './attempts.ts';
import { sessionOf } from './authenticate.ts';
import { isPassword } from './password.ts';
import { issueToken, openSession, type Proof } from './token.ts';
import { toUser } from './user.ts';

/**
 * Signs a person in on a screen.
 * @param remote the address that asks; null in the desktop's window.
 * @throws AppError `wrong_password` (also for an e-mail that nobody has), `too_many_attempts`.
 */
export async function signIn(
  parts: Parts,
  input: { email: string; password: string; keep: boolean },
  remote: string | null,
): Promise<SignedIn> {
  const user = await checkPassword(parts, { email: input.email, remote }, input.password);
  return signedIn(user, openSession(parts, user, input.keep));
}

/** Logs a script in. Throws as `signIn` does. */
export async function login(parts: Parts, input: { email: string; password: string }, remote: string | null): Promise<SignedIn> {
  const user = await checkPassword(parts, { email: input.email, remote }, input.password);
  return signedIn(user, await issueToken(parts, user));
}

export const signedIn = (user: UserRow, { token, expiresAt }: Proof): SignedIn => ({
  token,
  expiresAt: new Date(expiresAt),
  user: toUser(user),
});

/** Ends the session or token that asks. */
export async function signOut(parts: Parts, authorization: string | null): Promise<void> {
  const found = await sessionOf(parts, authorization);
  if (found) parts.data.database.write(() => parts.data.sessions.endTx(found.session));
}

async function checkPassword(parts: Parts, trying: Trying, password: string): Promise<UserRow> {
  countTry(parts, trying);
  const { email, remote } = trying;
  const user = parts.data.users.byEmail(email);
  const right = await isPassword(password, user?.passwordHash ?? null);
  if (user && right && user.active) {
    forgetTries(parts, trying);
    parts.log.info({ userId: user.id, remote }, 'signed in');
    return user;
  }
  parts.log.warn({ email, remote }, 'sign-in refused');
  throw new AppError('not-signed-in', 'wrong_password', 'The e-mail or the password is not right.');
}
