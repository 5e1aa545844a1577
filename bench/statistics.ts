/** The least of the measurements which a share of them all do not exceed (nearest rank): of a hundred, 0.99 is the last but one. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Three figures are all that a noisy machine can tell. */
export const round = (value: number): number => Number(value.toPrecision(3));
