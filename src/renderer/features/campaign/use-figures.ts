import type { Analytics } from '../../../shared/contract/analytics.ts';
import type { Campaign, Outlook } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { useNow } from '../../lib/use-now.ts';
import { type Query, useQuery } from '../../lib/use-query.ts';

/** The figures of a campaign, read again soon after calls or people changed. */
export function useFigures(id: string): Query<Analytics> {
  const changed = useLive(({ told: { calls, items } }) => calls + items);
  return useQuery(`figures:${id}`, async (signal): Promise<Analytics> => (await api.analytics.campaign({ id }, { signal })).analytics, [
    changed,
  ]);
}

/** The outlook counts many rows: more often than so it is not read anew. */
const OUTLOOK_MS = 15_000;

/** When those who wait are called, if it goes on as it is; null until it is read. */
export function useOutlook({ id, status, queued, updatedAt }: Campaign): Outlook | null {
  const now = useNow();
  const isSomebodyWaiting = queued > 0;
  const { data } = useQuery(
    `outlook:${id}:${status}:${isSomebodyWaiting}`,
    async (signal) => (await api.campaigns.outlook({ id }, { signal })).outlook,
    [Math.floor(now / OUTLOOK_MS), updatedAt.getTime()],
  );
  return data;
}
