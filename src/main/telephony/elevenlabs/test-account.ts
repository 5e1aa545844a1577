/** What can be tried of an account and an agent without a call, in words. */
import type { ElevenLabsMode } from '../../../shared/domain/provider-settings.ts';
import type { AgentSetUp, Finding, Told } from '../../ports/provider.ts';
import { type Api, type ElevenLabsParts, VENDOR } from './api.ts';
import { type AgentRead, type NumberSetUp, readAgent, readNumbers } from './account-reads.ts';
import { textOf } from './fields.ts';

export async function test(api: Api, parts: ElevenLabsParts, agent: AgentSetUp | null): Promise<readonly Finding[]> {
  const key = await testKey(api, parts);
  const deliveries = deliveriesFinding(parts.webhookSecret());
  if (key.result !== 'works' || agent === null) return [key, limitsFinding(null), deliveries];
  const [read, numbers] = await Promise.all([readAgent(api, agent.providerAgentId), readNumbers(api)]);
  return [key, agentFinding(read, agent), numberFinding(numbers, agent, parts.settings().mode), limitsFinding(read), deliveries];
}

async function testKey(api: Api, { key }: ElevenLabsParts): Promise<Finding> {
  if (key() === '') return finding('key', 'fails', `No key for ${VENDOR} is set. Set one in Settings → Telephony.`);
  const answer = await api.read('/agents', { page_size: 1 });
  if (answer.kind === 'answered' && answer.status === 200) return finding('key', 'works', `${VENDOR} takes the key.`);
  const refused = answer.kind === 'answered' && (answer.status === 401 || answer.status === 403);
  return finding('key', refused ? 'fails' : 'unknown', api.silence(answer).sentence);
}

function agentFinding(read: Told<AgentRead | null>, { providerAgentId }: AgentSetUp): Finding {
  if (read.kind === 'no-answer') return finding('agent', 'unknown', read.sentence);
  if (read.value === null)
    return finding('agent', 'fails', `${VENDOR} knows no agent ${providerAgentId}. Choose one of the account's agents.`);
  return finding('agent', 'works', `The agent is “${read.value.name}”.`);
}

const KINDS: Readonly<Record<ElevenLabsMode, { kind: string; words: string }>> = {
  'sip-trunk': { kind: 'sip_trunk', words: 'a SIP trunk' },
  twilio: { kind: 'twilio', words: 'Twilio' },
};

function numberFinding(numbers: Told<readonly NumberSetUp[]>, agent: AgentSetUp, mode: ElevenLabsMode): Finding {
  const id = textOf(agent.options['phoneNumberId']);
  if (id === null) return finding('number', 'fails', `No number of ${VENDOR} is chosen to call from. Choose one in the agent's settings.`);
  if (numbers.kind === 'no-answer') return finding('number', 'unknown', numbers.sentence);
  const found = numbers.value.find(({ number }) => number.id === id);
  if (found === undefined) return finding('number', 'fails', `${VENDOR} knows no number ${id}. Choose one of the account's numbers.`);
  const { number, kind, agentName, hasOutboundTrunk } = found;
  const { kind: needed, words } = KINDS[mode];
  if (kind !== null && kind !== needed) {
    const sentence = `${number.number} is not a number of ${words}, by which calls are made now. Choose another one, or the other way in Settings → Telephony.`;
    return finding('number', 'fails', sentence);
  }
  if (mode === 'sip-trunk' && !hasOutboundTrunk)
    return finding('number', 'fails', `${number.number} only takes calls. Give it an outbound trunk at ${VENDOR}.`);
  if (number.agentId !== null && number.agentId !== agent.providerAgentId) {
    const sentence = `${number.number} belongs to the agent “${agentName}” at ${VENDOR}, which may refuse calls of another one.`;
    return finding('number', 'unknown', sentence);
  }
  return finding('number', 'works', `Calls are made from ${number.number}.`);
}

function limitsFinding(read: Told<AgentRead | null> | null): Finding {
  const agent = read?.kind === 'told' ? read.value : null;
  const limits = [agent?.atOnce == null ? null : `${agent.atOnce} at a time`, agent?.aDay == null ? null : `${agent.aDay} a day`].filter(
    (limit) => limit !== null,
  );
  if (limits.length > 0)
    return finding('limits', 'works', `The agent takes at most ${limits.join(' and ')}. Give its campaigns no higher limit.`);
  const sentence = `${VENDOR} does not tell how many conversations the account allows at a time. Set a ceiling in Settings → Telephony if calls are refused.`;
  return finding('limits', 'unknown', sentence);
}

function deliveriesFinding(secret: string | null): Finding {
  if (secret === null || secret === '') {
    const sentence = `No webhook secret is set, so that nothing of what ${VENDOR} sends is taken: results are asked for instead, and come later. Set the secret in Settings → Telephony.`;
    return finding('deliveries', 'fails', sentence);
  }
  return finding('deliveries', 'unknown', `Whether ${VENDOR} sends results here shows with the first call.`);
}

const finding = (what: Finding['what'], result: Finding['result'], sentence: string): Finding => ({ what, result, sentence });
