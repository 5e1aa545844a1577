/** How long toasts are shown. One is, the first of them; the others wait behind it. */

const SHOWN_MS = 6_000;
/** Where another one waits: what was said before is old by then. */
const MAKES_WAY_MS = 2_000;

export interface Timed {
  /** A fault stays until it is closed. */
  stays: boolean;
  action?: object;
  /** Since when it is shown, in the machine's milliseconds; not there while it waits. */
  shownAt?: number;
  /** How much longer it is shown, from the last change of the row; null until somebody closes it. */
  leavesIn?: number | null;
}

/**
 * The row of toasts after one came or went at `now`. A plain sentence makes way for the next, so that of two things said one after
 * another the second is not late; what can be undone keeps its time.
 */
export function timed<T extends Timed>(toasts: readonly T[], now: number): readonly T[] {
  const [first, ...waiting] = toasts;
  if (!first) return toasts;
  const { stays, action, shownAt = now } = first;
  const whole = waiting.length > 0 && !action ? MAKES_WAY_MS : SHOWN_MS;
  const leavesIn = stays ? null : Math.max(0, shownAt + whole - now);
  return [{ ...first, shownAt, leavesIn }, ...waiting];
}
