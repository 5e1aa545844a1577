import { addDays, HOUR_MS, isTimeZone, localDateOf } from '../../../shared/domain/calendar.ts';
import { type CallingWindow, nextOpening, openingOn } from '../../../shared/domain/calling-window.ts';

type Window = Pick<CallingWindow, 'firstCallTime' | 'lastCallTime' | 'weekdays' | 'timeZone'>;

/** Holidays are the engine's: it passes over them, and says so in the forecast. */
const NO_HOLIDAYS: ReadonlySet<string> = new Set();

/**
 * The day on which a campaign starts unless another one is chosen: today while an hour of the window is left, else the next day that
 * is allowed. Today where there is none.
 */
export function suggestedStart(window: Window, now: number): string {
  const today = localDateOf(now, isTimeZone(window.timeZone) ? window.timeZone : 'UTC');
  const from = (startOn: string): CallingWindow => ({ ...window, startOn, endOn: null });
  const opening = openingOn(from(today), today, NO_HOLIDAYS);
  if (opening) {
    const needed = Math.min(HOUR_MS, opening.until - opening.from);
    if (opening.until - Math.max(now, opening.from) >= needed) return today;
  }
  return nextOpening(from(addDays(today, 1)), now, NO_HOLIDAYS)?.on ?? today;
}
