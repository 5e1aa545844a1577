import { describe, expect, it } from 'vitest';
import { ticksUpTo } from './bar-scale.ts';

describe('ticksUpTo', () => {
  it.each([
    [27, [0, 10, 20, 30]],
    [30, [0, 10, 20, 30]],
    [31, [0, 20, 40]],
    [3, [0, 1, 2, 3]],
    [4, [0, 2, 4]],
    [1, [0, 1]],
    [0, [0, 1]],
    [7, [0, 5, 10]],
    [1_204, [0, 500, 1_000, 1_500]],
  ])('%i → %j', (max, ticks) => expect(ticksUpTo(max)).toEqual(ticks));

  it('never has more than four ticks, nor one that is no whole number, and always reaches the highest bar', () => {
    for (let max = 0; max < 5_000; max += 7) {
      const ticks = ticksUpTo(max);
      expect(ticks.length).toBeLessThanOrEqual(4);
      expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
    }
  });
});
