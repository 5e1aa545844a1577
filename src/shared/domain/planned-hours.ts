/**
 * At which hours of the day the waiting calls of an opening will be made, as far as slots allow: the grey to come of a chart.
 *
 * Decides a picture, never whether a call may be made. What is due and finds no slot in its hour moves on to the next one, as it
 * will. Called by the outlook of a campaign.
 */

import { HOUR_MS, localHourOf, localTimeOf, MINUTE_MS, minutesOf } from './calendar.ts';

/** A part of an opening that lies within one hour of the zone's clock: [from, until). */
export interface HourStep {
  /** 0 to 23. */
  hour: number;
  from: number;
  until: number;
}

/** The hours of [from, until) by the clock of the zone; zones of half hours strike when they do. Throws RangeError on an unknown zone. */
export function hourSteps(from: number, until: number, timeZone: string): HourStep[] {
  const steps: HourStep[] = [];
  for (let at = from; at < until; ) {
    const next = Math.min(until, nextHour(at, timeZone));
    steps.push({ hour: localHourOf(at, timeZone), from: at, until: next });
    at = next;
  }
  return steps;
}

function nextHour(at: number, timeZone: string): number {
  const minutes = minutesOf(localTimeOf(at, timeZone)) % 60;
  return Math.floor(at / MINUTE_MS) * MINUTE_MS - minutes * MINUTE_MS + HOUR_MS;
}

/**
 * Calls by hour, 24 of them, counted where they begin. `due[i]` become due in step i; over all slots a call can begin every
 * `msPerCall`. What is left when the opening ends is not in it.
 */
export function plannedByHour(steps: readonly HourStep[], due: readonly number[], msPerCall: number): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  let waiting = 0;
  let freeAt = Number.NEGATIVE_INFINITY;
  for (const [i, { hour, from, until }] of steps.entries()) {
    waiting += due[i] ?? 0;
    const first = Math.max(freeAt, from);
    const room = msPerCall > 0 ? Math.max(0, Math.ceil((until - first) / msPerCall)) : waiting;
    const made = Math.min(waiting, room);
    hours[hour] = (hours[hour] ?? 0) + made;
    waiting -= made;
    freeAt = first + made * msPerCall;
  }
  return hours;
}
