/** The account at Bolna as set-up and settings see it. */
import type { ProviderDesk, Told } from '../../ports/provider.ts';
import { accountOf, askAccount } from './account.ts';
import { agentWebhook } from './agents.ts';
import type { BolnaApi } from './api.ts';
import { allItems } from './listing.ts';
import type { BolnaParts } from './parts.ts';
import { testBolna } from './test-set-up.ts';
import { readAgent, readNumber } from './wire.ts';

export function bolnaDesk(api: BolnaApi, parts: BolnaParts): ProviderDesk {
  const numbers: ProviderDesk['numbers'] = async () =>
    mapped(await allItems(api, '/phone-numbers/all'), (item) => {
      const number = readNumber(item);
      // Dials name the number itself, so that its id is of no use.
      return (
        number && { number: number.phone_number, id: null, label: number.telephony_provider ?? null, agentId: number.agent_id ?? null }
      );
    });
  return {
    agents: async () =>
      mapped(await allItems(api, '/v2/agent/all'), (item) => {
        const agent = readAgent(item);
        return agent && { id: agent.id, name: agent.agent_name ?? agent.id };
      }),
    numbers,
    async readAccount() {
      const told = await askAccount(api);
      if (told.kind === 'no-answer') return told;
      const account = accountOf(told.value);
      parts.account.keep(account);
      return { kind: 'told', value: account };
    },
    test: (agent) => testBolna(api, parts, agent, numbers),
    agentWebhook: agentWebhook(api, parts),
  };
}

/** What cannot be read of a list for people to choose from is left out. */
function mapped<T>(list: Told<readonly unknown[]>, read: (item: unknown) => T | null): Told<readonly T[]> {
  return list.kind === 'told' ? { kind: 'told', value: list.value.map(read).filter((item) => item !== null) } : list;
}
