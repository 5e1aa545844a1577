/** Reads of the account at ElevenLabs: its agents and its numbers. */
import type { ProviderAgent, ProviderNumber, Told } from '../../ports/provider.ts';
import { type Api, pathPart } from './api.ts';
import { type Fields, fieldsOf, numberOf, textOf } from './fields.ts';
import { readPages } from './listing.ts';

/** The agents that may be called with, all pages. */
export async function readAgents(api: Api): Promise<Told<readonly ProviderAgent[]>> {
  const pages = await readPages(api, '/agents', 'agents', {});
  if (pages.kind === 'no-answer') return pages;
  const value = pages.value.flatMap((item) => {
    const id = textOf(item['agent_id']);
    return id === null || item['archived'] === true ? [] : [{ id, name: textOf(item['name']) ?? id }];
  });
  return { kind: 'told', value };
}

/** A number with what decides whether calls can be made from it. */
export interface NumberSetUp {
  number: ProviderNumber;
  /** `twilio`, `sip_trunk` or what else there may be. */
  kind: string | null;
  agentName: string | null;
  /** False for a SIP number that only takes calls. */
  hasOutboundTrunk: boolean;
}

export async function readNumbers(api: Api): Promise<Told<readonly NumberSetUp[]>> {
  const answer = await api.read('/phone-numbers');
  const listed = answer.kind === 'answered' && answer.status === 200 ? answer.body : null;
  if (!Array.isArray(listed)) return api.silence(answer);
  return { kind: 'told', value: listed.map(fieldsOf).flatMap(numberSetUp) };
}

function numberSetUp(item: Fields): NumberSetUp[] {
  const number = textOf(item['phone_number']);
  if (number === null) return [];
  const agent = fieldsOf(item['assigned_agent']);
  const outbound = item['outbound_trunk'];
  const agentId = textOf(agent['agent_id']);
  return [
    {
      number: { number, id: textOf(item['phone_number_id']), label: textOf(item['label']), agentId },
      kind: textOf(item['provider']),
      agentName: textOf(agent['agent_name']) ?? agentId,
      hasOutboundTrunk: outbound !== null && fieldsOf(outbound)['has_outbound_trunk'] !== false,
    },
  ];
}

export interface AgentRead {
  name: string;
  /** Most conversations at a time and a day; null for none, or where it does not say. */
  atOnce: number | null;
  aDay: number | null;
}

/** @returns null in `value` where there is no such agent. */
export async function readAgent(api: Api, id: string): Promise<Told<AgentRead | null>> {
  const answer = await api.read(`/agents/${pathPart(id)}`);
  if (answer.kind === 'answered' && answer.status === 404) return { kind: 'told', value: null };
  const told = answer.kind === 'answered' && answer.status === 200 ? fieldsOf(answer.body) : {};
  if (textOf(told['agent_id']) === null) return api.silence(answer);
  const limits = fieldsOf(fieldsOf(told['platform_settings'])['call_limits']);
  const limit = (value: unknown) => ((numberOf(value) ?? 0) > 0 ? numberOf(value) : null);
  const atOnce = limit(limits['agent_concurrency_limit']);
  return { kind: 'told', value: { name: textOf(told['name']) ?? id, atOnce, aDay: limit(limits['daily_limit']) } };
}
