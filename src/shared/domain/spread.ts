/**
 * Spreading (rule 2): when each of n calls is due, evenly over the first opening that has not ended.
 *
 * Decides due times; the order of the calls is rule 3's, and the window is asked again when a call is made. Must never
 * place a call outside the opening. Called when people are added, a campaign starts, or its window is edited. The plan
 * is a start and a step, so that a query over many rows can do the same sum.
 */

import type { Opening } from './calling-window.ts';

export interface SpreadPlan {
  /** Instant of the first call. */
  from: number;
  /** Milliseconds from one call to the next; not a whole number. */
  stepMs: number;
}

/**
 * The due time of call i of n (i from 0) over [from, until): from + i × (until − from) / n, in whole milliseconds, which
 * is within a millisecond of the even spread for any n (campaign document, §Time Window Distribution Algorithm).
 */
export function spreadTime(i: number, n: number, from: number, until: number): number {
  return from + Math.floor(i * ((until - from) / n));
}

/**
 * Start and step of n calls over what is left of the opening; call i is due at `from + floor(i × stepMs)`, the same as
 * `spreadTime`. An opening that has ended gives a step of 0 at its end: choose one that has not.
 */
export function spreadPlan(n: number, opening: Pick<Opening, 'from' | 'until'>, now: number): SpreadPlan {
  const from = Math.min(Math.max(opening.from, now), opening.until);
  return { from, stepMs: n > 0 ? (opening.until - from) / n : 0 };
}
