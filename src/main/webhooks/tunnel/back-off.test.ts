import { describe, expect, it } from 'vitest';
import { backOffMs } from './back-off.ts';

const BOUNDS = { firstMs: 1000, mostMs: 60_000 };

describe('backOffMs', () => {
  it.each([
    [1, 0, 500],
    [1, 0.5, 750],
    [2, 0, 1000],
    [4, 0.5, 6000],
    [6, 0.999, 31_984],
    [7, 0, 30_000],
    [7, 0.999, 59_970],
    [5000, 0.5, 45_000],
  ])('waits after %i tries, by a chance of %d, %i ms', (tries, chance, ms) => {
    expect(backOffMs(tries, chance, BOUNDS)).toBe(ms);
  });
});
