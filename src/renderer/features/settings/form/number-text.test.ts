import { describe, expect, it } from 'vitest';
import { numberProblem, readNumber } from './number-text.ts';

describe('readNumber', () => {
  it('reads what people type, and nothing else', () => {
    expect(['5', ' 1,204 ', '1 204', '12.5', '0', '', '-1', '1e3', 'ten', '5.'].map(readNumber)).toEqual([
      5,
      1204,
      1204,
      12.5,
      0,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('numberProblem', () => {
  const bounds = { least: 1, most: 3_600 };
  it('says what to write, and nothing where it is right', () => {
    expect(['60', '', '1.5', '0', '3,601', 'x'].map((typed) => numberProblem(typed, bounds))).toEqual([
      undefined,
      'Write a whole number.',
      'Write a whole number.',
      'Write a number from 1 to 3,600.',
      'Write a number from 1 to 3,600.',
      'Write a whole number.',
    ]);
  });

  it('takes fractions and nothing at all where they are allowed', () => {
    expect(numberProblem('0.5', { least: 0.1, most: 100, fractions: true })).toBeUndefined();
    expect(numberProblem('0.01', { least: 0.1, most: 100, fractions: true })).toBe('Write a number from 0.1 to 100.');
    expect(numberProblem(' ', { ...bounds, mayBeEmpty: true })).toBeUndefined();
  });
});
