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

/** These ticked as well, as far as there is room, or the ticks taken away. */
export function withIds(ids: ReadonlySet<number>, some: readonly number[], on: boolean): ReadonlySet<number> {
  const next = new Set(ids);
  for (const id of some) {
    if (!on) next.delete(id);
    else if (next.size < MOST_SELECTED) next.add(id);
  }
  return next;
}

/** Ticks a contact or takes the tick away; `row` is where it stands. */
export const toggled = ({ ids }: Selection, id: number, row: number): Selection => ({
  ids: withIds(ids, [id], !ids.has(id)),
  anchor: row,
  whole: null,
});

/** Ticks more contacts, as far as there is room. */
export const withMore = ({ ids }: Selection, more: readonly number[], row: number): Selection => ({
  ids: withIds(ids, more, true),
  anchor: row,
  whole: null,
});

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
