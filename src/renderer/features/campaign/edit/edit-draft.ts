/**
 * What is typed into the settings of a campaign, and what of it is sent: only fields that differ, so that what somebody else
 * changes meanwhile stays. Pure.
 */
import type { Campaign, CampaignChanges } from '../../../../shared/contract/campaigns.ts';
import { type CampaignField, mayEdit, type MayEdit } from '../../../../shared/domain/editable.ts';
import { RETRIED_OUTCOMES, type RetriedOutcome } from '../../../../shared/domain/states.ts';

type OutcomeMinutes = { [O in RetriedOutcome as `after-${O}`]: string };

export interface EditDraft extends OutcomeMinutes {
  name: string;
  description: string;
  agentId: string;
  nextAction: string;
  firstCallTime: string;
  lastCallTime: string;
  timeZone: string;
  /** 1 (Monday) to 7. */
  weekdays: readonly number[];
  useContactZone: boolean;
  /** `YYYY-MM-DD`, empty for none. */
  startDate: string;
  endDate: string;
  pacing: Campaign['pacing'];
  /** Numbers as they are typed. */
  maxAttempts: string;
  retryAfter: string;
  concurrencyLimit: string;
  keepOpen: boolean;
}
export type EditField = keyof EditDraft;

/** What somebody typed over what is; fields that nobody touched follow the campaign. */
export type Typed = Partial<EditDraft>;

export const minutesField = (outcome: RetriedOutcome): `after-${RetriedOutcome}` => `after-${outcome}`;

/** The settings as the form shows them. */
export function draftOf(campaign: Campaign): EditDraft {
  const { name, description, agentId, nextAction, firstCallTime, lastCallTime, timeZone, weekdays, useContactZone } = campaign;
  const { startDate, endDate, pacing, retry, concurrencyLimit, keepOpen } = campaign;
  const minutes = Object.fromEntries(RETRIED_OUTCOMES.map((outcome) => [minutesField(outcome), textOf(retry.byOutcome[outcome])]));
  return {
    name,
    description,
    agentId,
    nextAction,
    firstCallTime,
    lastCallTime,
    timeZone,
    weekdays,
    useContactZone,
    startDate,
    endDate: endDate ?? '',
    pacing,
    maxAttempts: String(retry.maxAttempts),
    retryAfter: String(retry.retryAfter),
    concurrencyLimit: textOf(concurrencyLimit),
    keepOpen,
    ...(minutes as OutcomeMinutes),
  };
}

const textOf = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));
const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** The fields that are typed differently from what is. */
export function changedFields(campaign: Campaign, typed: Typed): EditField[] {
  const saved = draftOf(campaign);
  return (Object.keys(typed) as EditField[]).filter((field) => JSON.stringify(typed[field]) !== JSON.stringify(saved[field]));
}

/** What is sent: the fields that differ. Retries go whole, because the engine takes minutes by outcome as one list. */
export function changesOf(campaign: Campaign, typed: Typed): CampaignChanges {
  const draft = { ...draftOf(campaign), ...typed };
  const changed = new Set(changedFields(campaign, typed));
  const changes: CampaignChanges = {};
  for (const field of ['name', 'nextAction'] as const) if (changed.has(field)) changes[field] = draft[field].trim();
  for (const field of ['description', 'agentId', 'firstCallTime', 'lastCallTime', 'timeZone', 'startDate'] as const)
    if (changed.has(field)) changes[field] = draft[field];
  if (changed.has('weekdays')) changes.weekdays = [...draft.weekdays];
  if (changed.has('useContactZone')) changes.useContactZone = draft.useContactZone;
  if (changed.has('keepOpen')) changes.keepOpen = draft.keepOpen;
  if (changed.has('pacing')) changes.pacing = draft.pacing;
  if (changed.has('endDate')) changes.endDate = draft.endDate === '' ? null : draft.endDate;
  if (changed.has('concurrencyLimit')) changes.concurrencyLimit = numberOf(draft.concurrencyLimit);
  const retry = retryOf(draft, changed);
  return retry === null ? changes : { ...changes, retry };
}

function retryOf(draft: EditDraft, changed: ReadonlySet<EditField>): CampaignChanges['retry'] | null {
  const byOutcome = RETRIED_OUTCOMES.some((outcome) => changed.has(minutesField(outcome)));
  if (!byOutcome && !changed.has('maxAttempts') && !changed.has('retryAfter')) return null;
  const minutes = RETRIED_OUTCOMES.flatMap((outcome) => {
    const value = numberOf(draft[minutesField(outcome)]);
    return value === null ? [] : [[outcome, value]];
  });
  return {
    ...(changed.has('maxAttempts') && { maxAttempts: Number(draft.maxAttempts) }),
    ...(changed.has('retryAfter') && { retryAfter: Number(draft.retryAfter) }),
    ...(byOutcome && { byOutcome: Object.fromEntries(minutes) as Partial<Record<RetriedOutcome, number>> }),
  };
}

/** The field of the table of what may be edited that a field of the form belongs to. */
function ruleOf(field: EditField): CampaignField {
  switch (field) {
    case 'startDate':
      return 'startOn';
    case 'endDate':
      return 'endOn';
    case 'name':
    case 'description':
    case 'agentId':
    case 'nextAction':
    case 'firstCallTime':
    case 'lastCallTime':
    case 'timeZone':
    case 'weekdays':
    case 'useContactZone':
    case 'pacing':
    case 'concurrencyLimit':
    case 'keepOpen':
      return field;
    case 'maxAttempts':
    case 'retryAfter':
    case 'after-busy':
    case 'after-no-answer':
    case 'after-voicemail':
    case 'after-failed':
      return 'retry';
  }
}

/** Whether a field may be changed now, and if not, why: the very table that the engine asks. */
export const mayEditField = ({ status }: Campaign, field: EditField, callMade: boolean): MayEdit =>
  mayEdit(status, ruleOf(field), { callMade });
