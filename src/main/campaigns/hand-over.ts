/**
 * Hands the campaigns of one user over to another: for one who was switched off, or who has too many.
 *
 * A campaign that runs is held while its people change hands in steps, and goes on as the new owner's with the last step; one that
 * was paused stays paused. Cut short, it stays held with the reason, and handing over again goes on from there. People in no
 * campaign stay with the old owner; agents stay theirs and go on speaking.
 */
import { badInput, notFound } from '../../shared/domain/app-error.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { mustBeAdmin } from '../settings/must-be-admin.ts';
import { goTx } from './start.ts';
import { pauseTx } from './stop.ts';

/** Items of one step: each with its contact and calls. */
const HAND_STEP = 200;
const HELD = { by: 'ringmaster', reason: 'It is being handed over' };

/**
 * Admins only. @returns how many campaigns changed hands, deleted ones included.
 * @throws AppError `not_found`, `same_user`, `user_switched_off`.
 */
export async function handOverCampaigns(parts: Parts, actor: Actor, from: string, to: string): Promise<number> {
  mustBeAdmin(actor);
  const names = parts.data.campaigns.userNames([from, to]);
  if (!names.has(from) || !names.has(to)) throw notFound('user');
  if (from === to) throw badInput('same_user', 'Choose somebody else to hand the campaigns over to.');
  if (!parts.data.campaigns.isUserActive(to))
    throw badInput('user_switched_off', `${names.get(to)} is switched off. Choose somebody who is active.`);
  const campaigns = parts.data.campaigns.allOf(from);
  for (const { id } of campaigns) await handOverOne(parts, { campaignId: id, from, to });
  return campaigns.length;
}

async function handOverOne(parts: Parts, handing: { campaignId: string; from: string; to: string }): Promise<void> {
  const { data, clock } = parts;
  const held = data.database.write(() => holdTx(parts, handing.campaignId));
  const range = data.handOver.range(handing.campaignId);
  for (let after: number | null = range.after; after !== null; ) {
    const behind: number = after;
    after = data.database.write(() => data.handOver.giveStepTx(handing, { ...range, after: behind }, HAND_STEP, clock.now()));
    if (after !== null) await sleep(clock, 0);
  }
  data.database.write(() => {
    data.handOver.giveCampaignTx(handing, clock.now());
    const campaign = data.campaigns.get(everyone, handing.campaignId);
    if (held && campaign?.status === 'paused' && campaign.pausedReason === HELD.reason) goTx(parts, campaign);
  });
}

/** Holds a campaign that runs. @returns whether it is to go on afterwards: it runs now, or a hand-over that was cut short held it. */
function holdTx(parts: Parts, id: string): boolean {
  const campaign: Campaign | undefined = parts.data.campaigns.get(everyone, id);
  if (!campaign) return false;
  if (campaign.status === 'paused') return campaign.pausedBy === HELD.by && campaign.pausedReason === HELD.reason;
  return pauseTx(parts, campaign, HELD);
}
