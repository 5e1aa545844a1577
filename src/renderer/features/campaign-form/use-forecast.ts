import { useEffect, useRef, useState } from 'react';
import type { Forecast, ForecastInput } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { type CampaignDraft, draftErrors, timesOf } from './campaign-draft.ts';

/** Whom a forecast is asked for: contacts of a list, the people of a checked file, or a number of people. */
export type ForecastOf = Pick<ForecastInput, 'importId' | 'morePeople'> & { contactIds?: readonly number[] };

export interface ForecastAnswer {
  forecast: Forecast | null;
  error: unknown;
}

/** Typing is not asked about key by key. */
const SETTLED_MS = 250;

/** The engine's forecast for what is typed; the one of before stays until the next is there. Null while the window is not right. */
export function useForecast(draft: CampaignDraft, of: ForecastOf, version: number): ForecastAnswer | null {
  const [answer, setAnswer] = useState<ForecastAnswer | null>(null);
  // What else decides it: numbers that are barred, holidays, limits, and a connection that came back.
  const told = useLive(({ snapshots, topics, slots }) =>
    [snapshots, topics['do-not-call'], topics.holidays, slots?.userLimit, slots?.systemLimit].join(),
  );
  const { name: _name, description: _text, agentId: _agent, nextAction: _action, ...wrong } = draftErrors(draft);
  const isRight = Object.keys(wrong).length === 0;
  const latest = useRef({ draft, of });
  useEffect(() => {
    latest.current = { draft, of };
  });
  const { contactIds, importId, morePeople } = of;
  const times = JSON.stringify(timesOf(draft, 0));
  const chosenStart = draft.startDate;
  useEffect(() => {
    if (!isRight) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const { contactIds: ids, ...others } = latest.current.of;
      const asked = { ...timesOf(latest.current.draft, Date.now()), ...others, ...(ids && { contactIds: [...ids] }) };
      api.campaigns.forecast(asked, { signal: stop.signal }).then(
        ({ forecast }) => setAnswer({ forecast, error: null }),
        (error: unknown) => !stop.signal.aborted && setAnswer({ forecast: null, error }),
      );
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [isRight, times, chosenStart, contactIds, importId, morePeople, version, told]);
  return isRight ? answer : null;
}
