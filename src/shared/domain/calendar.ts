/**
 * Instants and calendar dates: what the clock on the wall of a time zone reads, and when it reads a given time.
 *
 * Decides nothing about calls. Must never guess a zone: an unknown one throws a RangeError, so that no call goes out by
 * a wrong clock; ask `isTimeZone` first. Called by the calling window, the words for the screen and the rollups.
 *
 * Dates, and the zone's offset asked of Intl once a UTC day, are remembered, because the engine asks for hundreds of
 * campaigns in each pass. The memory is invisible: the same question has the same answer with or without it.
 */

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Days remembered at a time, per zone; about twenty-five years, then the memory starts anew. */
const MOST_DAYS = 10_000;

/** More zones than there are: only names in odd letter case could come to so many. */
const MOST_ZONES = 1_000;

interface ZoneClock {
  format: Intl.DateTimeFormat;
  /** UTC day number → offset at its first millisecond. */
  dayOffsets: Map<number, number>;
  /** UTC day number → instant within it at which the offset changes. */
  changes: Map<number, number>;
}

const clocks = new Map<string, ZoneClock>();
const dayNumbers = new Map<string, number>();
const dates = new Map<number, string>();
/** Names asked of before, right and wrong ones; bounded, because names come from files. */
const knownNames = new Map<string, boolean>();

/** Whether `name` is an IANA time zone that this computer knows (`Europe/Berlin`); a bare offset (`+02:00`) is none. */
export function isTimeZone(name: string): boolean {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  if (knownNames.size >= 2_000) knownNames.clear();
  const answer = /^[A-Za-z]/.test(name) && canFormat(name);
  knownNames.set(name, answer);
  return answer;
}

/** Whether `on` is a date of the calendar, written `YYYY-MM-DD` (2026-02-30 is none). */
export function isCalendarDate(on: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return false;
  const day = dayNumberOf(on);
  return Number.isFinite(day) && dateOfDay(day) === on;
}

/** Whether `time` is a time of day, `00:00` to `23:59`, or `24:00` for the end of the day. */
export function isTimeOfDay(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time);
}

/** The date that the calendar of the zone shows at the instant. Throws RangeError on an unknown zone. */
export function localDateOf(at: number, timeZone: string): string {
  return dateOfDay(Math.floor(localMsOf(at, timeZone) / DAY_MS));
}

/** The hour that the clock of the zone shows at the instant, 0 to 23. Throws RangeError on an unknown zone. */
export function localHourOf(at: number, timeZone: string): number {
  return Math.floor(msOfDay(localMsOf(at, timeZone)) / HOUR_MS);
}

/** The time that the clock of the zone shows at the instant, `HH:MM`. Throws RangeError on an unknown zone. */
export function localTimeOf(at: number, timeZone: string): string {
  const minutes = Math.floor(msOfDay(localMsOf(at, timeZone)) / MINUTE_MS);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** The date `n` days after `on` (before, where `n` is negative). */
export function addDays(on: string, n: number): string {
  return dateOfDay(dayNumberOf(on) + n);
}

/** The weekday of a date: 1 is Monday, 7 Sunday. */
export function weekdayOf(on: string): number {
  // Day 0, 1970-01-01, was a Thursday.
  return ((((dayNumberOf(on) + 3) % 7) + 7) % 7) + 1;
}

/** Minutes since midnight of a time of day; `24:00` is 1440. NaN where it is no time of day. */
export function minutesOf(time: string): number {
  return isTimeOfDay(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : Number.NaN;
}

/**
 * The first instant at which the clock of the zone reads that time of that date, or later: an hour that spring leaves
 * out becomes the next existing minute, one that autumn gives twice is the first of the two. `24:00` is the next date's
 * `00:00`. NaN where date or time make no sense; throws RangeError on an unknown zone.
 */
export function instantOf(on: string, time: string, timeZone: string): number {
  const wall = dayNumberOf(on) * DAY_MS + minutesOf(time) * MINUTE_MS;
  if (!Number.isFinite(wall)) return Number.NaN;
  // No zone is more than 14 hours off UTC: a day to either side lies safely before and after whatever changes here.
  const before = offsetAt(wall - DAY_MS, timeZone);
  const after = offsetAt(wall + DAY_MS, timeZone);
  const early = wall - Math.max(before, after);
  if (before === after || localMsOf(early, timeZone) >= wall) return early;
  return firstReading(early, wall - Math.min(before, after), wall, timeZone);
}

/** Milliseconds that the zone's clock is ahead of UTC at the instant. Throws RangeError on an unknown zone. */
function offsetAt(at: number, timeZone: string): number {
  const clock = clockOf(timeZone);
  const day = Math.floor(at / DAY_MS);
  const first = dayOffset(clock, day);
  const next = dayOffset(clock, day + 1);
  if (first === next) return first;
  return at < changeWithin(clock, day, first) ? first : next;
}

/** Narrows (low, high] to the first instant at which the clock reads `wall` or later; it reads less at `low`. */
function firstReading(low: number, high: number, wall: number, timeZone: string): number {
  let before = low;
  let reached = high;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (localMsOf(middle, timeZone) >= wall) reached = middle;
    else before = middle;
  }
  return reached;
}

function localMsOf(at: number, timeZone: string): number {
  return at + offsetAt(at, timeZone);
}

function msOfDay(localMs: number): number {
  return ((localMs % DAY_MS) + DAY_MS) % DAY_MS;
}

/** Days since 1970-01-01, NaN where `on` is no date. */
function dayNumberOf(on: string): number {
  const known = dayNumbers.get(on);
  if (known !== undefined) return known;
  const day = Date.parse(`${on}T00:00:00Z`) / DAY_MS;
  remember(dayNumbers, on, day);
  return day;
}

function dateOfDay(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const on = new Date(day * DAY_MS).toISOString().slice(0, 10);
  remember(dates, day, on);
  return on;
}

function remember<K, V>(memory: Map<K, V>, key: K, value: V): void {
  if (memory.size >= MOST_DAYS) memory.clear();
  memory.set(key, value);
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function canFormat(name: string): boolean {
  try {
    return clockOf(name) !== undefined;
  } catch {
    return false;
  }
}

function clockOf(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const clock = { format, dayOffsets: new Map<number, number>(), changes: new Map<number, number>() };
  if (clocks.size >= MOST_ZONES) clocks.clear();
  clocks.set(timeZone, clock);
  return clock;
}

function dayOffset(clock: ZoneClock, day: number): number {
  const known = clock.dayOffsets.get(day);
  if (known !== undefined) return known;
  const offset = askOffset(clock, day * DAY_MS);
  remember(clock.dayOffsets, day, offset);
  return offset;
}

function changeWithin(clock: ZoneClock, day: number, first: number): number {
  const known = clock.changes.get(day);
  if (known !== undefined) return known;
  let before = day * DAY_MS;
  let changed = before + DAY_MS;
  while (changed - before > 1) {
    const middle = Math.floor((before + changed) / 2);
    if (askOffset(clock, middle) === first) before = middle;
    else changed = middle;
  }
  clock.changes.set(day, changed);
  return changed;
}

/** Asks Intl, the slow way: what the zone's clock reads, minus the instant in whole seconds. */
function askOffset(clock: ZoneClock, at: number): number {
  const second = Math.floor(at / 1000) * 1000;
  const parts = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(clock.format.format(second));
  if (parts === null) throw new RangeError(`The clock cannot be read at ${at}.`);
  const [month, day, year, hour, minute, seconds] = parts.slice(1).map(Number) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
}
