import { describe, expect, it } from 'vitest';
import { addressOf, isNarrowed, listName, type QueueFilter, queryOf, SHOWN, shownAt, sortedBy } from './queue-filter.ts';

const ALL: QueueFilter = { shown: 'waiting', campaignId: null, search: '', sort: null };

describe('queryOf', () => {
  it('asks for those who wait in the order of the line, for those who are done the latest first', () => {
    expect(queryOf(ALL)).toEqual({ status: 'queued', sortBy: 'line', sortDir: 'asc' });
    expect(queryOf({ ...ALL, shown: 'callbacks' })).toEqual({ status: 'queued', callbacks: true, sortBy: 'line', sortDir: 'asc' });
    expect(queryOf({ ...ALL, shown: 'failed' })).toEqual({ status: 'failed', sortBy: 'updatedAt', sortDir: 'desc' });
  });

  it('asks for what is narrowed and sorted', () => {
    const narrowed: QueueFilter = { shown: 'calling', campaignId: 'campaign_1', search: ' ada ', sort: { by: 'name', dir: 'desc' } };
    expect(queryOf(narrowed)).toEqual({ status: 'processing', campaignId: 'campaign_1', search: 'ada', sortBy: 'name', sortDir: 'desc' });
    expect([isNarrowed(narrowed), isNarrowed({ ...ALL, search: '  ' })]).toEqual([true, false]);
  });
});

describe('addressOf', () => {
  it('leads back to what it was made of, and from anywhere else to those who wait', () => {
    expect(SHOWN.map((shown) => shownAt(addressOf(shown).split('/')[2]))).toEqual([...SHOWN]);
    expect(shownAt('nonsense')).toBe('waiting');
  });
});

describe('sortedBy', () => {
  it('goes the useful way first, then the other, then back to the usual', () => {
    const first = sortedBy(ALL, 'priority');
    const second = sortedBy({ ...ALL, sort: first }, 'priority');
    expect([first, second, sortedBy({ ...ALL, sort: second }, 'priority')]).toEqual([
      { by: 'priority', dir: 'desc' },
      { by: 'priority', dir: 'asc' },
      null,
    ]);
    expect(sortedBy({ ...ALL, sort: first }, 'name')).toEqual({ by: 'name', dir: 'asc' });
  });
});

describe('listName', () => {
  it('is the same for the same people in another order, and for nobody else', () => {
    expect(listName({ ...ALL, sort: { by: 'name', dir: 'asc' } })).toBe(listName(ALL));
    expect(
      new Set([ALL, { ...ALL, campaignId: 'a' }, { ...ALL, search: 'a' }, { ...ALL, shown: 'failed' as const }].map(listName)).size,
    ).toBe(4);
  });
});
