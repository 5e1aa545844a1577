import { describe, expect, it } from 'vitest';
import { LOOK_EVERY_MS, lookInterval } from './look-times.ts';

const untold = (ageMs: number, openCalls = 1) => lookInterval({ told: false, ageMs, openCalls });

describe('lookInterval', () => {
  it('is the net of a minute where deliveries tell', () => {
    expect(lookInterval({ told: true, ageMs: 0, openCalls: 1 })).toBe(60_000);
  });

  it('is soon at first and longer later where nothing is told', () => {
    expect([0, 179_999, 180_000, 599_999, 600_000].map((ageMs) => untold(ageMs))).toEqual([10_000, 10_000, 20_000, 20_000, 30_000]);
  });

  it('asks no provider more often than it bears, and never less than the net', () => {
    expect(untold(0, 50)).toBe(10_000);
    expect(untold(0, 100)).toBe(20_000);
    expect(untold(0, 10_000)).toBe(LOOK_EVERY_MS);
  });
});
