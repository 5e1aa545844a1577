import { useEffect, useState } from 'react';
import type { Campaign, ForecastInput } from '../../../../shared/contract/campaigns.ts';
import { api } from '../../../app/connection/client.ts';
import { told } from '../../../app/connection/told.ts';
import { changesOf, type EditField } from './edit-draft.ts';
import type { Edit } from './use-edit.ts';

/** Typing is not asked about key by key. */
const SETTLED_MS = 250;

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

export interface EditAnswer {
  /** `91 calls, one about every 6 minutes, done by Thursday 17:56.` */
  plan: string | null;
  /** Why no call would be made as it is typed. */
  refusal: string | null;
}

/** The engine's forecast for those who wait, as the settings are typed; null where nothing is moved or nobody waits. */
export function useEditForecast(campaign: Campaign, { draft, changed, isRight }: Edit): EditAnswer | null {
  const [answer, setAnswer] = useState<EditAnswer | null>(null);
  const { id, status, queued, neverCalled } = campaign;
  const people = status === 'completed' ? neverCalled : queued;
  const isAsked = isRight && people > 0 && status !== 'cancelled' && changed.some((field) => MOVES.has(field));
  const asked = isAsked ? JSON.stringify(inputOf(campaign, draft, people)) : null;
  useEffect(() => {
    if (asked === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api.campaigns.forecast(JSON.parse(asked) as ForecastInput, { signal: stop.signal }).then(
        ({ forecast }) => setAnswer({ plan: forecast.plan?.sentence ?? null, refusal: forecast.refusal?.sentence ?? null }),
        (error: unknown) => !stop.signal.aborted && setAnswer({ plan: null, refusal: told(error).sentence }),
      );
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, id]);
  return isAsked ? answer : null;
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
