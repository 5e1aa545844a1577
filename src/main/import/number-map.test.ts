import { describe, expect, it } from 'vitest';
import { NumberMap } from './number-map.ts';

describe('NumberMap', () => {
  it('holds what a Map holds, through many growths', () => {
    const map = new NumberMap(4);
    const truth = new Map<number, number>();
    for (let i = 0; i < 50_000; i += 1) {
      // Numbers of 5 to 15 digits, some of them twice.
      const number = 10_000 + ((i * 7_919_997_731) % 99_999_999_989_999);
      const value = (truth.get(number) ?? 0) + 1;
      truth.set(number, value);
      map.set(number, value);
    }
    for (const [number, value] of truth) expect(map.get(number)).toBe(value);
    expect([map.get(1), map.get(999_999_999_999_999)]).toEqual([0, 0]);
  });
});
