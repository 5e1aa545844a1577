import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from './calendar.ts';
import { type EstimateInput, estimateStart, medianOf } from './estimate.ts';

const now = Date.parse('2026-11-20T10:00Z');

/** Minutes from now until the estimated start; null where unknown. */
const wait = (given: Partial<EstimateInput>) => {
  const { estimatedAt, estimatedWaitMs } = estimateStart({
    scheduledFor: now - MINUTE_MS,
    nextOpeningAt: now - 60 * MINUTE_MS,
    now,
    itemsBefore: 0,
    medianDurationMs: 120_000,
    smallestLimit: 2,
    paused: false,
    ...given,
  });
  expect(estimatedWaitMs).toBe(estimatedAt === null ? null : estimatedAt - now);
  return estimatedWaitMs === null ? null : estimatedWaitMs / MINUTE_MS;
};

describe('estimateStart', () => {
  it('is now for the first one that is due', () => {
    expect(wait({})).toBe(0);
  });

  it('waits for its own time, for the opening, or for those before it, whichever is last', () => {
    expect([
      wait({ scheduledFor: now + 30 * MINUTE_MS, itemsBefore: 3 }),
      wait({ scheduledFor: now + 30 * MINUTE_MS, nextOpeningAt: now + 45 * MINUTE_MS }),
      wait({ scheduledFor: now + 5 * MINUTE_MS, itemsBefore: 10 }),
    ]).toEqual([30, 45, 10]);
  });

  it('takes 90 seconds a call where none has ended yet', () => {
    expect(wait({ itemsBefore: 4, medianDurationMs: null, smallestLimit: 1 })).toBe(6);
  });

  it('is unknown while paused, with a limit of 0, and where no opening comes', () => {
    expect([wait({ paused: true }), wait({ smallestLimit: 0 }), wait({ nextOpeningAt: null })]).toEqual([null, null, null]);
  });
});

describe('medianOf', () => {
  it('is the middle, whatever the order', () => {
    expect([medianOf([9, 1, 5]), medianOf([4, 1, 3, 2]), medianOf([7]), medianOf([])]).toEqual([5, 2.5, 7, null]);
  });
});
