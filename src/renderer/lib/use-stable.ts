import { useCallback, useLayoutEffect, useRef } from 'react';

/** A callback that stays the same, so that what is handed it is not drawn again for it, and does what it was last given. */
export function useStable<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
