import { useState } from 'react';
import type { Analytics, AnalyticsQuery, FigureShare, HeatCell } from '../../../shared/contract/analytics.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { viewerZone } from '../../lib/format.ts';
import { useMinute } from '../../lib/use-now.ts';
import { useQuery } from '../../lib/use-query.ts';
import { useSlowly } from '../../lib/use-slowly.ts';
import type { AnalyticsView } from './analytics-view.ts';
import { questionOf } from './question.ts';

/** Figures change with every call: so often they are read anew at most. */
const EVERY_MS = 4_000;

/** Raised when calls changed, at the pace at which this page follows. */
export const useCallsChanged = (): number =>
  useSlowly(
    useLive(({ told }) => told.calls),
    EVERY_MS,
  );

export interface Figures {
  question: AnalyticsQuery;
  analytics: Analytics;
  heat: HeatCell[];
  campaigns: FigureShare[];
  agents: FigureShare[];
  users: FigureShare[];
  from: string;
  to: string;
}

export interface Answer {
  /** The figures of the view, or those of the view before while they are being read; null until the first. */
  figures: Figures | null;
  /** Whether they are those of the view. */
  isCurrent: boolean;
  question: AnalyticsQuery;
  error: unknown;
  again: () => void;
}

/** The figures of a view and their parts, all of one moment. */
export function useAnalytics(view: AnalyticsView): Answer {
  const changed = useCallsChanged();
  const now = useMinute();
  const [last, setLast] = useState<Figures | null>(null);
  // Until the engine has said whose days it counts, they are taken to be the viewer's.
  const question = questionOf(view, localDateOf(now, last?.analytics.timeZone ?? viewerZone()));
  const { data, error, again } = useQuery(`analytics:${JSON.stringify(question)}`, (signal) => read(question, signal), [changed]);
  if (data !== null && data !== last) setLast(data);
  return { figures: data ?? last, isCurrent: data !== null, question, error, again };
}

async function read(question: AnalyticsQuery, signal: AbortSignal): Promise<Figures> {
  const [totals, parts] = await Promise.all([api.analytics.totals(question, { signal }), api.analytics.breakdown(question, { signal })]);
  return { question, ...totals, campaigns: parts.campaigns, agents: parts.agents, users: parts.users };
}
