import type { Call } from '../data/call-store.ts';
import type { Stores } from '../data/stores.ts';
import type { CallHandle } from '../ports/provider.ts';

/** What a provider is told of a call that it is asked about. */
export function handleOf({ calls }: Pick<Stores, 'calls'>, call: Call): CallHandle {
  const { id, provider, providerCallId, phone, claimedAt, providerAgentId, callerNumber } = call;
  const isAnothers = (theirId: string) => (calls.byProviderCallId(provider, theirId)?.id ?? id) !== id;
  return { providerCallId, reference: id, phone, claimedAt, providerAgentId, callerNumber, isAnothers };
}
