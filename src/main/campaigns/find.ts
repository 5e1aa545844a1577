/** How a verb finds its campaign, its agent, and says what it found. */
import { badInput, conflict, notFound } from '../../shared/domain/app-error.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { type Actor, everyone, ownScope, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

/** A campaign that the person may see and steer. @throws AppError `not_found` also for what is another's. */
export function seenCampaign(parts: Parts, actor: Actor, id: string): Campaign {
  const campaign = parts.data.campaigns.get(scopeOf(actor), id);
  if (!campaign) throw notFound('campaign');
  return campaign;
}

/** A campaign of the person's own, whose settings and people they may change. @throws AppError `not_found`. */
export function ownCampaign(parts: Parts, actor: Actor, id: string): Campaign {
  const campaign = parts.data.campaigns.get(ownScope(actor), id);
  if (!campaign) throw notFound('campaign');
  return campaign;
}

/** Checks that the person may speak through the agent: their own, or one shared with all. @throws AppError `no_such_agent`. */
export function checkAgent(parts: Parts, actor: Actor, agentId: string): void {
  const agent = parts.data.agents.get(everyone, agentId);
  if (agent && agent.deletedAt === null && (agent.userId === actor.userId || agent.shared)) return;
  const message = 'There is no such agent. Choose one of yours, or one that is shared.';
  throw badInput('no_such_agent', message, { details: [{ path: 'agentId', message }] });
}

/** What is told where somebody else changed the campaign in between. */
export const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'The campaign was changed by someone else just now. Look at it again, then repeat.', { retryable: true });
