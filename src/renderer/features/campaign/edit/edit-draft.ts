/**
 * What is typed into the settings of a campaign, and what of it is sent: only fields that differ, so that what somebody else
 * changes meanwhile stays. Pure.
 */
import type { Campaign, CampaignChanges } from '../../../../shared/contract/campaigns.ts';
import { type CampaignField, mayEdit, type MayEdit } from '../../../../shared/domain/editable.ts';
import { RETRIED_OUTCOMES, type RetriedOutcome } from '../../../../shared/domain/states.ts';
import { type CampaignDraft, minutesByOutcome } from '../../campaign-form/campaign-draft.ts';

export type EditField = keyof CampaignDraft;

/** What somebody typed over what is; fields that nobody touched follow the campaign. */
export type Typed = Partial<CampaignDraft>;

/** The settings as the form shows them. */
export function draftOf(campaign: Campaign): CampaignDraft {
  const { name, description, agentId, nextAction, firstCallTime, lastCallTime, timeZone, weekdays, useContactZone } = campaign;
  const { startDate, endDate, pacing, retry, concurrencyLimit, keepOpen } = campaign;
  const minutes = RETRIED_OUTCOMES.map((outcome) => [outcome, textOf(retry.byOutcome[outcome])]);
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
    byOutcome: Object.fromEntries(minutes) as Record<RetriedOutcome, string>,
    concurrencyLimit: textOf(concurrencyLimit),
    keepOpen,
  };
}

const textOf = (value: number | null | undefined): string => (value === null || value === undefined ? '' : String(value));

/** The settings with what was typed over them. A start date that was emptied is the one that was: there is no campaign without. */
export function withTyped(campaign: Campaign, typed: Typed): CampaignDraft {
  const draft = { ...draftOf(campaign), ...typed };
  return draft.startDate === '' ? { ...draft, startDate: campaign.startDate } : draft;
}

/** The fields that are typed differently from what is. */
export function changedFields(campaign: Campaign, typed: Typed): EditField[] {
  const [saved, draft] = [draftOf(campaign), withTyped(campaign, typed)];
  return (Object.keys(typed) as EditField[]).filter((field) => JSON.stringify(draft[field]) !== JSON.stringify(saved[field]));
}

/** What is sent: the fields that differ. Retries go whole, because the engine takes minutes by outcome as one list. */
export function changesOf(campaign: Campaign, typed: Typed): CampaignChanges {
  const draft = withTyped(campaign, typed);
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
  if (changed.has('concurrencyLimit'))
    changes.concurrencyLimit = draft.concurrencyLimit.trim() === '' ? null : Number(draft.concurrencyLimit);
  const retry = retryOf(draft, changed);
  return retry === null ? changes : { ...changes, retry };
}

function retryOf(draft: CampaignDraft, changed: ReadonlySet<EditField>): CampaignChanges['retry'] | null {
  const fields = ['maxAttempts', 'retryAfter', 'byOutcome'] as const;
  if (!fields.some((field) => changed.has(field))) return null;
  return {
    ...(changed.has('maxAttempts') && { maxAttempts: Number(draft.maxAttempts) }),
    ...(changed.has('retryAfter') && { retryAfter: Number(draft.retryAfter) }),
    ...(changed.has('byOutcome') && { byOutcome: minutesByOutcome(draft) }),
  };
}

/** The field of the table of what may be edited that a field of the form belongs to. */
function ruleOf(field: EditField): CampaignField {
  switch (field) {
    case 'startDate':
      return 'startOn';
    case 'endDate':
      return 'endOn';
    case 'maxAttempts':
    case 'retryAfter':
    case 'byOutcome':
      return 'retry';
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
  }
}

/** Whether a field may be changed now, and if not, why: the very table that the engine asks. */
export const mayEditField = ({ status }: Campaign, field: EditField, callMade: boolean): MayEdit =>
  mayEdit(status, ruleOf(field), { callMade });
