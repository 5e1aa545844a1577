import { describe, expect, it } from 'vitest';
import { dataWords, sizeInWords } from './data.ts';

describe('sizeInWords', () => {
  it('tells sizes in the unit that fits', () => {
    expect([0, 999, 1_000, 4_096, 12_345_678, 412_000_000, 1_500_000_000].map(sizeInWords)).toEqual([
      '0 bytes',
      '999 bytes',
      '1 kB',
      '4.1 kB',
      '12.3 MB',
      '412 MB',
      '1.5 GB',
    ]);
  });
});

describe('the words of practice', () => {
  it('say of one and of many what goes', () => {
    expect(dataWords.practiceWhat({ campaigns: 1, people: 1, calls: 1_204 })).toBe(
      '1 practice campaign that is over, 1 place in their queues and 1,204 practice calls can be cleared.',
    );
  });
});
