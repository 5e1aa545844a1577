import { describe, expect, it } from 'vitest';
import { ITEM_STATES } from '../../../../shared/domain/states.ts';
import { offeredFor, offeredForAll } from './offered.ts';

describe('offeredFor', () => {
  it('offers a way back to all who are done, and calls nobody now who does not wait', () => {
    expect(ITEM_STATES.filter((state) => offeredFor(state).includes('reopen'))).toEqual(['completed', 'failed', 'skipped', 'cancelled']);
    expect(ITEM_STATES.filter((state) => offeredFor(state).includes('call-now'))).toEqual(['queued']);
    expect(ITEM_STATES.filter((state) => offeredFor(state).includes('cancel'))).toEqual(['queued', 'processing']);
  });
});

describe('offeredFor somebody who asked to be called back', () => {
  it('offers another callback, for the engine moves it by nothing else', () => {
    expect(offeredFor('queued', true)).toEqual(['call-now', 'callback', 'priority', 'cancel', 'remove']);
  });
});

describe('offeredForAll', () => {
  it('offers what may be done to any of them, and everything where nobody knows how they stand', () => {
    expect(offeredForAll(['completed', 'processing'])).toEqual(['callback', 'priority', 'cancel', 'remove', 'reopen']);
    expect(offeredForAll([])).toHaveLength(7);
  });
});
