import { useCallback, useEffect, useRef, useState } from 'react';

export interface Task<A extends unknown[]> {
  busy: boolean;
  error: unknown;
  /** Runs it unless it runs already; whatever is thrown becomes `error`, until the next run. */
  run: (...args: A) => Promise<void>;
  clear: () => void;
}

/** Something a person starts and waits for: whether it is under way and how it failed. */
export function useTask<A extends unknown[]>(work: (...args: A) => Promise<void>): Task<A> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const running = useRef(false);
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  const run = useCallback(async (...args: A) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      await latest.current(...args);
    } catch (thrown) {
      setError(thrown);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setError(null), []);
  return { busy, error, run, clear };
}
