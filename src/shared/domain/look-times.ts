/**
 * When a call that is not over is looked at next (rule 14). Pure; asked wherever a call moves or was looked at.
 *
 * Where deliveries tell how it goes on, a look is the net under them. Where none come, looks are all there is: soon at first, then
 * less often, and never more of them a second than a provider bears.
 */

/** Beyond the ring limit, a call of which nothing was heard is looked at. */
export const RING_MARGIN_MS = 60_000;
/** The net under deliveries. */
export const LOOK_EVERY_MS = 60_000;
/** Looks a second over all calls of which nothing is told: half of what the strictest provider allows. */
const LOOKS_PER_SECOND = 5;

const STEPS: readonly (readonly [untilAgeMs: number, everyMs: number])[] = [
  [3 * 60_000, 10_000],
  [10 * 60_000, 20_000],
];
const LATER_MS = 30_000;

/** @param openCalls calls that are looked at side by side, this one included. */
export function lookInterval({ told, ageMs, openCalls }: { told: boolean; ageMs: number; openCalls: number }): number {
  if (told) return LOOK_EVERY_MS;
  const [, everyMs] = STEPS.find(([untilAgeMs]) => ageMs < untilAgeMs) ?? [0, LATER_MS];
  return Math.min(LOOK_EVERY_MS, Math.max(everyMs, (openCalls * 1000) / LOOKS_PER_SECOND));
}
