import { useEffect, useRef } from 'react';

/** Calls `act` so many milliseconds after `told` changed, once, however often it changes meanwhile. */
export function useSoonAfter(told: string, settleMs: number, act: () => void): void {
  const seen = useRef(told);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (seen.current === told) return;
    seen.current = told;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      act();
    }, settleMs);
  }, [told, settleMs, act]);
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
}
