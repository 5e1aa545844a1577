import { describe, expect, it } from 'vitest';
import { countdown, initials, number, percent } from './format.ts';

describe('percent', () => {
  it('is 100 only when all is done, and 0 only when nothing is', () => {
    expect([0, 0.001, 0.604, 0.999, 1].map(percent)).toEqual(['0 %', '1 %', '60 %', '99 %', '100 %']);
  });
});

describe('countdown', () => {
  it('ticks by the second, then tells hours, then days', () => {
    expect([-5, 41_900, 98_000, 3_599_000, 48_480_000, 172_800_000].map(countdown)).toEqual([
      'in 0:00',
      'in 0:41',
      'in 1:38',
      'in 59:59',
      'in 13 h 28 min',
      'in 2 days',
    ]);
  });
});

describe('number', () => {
  it('groups thousands', () => expect(number(1_204)).toBe('1,204'));
});

describe('initials', () => {
  it('takes the first and the last name, of any script', () => {
    expect(['Maya Okafor', 'José Ángel Mondragón', 'maya', '李 小龙', ''].map(initials)).toEqual(['MO', 'JM', 'M', '李小', '']);
  });
});
