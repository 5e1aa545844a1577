/** What a change means for those who wait, in sentences, before it is made. Pure; figures come from the engine's forecast. */
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { editWords } from '../../../words/campaign-edit.ts';
import type { EditField } from './edit-draft.ts';

/** Fields that plan spread calls anew, while there is something to plan. */
const RESPREADS: ReadonlySet<EditField> = new Set([
  'firstCallTime',
  'lastCallTime',
  'weekdays',
  'timeZone',
  'startDate',
  'pacing',
  'useContactZone',
]);
const RETRIES: ReadonlySet<EditField> = new Set(['maxAttempts', 'retryAfter', 'byOutcome']);

type Of = Pick<Campaign, 'status' | 'queued' | 'callsUp' | 'neverCalled' | 'endDate' | 'keepOpen'>;

/** In the order of weight; empty where the change means nothing for anybody who waits. */
export function consequencesOf(campaign: Of, changed: readonly EditField[], next: { endDate: string; keepOpen: boolean }): string[] {
  const { means } = editWords;
  const has = (field: EditField) => changed.includes(field);
  const waits = campaign.status === 'active' || campaign.status === 'paused' || campaign.status === 'scheduled';
  const isLater = has('endDate') && campaign.endDate !== null && (next.endDate === '' || next.endDate > campaign.endDate);
  return [
    ...(isLater && campaign.neverCalled > 0 ? [means.reopens(campaign.neverCalled)] : []),
    ...(waits && campaign.queued > 0 && changed.some((field) => RESPREADS.has(field)) ? [means.respread] : []),
    ...(waits && has('agentId') ? [means.agent] : []),
    ...(waits && changed.some((field) => RETRIES.has(field)) ? [means.retry] : []),
    ...(waits && has('concurrencyLimit') && campaign.callsUp > 0 ? [means.limit] : []),
    ...(waits && has('keepOpen') && !next.keepOpen ? [means.ends] : []),
  ];
}
