import { describe, expect, it } from 'vitest';
import { readPriority } from './read-priority.ts';

describe('readPriority', () => {
  it('reads whole numbers as people type them, and says what is wrong with others', () => {
    expect(['7', ' 1,200 ', '-3', '−3', '+4'].map((typed) => readPriority(typed).value)).toEqual([7, 1_200, -3, -3, 4]);
    expect(['', '1.5', 'high', '1000001', '--1'].map((typed) => readPriority(typed).problem?.slice(0, 20))).toEqual(
      Array.from({ length: 5 }, () => 'Write a whole number'),
    );
  });
});
