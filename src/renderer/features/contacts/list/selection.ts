/** Which contacts are ticked: by their ids, whatever is listed at the moment. */

/** As many as a campaign takes. */
export const MOST_SELECTED = 100_000;

export interface Selection {
  ids: ReadonlySet<number>;
  /** The row that was ticked last: a range goes from there. */
  anchor: number | null;
  /** The list of which all are ticked; null where it is not known. */
  whole: string | null;
}

export const NOBODY: Selection = { ids: new Set(), anchor: null, whole: null };

/** Ticks a contact or takes the tick away; `row` is where it stands. */
export function toggled({ ids }: Selection, id: number, row: number): Selection {
  const next = new Set(ids);
  if (!next.delete(id) && next.size < MOST_SELECTED) next.add(id);
  return { ids: next, anchor: row, whole: null };
}

/** Ticks more contacts, as far as there is room. */
export function withMore({ ids }: Selection, more: readonly number[], row: number): Selection {
  const next = new Set(ids);
  for (const id of more) {
    if (next.size >= MOST_SELECTED) break;
    next.add(id);
  }
  return { ids: next, anchor: row, whole: null };
}

/** Exactly these, who are all of a list. */
export const allOf = (ids: readonly number[], list: string): Selection => ({
  ids: new Set(ids.slice(0, MOST_SELECTED)),
  anchor: null,
  whole: list,
});

/** The rows between two, both included, whichever comes first. */
export function rangeOf(anchor: number, row: number): { offset: number; limit: number } {
  const offset = Math.min(anchor, row);
  return { offset, limit: Math.abs(row - anchor) + 1 };
}
