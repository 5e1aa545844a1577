/**
 * Chance that does not depend on the order in which things happen: each decision draws from a generator of its own, named by
 * what it is about (seed, number, how many calls that number has had), so that the same call comes out the same in every run.
 */

/** Numbers in [0, 1) for whatever `about` names. The same names give the same numbers. */
export function chanceOf(...about: readonly (string | number)[]): () => number {
  // FNV-1a over the names gives the state, a Weyl sequence with a 32-bit finaliser the numbers.
  let state = 0x811c9dc5;
  for (const letter of about.join('\u0000')) state = Math.imul(state ^ letter.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** A number between `from` and `to`, at `share` of the way. */
export const between = (from: number, to: number, share: number) => from + (to - from) * share;

/** One of the words, by weight. Where all weights are 0 or less it is the first. */
export function weighted<T extends string>(weights: Readonly<Record<T, number>>, share: number): T {
  const entries = Object.entries(weights) as [T, number][];
  const total = entries.reduce((sum, [, weight]) => sum + Math.max(0, weight), 0);
  let left = share * total;
  for (const [word, weight] of entries) {
    if (weight <= 0) continue;
    left -= weight;
    if (left < 0) return word;
  }
  return entries[0]![0];
}

/** One of the items; at least one is needed. */
export const oneOf = <T>(items: readonly T[], share: number): T => items[Math.floor(share * items.length)]!;
