import { type KeyboardEvent, useState } from 'react';
import { placeAfter } from './place-after.ts';

interface Roving {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** What the thing at this place is given. */
  of: (place: number) => { 'data-place': number; tabIndex: 0 | -1; onFocus: () => void };
}

/** One stop of the Tab key for many things: the arrow keys walk between them. Things in rows say how many stand in one. */
export function useRoving(count: number, perRow = count): Roving {
  const [at, setAt] = useState(0);
  const here = Math.min(at, Math.max(0, count - 1));
  return {
    onKeyDown(event) {
      const place = placeAfter(event.key, here, { count, perRow });
      if (place === null) return;
      event.preventDefault();
      setAt(place);
      event.currentTarget.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
    },
    of: (place) => ({ 'data-place': place, tabIndex: place === here ? 0 : -1, onFocus: () => setAt(place) }),
  };
}
