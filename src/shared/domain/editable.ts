/**
 * What of a campaign may be edited when (domain.md, §What may be edited when), as one table.
 *
 * Decides field by field. Must never let the start move under a campaign that runs, nor the zone once a call was made.
 * Called by the verb that edits, and by the form, which disables what the verb would refuse and says the same sentence.
 */

import type { CampaignState } from './states.ts';

export const CAMPAIGN_FIELDS = [
  'name',
  'description',
  'nextAction',
  'agentId',
  'firstCallTime',
  'lastCallTime',
  'weekdays',
  'timeZone',
  'useContactZone',
  'startOn',
  'endOn',
  'retry',
  'concurrencyLimit',
  'pacing',
  'keepOpen',
] as const;
export type CampaignField = (typeof CAMPAIGN_FIELDS)[number];

export type MayEdit = { ok: true } | { ok: false; sentence: string };

const EVERYTHING: readonly CampaignField[] = CAMPAIGN_FIELDS;
const WHILE_RUNNING: readonly CampaignField[] = CAMPAIGN_FIELDS.filter((field) => field !== 'startOn');

const EDITABLE: Readonly<Record<CampaignState, readonly CampaignField[]>> = {
  draft: EVERYTHING,
  scheduled: EVERYTHING,
  active: WHILE_RUNNING,
  paused: WHILE_RUNNING,
  completed: ['name', 'endOn'],
  cancelled: ['name'],
};

/** Whether the field may be changed in that state, and if not, why. `callMade`: a call of the campaign was ever claimed. */
export function mayEdit(status: CampaignState, field: CampaignField, { callMade }: { callMade: boolean }): MayEdit {
  if (!EDITABLE[status].includes(field)) return { ok: false, sentence: refusal(status) };
  const isRunning = status === 'active' || status === 'paused';
  if (field === 'timeZone' && isRunning && callMade) {
    return { ok: false, sentence: 'The time zone stays as it is: calls were made by it. Duplicate the campaign to use another.' };
  }
  return { ok: true };
}

/** Whether people may be added: at any time before the campaign is cancelled. */
export function mayAddPeople(status: CampaignState): MayEdit {
  return status === 'cancelled' ? { ok: false, sentence: 'The campaign is cancelled. Duplicate it to call more people.' } : { ok: true };
}

/** Whether the campaign may be deleted: a draft, a completed or a cancelled one. Its calls and figures stay. */
export function mayDelete(status: CampaignState): MayEdit {
  if (status === 'draft' || status === 'completed' || status === 'cancelled') return { ok: true };
  return { ok: false, sentence: `The campaign is ${status}. Cancel it first, then delete it.` };
}

function refusal(status: CampaignState): string {
  if (status === 'cancelled') return 'The campaign is cancelled: only its name can be changed.';
  if (status === 'completed') return 'The campaign is completed: only its name and end date can be changed.';
  return 'The campaign has started: its start date can no longer be changed.';
}
