import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { steadied, type SteadyRow } from './steady-rows.ts';

/** A pointer that lies still for so long uses nothing: a list must not stand still all day because of it. */
const HAND_RESTS_MS = 4_000;

interface Steady<T> {
  rows: readonly SteadyRow<T>[];
  /** For what the list stands in: where the hand is. */
  hand: { onPointerMove: () => void; onPointerDown: () => void; onPointerLeave: () => void };
}

/** Rows that do not move away from under a pointer that is being used. `list` names the list: another one is shown at once. */
export function useSteadyRows<T extends { id: number | string }>(list: string, fresh: readonly T[]): Steady<T> {
  const [used, setUsed] = useState<{ list: string; rows: readonly T[] } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ list, fresh });
  useEffect(() => {
    latest.current = { list, fresh };
  });
  const rest = useCallback(() => {
    clearTimeout(timer.current);
    setUsed(null);
  }, []);
  const use = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(rest, HAND_RESTS_MS);
    const { list: name, fresh: rows } = latest.current;
    setUsed((before) => (before?.list === name ? before : { list: name, rows }));
  }, [rest]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const rows = useMemo(() => steadied(used?.list === list ? used.rows : fresh, fresh), [used, list, fresh]);
  return { rows, hand: { onPointerMove: use, onPointerDown: use, onPointerLeave: rest } };
}
