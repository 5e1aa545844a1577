/** Whether a time that a person chose can be kept by the campaign's window, and which can where it cannot (rules 4, 10). */
import { type AppError, conflict } from '../../shared/domain/app-error.ts';
import { isTimeZone, MINUTE_MS } from '../../shared/domain/calendar.ts';
import { nextCommonOpening, nextOpening, type Opening } from '../../shared/domain/calling-window.ts';
import { whenInWords } from '../../shared/domain/time-words.ts';
import { windowOf } from '../campaigns/opening.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { Parts } from '../parts.ts';

/** A time that was offered a moment ago is not past yet. */
const JUST_NOW_MS = MINUTE_MS;

/**
 * @param contactZone the contact's own zone; asked where the campaign calls in it.
 * @throws AppError `time_is_past`, `outside_window`, `after_end_date` (409); `data.nextAllowed` (ISO) is the next time that can be
 *   kept, and is left out where there is none.
 */
export function refuseShutTime(parts: Parts, campaign: Campaign, contactZone: string | null, at: number): void {
  const now = parts.clock.now();
  const openings = openingsOf(parts, campaign, contactZone);
  if (at < now - JUST_NOW_MS) throw refused(campaign, now, 'time_is_past', 'This time is past', openings(now));
  const opening = openings(Math.max(at, now));
  if (opening && opening.from <= Math.max(at, now)) return;
  if (opening) throw refused(campaign, now, 'outside_window', 'The campaign does not call at that time', opening);
  const sentence = campaign.endOn === null ? 'The campaign has no calling time after that' : `The campaign ends on ${campaign.endOn}`;
  throw refused(campaign, now, campaign.endOn === null ? 'outside_window' : 'after_end_date', sentence, openings(now));
}

/** @throws AppError `after_end_date`, `outside_window` where nobody would ever be called at that time or after it. */
export function refuseTimeWithoutOpening(parts: Parts, campaign: Campaign, contactZone: string | null, at: number): void {
  const now = parts.clock.now();
  // A draft's window is still to be made.
  if (campaign.status === 'draft' || openingsOf(parts, campaign, contactZone)(Math.max(at, now))) return;
  refuseShutTime(parts, campaign, contactZone, Math.max(at, now));
}

function openingsOf(parts: Parts, campaign: Campaign, contactZone: string | null): (at: number) => Opening | null {
  const window = windowOf(campaign);
  const holidays = parts.data.compliance.holidaySet();
  if (!campaign.useContactZone || contactZone === null) return (at) => nextOpening(window, at, holidays);
  return (at) => nextCommonOpening(window, contactZone, at, holidays);
}

function refused(campaign: Campaign, now: number, code: string, why: string, next: Opening | null): AppError {
  if (!next) return conflict(code, `${why}, and no calling time is left.`);
  const at = Math.max(next.from, now);
  const zone = isTimeZone(campaign.timeZone) ? campaign.timeZone : 'UTC';
  const sentence = `${why}. The next allowed time is ${whenInWords(at, now, zone)} (${zone}).`;
  return conflict(code, sentence, { data: { nextAllowed: new Date(at).toISOString() } });
}
