/**
 * Guessing is slow: after a few wrong passwords in a row an e-mail has to wait, longer each time, and after some more so does the
 * address that asks, whichever e-mails it tries. Kept in memory for each database: it slows an attack down and must never lock a
 * person out for good, so a restart forgets it.
 */
import { AppError } from '../../shared/domain/app-error.ts';
import type { Parts } from '../parts.ts';
import { networkOf } from './network-of.ts';

interface Patience {
  /** So many wrong tries in a row cost nothing. */
  freeTries: number;
  longestWaitMs: number;
  /** One wrong try is forgiven each time this has gone by. */
  forgivesEveryMs: number;
}

const OF_EMAIL: Patience = { freeTries: 5, longestWaitMs: 5 * 60_000, forgivesEveryMs: Infinity };
/** Many people may stand behind one address, and everyone on this computer does: they must not wait long for one of them. */
const OF_ADDRESS: Patience = { freeTries: 20, longestWaitMs: 30_000, forgivesEveryMs: 60_000 };
const FIRST_WAIT_MS = 2_000;
/** After this long without a try the count starts anew. */
const FORGOTTEN_AFTER_MS = 30 * 60_000;
const MOST_KNOWN = 10_000;

interface Tries {
  wrong: number;
  lastAt: number;
}

interface Memory {
  emails: Map<string, Tries>;
  addresses: Map<string, Tries>;
}

/** Whose try it is. `remote` is null where nobody can stand between: the desktop's own window. */
export interface Trying {
  email: string;
  remote: string | null;
}

const known = new WeakMap<object, Memory>();

function memoryOf({ data }: Parts): Memory {
  let memory = known.get(data.database);
  if (!memory) known.set(data.database, (memory = { emails: new Map(), addresses: new Map() }));
  return memory;
}

/**
 * Counts a try as wrong before it is looked at, so that many at once gain nothing; `forgetTries` takes it back where it was right.
 * @throws AppError `too_many_attempts` while the e-mail or the address has to wait.
 */
export function countTry(parts: Parts, { email, remote }: Trying): void {
  const { emails, addresses } = memoryOf(parts);
  const now = parts.clock.monotonic();
  const address = remote === null ? null : networkOf(remote);
  const waits = [leftMs(emails.get(email), OF_EMAIL, now), address === null ? 0 : leftMs(addresses.get(address), OF_ADDRESS, now)];
  const seconds = Math.ceil(Math.max(...waits) / 1000);
  if (seconds > 0) {
    parts.log.warn({ email, remote }, 'sign-in refused: too many attempts');
    throw new AppError(
      'too-many',
      'too_many_attempts',
      `Too many wrong passwords. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      { data: { retryAfterSeconds: seconds } },
    );
  }
  count(emails, email, OF_EMAIL, now);
  if (address !== null) count(addresses, address, OF_ADDRESS, now);
}

/** The try was right: the e-mail starts anew. The address only gets this one back, or whoever has one password could guess on. */
export function forgetTries(parts: Parts, { email, remote }: Trying): void {
  const { emails, addresses } = memoryOf(parts);
  emails.delete(email);
  const tries = remote === null ? undefined : addresses.get(networkOf(remote));
  if (tries) tries.wrong -= 1;
}

function leftMs(tries: Tries | undefined, { freeTries, longestWaitMs }: Patience, now: number): number {
  if (!tries || now - tries.lastAt >= FORGOTTEN_AFTER_MS || tries.wrong < freeTries) return 0;
  return Math.max(0, tries.lastAt + Math.min(FIRST_WAIT_MS * 2 ** (tries.wrong - freeTries), longestWaitMs) - now);
}

function count(all: Map<string, Tries>, name: string, { forgivesEveryMs }: Patience, now: number): void {
  const before = all.get(name);
  const agoMs = before ? now - before.lastAt : Infinity;
  const wrong = before && agoMs < FORGOTTEN_AFTER_MS ? Math.max(0, before.wrong - agoMs / forgivesEveryMs) : 0;
  // Set anew, so that the map's order is that of the last tries and the oldest leave first.
  all.delete(name);
  all.set(name, { wrong: wrong + 1, lastAt: now });
  const oldest = all.keys().next().value;
  if (all.size > MOST_KNOWN && oldest !== undefined) all.delete(oldest);
}
