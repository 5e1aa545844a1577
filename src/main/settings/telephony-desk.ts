/** What a person asks of a provider's account: does it work, which agents and numbers has it, where do an agent's deliveries go. */
import type { AgentWebhook, ProviderInfo } from '../../shared/contract/telephony.ts';
import { AppError, conflict } from '../../shared/domain/app-error.ts';
import { PROVIDERS, type ProviderName } from '../../shared/domain/states.ts';
import { visibleAgent } from '../agents/agent-rules.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { Account, Finding, ProviderAgent, ProviderDesk, ProviderNumber, Told } from '../ports/provider.ts';
import { publicUrlOf } from '../ports/tunnel.ts';
import { pointedTo, rememberPointedTx } from './pointed-agents.ts';
import { mustBeAdmin } from './must-be-admin.ts';

/** Every provider; what those can do that are not set up is not known here. */
export function listProviders({ providers }: Pick<Parts, 'providers'>): ProviderInfo[] {
  return PROVIDERS.map((name) => ({ name, isSetUp: providers[name] !== undefined, can: providers[name]?.can ?? null }));
}

export interface TestResult {
  /** Whether nothing fails: what cannot be told is no failure. */
  works: boolean;
  findings: readonly Finding[];
  account: Account | null;
}

/**
 * Tries what can be tried without a call, for one agent where it is named. Admins only.
 * @throws AppError `provider_not_set_up`; `not_found` for the agent.
 */
export async function testProvider(parts: Parts, actor: Actor, name: ProviderName, agentId?: string): Promise<TestResult> {
  mustBeAdmin(actor);
  const agent = agentId === undefined ? null : visibleAgent(parts, actor, agentId);
  const desk = deskOf(parts, name);
  const findings = await desk.test(agent);
  const account = findings.some(({ what, result }) => what === 'key' && result === 'works') ? await desk.readAccount() : null;
  return {
    works: findings.every(({ result }) => result !== 'fails'),
    findings,
    account: account?.kind === 'told' ? account.value : null,
  };
}

/** @throws AppError `provider_not_set_up`, `provider_silent`. */
export async function providerAgents(parts: Parts, name: ProviderName): Promise<readonly ProviderAgent[]> {
  return told(await deskOf(parts, name).agents());
}

/** @throws AppError `provider_not_set_up`, `provider_silent`. */
export async function providerNumbers(parts: Parts, name: ProviderName): Promise<readonly ProviderNumber[]> {
  return told(await deskOf(parts, name).numbers());
}

/** Where the agent's deliveries go; null where its vendor keeps no such address with its agents. @throws as `providerAgents`. */
export async function agentWebhook(parts: Parts, actor: Actor, agentId: string): Promise<AgentWebhook | null> {
  const { provider, providerAgentId } = visibleAgent(parts, actor, agentId);
  const { agentWebhook: webhook } = deskOf(parts, provider);
  if (!webhook) return null;
  const current = told(await webhook.read(providerAgentId));
  const publicUrl = publicUrlOf(parts.tunnel);
  const ours = publicUrl === null ? null : webhook.urlAt(publicUrl);
  // One that a person pointed here stays ours while no tunnel is up, and can be given back then too.
  const isOurs = current !== null && (current === ours || isOneOfOurs(parts, provider, providerAgentId, current));
  return { current, ours, isOurs, before: isOurs ? (rememberedUrls(parts)[providerAgentId] ?? null) : null };
}

/**
 * Points the agent's deliveries here, remembering where they went, or back to there. Admins only: the address is of the vendor's
 * agent, which others may use as well.
 * @throws AppError `no_public_address` where nothing leads here; as `providerAgents`.
 */
export async function setAgentWebhook(parts: Parts, actor: Actor, agentId: string, to: 'ours' | 'before'): Promise<AgentWebhook | null> {
  mustBeAdmin(actor);
  const now = await agentWebhook(parts, actor, agentId);
  const { provider, providerAgentId } = visibleAgent(parts, actor, agentId);
  const { agentWebhook: webhook } = deskOf(parts, provider);
  if (!now || !webhook) return null;
  if (to === 'before') {
    // What stands there is somebody else's: there is nothing of ours to take away.
    if (!now.isOurs) return now;
    told(await webhook.set(providerAgentId, now.before));
  } else {
    if (now.ours === null)
      throw conflict('no_public_address', 'No public address leads to this program yet. Set up a tunnel in Settings → Webhook tunnel.');
    // What stands there from an earlier tunnel of ours is no place to go back to.
    if (now.current !== null && !now.isOurs) rememberTx(parts, providerAgentId, now.current);
    told(await webhook.set(providerAgentId, now.ours));
  }
  parts.data.database.write(() => rememberPointedTx(parts, provider, providerAgentId, to === 'ours' ? now.ours : null));
  return agentWebhook(parts, actor, agentId);
}

const isOneOfOurs = (parts: Parts, provider: ProviderName, providerAgentId: string, url: string) =>
  pointedTo(parts, provider, providerAgentId) === url;

const REMEMBERED = 'telephony.webhooks-before';

const rememberedUrls = ({ data }: Parts) => (data.settings.read(REMEMBERED) as Record<string, string> | undefined) ?? {};

function rememberTx(parts: Parts, providerAgentId: string, url: string): void {
  const { data, clock } = parts;
  data.database.write(() => data.settings.writeTx(REMEMBERED, { ...rememberedUrls(parts), [providerAgentId]: url }, clock.now()));
}

function deskOf(parts: Parts, name: ProviderName): ProviderDesk {
  const desk = parts.providers[name]?.desk;
  if (desk) return desk;
  throw new AppError('unavailable', 'provider_not_set_up', 'This provider is not set up. Give its key in Settings → Telephony first.', {
    retryable: false,
  });
}

function told<T>(answer: Told<T>): T {
  if (answer.kind === 'told') return answer.value;
  throw new AppError('unavailable', 'provider_silent', answer.sentence);
}
