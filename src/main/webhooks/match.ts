import type { ProviderName } from '../../shared/domain/states.ts';
import { everyone } from '../data/scope.ts';
import type { Stores } from '../data/stores.ts';
import type { CallReport } from '../ports/provider.ts';

export type Match =
  | { kind: 'call'; callId: string }
  /** Not known yet: the answer to the dial may still tell the provider's id. */
  | { kind: 'wait'; note: string }
  | { kind: 'never'; note: string };

/**
 * The call that a report speaks of: by the provider's id, else by our reference (a delivery may come before the dial's own
 * answer, or instead of it). A reference whose call has another id at the provider is not taken: the provider made two calls,
 * and what became of the second must not be told of the first.
 */
export function matchCall({ calls }: Pick<Stores, 'calls'>, provider: ProviderName, { providerCallId, reference }: CallReport): Match {
  const known = calls.byProviderCallId(provider, providerCallId);
  if (known) return { kind: 'call', callId: known.id };
  if (reference === null) return { kind: 'wait', note: 'The call is not known yet.' };
  const named = calls.get(everyone, reference);
  if (!named || named.provider !== provider) return { kind: 'wait', note: 'No call has this reference.' };
  if (named.providerCallId === null) return { kind: 'call', callId: named.id };
  return { kind: 'never', note: `The provider made another call with the reference of ${named.id}.` };
}
