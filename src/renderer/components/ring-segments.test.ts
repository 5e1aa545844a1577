import { describe, expect, it } from 'vitest';
import { MOST_SEGMENTS, ringSegments } from './ring-segments.ts';

describe('ringSegments', () => {
  it.each([
    [0, 10, 10, 0],
    [7, 10, 10, 7],
    [10, 10, 10, 10],
    [7, 5, 7, 7],
    [60, 60, 60, 60],
    [0, 0, 1, 0],
    [0, 400, MOST_SEGMENTS, 0],
    [1, 400, MOST_SEGMENTS, 1],
    [200, 400, MOST_SEGMENTS, 30],
    [399, 400, MOST_SEGMENTS, 59],
    [400, 400, MOST_SEGMENTS, 60],
    [410, 400, MOST_SEGMENTS, 60],
  ])('%i up of %i: %i segments, %i filled', (up, of, segments, filled) => {
    expect(ringSegments(up, of)).toEqual({ segments, filled });
  });
});
