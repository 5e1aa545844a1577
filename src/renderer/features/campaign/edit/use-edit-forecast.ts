import type { Campaign, ForecastInput } from '../../../../shared/contract/campaigns.ts';
import { type ForecastAnswer, useForecast } from '../../campaign-form/use-forecast.ts';
import { changesOf, type EditField } from './edit-draft.ts';
import type { Edit } from './use-edit.ts';

/** Fields that move the calls of those who wait. */
const MOVES: ReadonlySet<EditField> = new Set([
  'firstCallTime',
  'lastCallTime',
  'timeZone',
  'weekdays',
  'useContactZone',
  'startDate',
  'endDate',
  'pacing',
  'concurrencyLimit',
]);

/** The engine's forecast for those who wait, as the settings are typed; null where nothing is moved or nobody waits. */
export function useEditForecast(campaign: Campaign, { draft, changed, isRight }: Edit): ForecastAnswer | null {
  const { status, queued, neverCalled } = campaign;
  const people = status === 'completed' ? neverCalled : queued;
  const isAsked = isRight && people > 0 && status !== 'cancelled' && changed.some((field) => MOVES.has(field));
  const input = inputOf(campaign, draft, people);
  return useForecast({ key: isAsked ? JSON.stringify(input) : null, input: () => input });
}

function inputOf(campaign: Campaign, draft: Edit['draft'], people: number): ForecastInput {
  const {
    retry: _retry,
    name: _name,
    description: _description,
    nextAction: _next,
    agentId: _agent,
    ...changes
  } = changesOf(campaign, draft);
  return {
    ...changes,
    firstCallTime: draft.firstCallTime,
    lastCallTime: draft.lastCallTime,
    campaignId: campaign.id,
    morePeople: people,
  };
}
