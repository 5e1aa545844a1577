import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { told } from '../../app/connection/told.ts';
import { putCampaign, useLive } from '../../app/live/live-store.ts';
import { useQuery } from '../../lib/use-query.ts';

export interface CampaignRead {
  /** Null while it is read, and where there is none. */
  campaign: Campaign | null;
  /** There is no such campaign, or none any more. */
  isGone: boolean;
  error: unknown;
  again: () => void;
}

/** One campaign, alive: read once, told by the stream from then on. */
export function useCampaign(id: string): CampaignRead {
  const campaign = useLive(({ campaigns }) => campaigns.get(id) ?? null);
  const { data, error, again } = useQuery(`campaign:${id}`, async (signal) => {
    putCampaign((await api.campaigns.get({ id }, { signal })).campaign);
    return true;
  });
  const isMissing = error !== null && told(error).code === 'not_found';
  return { campaign, isGone: isMissing || (campaign === null && data === true), error: isMissing ? null : error, again };
}
