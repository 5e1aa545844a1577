/**
 * Pausing, cancelling and deleting: one row is changed and gates everything behind it, at once and over restarts.
 *
 * Calls that are up go on to their own end, or are hung up where that was asked for; the answer says how many were up, how many
 * were hung up, and how many cannot be (complaint 20).
 */
import type { CallsTouched } from '../../shared/contract/campaigns.ts';
import { conflict } from '../../shared/domain/app-error.ts';
import { mayDelete } from '../../shared/domain/editable.ts';
import { hangUpCampaign } from '../calls/hang-up.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { STEP } from '../data/duty-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { changedMeanwhile, ownCampaign, seenCampaign } from './find.ts';
import { type CampaignSummary, readCampaign } from './summary.ts';

export interface Stop {
  id: string;
  reason?: string | undefined;
  hangUp?: boolean | undefined;
}

export interface Stopped {
  campaign: Campaign;
  calls: CallsTouched;
}

/** Who paused and why, as the row keeps it. */
export interface PauseWords {
  /** A user's id, or `ringmaster`. */
  by: string;
  reason: string | null;
  /** The person whose Pause all it is. */
  allBy?: string | null;
}

/**
 * Makes no new call, at once. A pause of one's own stands before one by Pause all or by the program: Resume all leaves it.
 * @throws AppError `not_found`, `not_running`.
 */
export async function pauseCampaign(parts: Parts, actor: Actor, { id, reason, hangUp = false }: Stop): Promise<Stopped> {
  parts.data.database.write(() => {
    const campaign = seenCampaign(parts, actor, id);
    const words = { by: actor.userId, reason: reason ?? null };
    if (campaign.status === 'paused') return rewordTx(parts, campaign, words);
    if (!isRunning(campaign))
      throw conflict('not_running', `Only a campaign that runs or is scheduled can be paused; this one is ${campaign.status}.`);
    if (!pauseTx(parts, campaign, words)) throw changedMeanwhile();
  });
  const calls = await touchCalls(parts, id, hangUp, actor.userId);
  return { campaign: seenCampaign(parts, actor, id), calls };
}

const isRunning = (campaign: Campaign) => campaign.status === 'active' || campaign.status === 'scheduled';

/** Pauses a running or scheduled campaign; false where it is neither any more. Also for the program's own pauses. */
export function pauseTx(parts: Pick<Parts, 'data' | 'clock'>, campaign: Campaign, { by, reason, allBy = null }: PauseWords): boolean {
  if (!isRunning(campaign)) return false;
  const now = parts.clock.now();
  const paused = { pausedBy: by, pausedAt: now, pausedReason: reason, pausedAllBy: allBy };
  return parts.data.campaigns.moveTx(campaign, campaign.status, 'paused', now, paused);
}

function rewordTx(parts: Parts, campaign: Campaign, { by, reason }: PauseWords): void {
  if (campaign.pausedBy === by && campaign.pausedAllBy === null && (reason === null || reason === campaign.pausedReason)) return;
  const now = parts.clock.now();
  parts.data.campaigns.changeTx(campaign, now, { pausedBy: by, pausedAt: now, pausedReason: reason, pausedAllBy: null });
}

/**
 * Ends a campaign for good: no new claim from now on; its waiting items follow in steps, carried by the dialer.
 * @throws AppError `not_found`, `already_over`.
 */
export async function cancelCampaign(parts: Parts, actor: Actor, { id, reason, hangUp = false }: Stop): Promise<Stopped> {
  parts.data.database.write(() => {
    const campaign = seenCampaign(parts, actor, id);
    if (campaign.status === 'cancelled') return;
    if (campaign.status === 'completed') throw conflict('already_over', 'The campaign is completed; there is nothing left to cancel.');
    cancelTx(parts, campaign, actor.userId, reason ?? null);
  });
  const calls = await touchCalls(parts, id, hangUp, actor.userId);
  return { campaign: seenCampaign(parts, actor, id), calls };
}

function cancelTx(parts: Parts, campaign: Campaign, by: string, reason: string | null): void {
  const change = { cancelledBy: by, cancelledReason: reason };
  if (!parts.data.campaigns.moveTx(campaign, campaign.status, 'cancelled', parts.clock.now(), change)) throw changedMeanwhile();
}

/** Counts the calls that are up and, where asked, ends them. */
export async function touchCalls(parts: Parts, campaignId: string, hangUp: boolean, by: string): Promise<CallsTouched> {
  if (hangUp) return hangUpCampaign(parts, campaignId, by);
  return { up: parts.data.calls.up(everyone, campaignId).length, hungUp: 0, cannotHangUp: 0 };
}

/**
 * Hides a draft, a completed or a cancelled campaign; its calls and figures stay. The people of a draft are taken out of the
 * queue first, in steps, so that nobody is left waiting in what nobody sees.
 * @returns the campaign as it was seen last, and its calls that are still up.
 * @throws AppError `not_found`, `not_deletable`.
 */
export async function deleteCampaign(parts: Parts, actor: Actor, id: string): Promise<{ summary: CampaignSummary; calls: CallsTouched }> {
  const { data, clock } = parts;
  data.database.write(() => {
    const campaign = ownCampaign(parts, actor, id);
    const verdict = mayDelete(campaign.status);
    if (!verdict.ok) throw conflict('not_deletable', verdict.sentence);
    if (campaign.status === 'draft') cancelTx(parts, campaign, actor.userId, 'The draft was deleted');
  });
  const cancelStep = () => data.database.write(() => data.duties.cancelStepTx(id, clock.now(), actor.userId, 'The draft was deleted'));
  while (cancelStep() === STEP) await sleep(clock, 0);
  const calls = await touchCalls(parts, id, false, actor.userId);
  return data.database.write(() => {
    const summary = readCampaign(parts, actor, id);
    data.campaigns.hideTx(summary.campaign, clock.now());
    return { summary, calls };
  });
}
