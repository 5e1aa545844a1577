/** How slots become segments of a ring. */

/** More than this many could not be told apart; then they share the slots among them. */
export const MOST_SEGMENTS = 60;

export interface RingSegments {
  segments: number;
  /** From the top, clockwise. */
  filled: number;
}

/**
 * One segment a slot, as many as there are calls where a limit was lowered below them. Of shared ones as many are filled as their
 * share says: none while nothing is up, never all while a slot is free.
 */
export function ringSegments(up: number, of: number): RingSegments {
  const slots = Math.max(of, up);
  if (slots <= MOST_SEGMENTS) return { segments: Math.max(1, slots), filled: up };
  const share = (up / slots) * MOST_SEGMENTS;
  const most = up < slots ? MOST_SEGMENTS - 1 : MOST_SEGMENTS;
  return { segments: MOST_SEGMENTS, filled: Math.min(most, Math.max(up > 0 ? 1 : 0, Math.round(share))) };
}
