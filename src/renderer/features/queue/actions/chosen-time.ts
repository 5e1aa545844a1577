/** A date and a time of the day as they are typed, and the instant that they are in a zone. Pure. */
import { HOUR_MS, instantOf, localDateOf, localTimeOf, MINUTE_MS } from '../../../../shared/domain/calendar.ts';

export interface ChosenTime {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM` */
  time: string;
}

/** What a form begins with: the half hour after the next hour. */
export function soon(now: number, timeZone: string): ChosenTime {
  const half = 30 * MINUTE_MS;
  return chosenAt(Math.ceil((now + HOUR_MS) / half) * half, timeZone);
}

/** An instant as it is typed. */
export const chosenAt = (at: number, timeZone: string): ChosenTime => ({
  date: localDateOf(at, timeZone),
  time: localTimeOf(at, timeZone),
});

/** The instant that was typed; null where it is none yet. */
export function instantChosen({ date, time }: ChosenTime, timeZone: string): Date | null {
  const at = instantOf(date, time, timeZone);
  return Number.isNaN(at) ? null : new Date(at);
}
