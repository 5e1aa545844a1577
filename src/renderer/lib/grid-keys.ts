import type { KeyboardEvent } from 'react';

export interface GridKeys {
  total: number;
  /** Rows that fit into the view. */
  fits: number;
  /** The row that keys speak of; null where none is yet. */
  active: number | null;
  /** The first row in view. */
  firstInView: () => number;
  onActive: (row: number) => void;
  onOpen: (row: number) => void;
  onTick: (row: number) => void;
  /** Ticks from the last ticked row to this one. */
  onTickTo: (row: number) => void;
  onTickAll: () => void;
}

/** Where a key leads from a row; null where it leads nowhere. */
export function rowFor(
  key: string,
  { active, total, fits, firstSeen }: Pick<GridKeys, 'active' | 'total' | 'fits'> & { firstSeen: number },
) {
  const from = active ?? firstSeen - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: active === null ? firstSeen : from - 1,
    PageDown: from + fits,
    PageUp: from - fits,
    Home: 0,
    End: total - 1,
  };
  const to = steps[key];
  return to === undefined || total === 0 ? null : Math.min(Math.max(to, 0), total - 1);
}

/** The keys of a long list: arrows move, Space ticks, Shift ticks on the way, Enter opens. */
export function gridKeys(keys: GridKeys): (event: KeyboardEvent) => void {
  return (event) => {
    // What stands in the head has keys of its own.
    if (event.target !== event.currentTarget || event.altKey) return;
    const { active, onActive, onOpen, onTick, onTickTo, onTickAll } = keys;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      onTickAll();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const to = rowFor(event.key, { ...keys, firstSeen: keys.firstInView() });
    if (to !== null) {
      event.preventDefault();
      if (event.shiftKey && active !== null) onTickTo(to);
      onActive(to);
    } else if (active !== null && event.key === ' ') {
      event.preventDefault();
      onTick(active);
    } else if (active !== null && event.key === 'Enter') {
      event.preventDefault();
      onOpen(active);
    }
  };
}
