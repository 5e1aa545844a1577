/**
 * When a waiting item will be called (domain.md, §Estimates), as far as that can be told.
 *
 * Decides a forecast for the screen and the REST answer, never whether a call may be made. Called by the queue's lists.
 */

/** Length of a call where no call has ended yet. */
export const USUAL_DURATION_MS = 90_000;
/** The median is taken over so many last calls. */
export const CALLS_FOR_MEDIAN = 100;

export interface EstimateInput {
  /** The item's own time. */
  scheduledFor: number;
  /** Start of the opening that contains now or comes next; null where none comes. */
  nextOpeningAt: number | null;
  now: number;
  /** Items of the campaign that would be claimed before this one: its position minus one. */
  itemsBefore: number;
  /** Median duration of the last 100 calls; null where there is none yet. */
  medianDurationMs: number | null;
  /** The smallest limit of slots that applies: campaign, user, system. */
  smallestLimit: number;
  paused: boolean;
}

export interface Estimate {
  estimatedAt: number | null;
  estimatedWaitMs: number | null;
}

/**
 * max(its time, the next opening, now + items before it × median duration ÷ smallest limit), and the wait until then.
 * Both null while paused, while a limit is 0, and where no opening comes: nobody can tell.
 */
export function estimateStart(given: EstimateInput): Estimate {
  if (given.paused || given.nextOpeningAt === null || given.smallestLimit <= 0) return { estimatedAt: null, estimatedWaitMs: null };
  const durationMs = given.medianDurationMs ?? USUAL_DURATION_MS;
  const afterOthers = given.now + Math.round((given.itemsBefore * durationMs) / given.smallestLimit);
  const estimatedAt = Math.max(given.scheduledFor, given.nextOpeningAt, afterOthers);
  return { estimatedAt, estimatedWaitMs: estimatedAt - given.now };
}

/** The middle of the durations (the mean of the two in the middle), null where there is none. */
export function medianOf(durationsMs: readonly number[]): number | null {
  if (durationsMs.length === 0) return null;
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
