/** What is done to many campaigns at once: Pause all, Resume all, and the pause of a user who is switched off. */
import type { CallsTouched } from '../../shared/contract/campaigns.ts';
import { type Actor, everyone, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { goTx } from './start.ts';
import { settleCampaignTx } from './settle.ts';
import { pauseTx, touchCalls } from './stop.ts';

/**
 * Pauses all that is one's own; an admin's pauses the whole system (rule 17). What was paused before is left as it is.
 * @returns how many were paused, and what became of the calls that were up.
 */
export async function pauseAll(
  parts: Parts,
  actor: Actor,
  { reason, hangUp = false }: { reason?: string | undefined; hangUp?: boolean | undefined } = {},
): Promise<{ paused: number; calls: CallsTouched }> {
  const running = parts.data.database.write(() => {
    const campaigns = parts.data.campaigns.inStates(scopeOf(actor), ['scheduled', 'active']);
    const words = { by: actor.userId, reason: reason ?? 'Pause all', allBy: actor.userId };
    return campaigns.filter((campaign) => pauseTx(parts, campaign, words));
  });
  // Calls of what was paused or cancelled before are up as well: the red button is for them too.
  const up = new Set(parts.data.calls.up(scopeOf(actor)).flatMap((call) => call.campaignId ?? []));
  const touched = await Promise.all([...up].map((id) => touchCalls(parts, id, hangUp, actor.userId)));
  return { paused: running.length, calls: sumOf(touched) };
}

function sumOf(touched: readonly CallsTouched[]): CallsTouched {
  const sum = { up: 0, hungUp: 0, cannotHangUp: 0 };
  for (const { up, hungUp, cannotHangUp } of touched) {
    sum.up += up;
    sum.hungUp += hungUp;
    sum.cannotHangUp += cannotHangUp;
  }
  return sum;
}

/** Resumes what one's own Pause all paused, and nothing else: not what anybody paused by hand since, nor a user's who is off. */
export function resumeAll(parts: Parts, actor: Actor): number {
  return parts.data.database.write(() => {
    const { campaigns } = parts.data;
    const mine = campaigns.pausedAllBy(actor.userId).filter((campaign) => campaigns.isUserActive(campaign.userId));
    return mine.filter((campaign) => {
      const resumed = goTx(parts, campaign);
      if (resumed) settleCampaignTx(parts, campaign.id);
      return resumed;
    }).length;
  });
}

/**
 * Pauses every campaign of one user, for instance because the user is switched off. What was paused by a Pause all becomes this
 * pause, so that no Resume all undoes it.
 * @returns how many were running.
 */
export function pauseUserTx(parts: Pick<Parts, 'data' | 'clock'>, userId: string, { by, reason }: { by: string; reason: string }): number {
  const campaigns = parts.data.campaigns
    .inStates(everyone, ['scheduled', 'active', 'paused'])
    .filter((campaign) => campaign.userId === userId);
  let paused = 0;
  for (const campaign of campaigns) {
    if (pauseTx(parts, campaign, { by, reason })) paused += 1;
    else if (campaign.pausedAllBy !== null) parts.data.campaigns.changeTx(campaign, parts.clock.now(), { pausedAllBy: null });
  }
  return paused;
}
