/**
 * The calling window: when a campaign may start a call (rule 4), and when it may next (rule 5).
 *
 * Decides the openings of a campaign, day by day. Must never answer "open" where it cannot compute: an unknown zone or a
 * broken time means no opening, so no call. Knows no way around the window for retries, callbacks or call-now. Called by
 * the dialer at claim and again as the request is sent, by the verbs that set times, and by every forecast on screen.
 */

import { addDays, DAY_MS, instantOf, isCalendarDate, isTimeZone, localDateOf, minutesOf, weekdayOf } from './calendar.ts';

/** Within so many days an opening must come, else an item is skipped for having none (rule 5). */
const MOST_DAYS_AHEAD = 366;

export interface CallingWindow {
  /** `HH:MM` */
  firstCallTime: string;
  /** `HH:MM`, or `24:00` for the end of the day. */
  lastCallTime: string;
  /** 1 (Monday) to 7. */
  weekdays: readonly number[];
  /** IANA name. */
  timeZone: string;
  startOn: string;
  /** The last date on which calls may be made; null for none. */
  endOn: string | null;
}

/** One stretch of time in which calls may start: [from, until), of the window of the date `on`. */
export interface Opening {
  on: string;
  from: number;
  until: number;
}

export type WindowProblemCode = 'no_weekday' | 'first_not_before_last' | 'unknown_time_zone' | 'no_date' | 'end_before_start';

/** Why a window can never be open, in a sentence; null where it can. */
export function windowProblem(window: CallingWindow): { code: WindowProblemCode; sentence: string } | null {
  if (!window.weekdays.some((day) => Number.isInteger(day) && day >= 1 && day <= 7)) {
    return { code: 'no_weekday', sentence: 'No weekday is chosen. Choose at least one day on which calls may be made.' };
  }
  if (!(minutesOf(window.firstCallTime) < minutesOf(window.lastCallTime))) {
    const sentence = `The first call time ${window.firstCallTime} is not before the last call time ${window.lastCallTime}.`;
    return { code: 'first_not_before_last', sentence };
  }
  if (!isTimeZone(window.timeZone)) {
    const sentence = `The time zone "${window.timeZone}" is not known. Choose one by its name, like Europe/Berlin.`;
    return { code: 'unknown_time_zone', sentence };
  }
  for (const on of [window.startOn, window.endOn]) {
    if (on !== null && !isCalendarDate(on)) return { code: 'no_date', sentence: `"${on}" is no date. Write it like 2026-11-20.` };
  }
  if (window.endOn !== null && window.endOn < window.startOn) {
    return { code: 'end_before_start', sentence: `The end date ${window.endOn} is before the start date ${window.startOn}.` };
  }
  return null;
}

/**
 * The opening of one date, null where the campaign may not call on it: another weekday, a holiday, before the start,
 * after the end, a window that the change of the clock swallows whole, or one that cannot be computed.
 */
export function openingOn(window: CallingWindow, on: string, holidays: ReadonlySet<string>): Opening | null {
  if (on < window.startOn || (window.endOn !== null && on > window.endOn)) return null;
  if (!window.weekdays.includes(weekdayOf(on)) || holidays.has(on) || !isTimeZone(window.timeZone)) return null;
  const from = instantOf(on, window.firstCallTime, window.timeZone);
  const until = instantOf(on, window.lastCallTime, window.timeZone);
  return from < until ? { on, from, until } : null;
}

/**
 * The opening that contains the instant, or the first one after it; at most 366 days ahead (of the start date, where
 * that is still to come). Null after the end date, and where no opening can be computed.
 */
export function nextOpening(window: CallingWindow, at: number, holidays: ReadonlySet<string>): Opening | null {
  for (const opening of openingsFrom(window, at, holidays)) return opening;
  return null;
}

/** Whether a call may start at the instant: first included, last not. */
export function isWindowOpen(window: CallingWindow, at: number, holidays: ReadonlySet<string>): boolean {
  const opening = nextOpening(window, at, holidays);
  return opening !== null && opening.from <= at;
}

/** The last opening before the end date, looked for at most 366 days back from it; null where there is none, or no end. */
export function lastOpening(window: CallingWindow, holidays: ReadonlySet<string>): Opening | null {
  const { endOn } = window;
  if (endOn === null || windowProblem(window) !== null) return null;
  for (let back = 0; back <= MOST_DAYS_AHEAD; back += 1) {
    const on = addDays(endOn, -back);
    if (on < window.startOn) return null;
    const opening = openingOn(window, on, holidays);
    if (opening !== null) return opening;
  }
  return null;
}

/** Whether the campaign may still call at the instant or at some time after it. */
export function hasOpeningLeft(window: CallingWindow, at: number, holidays: ReadonlySet<string>): boolean {
  return nextOpening(window, at, holidays) !== null;
}

/**
 * The stretch that contains the instant, or the first one after it, in which it is open for the campaign **and** by the
 * contact's own clock: the same times of day, weekdays and holidays, read on the contact's calendar. Start and end date
 * hold in the campaign's zone. `on` is the campaign's date. Null where a zone is unknown, or none comes within 366 days.
 */
export function nextCommonOpening(
  window: CallingWindow,
  contactTimeZone: string,
  at: number,
  holidays: ReadonlySet<string>,
): Opening | null {
  if (!isTimeZone(contactTimeZone)) return null;
  if (contactTimeZone === window.timeZone) return nextOpening(window, at, holidays);
  const there: CallingWindow = { ...window, timeZone: contactTimeZone, startOn: '0000-01-01', endOn: null };
  for (const opening of openingsFrom(window, at, holidays)) {
    const common = commonPart(opening, there, Math.max(at, opening.from), holidays);
    if (common !== null) return common;
  }
  return null;
}

/** Whether a call may start at the instant by the campaign's clock and by the contact's. */
export function isCommonWindowOpen(window: CallingWindow, contactTimeZone: string, at: number, holidays: ReadonlySet<string>): boolean {
  const opening = nextCommonOpening(window, contactTimeZone, at, holidays);
  return opening !== null && opening.from <= at;
}

/** The openings that end after the instant, in order, lazily. */
function* openingsFrom(window: CallingWindow, at: number, holidays: ReadonlySet<string>): Generator<Opening, void> {
  if (!Number.isFinite(at) || windowProblem(window) !== null) return;
  const today = localDateOf(at, window.timeZone);
  const first = today < window.startOn ? window.startOn : today;
  for (let ahead = 0; ahead <= MOST_DAYS_AHEAD; ahead += 1) {
    const on = addDays(first, ahead);
    if (window.endOn !== null && on > window.endOn) return;
    const opening = openingOn(window, on, holidays);
    if (opening !== null && opening.until > at) yield opening;
  }
}

/** The first part of the opening that ends after `at` and in which the window is open there too. */
function commonPart(opening: Opening, there: CallingWindow, at: number, holidays: ReadonlySet<string>): Opening | null {
  // One opening reaches over at most two dates elsewhere; a third is for the day that a zone skips.
  const first = addDays(localDateOf(opening.from, there.timeZone), -1);
  const dates = Math.ceil((opening.until - opening.from) / DAY_MS) + 2;
  for (let i = 0; i <= dates; i += 1) {
    const other = openingOn(there, addDays(first, i), holidays);
    if (other === null) continue;
    const from = Math.max(opening.from, other.from);
    const until = Math.min(opening.until, other.until);
    if (from < until && until > at) return { on: opening.on, from, until };
  }
  return null;
}
