/**
 * The two proofs of who asks, both sent as `Authorization: Bearer …` on every transport: an opaque secret for screens, a
 * JWT (HS256) for scripts. Either stands on a row of `sessions`, found by the SHA-256 of the secret, or of the JWT's id, so
 * that signing out ends it.
 */
import { createHash } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { UserRow } from '../data/user-store.ts';
import type { Parts } from '../parts.ts';
import { keptSecret } from './kept-secret.ts';

export const LOGIN_MS = 12 * 3_600_000;
const KEPT_LOGIN_MS = 90 * 24 * 3_600_000;
const TOKEN_BYTES = 32;
const ISSUER = 'ringmaster';

export interface Proof {
  token: string;
  /** UTC milliseconds. */
  expiresAt: number;
}

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** A session for a screen. */
export function openSession(parts: Parts, user: UserRow, keep: boolean): Proof {
  const token = parts.ids.secret(TOKEN_BYTES);
  return { token, expiresAt: recordSession(parts, user, token, keep ? KEPT_LOGIN_MS : LOGIN_MS) };
}

/** A login for a script. */
export async function issueToken(parts: Parts, user: UserRow): Promise<Proof> {
  const id = parts.ids.secret(TOKEN_BYTES);
  const expiresAt = recordSession(parts, user, id, LOGIN_MS);
  const token = await new SignJWT({ ver: user.tokenVersion })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setSubject(user.id)
    .setJti(id)
    .setIssuedAt(Math.floor(parts.clock.now() / 1000))
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .sign(jwtKey(parts));
  return { token, expiresAt };
}

function recordSession({ data, clock }: Parts, user: UserRow, secret: string, ms: number): number {
  const now = clock.now();
  const session = { tokenHash: hashOf(secret), userId: user.id, tokenVersion: user.tokenVersion, createdAt: now, expiresAt: now + ms };
  data.database.write(() => {
    data.sessions.pruneTx(user.id, user.tokenVersion, now);
    data.sessions.insertTx(session);
  });
  return session.expiresAt;
}

/** The hash under which a token's session is kept; null where the token is none of ours. */
export async function sessionHashOf(parts: Parts, token: string): Promise<string | null> {
  if (!isJwt(token)) return hashOf(token);
  try {
    const { payload } = await jwtVerify(token, jwtKey(parts), {
      algorithms: ['HS256'],
      issuer: ISSUER,
      requiredClaims: ['sub', 'jti', 'exp'],
      currentDate: new Date(parts.clock.now()),
    });
    return typeof payload.jti === 'string' ? hashOf(payload.jti) : null;
  } catch {
    return null;
  }
}

/** Opaque secrets are base64url, which has no dot. */
export const isJwt = (token: string) => token.includes('.');

const jwtKey = (parts: Parts): Uint8Array => Buffer.from(keptSecret(parts, 'jwt-key'), 'base64url');
