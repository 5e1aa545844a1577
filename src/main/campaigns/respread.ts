/** The new spread of a campaign's list, as the change of its row that the dialer carries through. */
import type { Campaign, CampaignChange } from '../data/campaign-store.ts';

/** Begins it now, or behind the reopening that is under way. */
export const respreadOf = (campaign: Pick<Campaign, 'carry'>): CampaignChange =>
  campaign.carry === 'reopen' ? { respreadNext: true } : { carry: 'respread', carryAfter: 0 };
