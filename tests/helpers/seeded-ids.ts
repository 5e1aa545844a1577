/** Ids and chance from a seed: the same seed gives the same run. */
import type { Ids } from '../../src/main/ports/ids.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A generator of numbers in [0, 1) after Tommy Ettinger's mulberry32: 32 bits of state, good enough for tests, never for secrets. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function seededIds(seed = 1): Ids {
  const random = seededRandom(seed);
  return {
    next: (kind) => `${kind}_${Array.from({ length: 14 }, () => ALPHABET[Math.floor(random() * 32)]).join('')}`,
    secret: (bytes) => Buffer.from(Array.from({ length: bytes }, () => Math.floor(random() * 256))).toString('base64url'),
    random,
  };
}
