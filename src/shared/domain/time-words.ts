/**
 * Times, days, durations and places in the words of the screen (look.md, §Words).
 *
 * Decides wording only. Must never use the language or zone of the computer: the same values give the same words
 * everywhere. Called wherever a rule says when.
 */

import { addDays, HOUR_MS, localDateOf, localTimeOf, MINUTE_MS, weekdayOf } from './calendar.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A date seen from another one: today, tomorrow, `Thu 19 Nov`, and with the year where it is another. */
export function dayInWords(on: string, todayOn: string): string {
  if (on === todayOn) return 'today';
  if (on === addDays(todayOn, 1)) return 'tomorrow';
  const day = `${WEEKDAYS[weekdayOf(on) - 1]} ${Number(on.slice(8))} ${MONTHS[Number(on.slice(5, 7)) - 1]}`;
  return on.slice(0, 4) === todayOn.slice(0, 4) ? day : `${day} ${on.slice(0, 4)}`;
}

/** A date seen from no day: `18 Nov 2026`. */
export const dateInWords = (on: string): string => `${Number(on.slice(8))} ${MONTHS[Number(on.slice(5, 7)) - 1]} ${on.slice(0, 4)}`;

/** An instant by the clock of the zone, seen from now: `14:34`, `tomorrow at 09:00`, `Thu 19 Nov at 09:00`. */
export function whenInWords(at: number, now: number, timeZone: string): string {
  const on = localDateOf(at, timeZone);
  const todayOn = localDateOf(now, timeZone);
  const time = localTimeOf(at, timeZone);
  return on === todayOn ? time : `${dayInWords(on, todayOn)} at ${time}`;
}

/** A span in the two largest units that tell: `45 s`, `39 min`, `1 h`, `13 h 28 min`. Never negative. */
export function spanInWords(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.floor(ms / 1000))} s`;
  const minutes = Math.floor(ms / MINUTE_MS);
  if (ms < HOUR_MS) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** The place that a zone is named after: `America/Argentina/Buenos_Aires` is Buenos Aires. */
export function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** `1 call`, `1,204 calls`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${grouped} ${count === 1 ? one : many}`;
}
