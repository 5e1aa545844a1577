import { MINUTE_MS } from '../../../shared/domain/calendar.ts';
import { useLive } from '../../app/live/live-store.ts';
import { useNow } from '../../lib/use-now.ts';

/**
 * What makes a list of waiting people worth reading again: they, calls or campaigns changed (a paused one has others wait), or another
 * minute stands in its sentences.
 */
export function useQueueChanges(): readonly number[] {
  const items = useLive(({ told }) => told.items);
  const calls = useLive(({ told }) => told.calls);
  const campaigns = useLive(({ told }) => told.campaigns);
  const now = useNow();
  return [items, calls, campaigns, Math.floor(now / MINUTE_MS)];
}
