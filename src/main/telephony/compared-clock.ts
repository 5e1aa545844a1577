/** Compares our clock with the vendor's by a cheap read where no answer has told it lately (rule 20). */
import type { Clock } from '../ports/clock.ts';
import type { ClockOffset } from './clock-offset.ts';
import type { Fetch } from './exchange.ts';

/** Sends requests as before, and notes the `Date` of every answer. */
export function notingDates(fetch: Fetch, offset: ClockOffset): Fetch {
  return async (request) => {
    const response = await fetch(request);
    offset.note(response.headers.get('date'));
    return response;
  };
}

/** After a read that told nothing, the next one waits so long. */
const AGAIN_MS = 60_000;

/**
 * @param ask reads something; that it came to an answer is seen by whoever notes the dates.
 * @returns milliseconds that our clock is ahead; null while unknown, and then it is being asked.
 */
export function comparedClock(clock: Clock, offset: ClockOffset, ask: () => Promise<unknown>): () => number | null {
  let comparing = false;
  let triedAt: number | null = null;
  const compare = async () => {
    comparing = true;
    triedAt = clock.monotonic();
    await ask();
    comparing = false;
    if (offset.value() !== null) triedAt = null;
  };
  return () => {
    const known = offset.value();
    const mayAsk = !comparing && (triedAt === null || clock.monotonic() - triedAt >= AGAIN_MS);
    if (known === null && mayAsk) void compare();
    return known;
  };
}
