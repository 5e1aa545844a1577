/** Adds contacts to a campaign that is there: at any time before it is cancelled. */
import type { PeopleAdded } from '../../shared/contract/campaigns.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { hasBegun, planItems, readPeople, toldOf, writeItems } from './enqueue.ts';
import { ownCampaign } from './find.ts';
import { reactivateTx, refuseNewcomers } from './reopen.ts';
import { respreadOf } from './respread.ts';

/**
 * People who are in it already, in whatever state, are counted as known and not called again (complaint 11). In a campaign that
 * has begun the others are due at once; before that the whole list is spread anew.
 * @throws AppError `not_found`, `campaign_cancelled`, `campaign_ended`.
 */
export async function addContacts(
  parts: Parts,
  actor: Actor,
  { id, contactIds }: { id: string; contactIds: readonly number[] },
): Promise<PeopleAdded> {
  const campaign = ownCampaign(parts, actor, id);
  refuseNewcomers(parts, campaign);
  const people = await readPeople(parts, campaign, contactIds);
  const items = planItems(parts, campaign, people.joining);
  const added = await writeItems(parts, campaign, items, {
    // With every step: whatever comes between two, and cut short, nobody waits in a campaign that is over.
    stepTx(came) {
      refuseNewcomers(parts, ownCampaign(parts, actor, id));
      if (came.length > 0) cameInTx(parts, campaign.id);
    },
  });
  return toldOf(people, added);
}

/**
 * What follows when people came in, however they came: a completed campaign is active again where somebody waits in it now, one that waits for its start spreads
 * its list anew. A draft does so when it is started.
 */
export function cameInTx(parts: Parts, campaignId: string): void {
  const campaign: Campaign | undefined = parts.data.campaigns.get(everyone, campaignId);
  if (!campaign) return;
  if ((parts.data.campaigns.countsOf(everyone, campaignId)?.queued ?? 0) > 0) reactivateTx(parts, campaign);
  const waits = campaign.status === 'scheduled' || (campaign.status === 'paused' && !hasBegun(campaign));
  if (waits && (campaign.carry === null || campaign.carry === 'reopen'))
    parts.data.campaigns.changeTx(campaign, parts.clock.now(), respreadOf(campaign));
}
