/** Where a key leads among things that stand in rows. Pure; `useRoving` moves the focus there. */

export interface Rows {
  count: number;
  perRow: number;
}

/** The place after a key, from 0 row by row; null where the key leads nowhere, at the edges too. */
export function placeAfter(key: string, at: number, { count, perRow }: Rows): number | null {
  const first = at - (at % perRow);
  const last = Math.min(first + perRow, count) - 1;
  const to = target(key, at, { first, last, perRow });
  return to === null || to < 0 || to >= count || to === at ? null : to;
}

function target(key: string, at: number, { first, last, perRow }: { first: number; last: number; perRow: number }): number | null {
  switch (key) {
    case 'ArrowLeft':
      return at > first ? at - 1 : null;
    case 'ArrowRight':
      return at < last ? at + 1 : null;
    case 'ArrowUp':
      return at - perRow;
    case 'ArrowDown':
      return at + perRow;
    case 'Home':
      return first;
    case 'End':
      return last;
    default:
      return null;
  }
}
