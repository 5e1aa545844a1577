/** One agent at Bolna, read and, as to where its deliveries go, changed. */
import type { ProviderDesk, Told } from '../../ports/provider.ts';
import type { BolnaApi } from './api.ts';
import { deliveryAddress } from './deliveries.ts';
import type { BolnaParts } from './parts.ts';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** An agent as Bolna answers it; null where it knows none of this id. */
export async function askAgent(api: BolnaApi, id: string): Promise<Told<Fields | null>> {
  const answer = await api.ask('GET', agentPath(id));
  if (answer.kind !== 'answered') return api.silent(answer);
  // An id that is no UUID is refused as a field, not as an agent.
  if ([400, 404, 422].includes(answer.status)) return { kind: 'told', value: null };
  const agent = answer.status === 200 ? fieldsOf(answer.body) : {};
  return Object.keys(agent).length === 0 ? api.silent(answer) : { kind: 'told', value: agent };
}

/** A property of the agent's configuration, which is documented for changing one, and not where it stands when one is read. */
export function configured(agent: Fields, name: string): unknown {
  const places = [fieldsOf(agent['agent_config']), agent, fieldsOf(fieldsOf(agent['data'])['agent_config']), fieldsOf(agent['data'])];
  const values = places.filter((place) => Object.hasOwn(place, name)).map((place) => place[name]);
  return values.find((value) => value !== null && value !== '') ?? values[0];
}

/** Where the agent's deliveries go; null where they go nowhere, undefined where Bolna does not say. */
export function webhookOf(agent: Fields): string | null | undefined {
  const url = configured(agent, 'webhook_url');
  if (url === undefined) return undefined;
  return typeof url === 'string' && url.trim() !== '' ? url.trim() : null;
}

/** The setting of an agent's deliveries. */
export function agentWebhook(api: BolnaApi, { pathSecret }: Pick<BolnaParts, 'pathSecret'>): NonNullable<ProviderDesk['agentWebhook']> {
  return {
    async read(id) {
      const agent = await askAgent(api, id);
      if (agent.kind === 'no-answer') return agent;
      if (agent.value === null) return { kind: 'no-answer', sentence: unknownAgent };
      const url = webhookOf(agent.value);
      return url === undefined
        ? { kind: 'no-answer', sentence: 'Bolna does not say where the deliveries of this agent go.' }
        : { kind: 'told', value: url };
    },
    async set(id, url) {
      const answer = await api.ask('PATCH', agentPath(id), { agent_config: { webhook_url: url } });
      if (answer.kind !== 'answered') return api.silent(answer);
      if (answer.status === 404) return { kind: 'no-answer', sentence: unknownAgent };
      return answer.status >= 200 && answer.status < 300 ? { kind: 'told', value: null } : api.silent(answer);
    },
    urlAt: (publicUrl) => deliveryAddress(publicUrl, pathSecret()),
  };
}

const agentPath = (id: string) => `/v2/agent/${encodeURIComponent(id)}`;
export const unknownAgent = "Bolna does not know this agent. Choose one of the account's agents.";
