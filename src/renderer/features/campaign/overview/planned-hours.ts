/**
 * At which hours of the day the calls of this opening are planned: the forecast's plan, laid over the clock of the campaign.
 *
 * Decides nothing about calls; a picture of what `campaigns.forecast` says in a sentence.
 */
import type { Forecast } from '../../../../shared/contract/campaigns.ts';
import { HOUR_MS, localHourOf, localTimeOf, MINUTE_MS, minutesOf } from '../../../../shared/domain/calendar.ts';

type Plan = Pick<NonNullable<Forecast['plan']>, 'calls' | 'firstAt' | 'everyMs' | 'doneBy'>;

/**
 * Calls by hour, 24 of them. Calls that go out as fast as allowed are laid evenly until they are done; null where nobody can tell,
 * because that is not before the opening ends.
 */
export function plannedHours(plan: Plan, opening: { until: Date }, timeZone: string): number[] | null {
  const first = plan.firstAt.getTime();
  const until = opening.until.getTime();
  const everyMs = plan.everyMs ?? evenly(plan, first, until);
  if (everyMs === null) return null;
  const hours = Array.from({ length: 24 }, () => 0);
  const before = (at: number) => Math.min(plan.calls, Math.max(0, Math.ceil((at - first) / everyMs)));
  for (let from = first; from < until; ) {
    const next = Math.min(until, nextHour(from, timeZone));
    const hour = localHourOf(from, timeZone);
    hours[hour] = (hours[hour] ?? 0) + before(next) - before(from);
    from = next;
  }
  return hours;
}

function evenly({ calls, doneBy }: Plan, first: number, until: number): number | null {
  if (doneBy === null || doneBy.getTime() > until) return null;
  return Math.max(1, (doneBy.getTime() - first) / calls);
}

/** When the clock of the zone strikes next; zones of half hours included. */
function nextHour(at: number, timeZone: string): number {
  const minutes = minutesOf(localTimeOf(at, timeZone)) % 60;
  return Math.floor(at / MINUTE_MS) * MINUTE_MS - minutes * MINUTE_MS + HOUR_MS;
}
