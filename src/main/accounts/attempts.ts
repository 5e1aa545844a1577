/**
 * Guessing is slow: after a few wrong passwords in a row an e-mail has to wait, longer each time. Kept in memory for each
 * database: it slows an attack down and must never lock a person out for good, so a restart forgets it.
 */
import { AppError } from '../../shared/domain/app-error.ts';
import type { Parts } from '../parts.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** After this long without a try the count starts anew. */
const FORGOTTEN_AFTER_MS = 30 * 60_000;
const MOST_EMAILS = 10_000;

interface Tries {
  wrong: number;
  lastAt: number;
}

const known = new WeakMap<object, Map<string, Tries>>();

function triesOf({ data }: Parts): Map<string, Tries> {
  let tries = known.get(data.database);
  if (!tries) known.set(data.database, (tries = new Map()));
  return tries;
}

const waitMs = (wrong: number) => (wrong < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_MS));

/**
 * Counts a try as wrong before it is looked at, so that many at once gain nothing; `forgetTries` takes it back where it was right.
 * @throws AppError `too_many_attempts` while the e-mail has to wait.
 */
export function countTry(parts: Parts, email: string): void {
  const tries = triesOf(parts);
  const now = parts.clock.monotonic();
  const before = tries.get(email);
  const wrong = before && now - before.lastAt < FORGOTTEN_AFTER_MS ? before.wrong : 0;
  const leftMs = before ? before.lastAt + waitMs(wrong) - now : 0;
  if (leftMs > 0) {
    const seconds = Math.ceil(leftMs / 1000);
    parts.log.warn({ email, wrong }, 'sign-in refused: too many attempts');
    throw new AppError(
      'too-many',
      'too_many_attempts',
      `Too many wrong passwords. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      {
        data: { retryAfterSeconds: seconds },
      },
    );
  }
  // Set anew, so that the map's order is that of the last tries and the oldest leave first.
  tries.delete(email);
  tries.set(email, { wrong: wrong + 1, lastAt: now });
  const oldest = tries.keys().next().value;
  if (tries.size > MOST_EMAILS && oldest !== undefined) tries.delete(oldest);
}

export function forgetTries(parts: Parts, email: string): void {
  triesOf(parts).delete(email);
}
