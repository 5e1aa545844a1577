import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../../shared/domain/calendar.ts';
import { pastCallAt, pastOutcome } from './past-calls.ts';

/** A Wednesday. */
const NOON = Date.UTC(2026, 10, 25, 12);

describe('pastCallAt', () => {
  it('lies in the daytime of days that are over, and never in the future', () => {
    for (let before = 0; before < 9; before += 0.01) {
      const at = pastCallAt(NOON, before);
      expect(at).toBeLessThan(NOON);
      if (at < NOON - DAY_MS) expect(new Date(at).getUTCHours()).toSatisfy((hour: number) => hour >= 8 && hour < 18);
    }
    const early = Date.UTC(2026, 10, 25, 3);
    expect(pastCallAt(early, 0)).toBe(early - 600_000);
  });
});

describe('pastOutcome', () => {
  const spoken = (at: number) => Array.from({ length: 20 }, (_, turn) => pastOutcome(at, turn)).filter((end) => end === 'completed').length;
  it('has better hours and worse ones', () => {
    const tuesday = NOON - DAY_MS;
    expect([spoken(NOON - 2 * HOUR_MS), spoken(NOON), spoken(NOON + 3 * HOUR_MS), spoken(tuesday - 2 * HOUR_MS)]).toEqual([15, 7, 12, 17]);
  });
});
