import { useCallback, useEffect, useRef, useState } from 'react';
import { ofReading } from '../app/connection/told.ts';
import { useLive } from '../app/live/live-store.ts';
import { useSoonAfter } from './use-soon-after.ts';

export interface Query<T> {
  /** What was read last; stays while it is read anew, so that nothing flickers. Null until the first answer. */
  data: T | null;
  error: unknown;
  /** Nothing has come yet, and nothing has failed. */
  isLoading: boolean;
  /** Reads it again, now. */
  again: () => void;
}

/** After something changed, a list that is open is read again so often at most, ms. */
const SETTLE_MS = 250;

/**
 * Reads something from the engine, and again when what it asks for changes (`key`), after each snapshot of the live stream, and
 * soon after one of `told` is raised: counters of the live store that say something like it has changed.
 */
export function useQuery<T>(key: string, read: (signal: AbortSignal) => Promise<T>, told: readonly (number | string)[] = []): Query<T> {
  const snapshots = useLive((state) => state.snapshots);
  const [tries, setTries] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; data: T } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  useEffect(() => {
    const stop = new AbortController();
    latest.current(stop.signal).then(
      (data) => {
        if (stop.signal.aborted) return;
        setError(null);
        setAnswer({ key, data });
      },
      (failure: unknown) => !stop.signal.aborted && setError(ofReading(failure)),
    );
    return () => stop.abort();
  }, [key, tries, snapshots]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  useSoonAfter(told.join(), SETTLE_MS, again);
  const data = answer?.key === key ? answer.data : null;
  return { data, error, isLoading: data === null && error === null, again };
}
