/** What is typed for a campaign, before it is one: as it stands in the fields, and as the engine takes it. */
import { CampaignSettings, RetryPolicy } from '../../../shared/contract/campaigns.ts';
import { isCalendarDate, isTimeZone, localDateOf } from '../../../shared/domain/calendar.ts';
import { DEFAULT_RETRY } from '../../../shared/domain/retry.ts';
import { RETRIED_OUTCOMES, type RetriedOutcome } from '../../../shared/domain/states.ts';
import { clockMinutes } from '../../lib/clock-time.ts';
import { type FieldErrors, fieldErrors } from '../../lib/field-errors.ts';
import { viewerZone } from '../../lib/format.ts';
import { formWords } from '../../words/campaign-form.ts';
import { suggestedStart } from './start-date.ts';

export interface CampaignDraft {
  name: string;
  description: string;
  agentId: string;
  nextAction: string;
  firstCallTime: string;
  lastCallTime: string;
  timeZone: string;
  useContactZone: boolean;
  /** 1 (Monday) to 7. */
  weekdays: readonly number[];
  /** `YYYY-MM-DD`; empty until one is chosen: see `startOf`. */
  startDate: string;
  /** Empty for none. */
  endDate: string;
  pacing: 'spread' | 'asap';
  maxAttempts: string;
  retryAfter: string;
  /** Empty: the minutes of `retryAfter`. */
  byOutcome: Readonly<Record<RetriedOutcome, string>>;
  /** Empty for none. */
  concurrencyLimit: string;
  keepOpen: boolean;
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5] as const;
const LONGEST_NAME = 255;
const MOST_ATTEMPTS = 50;
const MOST_MINUTES = 60 * 24 * 31;
const MOST_CALLS = 100_000;

/** Named after the file; office hours of the viewer's zone. */
export function newDraft(fileName: string): CampaignDraft {
  return {
    name: nameFrom(fileName),
    description: '',
    agentId: '',
    nextAction: '',
    firstCallTime: '09:00',
    lastCallTime: '18:00',
    timeZone: viewerZone(),
    useContactZone: false,
    weekdays: MONDAY_TO_FRIDAY,
    startDate: '',
    endDate: '',
    pacing: 'spread',
    maxAttempts: String(DEFAULT_RETRY.maxAttempts),
    retryAfter: String(DEFAULT_RETRY.retryAfterMinutes),
    byOutcome: { busy: '', 'no-answer': '', failed: '', voicemail: '' },
    concurrencyLimit: '',
    keepOpen: false,
  };
}

/** `leads_november.csv` → `Leads november`. */
export function nameFrom(fileName: string): string {
  const plain = fileName
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  return plain === '' ? formWords.unnamed : plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** The start date that is chosen, else the one that suits the window now. */
export const startOf = (draft: CampaignDraft, now: number): string => draft.startDate || suggestedStart(draft, now);

const { name, description, agentId, nextAction, firstCallTime, lastCallTime } = CampaignSettings.shape;
const SHAPES = { name, description, agentId, nextAction, firstCallTime, lastCallTime };
const NEEDED = { name: formWords.needsName, agentId: formWords.needsAgent, nextAction: formWords.needsNextAction };

export type DraftErrors = FieldErrors<CampaignDraft>;

/**
 * What is wrong with it, by field, in the order of the form; what only the engine can know it says itself. A campaign that is there
 * may have begun: its first day may be over.
 */
export function draftErrors(draft: CampaignDraft, now: number = Date.now(), isThere = false): DraftErrors {
  const texts = Object.fromEntries(Object.keys(SHAPES).map((key) => [key, draft[key as keyof typeof SHAPES]]));
  const errors: DraftErrors = fieldErrors<Record<string, unknown>>(SHAPES, texts);
  for (const key of ['name', 'agentId', 'nextAction'] as const) if (errors[key] && draft[key].trim() === '') errors[key] = NEEDED[key];
  const [first, last] = [clockMinutes(draft.firstCallTime), clockMinutes(draft.lastCallTime)];
  if (first !== null && last !== null && first >= last) errors.lastCallTime = formWords.lastAfterFirst;
  if (draft.weekdays.length === 0) errors.weekdays = formWords.needsWeekday;
  return { ...errors, ...dateErrors(draft, now, isThere), ...numberErrors(draft) };
}

function dateErrors(draft: CampaignDraft, now: number, isThere: boolean): DraftErrors {
  const { startDate, endDate, timeZone } = draft;
  const errors: DraftErrors = {};
  const mayBePast = isThere || startDate === '' || !isTimeZone(timeZone);
  if (startDate !== '' && !isCalendarDate(startDate)) errors.startDate = formWords.noDate;
  else if (!mayBePast && startDate < localDateOf(now, timeZone)) errors.startDate = formWords.startPassed;
  if (endDate !== '' && !isCalendarDate(endDate)) errors.endDate = formWords.noDate;
  else if (endDate !== '' && endDate < startOf(draft, now)) errors.endDate = formWords.endBeforeStart;
  return errors;
}

function numberErrors({ maxAttempts, retryAfter, byOutcome, concurrencyLimit }: CampaignDraft): DraftErrors {
  const errors: DraftErrors = {};
  const isOff = (text: string, least: number, most: number) => !/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most;
  if (isOff(maxAttempts.trim(), 1, MOST_ATTEMPTS)) errors.maxAttempts = formWords.between(1, MOST_ATTEMPTS);
  if (isOff(retryAfter.trim(), 0, MOST_MINUTES)) errors.retryAfter = formWords.between(0, MOST_MINUTES);
  const minutes = Object.values(byOutcome).map((text) => text.trim());
  if (minutes.some((text) => text !== '' && isOff(text, 0, MOST_MINUTES))) errors.byOutcome = formWords.between(0, MOST_MINUTES);
  const limit = concurrencyLimit.trim();
  if (limit !== '' && isOff(limit, 1, MOST_CALLS)) errors.concurrencyLimit = formWords.between(1, MOST_CALLS);
  return errors;
}

/** The minutes that differ by how a call ended, as the engine takes them. */
export function minutesByOutcome({ byOutcome }: Pick<CampaignDraft, 'byOutcome'>): Partial<Record<RetriedOutcome, number>> {
  const told = RETRIED_OUTCOMES.filter((outcome) => byOutcome[outcome].trim() !== '');
  return Object.fromEntries(told.map((outcome) => [outcome, Number(byOutcome[outcome])]));
}

/** As the engine takes it. */
export const settingsOf = (draft: CampaignDraft, now: number = Date.now()): CampaignSettings => ({
  name: draft.name.trim(),
  description: draft.description.trim(),
  agentId: draft.agentId,
  nextAction: draft.nextAction.trim(),
  ...timesOf(draft, now),
  retry: RetryPolicy.parse({
    maxAttempts: Number(draft.maxAttempts),
    retryAfter: Number(draft.retryAfter),
    byOutcome: minutesByOutcome(draft),
  }),
});

/** What decides when the calls go out: what a forecast is asked by. */
export const timesOf = (draft: CampaignDraft, now: number) => ({
  firstCallTime: draft.firstCallTime,
  lastCallTime: draft.lastCallTime,
  timeZone: draft.timeZone,
  useContactZone: draft.useContactZone,
  weekdays: [...draft.weekdays],
  startDate: startOf(draft, now),
  endDate: draft.endDate === '' ? null : draft.endDate,
  pacing: draft.pacing,
  concurrencyLimit: draft.concurrencyLimit.trim() === '' ? null : Number(draft.concurrencyLimit),
  keepOpen: draft.keepOpen,
});
