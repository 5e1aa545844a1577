/** Who may see and change an agent, and its shape for the screen. */
import type { Agent } from '../../shared/contract/agents.ts';
import { AppError, badInput, conflict, notFound } from '../../shared/domain/app-error.ts';
import { readPhoneNumber } from '../../shared/domain/phone-number.ts';
import type { AgentRow } from '../data/agent-store.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { dialingSettings } from '../settings/dialing.ts';

/** A supervisor changes their own, an admin everyone's. */
const mayChange = (actor: Actor, agent: { userId: string }) => actor.role === 'admin' || agent.userId === actor.userId;

/** @throws AppError `not_found` where there is none, it was deleted, or it is another's and not shared. */
export function visibleAgent(parts: Parts, actor: Actor, id: string): AgentRow {
  const agent = parts.data.agents.visibleTo(scopeOf(actor), id);
  if (!agent) throw notFound('agent');
  return agent;
}

/** @throws AppError as `visibleAgent`; `agent_of_another` (403) where it is shared with the person but not theirs. */
export function changeableAgent(parts: Parts, actor: Actor, id: string): AgentRow {
  const agent = visibleAgent(parts, actor, id);
  if (mayChange(actor, agent)) return agent;
  throw new AppError('not-allowed', 'agent_of_another', `${agent.name} belongs to ${agent.ownerName}. You may use it, but not change it.`);
}

/** @throws AppError `admins_only` where a supervisor would share an agent, or stop sharing it. */
export function mustBeAdminToShare(actor: Actor): void {
  if (actor.role === 'admin') return;
  throw new AppError('not-allowed', 'admins_only', 'Only an admin may share an agent with all.', {
    details: [{ path: 'shared', message: 'Only an admin may share an agent with all.' }],
  });
}

/** @throws AppError `agent_needed` (409), naming the campaign, where an agent's calls are still to be made. */
export function refuseNeeded(parts: Parts, agent: AgentRow, wanted: string): void {
  const campaign = parts.data.agents.neededBy(agent.id);
  if (!campaign) return;
  const sentence = `The campaign "${campaign.name}" calls with ${agent.name}. End it or give it another agent, then ${wanted}.`;
  throw conflict('agent_needed', sentence, { data: { campaignId: campaign.id, campaignName: campaign.name } });
}

/** The number that the called person sees, in E.164. @throws AppError `bad_phone_number`. */
export function readCallerNumber(parts: Parts, raw: string | null | undefined): string | null {
  if (!raw) return null;
  const number = readPhoneNumber(raw, dialingSettings(parts).defaultCountry ?? undefined);
  if (number.ok) return number.e164;
  throw badInput('bad_phone_number', `${number.reason}.`, { details: [{ path: 'callerNumber', message: number.reason }] });
}

export function toAgent(actor: Actor, row: AgentRow): Agent {
  const { id, userId, ownerName, name, shared, provider, providerAgentId, callerNumber, options, createdAt, updatedAt } = row;
  return {
    id,
    userId,
    ownerName,
    editable: mayChange(actor, row),
    name,
    shared,
    provider,
    practice: provider === 'practice',
    providerAgentId,
    callerNumber,
    options,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}
