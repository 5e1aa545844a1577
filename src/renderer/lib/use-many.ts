import { useRef, useState } from 'react';
import { inParts } from './in-parts.ts';

export interface Many {
  /** How many are done; null while nothing is under way. */
  done: number | null;
  stop: () => void;
  /** Does it to all, unless it is stopped; answers how many it was done to. */
  run: (act: (part: number[]) => Promise<void>) => Promise<number>;
}

/** Something that is done to many, part by part. */
export function useMany({ ids }: { ids: readonly number[] }): Many {
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
