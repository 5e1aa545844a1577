/** What a person can do with agents: list, read, add, change, delete. */
import type { Agent, AgentChange, AgentsQuery, NewAgent } from '../../shared/contract/agents.ts';
import { COUNTED_TO } from '../../shared/contract/base.ts';
import { conflict } from '../../shared/domain/app-error.ts';
import type { AgentRow } from '../data/agent-store.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { changeableAgent, mustBeAdminToShare, readCallerNumber, refuseNeeded, toAgent, visibleAgent } from './agent-rules.ts';

/** One's own agents and the shared ones, by name; for admins everyone's. */
export function listAgents(parts: Parts, actor: Actor, query: AgentsQuery): { agents: Agent[]; total: number } {
  const scope = scopeOf(actor);
  const rows = parts.data.agents.list(scope, query);
  return { agents: rows.map((row) => toAgent(actor, row)), total: parts.data.agents.count(scope, query, COUNTED_TO) };
}

/** @throws AppError `not_found`. */
export function getAgent(parts: Parts, actor: Actor, id: string): Agent {
  return toAgent(actor, visibleAgent(parts, actor, id));
}

/**
 * Adds an agent of one's own.
 * @throws AppError `admins_only` where a supervisor would share it; `bad_phone_number`.
 */
export function createAgent(parts: Parts, actor: Actor, input: NewAgent): Agent {
  const { data, clock, ids } = parts;
  if (input.shared) mustBeAdminToShare(actor);
  const id = ids.next('agent');
  const now = clock.now();
  data.database.write(() =>
    data.agents.insertTx({
      id,
      userId: actor.userId,
      name: input.name,
      shared: input.shared ?? false,
      provider: input.provider,
      providerAgentId: input.providerAgentId ?? 'practice',
      callerNumber: readCallerNumber(parts, input.callerNumber),
      options: defined(input.options ?? {}),
      createdAt: now,
      updatedAt: now,
    }),
  );
  return getAgent(parts, actor, id);
}

/**
 * Changes an agent; what is left out stays. Holds for calls that are not claimed yet.
 * @throws AppError as `changeableAgent`; `agent_used` (409) where its provider would change although it has been used;
 * `admins_only`; `bad_phone_number`.
 */
export function updateAgent(parts: Parts, actor: Actor, id: string, change: AgentChange): Agent {
  const { data, clock } = parts;
  return data.database.write(() => {
    const agent = changeableAgent(parts, actor, id);
    if (change.shared !== undefined && change.shared !== agent.shared) mustBeAdminToShare(actor);
    if (change.provider !== undefined && change.provider !== agent.provider) refuseUsed(parts, agent);
    const { callerNumber, options, ...rest } = change;
    data.agents.changeTx(id, clock.now(), {
      ...defined(rest),
      ...(callerNumber === undefined ? {} : { callerNumber: readCallerNumber(parts, callerNumber) }),
      ...(options === undefined ? {} : { options: defined({ ...agent.options, ...options }) }),
    });
    return getAgent(parts, actor, id);
  });
}

/**
 * Deletes an agent; a call that is up goes on (rule 12).
 * @throws AppError as `changeableAgent`; `agent_needed` (409) naming the campaign.
 */
export function deleteAgent(parts: Parts, actor: Actor, id: string): void {
  const { data, clock } = parts;
  data.database.write(() => {
    const agent = changeableAgent(parts, actor, id);
    refuseNeeded(parts, agent, 'delete the agent');
    data.agents.changeTx(id, clock.now(), { deletedAt: clock.now() });
  });
}

function refuseUsed(parts: Parts, agent: AgentRow): void {
  refuseNeeded(parts, agent, 'change its provider');
  if (!parts.data.agents.isUsed(agent.id)) return;
  throw conflict('agent_used', `${agent.name} has been used with ${agent.provider}. Add another agent for the other provider.`);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], null | undefined> };

/** Without the keys that hold nothing. */
function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as Defined<T>;
}
