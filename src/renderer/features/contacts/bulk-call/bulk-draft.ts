/** What is typed for a campaign out of selected contacts, before it is one. */
import type { NewCampaign } from '../../../../shared/contract/campaigns.ts';
import { addDays, HOUR_MS, isTimeZone, localDateOf } from '../../../../shared/domain/calendar.ts';
import { type CallingWindow, openingOn, nextOpening } from '../../../../shared/domain/calling-window.ts';
import { clockMinutes } from '../../../lib/clock-time.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import { viewerZone } from '../../../lib/format.ts';
import { bulkCall } from '../../../words/contacts.ts';
import { type CampaignDraft, draftErrors, newDraft, settingsOf } from '../../import/campaign-draft.ts';

export interface BulkDraft extends CampaignDraft {
  /** As it was chosen, `YYYY-MM-DD`; null follows what is offered. */
  startDate: string | null;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
/** Less than so much of the window is not worth beginning for. */
const WORTH_MS = HOUR_MS;

/** Named after the day; office hours of the viewer's zone. */
export function newBulkDraft(now: number): BulkDraft {
  const [year, month, day] = localDateOf(now, viewerZone()).split('-').map(Number);
  return { ...newDraft(''), name: bulkCall.name(`${day} ${MONTHS[(month ?? 1) - 1]} ${year}`), startDate: null };
}

/** The day that is offered: today while an hour of the window is left, else the next day on which calls are allowed. */
export function offeredStart(draft: CampaignDraft, now: number, holidays: ReadonlySet<string>): string {
  const timeZone = isTimeZone(draft.timeZone) ? draft.timeZone : 'UTC';
  const today = localDateOf(now, timeZone);
  const [first, last] = [clockMinutes(draft.firstCallTime), clockMinutes(draft.lastCallTime)];
  if (first === null || last === null || first >= last || draft.weekdays.length === 0) return today;
  const window: CallingWindow = {
    firstCallTime: draft.firstCallTime,
    lastCallTime: draft.lastCallTime,
    weekdays: [...draft.weekdays],
    timeZone,
    startOn: today,
    endOn: null,
  };
  const open = openingOn(window, today, holidays);
  if (open && open.until - Math.max(open.from, now) >= WORTH_MS) return today;
  const next = nextOpening({ ...window, startOn: addDays(today, 1) }, now, holidays);
  return next?.on ?? today;
}

/** What is wrong with it, by field, in the order of the form. */
export function bulkErrors({ startDate, ...draft }: BulkDraft): FieldErrors<BulkDraft> {
  const { name, agentId, ...others } = draftErrors(draft);
  return {
    ...(name !== undefined && { name }),
    ...(agentId !== undefined && { agentId }),
    ...(startDate === '' && { startDate: bulkCall.needsStartDate }),
    ...others,
  };
}

/** As the engine takes it. */
export const campaignOf = (
  { startDate, ...draft }: BulkDraft,
  offered: string,
  contactIds: readonly number[],
  isDraft: boolean,
): NewCampaign => ({
  ...settingsOf(draft),
  startDate: startDate ?? offered,
  contactIds: [...contactIds],
  ...(isDraft && { draft: true }),
});
