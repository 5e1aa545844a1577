/**
 * How far our clock is ahead of a provider's, from the `Date` of its answers (rule 20).
 *
 * A comparison holds only while the wall clock and the monotonic clock went on together: after a sleep, or when somebody set the
 * clock, it says nothing until the provider has answered again.
 */
import type { Clock } from '../ports/clock.ts';

/**
 * Between which instants of the provider's clock that happened what happened at `at` by ours. Nobody knows whether our clock was
 * set before or after: either may be true.
 * @param offsetMs how far ours is ahead now; null while unknown.
 */
export function theirInstants(at: number, offsetMs: number | null): { earliest: number; latest: number } {
  const corrected = at - (offsetMs ?? 0);
  return { earliest: Math.min(at, corrected), latest: Math.max(at, corrected) };
}

/** A Date has whole seconds, cut off. */
const HALF_SECOND = 500;
const DRIFT_MS = 2_000;

export class ClockOffset {
  private readonly clock: Clock;
  private sample: { offsetMs: number; drift: number } | null = null;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Takes the `Date` of an answer that has just come. */
  note(date: string | null): void {
    const at = date === null ? Number.NaN : Date.parse(date);
    if (Number.isNaN(at)) return;
    this.sample = { offsetMs: this.clock.now() - at - HALF_SECOND, drift: this.drift() };
  }

  /** Milliseconds that our clock is ahead; null where nothing has been compared since the clock last jumped. */
  value(): number | null {
    if (!this.sample || Math.abs(this.drift() - this.sample.drift) > DRIFT_MS) return null;
    return this.sample.offsetMs;
  }

  private drift(): number {
    return this.clock.now() - this.clock.monotonic();
  }
}
