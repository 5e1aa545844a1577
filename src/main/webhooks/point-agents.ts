/**
 * Agents whose deliveries were pointed here follow a public address that changes (a quick tunnel has a new one at each start). Only
 * agents that a person pointed here are touched, and only where the vendor keeps the address with them.
 */
import type { ProviderName } from '../../shared/domain/states.ts';
import type { Parts } from '../parts.ts';
import { pointedAgents, rememberPointedTx } from '../settings/pointed-agents.ts';

export async function pointAgents(parts: Parts, publicUrl: string): Promise<void> {
  for (const [key, url] of Object.entries(pointedAgents(parts))) {
    const [name, providerAgentId] = key.split('/', 2) as [ProviderName, string];
    const webhook = parts.providers[name]?.desk?.agentWebhook;
    const ours = webhook?.urlAt(publicUrl);
    if (!webhook || ours === undefined || ours === url) continue;
    const answer = await webhook.set(providerAgentId, ours);
    if (answer.kind === 'told') parts.data.database.write(() => rememberPointedTx(parts, name, providerAgentId, ours));
    else parts.log.warn({ provider: name, sentence: answer.sentence }, 'an agent could not be pointed to the new public address');
  }
}
