/** The row before or after one; null at the ends, and where the row is no longer listed. */
export function neighbour<T extends { id: string | number }>(rows: readonly T[], id: T['id'], by: -1 | 1): T | null {
  const place = rows.findIndex((row) => row.id === id);
  return place < 0 ? null : (rows[place + by] ?? null);
}
