import type { Campaign, Forecast } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { told } from '../../app/connection/told.ts';
import { useLive } from '../../app/live/live-store.ts';
import { useUser } from '../../app/session/session.ts';
import { type Query, useQuery } from '../../lib/use-query.ts';
import type { CampaignFigures } from './overview/stats.ts';

/** The figures of a campaign, read again soon after calls or people changed. */
export function useFigures(id: string): Query<CampaignFigures> {
  const changed = useLive(({ told: { calls, items } }) => calls + items);
  return useQuery(
    `figures:${id}`,
    async (signal): Promise<CampaignFigures> => (await api.analytics.campaign({ id }, { signal })).analytics,
    [changed],
  );
}

/** When those who wait are called, if it goes on as it is; null where nobody can tell, and of what is another's. */
export function useOutlook({ id, userId, status, firstCallTime, lastCallTime, queued }: Campaign): Forecast['plan'] {
  const user = useUser();
  const items = useLive(({ told: { items: changed } }) => changed);
  const asked = user.id === userId && queued > 0 && (status === 'active' || status === 'scheduled');
  const { data } = useQuery(
    `outlook:${asked ? id : 'none'}`,
    async (signal) => {
      if (!asked) return null;
      try {
        const given = { campaignId: id, firstCallTime, lastCallTime, morePeople: queued };
        return (await api.campaigns.forecast(given, { signal })).forecast.plan;
      } catch (error) {
        if (told(error).code === 'not_found') return null;
        throw error;
      }
    },
    [items, queued],
  );
  return data;
}
