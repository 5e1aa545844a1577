/** Shares of a whole as they are shown: per cent that add up to 100, whatever the parts are. */

/** Whole per cent of each part, by the largest remainder; all 0 where there is nothing to share. */
export function sharesOf(parts: readonly number[]): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  if (sum <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / sum) * 100);
  const shares = exact.map(Math.floor);
  const missing = 100 - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact.map((value, place) => ({ place, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest);
  for (const { place } of byRemainder.slice(0, missing)) shares[place] = (shares[place] ?? 0) + 1;
  return shares;
}
