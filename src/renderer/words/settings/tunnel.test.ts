import { describe, expect, it } from 'vitest';
import { healthWords } from './tunnel.ts';

describe('the health of the tunnel', () => {
  it('says how many calls were told, and for how many somebody had to ask', () => {
    expect([
      healthWords({ told: 1_203, missed: 23 }),
      healthWords({ told: 2, missed: 1 }),
      healthWords({ told: 1, missed: 0 }),
      healthWords({ told: 0, missed: 0 }),
    ]).toEqual([
      'Of 1,203 calls in the last 24 hours, 1,180 were told by deliveries; for 23 the provider had to be asked.',
      'Of 2 calls in the last 24 hours, 1 was told by deliveries; for 1 the provider had to be asked.',
      'Of 1 call in the last 24 hours, 1 was told by deliveries: all of them.',
      'In the last 24 hours no call went out while a tunnel was up.',
    ]);
  });
});
