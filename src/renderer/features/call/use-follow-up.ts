import type { CallDetails } from '../../../shared/contract/calls.ts';
import { api } from '../../app/connection/client.ts';
import { told } from '../../app/connection/told.ts';
import { useLive } from '../../app/live/live-store.ts';
import { useQuery } from '../../lib/use-query.ts';
import { followUpWords } from './follow-up.ts';

/** What follows the call for whoever was called; null while it is up, where it belongs to nobody's turn, and until it is read. */
export function useFollowUp(call: CallDetails): string | null {
  const items = useLive((state) => state.told.items);
  const { itemId } = call;
  const { data } = useQuery(
    `follow-up:${itemId}`,
    (signal) => (itemId === null ? Promise.resolve(null) : api.queue.get({ id: itemId }, { signal }).then(({ item }) => item, missing)),
    [items],
  );
  return data === null ? null : followUpWords(call, data);
}

/** Taken out of the queue since: then nothing follows that could be told. */
function missing(error: unknown): null {
  if (told(error).code === 'not_found') return null;
  throw error;
}
