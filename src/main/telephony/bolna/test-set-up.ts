/** Tries the set-up without a call, and says in words what works. */
import type { AgentSetUp, Finding, ProviderDesk } from '../../ports/provider.ts';
import { askAccount } from './account.ts';
import { askAgent, configured, unknownAgent, webhookOf } from './agents.ts';
import type { BolnaApi } from './api.ts';
import { deliveryAddress } from './deliveries.ts';
import type { BolnaParts } from './parts.ts';
import type { AccountWire } from './wire.ts';

type What = Finding['what'];
const finding = (what: What, result: Finding['result'], sentence: string): Finding => ({ what, result, sentence });

/** The key first: where it does not work nothing else can be tried. */
export async function testBolna(
  api: BolnaApi,
  parts: Pick<BolnaParts, 'pathSecret'>,
  agent: AgentSetUp | null,
  numbers: ProviderDesk['numbers'],
): Promise<readonly Finding[]> {
  const others: What[] = agent === null ? ['limits'] : ['limits', 'agent', 'number', 'deliveries'];
  const account = await askAccount(api);
  if (account.kind === 'no-answer') {
    const untried = others.map((what) => finding(what, 'unknown', 'Not tried, for the account did not answer.'));
    return [finding('key', 'fails', account.sentence), ...untried];
  }
  const { email, id } = account.value;
  const first = [finding('key', 'works', `Bolna knows the key. It belongs to ${email ?? id}.`), limitsFinding(account.value)];
  if (agent === null) return first;
  return [...first, ...(await agentFindings(api, parts, agent)), await numberFinding(agent, numbers)];
}

function limitsFinding({ wallet, concurrency }: AccountWire): Finding {
  if (wallet !== undefined && wallet <= 0)
    return finding('limits', 'fails', 'The wallet at Bolna is empty: no call is made before it is topped up there.');
  if (concurrency?.max === undefined) return finding('limits', 'unknown', 'Bolna does not say how many calls the account allows at once.');
  const up = concurrency.current === undefined ? '' : `, ${concurrency.current} are up now`;
  const sentence = `The account allows ${concurrency.max} calls at once${up}.`;
  return concurrency.max > 0
    ? finding('limits', 'works', sentence)
    : finding('limits', 'fails', `${sentence} Ask Bolna to raise the limit of the account.`);
}

async function agentFindings(api: BolnaApi, { pathSecret }: Pick<BolnaParts, 'pathSecret'>, agent: AgentSetUp): Promise<Finding[]> {
  const told = await askAgent(api, agent.providerAgentId);
  const untold = (what: What, sentence: string) => finding(what, 'unknown', sentence);
  if (told.kind === 'no-answer') return [untold('agent', told.sentence), untold('deliveries', told.sentence)];
  if (told.value === null)
    return [finding('agent', 'fails', unknownAgent), untold('deliveries', 'Not tried, for Bolna does not know the agent.')];
  return [agentFinding(told.value), deliveriesFinding(webhookOf(told.value), pathSecret())];
}

function agentFinding(agent: Readonly<Record<string, unknown>>): Finding {
  const name = configured(agent, 'agent_name');
  const called = typeof name === 'string' ? ` It is called ${name} there.` : '';
  if (configured(agent, 'agent_status') === 'seeding')
    return finding('agent', 'fails', `Bolna is still preparing the agent. Try again in a few minutes.${called}`);
  return finding('agent', 'works', `Bolna knows the agent.${called}${ownHours(configured(agent, 'calling_guardrails'))}`);
}

/** An agent's own hours put calls off to a time of Bolna's choosing, which no campaign's window knows of. */
function ownHours(guardrails: unknown): string {
  const { call_start_hour: start, call_end_hour: end } = (guardrails ?? {}) as { call_start_hour?: unknown; call_end_hour?: unknown };
  if (typeof start !== 'number' || typeof end !== 'number') return '';
  return ` It has calling hours of its own, ${start} to ${end} where the contact is: Bolna puts calls outside of them off, so keep campaigns within.`;
}

function deliveriesFinding(url: string | null | undefined, secret: string): Finding {
  const meanwhile = 'Until then Bolna is asked what became of each call.';
  if (url === undefined) return finding('deliveries', 'unknown', 'Bolna does not say where the deliveries of this agent go.');
  if (url === null) return finding('deliveries', 'fails', `The agent sends no deliveries. Set their address at the agent. ${meanwhile}`);
  if (!URL.canParse(url)) return finding('deliveries', 'fails', `The agent's deliveries go to something that is no address. ${meanwhile}`);
  const { origin } = new URL(url);
  // Its origin alone: the rest may hold a secret, of ours or of somebody else.
  return secret !== '' && url === deliveryAddress(origin, secret)
    ? finding('deliveries', 'works', `The agent sends its deliveries to us by way of ${origin}.`)
    : finding(
        'deliveries',
        'fails',
        `The agent sends its deliveries somewhere else, at ${origin}. Set our address at the agent. ${meanwhile}`,
      );
}

async function numberFinding({ callerNumber }: AgentSetUp, numbers: ProviderDesk['numbers']): Promise<Finding> {
  if (!callerNumber) return finding('number', 'works', "No caller number is set: Bolna calls from the account's own.");
  const told = await numbers();
  if (told.kind === 'no-answer') return finding('number', 'unknown', told.sentence);
  return told.value.some(({ number }) => number === callerNumber)
    ? finding('number', 'works', `The account has the number ${callerNumber}.`)
    : finding('number', 'fails', `The account does not have the number ${callerNumber}. Choose one of its numbers at the agent.`);
}
