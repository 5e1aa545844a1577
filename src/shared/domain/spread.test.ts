import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from './calendar.ts';
import { spreadPlan, spreadTime } from './spread.ts';

const opensAt = Date.parse('2026-11-20T08:00Z');
const opening = { from: opensAt, until: opensAt + 9 * HOUR_MS };

describe('spreadTime', () => {
  it('divides the window as the campaign document does', () => {
    const times = [0, 1, 2, 3, 9].map((i) => new Date(spreadTime(i, 10, opening.from, opening.until)).toISOString().slice(11, 16));
    expect(times).toEqual(['08:00', '08:54', '09:48', '10:42', '16:06']);
  });

  it('is within five minutes of an even spread, in order and inside the opening, for any n', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2_000_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 25 * HOUR_MS }),
        (n, share, length) => {
          const i = Math.floor(share * n);
          const until = opening.from + length;
          const due = spreadTime(i, n, opening.from, until);
          const even = Number((BigInt(i) * BigInt(length)) / BigInt(n));
          expect(Math.abs(due - opening.from - even)).toBeLessThanOrEqual(Math.min(5 * MINUTE_MS, 1));
          expect(due >= opening.from && due < until).toBe(true);
          if (i > 0) expect(due).toBeGreaterThanOrEqual(spreadTime(i - 1, n, opening.from, until));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('spreadPlan', () => {
  it('begins with the opening, or now where it is open already', () => {
    expect(spreadPlan(9, opening, opening.from - HOUR_MS)).toEqual({ from: opening.from, stepMs: HOUR_MS });
    expect(spreadPlan(8, opening, opening.from + HOUR_MS)).toEqual({ from: opening.from + HOUR_MS, stepMs: HOUR_MS });
  });

  it('gives the same times as the formula', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: -HOUR_MS, max: 9 * HOUR_MS - 1 }),
        fc.nat(100_000),
        (n, late, some) => {
          const i = some % n;
          const plan = spreadPlan(n, opening, opening.from + late);
          expect(plan.from + Math.floor(i * plan.stepMs)).toBe(spreadTime(i, n, plan.from, opening.until));
        },
      ),
    );
  });

  it('never leaves the opening, and needs nobody', () => {
    expect(spreadPlan(5, opening, opening.until + HOUR_MS)).toEqual({ from: opening.until, stepMs: 0 });
    expect(spreadPlan(0, opening, opening.from)).toEqual({ from: opening.from, stepMs: 0 });
  });
});
