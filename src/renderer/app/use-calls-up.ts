/** What is up now and can be hung up, for the dialogs that stop something. */
import type { ProviderName } from '../../shared/domain/states.ts';
import { type CallsUpNow, callsUpNow } from './calls-up-now.ts';
import { useLive } from './live/live-store.ts';
import { useProviders } from './providers.ts';

/** Of one campaign, all of whose calls go through the provider of its agent. */
export function useCampaignCallsUp({ callsUp, provider }: { callsUp: number; provider: ProviderName }): CallsUpNow {
  const { data, error } = useProviders();
  return callsUpNow(
    callsUp,
    Array.from({ length: callsUp }, () => provider),
    data,
    error !== null,
  );
}

/** Of everybody, or of one's own alone. */
export function useAllCallsUp(up: number, ownOf: string | null): CallsUpNow {
  const { data, error } = useProviders();
  const calls = useLive((state) => state.callsUp);
  const by = [...calls.values()].filter(({ userId }) => ownOf === null || userId === ownOf).map(({ provider }) => provider);
  return callsUpNow(up, by, data, error !== null);
}
