/** Agents of vendors whose deliveries a person pointed here: by provider and the vendor's id, with the address that was set. */
import type { ProviderName } from '../../shared/domain/states.ts';
import type { Parts } from '../parts.ts';

const KEY = 'telephony.webhooks-ours';

type Pointed = Readonly<Record<string, string>>;

export const pointedAgents = ({ data }: Pick<Parts, 'data'>): Pointed => (data.settings.read(KEY) as Pointed | undefined) ?? {};

/** The address that was set for the agent; null where it was never pointed here. */
export const pointedTo = (parts: Pick<Parts, 'data'>, provider: ProviderName, providerAgentId: string): string | null =>
  pointedAgents(parts)[`${provider}/${providerAgentId}`] ?? null;

/** Remembers where an agent points now; null where it is given back. */
export function rememberPointedTx(
  parts: Pick<Parts, 'data' | 'clock'>,
  provider: ProviderName,
  providerAgentId: string,
  url: string | null,
): void {
  const { [`${provider}/${providerAgentId}`]: _, ...others } = pointedAgents(parts);
  const next = url === null ? others : { ...others, [`${provider}/${providerAgentId}`]: url };
  parts.data.settings.writeTx(KEY, next, parts.clock.now());
}
