/**
 * The calling window of a campaign's row, and the opening that is kept on it.
 *
 * Every verb that writes a field of the window writes `openFrom` and `openUntil` through here in the same statement, and the
 * dialer's duty renews them when an opening has ended: so that the claim asks two columns and no calendar.
 */
import type { Campaign } from '../data/campaign-store.ts';
import { isTimeZone, localDateOf } from '../../shared/domain/calendar.ts';
import { type CallingWindow, nextOpening, type Opening } from '../../shared/domain/calling-window.ts';

/** The fields of a campaign that make its window. */
export type WindowFields = Pick<Campaign, 'firstCallTime' | 'lastCallTime' | 'weekdays' | 'timeZone' | 'startOn' | 'endOn'>;

export function windowOf({ firstCallTime, lastCallTime, weekdays, timeZone, startOn, endOn }: WindowFields): CallingWindow {
  return { firstCallTime, lastCallTime, weekdays, timeZone, startOn, endOn };
}

/** The opening that contains `now` (UTC ms), else the next one; null where there is none or none can be computed. */
export function openingOf(campaign: WindowFields, holidays: ReadonlySet<string>, now: number): Opening | null {
  return nextOpening(windowOf(campaign), now, holidays);
}

/** The same as the two columns of the row; both null where no call can be made. */
export function currentOpening(
  campaign: WindowFields,
  holidays: ReadonlySet<string>,
  now: number,
): { openFrom: number | null; openUntil: number | null } {
  const opening = openingOf(campaign, holidays, now);
  return { openFrom: opening?.from ?? null, openUntil: opening?.until ?? null };
}

/** Whether the start date has come in the campaign's zone: what starting and resuming ask. Never in an unknown zone. */
export function hasStartCome(campaign: Pick<Campaign, 'startOn' | 'timeZone'>, now: number): boolean {
  return isTimeZone(campaign.timeZone) && localDateOf(now, campaign.timeZone) >= campaign.startOn;
}

/** Whether the end date is over in the campaign's zone. */
export function hasEnded(campaign: Pick<Campaign, 'endOn' | 'timeZone'>, now: number): boolean {
  return campaign.endOn !== null && isTimeZone(campaign.timeZone) && localDateOf(now, campaign.timeZone) > campaign.endOn;
}
