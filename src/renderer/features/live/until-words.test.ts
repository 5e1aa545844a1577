import { expect, it } from 'vitest';
import { untilWords } from './until-words.ts';

it('counts down, is now within the second, and tells hours and days in words', () => {
  expect([-60_000, 999, 1_000, 41_000, 3_599_000, 48_480_000, 260_000_000].map(untilWords)).toEqual([
    'now',
    'now',
    '0:01',
    '0:41',
    '59:59',
    '13 h 28 min',
    '3 days',
  ]);
});
