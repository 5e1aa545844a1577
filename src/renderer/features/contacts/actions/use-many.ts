import { useRef, useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { type Query, useQuery } from '../../../lib/use-query.ts';
import type { ContactsTouched } from '../../../../shared/contract/contacts.ts';
import { inParts } from './in-parts.ts';

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

export interface Many {
  /** How many are done; null while nothing is under way. */
  done: number | null;
  stop: () => void;
  /** Does it to all, unless it is stopped; answers how many it was done to. */
  run: (act: (part: number[]) => Promise<void>) => Promise<number>;
}

/** Something that is done to many, part by part. */
export function useMany({ ids }: People): Many {
  const [done, setDone] = useState<number | null>(null);
  const stop = useRef(new AbortController());
  return {
    done,
    stop: () => stop.current.abort(),
    async run(act) {
      stop.current = new AbortController();
      setDone(0);
      try {
        return await inParts(ids, act, setDone, stop.current.signal);
      } finally {
        setDone(null);
      }
    },
  };
}
