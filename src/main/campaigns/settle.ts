/**
 * When a campaign is done: it has had items, none is waiting or being called, and nothing is being carried through.
 *
 * Asked in the transaction of everything that can make it so: the end of a call, a step of a duty, an edit of the queue.
 */
import type { CampaignState } from '../../shared/domain/states.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { hasEnded } from './opening.ts';

const MAY_COMPLETE: ReadonlySet<CampaignState> = new Set(['scheduled', 'active', 'paused']);

/**
 * Completes the campaign if it is done. One whose list is fed by a script (`keepOpen`) stays open until its end date is over.
 * @returns whether it was completed here.
 */
export function settleCampaignTx(parts: Parts, campaignId: string): boolean {
  const { campaigns } = parts.data;
  const campaign = campaigns.get(everyone, campaignId);
  if (!campaign || campaign.carry !== null || !MAY_COMPLETE.has(campaign.status)) return false;
  const now = parts.clock.now();
  const counts = campaigns.countsOf(everyone, campaignId);
  if (!counts || counts.queued > 0 || counts.processing > 0) return false;
  const ended = hasEnded(campaign, now);
  if (counts.total === 0 ? !ended : campaign.keepOpen && !ended) return false;
  return campaigns.moveTx(campaign, campaign.status, 'completed', now);
}
