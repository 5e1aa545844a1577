import type { Call } from '../data/call-store.ts';
import type { CallHandle } from '../ports/provider.ts';

/** What a provider is told of a call that it is asked about. */
export function handleOf({ id, providerCallId, phone, claimedAt, providerAgentId, callerNumber }: Call): CallHandle {
  return { providerCallId, reference: id, phone, claimedAt, providerAgentId, callerNumber };
}
