/** Who asks, from the Authorization header, on whichever transport it came. The one place that answers this. */
import type { Actor } from '../data/scope.ts';
import type { SessionRow } from '../data/session-store.ts';
import type { UserRow } from '../data/user-store.ts';
import type { Parts } from '../parts.ts';
import { actorOfToken, isApiToken } from './api-tokens.ts';
import { sessionHashOf } from './token.ts';

/** The token of `Bearer <token>`, or null. */
export function bearerOf(authorization: string | null): string | null {
  return /^Bearer ([\w.-]+)$/i.exec(authorization?.trim() ?? '')?.[1] ?? null;
}

/**
 * The person behind the header, or what a token of theirs may; null where there is none, the token is not ours, its time is over, or the user was switched
 * off or got a new password since.
 */
export async function authenticate(parts: Parts, authorization: string | null): Promise<Actor | null> {
  const given = bearerOf(authorization);
  if (given !== null && isApiToken(given)) return actorOfToken(parts, given);
  const found = await sessionOf(parts, authorization);
  return found ? { userId: found.user.id, role: found.user.role } : null;
}

/** The session that the header stands on, with its user, where both are good. */
export async function sessionOf(parts: Parts, authorization: string | null): Promise<{ session: SessionRow; user: UserRow } | null> {
  const token = bearerOf(authorization);
  const hash = token === null ? null : await sessionHashOf(parts, token);
  const found = hash === null ? undefined : parts.data.sessions.get(hash);
  if (!found) return null;
  const { session, user } = found;
  const good = user.active && session.tokenVersion === user.tokenVersion && session.expiresAt > parts.clock.now();
  return good ? found : null;
}
