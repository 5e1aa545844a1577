import { describe, expect, it } from 'vitest';
import { talkTime } from './talk-time.ts';

describe('talkTime', () => {
  it('is minutes and seconds, with hours where there are any', () => {
    expect([-3, 0, 52.9, 60, 247, 3_599, 3_600, 3_753].map(talkTime)).toEqual([
      '0:00',
      '0:00',
      '0:52',
      '1:00',
      '4:07',
      '59:59',
      '1:00:00',
      '1:02:33',
    ]);
  });
});
