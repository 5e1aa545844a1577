import { describe, expect, it } from 'vitest';
import type { RefusedItem } from '../../../../shared/contract/queue.ts';
import { alike, byNextAllowed, nextAllowed, sentenceOf } from './refusals.ts';

const refused = (id: number, message: string, data: RefusedItem['data'] = {}): RefusedItem => ({
  id,
  name: `P${id}`,
  code: 'x',
  message,
  data,
});
const NINE = '2026-11-30T09:00:00.000Z';

describe('alike', () => {
  it('puts the same sentence together, the most frequent first', () => {
    const told = alike([refused(1, 'paused'), refused(2, 'closed'), refused(3, 'closed')]);
    expect(told.map(({ message, items }) => [message, items.map(({ id }) => id)])).toEqual([
      ['closed', [2, 3]],
      ['paused', [1]],
    ]);
  });
});

describe('sentenceOf', () => {
  it('does not say of somebody who is listed that there is no such person', () => {
    expect(sentenceOf({ code: 'not_found', message: 'There is no such queue item.' })).toContain('someone else’s');
    expect(sentenceOf({ code: 'closed', message: 'Closed.' })).toBe('Closed.');
  });
});

describe('nextAllowed', () => {
  it('reads the time as it comes, and nothing from what is none', () => {
    expect([NINE, Date.parse(NINE), new Date(NINE)].map((at) => nextAllowed({ data: { nextAllowed: at } }))).toEqual(
      Array.from({ length: 3 }, () => new Date(NINE)),
    );
    expect(['soon', null, undefined, {}].map((at) => nextAllowed({ data: { nextAllowed: at } }))).toEqual([null, null, null, null]);
  });
});

describe('byNextAllowed', () => {
  it('groups by the time, and leaves out those for whom there is none', () => {
    const later = '2026-12-01T09:00:00.000Z';
    const all = [
      refused(1, '', { nextAllowed: NINE }),
      refused(2, '', { nextAllowed: later }),
      refused(3, '', { nextAllowed: NINE }),
      refused(4, ''),
    ];
    expect(byNextAllowed(all)).toEqual([
      { at: new Date(NINE), ids: [1, 3] },
      { at: new Date(later), ids: [2] },
    ]);
  });
});
