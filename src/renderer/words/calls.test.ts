import { describe, expect, it } from 'vitest';
import { itemStateWords } from './calls.ts';

describe('itemStateWords', () => {
  it.each([
    ['failed', 'busy', 'Failed, busy'],
    ['failed', 'completed', 'Failed, nobody spoke'],
    ['skipped', 'do-not-call', 'Skipped, on the do-not-call list'],
    ['failed', 'something new', 'Failed, something new'],
    ['failed', 'failed', 'Failed'],
    ['cancelled', 'cancelled', 'Cancelled'],
    ['completed', null, 'Successful'],
  ] as const)('%s for %s is “%s”', (status, reason, words) => expect(itemStateWords(status, reason)).toBe(words));
});
