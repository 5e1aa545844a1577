import { useState } from 'react';
import type { Query } from '../../../lib/use-query.ts';

export interface Saved<T> {
  /** What the engine last said; null until it said anything. */
  saved: T | null;
  /** Takes what a save was answered with, so that nothing old is shown until it is read anew. */
  putSaved: (data: T) => void;
}

/** What is saved: as it was read, or as the last save was answered, whichever came later. */
export function useSaved<T>({ data }: Query<T>): Saved<T> {
  const [answer, setAnswer] = useState<{ over: T | null; data: T } | null>(null);
  const saved = answer !== null && answer.over === data ? answer.data : data;
  return { saved, putSaved: (fresh) => setAnswer({ over: data, data: fresh }) };
}
