/** The providers as everyone may see them: which are set up, and what they can do with a call. */
import type { ProviderInfo } from '../../shared/contract/telephony.ts';
import { type Query, useQuery } from '../lib/use-query.ts';
import { api } from './connection/client.ts';
import { useLive } from './live/live-store.ts';

/** Read anew where settings changed. */
export function useProviders(): Query<readonly ProviderInfo[]> {
  const settings = useLive(({ topics }) => topics.settings);
  return useQuery('providers', async (signal) => (await api.telephony.providers(undefined, { signal })).providers, [settings]);
}
