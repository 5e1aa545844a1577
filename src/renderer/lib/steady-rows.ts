/** A list that changes under somebody's hand: rows keep their places until the hand is gone. Pure. */

export interface SteadyRow<T> {
  row: T;
  /** It is no longer in the list, and stands there as it was last. */
  isGone: boolean;
}

/** The rows of a fresh list in the places of the one that is being used; those that came meanwhile stand at the end. */
export function steadied<T extends { id: number | string }>(used: readonly T[], fresh: readonly T[]): SteadyRow<T>[] {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const before = new Set(used.map(({ id }) => id));
  return [
    ...used.map((row) => ({ row: now.get(row.id) ?? row, isGone: !now.has(row.id) })),
    ...fresh.filter(({ id }) => !before.has(id)).map((row) => ({ row, isGone: false })),
  ];
}
