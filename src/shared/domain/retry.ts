/**
 * Retries (rule 9): whether an item is tried again after a call that did not succeed, and from when.
 *
 * Decides the earliest instant by the policy alone: the caller moves it into an opening with `nextOpening`, and after the
 * end date there is none. Must never retry a number that was refused as wrong, a call that a person cancelled, or one
 * whose outcome is unknown. Called in the transaction that ends a call.
 */

import { MINUTE_MS } from './calendar.ts';
import { RETRIED_OUTCOMES, type RetriedOutcome } from './states.ts';

export interface RetryPolicy {
  /** Calls of one item at most, the first included. */
  maxAttempts: number;
  retryAfterMinutes: number;
  /** Minutes for single outcomes, before `retryAfterMinutes`. */
  byOutcome: Partial<Record<RetriedOutcome, number>>;
}

/** What holds where neither campaign nor item says otherwise: one attempt, final; an hour where attempts are raised. */
export const DEFAULT_RETRY: RetryPolicy = { maxAttempts: 1, retryAfterMinutes: 60, byOutcome: {} };

/** The campaign's policy as it holds for one item: what the item says itself stands before all that the campaign says. */
export function policyForItem(campaign: RetryPolicy, item: { maxAttempts: number | null; retryAfterMinutes: number | null }): RetryPolicy {
  const maxAttempts = item.maxAttempts ?? campaign.maxAttempts;
  if (item.retryAfterMinutes === null) return { ...campaign, maxAttempts };
  return { maxAttempts, retryAfterMinutes: item.retryAfterMinutes, byOutcome: {} };
}

/** How a call ended, as far as retries ask. */
export interface EndedCall {
  end: string;
  durationMs: number;
  /** A machine picked up. */
  machine: boolean;
  /** The provider or the network refused the number as wrong. */
  wrongNumber: boolean;
}

/**
 * The outcome by which a call is retried, null where it never is. A completed call of no duration reached nobody, one
 * with a machine is a voicemail, whatever word the provider has for them (domain.md, the table of call ends).
 */
export function retriedOutcomeOf(call: EndedCall): RetriedOutcome | null {
  if (call.wrongNumber) return null;
  if (call.end === 'completed') {
    if (call.machine) return 'voicemail';
    return call.durationMs > 0 ? null : 'no-answer';
  }
  return RETRIED_OUTCOMES.find((outcome) => outcome === call.end) ?? null;
}

/**
 * The earliest instant of the next attempt: the end of the call plus the minutes of its outcome. Null where the result is
 * final. `maxAttempts` is the item's own, which callbacks and people raise; the policy's counts only for items to come.
 */
export function retryAt(
  policy: RetryPolicy,
  outcome: RetriedOutcome | null,
  endedAt: number,
  attemptsMade: number,
  maxAttempts: number = policy.maxAttempts,
): number | null {
  if (outcome === null || attemptsMade >= maxAttempts) return null;
  return endedAt + (policy.byOutcome[outcome] ?? policy.retryAfterMinutes) * MINUTE_MS;
}
