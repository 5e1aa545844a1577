import { describe, expect, it } from 'vitest';
import { tooManyFailed } from './campaign-breaker.ts';

const NOW = 1_000_000;
const settings = { atLeastCalls: 5, withinSeconds: 120, failedShare: 0.5 };
const ends = (failed: number, fine: number, endedAt = NOW - 1000) => [
  ...Array.from({ length: failed }, () => ({ endedAt, failed: true })),
  ...Array.from({ length: fine }, () => ({ endedAt, failed: false })),
];

describe('tooManyFailed', () => {
  it.each([
    ['three of five', ends(3, 2), { failed: 3, of: 5 }],
    ['all of four: too few to say anything', ends(4, 0), null],
    ['half of six is not more than half', ends(3, 3), null],
    ['old failures', ends(9, 0, NOW - 120_000), null],
    ['old successes beside new failures', [...ends(5, 0), ...ends(0, 50, NOW - 121_000)], { failed: 5, of: 5 }],
  ])('sees %s', (_, given, expected) => {
    expect(tooManyFailed(given, settings, NOW)).toEqual(expected);
  });
});
