/**
 * Tokens for scripts: made on a screen, shown once, kept as a hash, good until they expire, are revoked, or their user gets a new
 * password or is switched off. A token may less than its user: what it may is its scope.
 */
import type { ApiToken, NewToken } from '../../shared/contract/access.ts';
import { AppError, badInput, conflict, notFound } from '../../shared/domain/app-error.ts';
import { MINUTE_MS } from '../../shared/domain/calendar.ts';
import type { TokenOfUser } from '../data/api-token-store.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { hashOf } from './token.ts';
import { userRow } from './user.ts';

const PREFIX = 'rm_';
const SECRET_BYTES = 32;
const ENDING_LETTERS = 4;
/** Of one user. */
const MOST_TOKENS = 100;

/** Whether this is the secret of such a token: sessions have another length, so that none is ever taken for the other. */
export const isApiToken = (secret: string) => /^rm_[\w-]{43}$/.test(secret);

/** One's own tokens, everyone's for admins; without those that are over. */
export function listTokens({ data, clock }: Parts, actor: Actor): ApiToken[] {
  return data.apiTokens
    .list(scopeOf(actor))
    .filter((each) => isGood(each, clock.now()))
    .map(toApiToken);
}

/**
 * Makes a token and answers its secret, this once.
 * @throws AppError `admins_only` for the scope admin; `expires_in_the_past`; `too_many_tokens`.
 */
export function makeToken(parts: Parts, actor: Actor, { name, scope, expiresAt }: NewToken): { token: string; details: ApiToken } {
  const { data, ids, clock, log } = parts;
  const now = clock.now();
  if (scope === 'admin' && actor.role !== 'admin') {
    throw new AppError('not-allowed', 'admins_only', 'Only an admin may make a token of the scope admin. Choose read or write.');
  }
  if (expiresAt && expiresAt.getTime() <= now) {
    throw badInput('expires_in_the_past', 'Choose a time to come for the end of the token.', {
      details: [{ path: 'expiresAt', message: 'This is in the past.' }],
    });
  }
  const secret = `${PREFIX}${ids.secret(SECRET_BYTES)}`;
  const id = ids.next('token');
  return data.database.write(() => {
    data.apiTokens.pruneTx(now);
    if (data.apiTokens.countOf(actor.userId) >= MOST_TOKENS) {
      throw conflict('too_many_tokens', `You have ${MOST_TOKENS} tokens. Revoke one that is not used any more.`);
    }
    const user = userRow(parts, actor.userId);
    data.apiTokens.insertTx({
      id,
      tokenHash: hashOf(secret),
      userId: user.id,
      tokenVersion: user.tokenVersion,
      name,
      scope,
      ending: secret.slice(-ENDING_LETTERS),
      createdAt: now,
      expiresAt: expiresAt?.getTime() ?? null,
    });
    log.info({ token: id, userId: user.id, scope }, 'token made');
    return { token: secret, details: toApiToken(mustExist(data.apiTokens.get(scopeOf(actor), id))) };
  });
}

/** Ends a token of one's own, an admin anyone's, and the streams that stand on it. @throws AppError `not_found`. */
export function revokeToken({ data, log }: Parts, actor: Actor, id: string): void {
  data.database.write(() => {
    const { token } = mustExist(data.apiTokens.get(scopeOf(actor), id));
    data.apiTokens.endTx(token);
    log.info({ token: id, userId: token.userId, by: actor.userId }, 'token revoked');
  });
}

/**
 * Who asks with this secret; null where the token is not ours or not good any more. All scopes but admin see and change what is
 * their user's own, as a supervisor does, and so does a token of the scope admin whose user is no admin any more.
 */
export function actorOfToken(parts: Parts, secret: string): Actor | null {
  const known = parts.data.apiTokens.byHash(hashOf(secret));
  if (!known || !isGood(known, parts.clock.now())) return null;
  noteUse(parts, known);
  const { token, user } = known;
  const role = token.scope === 'admin' ? user.role : 'supervisor';
  return { userId: user.id, role, token: { id: token.id, scope: token.scope } };
}

function isGood({ token, user }: TokenOfUser, now: number): boolean {
  return user.active && token.tokenVersion === user.tokenVersion && (token.expiresAt === null || token.expiresAt > now);
}

/** To the minute, so that a busy script does not write with each request; a store that cannot write refuses nobody for it. */
function noteUse({ data, clock, log }: Parts, { token: { id, lastUsedAt } }: TokenOfUser): void {
  const now = clock.now();
  if (lastUsedAt !== null && Math.abs(now - lastUsedAt) < MINUTE_MS) return;
  try {
    data.database.write(() => data.apiTokens.usedTx(id, now));
  } catch (error) {
    log.warn({ err: error, token: id }, 'the use of a token could not be noted');
  }
}

function mustExist(token: TokenOfUser | undefined): TokenOfUser {
  if (!token) throw notFound('token');
  return token;
}

const toApiToken = ({ token: { id, name, scope, userId, ending, createdAt, lastUsedAt, expiresAt }, user }: TokenOfUser): ApiToken => ({
  id,
  name,
  scope,
  userId,
  userName: user.name,
  ending,
  createdAt: new Date(createdAt),
  lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt),
  expiresAt: expiresAt === null ? null : new Date(expiresAt),
});
