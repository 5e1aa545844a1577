/** The account at ElevenLabs as set-up and settings see it: agents, numbers, and what can be tried without a call. */
import type { Account, ProviderDesk, Told } from '../../ports/provider.ts';
import { readAgent, readAgents, readNumbers } from './account-reads.ts';
import { type Api, type ElevenLabsParts, VENDOR } from './api.ts';
import { test } from './test-account.ts';

export function elevenLabsDesk(api: Api, parts: ElevenLabsParts): ProviderDesk {
  return {
    agents: () => readAgents(api),
    async numbers() {
      const read = await readNumbers(api);
      return read.kind === 'told' ? { kind: 'told', value: read.value.map(({ number }) => number) } : read;
    },
    readAccount: async () => {
      const read = await readAccount(api, parts);
      if (read.kind === 'told') parts.account.keep(read.value);
      return read;
    },
    test: (agent) => test(api, parts, agent),
  };
}

/**
 * What can be known of the account: the vendor names neither it nor what its plan allows. Where all calls go through its one
 * agent, that agent's limit is the account's.
 */
async function readAccount(api: Api, { settings }: ElevenLabsParts): Promise<Told<Account>> {
  const known = await readAgents(api);
  if (known.kind === 'no-answer') return known;
  const [only, ...more] = known.value;
  const agent = only !== undefined && more.length === 0 ? await readAgent(api, only.id) : null;
  if (agent?.kind === 'no-answer') return agent;
  const host = new URL(settings().baseUrl).host;
  return { kind: 'told', value: { name: `${VENDOR} at ${host}`, limit: agent?.value?.atOnce ?? null, up: null } };
}
