import { api } from '../../../app/connection/client.ts';
import { type Query, useQuery } from '../../../lib/use-query.ts';
import type { ContactsTouched } from '../../../../shared/contract/contacts.ts';

/** Whom something is to be done to. */
export interface People {
  ids: readonly number[];
  /** Of one: what they are called. */
  name: string | null;
}

/** What doing something to them would do to their calls, asked before it is done. */
export function useTouched({ ids }: People): Query<ContactsTouched> {
  return useQuery(`${ids.length} ${ids[0]}`, async (signal) => (await api.contacts.touched({ contactIds: [...ids] }, { signal })).touched);
}
