/** The value below which a share of the sorted measurements lies: 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Three figures are all that a noisy machine can tell. */
export const round = (value: number): number => Number(value.toPrecision(3));
