import { useLive } from '../live/live-store.ts';
import { useQuery } from '../../lib/use-query.ts';
import { api } from '../connection/client.ts';

/** Calls that ended today, of one's own (an admin's: everyone's); null until told. The day is the engine's, so it is asked without a date. */
export function useDoneToday(): number | null {
  const calls = useLive(({ told }) => told.calls);
  const { data } = useQuery('done-today', (signal) => api.live.today({}, { signal }), [calls]);
  return data?.doneToday ?? null;
}
