import { useEffect, useRef, useState } from 'react';
import type { Forecast, ForecastInput } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { told } from '../../app/connection/told.ts';
import { useLive } from '../../app/live/live-store.ts';
import { type CampaignDraft, draftErrors, timesOf } from './campaign-draft.ts';

export interface ForecastAnswer {
  forecast: Forecast | null;
  /** Why no call would go out, or why that cannot be told; null where calls would. */
  refusal: string | null;
}

interface Question {
  /** What it depends on: it is asked anew when this is another. Null: there is nothing to ask. */
  key: string | null;
  /** More of that, where it is too long to be compared. */
  about?: unknown;
  input: () => ForecastInput;
}

/** Typing is not asked about key by key. */
const SETTLED_MS = 250;

/** The engine's forecast; the one of before stays until the next is there. Null where nothing is asked. */
export function useForecast({ key, about, input }: Question): ForecastAnswer | null {
  const [answer, setAnswer] = useState<ForecastAnswer | null>(null);
  // What else decides it: numbers that are barred, holidays, limits, and a connection that came back.
  const changed = useLive(({ snapshots, topics, slots }) =>
    [snapshots, topics['do-not-call'], topics.holidays, slots?.userLimit, slots?.systemLimit].join(),
  );
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  useEffect(() => {
    if (key === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api.campaigns.forecast(latest.current(), { signal: stop.signal }).then(
        ({ forecast }) => setAnswer({ forecast, refusal: forecast.refusal?.sentence ?? null }),
        (error: unknown) => !stop.signal.aborted && setAnswer({ forecast: null, refusal: told(error).sentence }),
      );
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [key, about, changed]);
  return key === null ? null : answer;
}

/** Whom a draft is for: contacts of a list, the people of a checked file, or a number of people. */
export type DraftFor = Pick<ForecastInput, 'importId' | 'morePeople'> & { contactIds?: readonly number[] };

/** The forecast for what is typed; null while the window is not right. `version`: raised when the people are others. */
export function useDraftForecast(draft: CampaignDraft, { contactIds, ...others }: DraftFor, version: number): ForecastAnswer | null {
  const { name: _name, description: _text, agentId: _agent, nextAction: _action, ...wrong } = draftErrors(draft);
  const isRight = Object.keys(wrong).length === 0;
  return useForecast({
    key: isRight ? JSON.stringify([timesOf(draft, 0), draft.startDate, others, version]) : null,
    about: contactIds,
    input: () => ({ ...timesOf(draft, Date.now()), ...others, ...(contactIds && { contactIds: [...contactIds] }) }),
  });
}
