import { describe, expect, it } from 'vitest';
import { addressOf, HISTORY_FILTERS, outcomeOf, QUEUE_FILTERS, statesOf, viewOf } from './campaign-view.ts';

describe('viewOf', () => {
  it.each([
    [undefined, { tab: 'overview' }],
    ['nonsense', { tab: 'overview' }],
    ['settings', { tab: 'settings' }],
    ['queue', { tab: 'queue', filter: 'waiting' }],
    ['queue.failed', { tab: 'queue', filter: 'failed' }],
    ['history', { tab: 'history', filter: 'all' }],
    ['history.no-answer', { tab: 'history', filter: 'no-answer' }],
    ['history.not-placed', { tab: 'history', filter: 'all' }],
  ] as const)('%s → %j', (address, view) => expect(viewOf(address)).toEqual(view));

  it('reads every address that is given out', () => {
    const read = (address: string) => viewOf(address.split('/')[3]);
    for (const filter of QUEUE_FILTERS) expect(read(addressOf('c1', 'queue', filter))).toEqual({ tab: 'queue', filter });
    for (const filter of HISTORY_FILTERS) expect(read(addressOf('c1', 'history', filter))).toEqual({ tab: 'history', filter });
    expect(['overview', 'settings'].map((tab) => read(addressOf('c1', tab as 'overview')).tab)).toEqual(['overview', 'settings']);
  });
});

describe('what is asked of the engine', () => {
  it('names states and outcomes, and nothing for all', () => {
    expect(QUEUE_FILTERS.map(statesOf)).toEqual(['queued,processing', 'completed', 'failed', 'skipped', 'cancelled', undefined]);
    expect(HISTORY_FILTERS.map(outcomeOf)).toEqual([undefined, ...HISTORY_FILTERS.slice(1)]);
  });
});
