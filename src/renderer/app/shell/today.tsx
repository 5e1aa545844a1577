import { createContext, type ReactNode, use } from 'react';
import { useQuery } from '../../lib/use-query.ts';
import { api } from '../connection/client.ts';
import { useLive } from '../live/live-store.ts';

interface Figures {
  doneToday: number;
  waiting: number;
}

const Today = createContext<Figures | null>(null);

/** Reads once for the whole sidebar, and draws of it only what shows a figure. */
export function TodayProvider({ children }: { children: ReactNode }) {
  const calls = useLive(({ told }) => told.calls);
  const campaigns = useLive(({ told }) => told.campaigns);
  const { data } = useQuery('today', (signal) => api.live.today({}, { signal }), [calls, campaigns]);
  return <Today value={data}>{children}</Today>;
}

/**
 * Calls that ended today and people who wait, of one's own (an admin's: everyone's); null until told. The day is the engine's, so it
 * is asked without a date.
 */
export const useToday = (): Figures | null => use(Today);
