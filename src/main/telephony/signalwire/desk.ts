/** What can be read and tried of the project without a call. */
import type { Account, AgentSetUp, Finding, ProviderDesk, ProviderNumber, Told } from '../../ports/provider.ts';
import type { Exchange } from '../exchange.ts';
import { callerOf, hasAgent, NO_SIGNING_KEY, NO_SIP } from './dial.ts';
import { sipUri } from './addresses.ts';
import { objectOf, objectsOf, textOf } from './fields.ts';
import type { SignalWireParts } from './parts.ts';
import { type Space, silent, VENDOR } from './space.ts';

const MOST_PAGES = 20;

export function signalWireDesk(parts: SignalWireParts, space: Space): ProviderDesk {
  const { settings, account, conversations } = parts;

  const readAccount = async (): Promise<Told<Account>> => {
    const answer = await probe(space);
    if (!isOk(answer)) return silent(answer);
    // A project has no limit of calls at once that it would tell.
    const value: Account = { name: settings().projectId, limit: null, up: null };
    account.keep(value);
    return { kind: 'told', value };
  };

  return {
    agents: async () => (await conversations.agents?.()) ?? { kind: 'told', value: [] },
    numbers: () => readNumbers(space),
    readAccount,
    async test(agent) {
      const key = keyFinding(await readAccount());
      // Nothing more can be asked with a key that is refused.
      const number = key.result === 'works' ? [numberFinding(parts, agent, await readNumbers(space))] : [];
      const spoken = agent ? [await agentFinding(parts, agent)] : [];
      return [key, ...spoken, ...number, limitsFinding(settings().callsPerSecond), deliveriesFinding(parts)];
    },
  };
}

/** The cheapest read that needs the project, its token and the scope Voice. */
export const probe = (space: Space): Promise<Exchange> => space.ask('GET', space.project('/Calls?PageSize=1'));

const isOk = (answer: Exchange) => answer.kind === 'answered' && answer.status === 200;

/** Numbers of the project, all pages; from the compatibility interface where the other does not tell. */
async function readNumbers(space: Space): Promise<Told<readonly ProviderNumber[]>> {
  const first = await pagesOf(space, '/api/relay/rest/phone_numbers?page_size=100', 'data', (body) => objectOf(body['links'])?.['next']);
  if (first.kind === 'told') return first;
  const path = space.project('/IncomingPhoneNumbers?PageSize=100');
  const second = await pagesOf(space, path, 'incoming_phone_numbers', (body) => body['next_page_uri']);
  return second.kind === 'told' ? second : first;
}

async function pagesOf(
  space: Space,
  start: string,
  field: string,
  next: (body: Readonly<Record<string, unknown>>) => unknown,
): Promise<Told<readonly ProviderNumber[]>> {
  const numbers: ProviderNumber[] = [];
  let path: string | null = start;
  for (let page = 0; page < MOST_PAGES && path !== null; page++) {
    const answer: Exchange = await space.ask('GET', path);
    const body = answer.kind === 'answered' && answer.status === 200 ? objectOf(answer.body) : null;
    if (!body || !Array.isArray(body[field])) return silent(answer);
    numbers.push(...objectsOf(body[field]).flatMap(numberOf));
    const following = textOf(next(body));
    path = following === null ? null : space.ownPath(following);
  }
  return { kind: 'told', value: numbers };
}

function numberOf(entry: Readonly<Record<string, unknown>>): ProviderNumber[] {
  const number = textOf(entry['number']) ?? textOf(entry['phone_number']);
  if (number === null) return [];
  const label = textOf(entry['name']) ?? textOf(entry['friendly_name']);
  return [{ number, id: textOf(entry['id']) ?? textOf(entry['sid']), label, agentId: null }];
}

function keyFinding(told: Told<Account>): Finding {
  return told.kind === 'told'
    ? { what: 'key', result: 'works', sentence: `${VENDOR} takes the project and its token.` }
    : { what: 'key', result: 'fails', sentence: told.sentence };
}

function numberFinding(parts: SignalWireParts, agent: AgentSetUp | null, told: Told<readonly ProviderNumber[]>): Finding {
  const from = callerOf(parts, { callerNumber: agent?.callerNumber ?? null });
  if (from === null)
    return {
      what: 'number',
      result: 'fails',
      sentence: 'No number to call from is set. Choose one with the agent or in Settings → Telephony.',
    };
  if (told.kind !== 'told')
    return { what: 'number', result: 'unknown', sentence: `The project’s numbers could not be read. ${told.sentence}` };
  return told.value.some(({ number }) => number === from)
    ? { what: 'number', result: 'works', sentence: `${from} belongs to the project.` }
    : {
        what: 'number',
        result: 'fails',
        sentence: `${from} is none of the project’s numbers. Calls go out only from a number that was bought or verified there: choose one of them.`,
      };
}

/** The agent itself stands at ElevenLabs: it is looked for there, where that is set up. */
async function agentFinding({ settings, conversations }: SignalWireParts, { providerAgentId, options }: AgentSetUp): Promise<Finding> {
  const reachable =
    settings().mode === 'swml' ? sipUri(options['sipAddress']) !== null : hasAgent(conversations, { providerAgentId, options });
  if (!reachable) return { what: 'agent', result: 'fails', sentence: NO_SIP };
  const told = conversations.isSetUp() ? await conversations.agents?.() : undefined;
  if (told?.kind !== 'told')
    return { what: 'agent', result: 'unknown', sentence: 'The agent has an address. Whether it answers there only a test call shows.' };
  return told.value.some(({ id }) => id === providerAgentId)
    ? {
        what: 'agent',
        result: 'works',
        sentence: 'ElevenLabs has the agent. Whether it answers at its SIP address only a test call shows.',
      }
    : {
        what: 'agent',
        result: 'fails',
        sentence: 'ElevenLabs has no agent with this id, so that its conversations would not be found. Choose one of its agents.',
      };
}

const limitsFinding = (perSecond: number): Finding => ({
  what: 'limits',
  result: 'unknown',
  sentence: `${VENDOR} does not tell its limits. A space begins one call a second unless its owner asked for more; here it is ${perSecond} a second.`,
});

function deliveriesFinding({ settings, signingKey }: SignalWireParts): Finding {
  const isCxml = settings().mode === 'cxml';
  if (signingKey()) {
    const sentence = isCxml
      ? 'The signing key is set. Deliveries come through the tunnel, which this way needs.'
      : 'The signing key is set. Where a tunnel is open deliveries come at once, else results are asked for.';
    return { what: 'deliveries', result: 'unknown', sentence };
  }
  if (isCxml) return { what: 'deliveries', result: 'fails', sentence: NO_SIGNING_KEY };
  return {
    what: 'deliveries',
    result: 'unknown',
    sentence: 'Without a signing key deliveries are refused; results are asked for instead, which takes up to a minute longer.',
  };
}
