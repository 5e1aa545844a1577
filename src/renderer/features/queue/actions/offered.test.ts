import { describe, expect, it } from 'vitest';
import { ITEM_STATES, type ItemState } from '../../../../shared/domain/states.ts';
import { offeredFor, offeredForAll, type Standing } from './offered.ts';

const standing = (status: ItemState, more: Partial<Standing> = {}): Standing => ({ status, isCallback: false, isOwn: true, ...more });
const statesThatOffer = (kind: string, more: Partial<Standing> = {}) =>
  ITEM_STATES.filter((state) => offeredFor(standing(state, more)).some((each) => each === kind));

describe('offeredFor', () => {
  it('offers a way back to all who are done, and calls nobody now who does not wait', () => {
    expect(statesThatOffer('reopen')).toEqual(['completed', 'failed', 'skipped', 'cancelled']);
    expect(statesThatOffer('call-now')).toEqual(['queued']);
    expect(statesThatOffer('cancel')).toEqual(['queued', 'processing']);
  });

  it('offers another callback to who asked for one, for the engine moves it by nothing else', () => {
    expect(offeredFor(standing('queued', { isCallback: true }))).toEqual(['call-now', 'callback', 'priority', 'cancel', 'remove']);
  });

  it('offers an admin to cancel what is another’s, and nothing else', () => {
    expect(ITEM_STATES.map((state) => offeredFor(standing(state, { isOwn: false })).join())).toEqual(['cancel', 'cancel', '', '', '', '']);
  });
});

describe('offeredForAll', () => {
  it('offers what may be done to any of them, and everything where nobody knows how they stand', () => {
    expect(offeredForAll([standing('completed'), standing('processing')])).toEqual(['callback', 'priority', 'cancel', 'remove', 'reopen']);
    expect(offeredForAll([])).toHaveLength(7);
  });
});
