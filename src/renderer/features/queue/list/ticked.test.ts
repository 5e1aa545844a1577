import { describe, expect, it } from 'vitest';
import { MOST_ACTED_ON, type QueueItem } from '../../../../shared/contract/queue.ts';
import { allOf, knownNow, leftOver, NOBODY, notDone, rangeTo, toggled, withMore } from './ticked.ts';

const item = (id: number, priority = 0) => ({ id, priority }) as QueueItem;
const listed = [1, 2, 3, 4, 5].map((id) => item(id));

describe('toggled', () => {
  it('ticks and takes the tick away, and is no longer all of a list', () => {
    const one = toggled(allOf([7], 'waiting'), item(3));
    expect([[...one.ids], one.whole, one.anchor]).toEqual([[7, 3], null, 3]);
    expect([...toggled(one, item(3)).ids]).toEqual([7]);
  });
});

describe('rangeTo', () => {
  it('goes from whoever was ticked last, either way, and to one alone where that one is not listed', () => {
    const from = (anchor: number, to: number) => rangeTo({ ...NOBODY, anchor }, listed, to).map(({ id }) => id);
    expect([from(2, 4), from(4, 2), from(9, 3), from(2, 9)]).toEqual([[2, 3, 4], [2, 3, 4], [3], []]);
  });
});

describe('withMore', () => {
  it('ticks no more than one action takes', () => {
    const full = allOf(
      Array.from({ length: MOST_ACTED_ON + 5 }, (_, i) => i + 10),
      'waiting',
    );
    expect([full.ids.size, withMore(full, listed, 1).ids.size]).toEqual([MOST_ACTED_ON, MOST_ACTED_ON]);
  });
});

describe('knownNow', () => {
  it('tells of those who were seen, as the list shows them now', () => {
    const ticked = { ...withMore(NOBODY, [item(1), item(2)], 2), ids: new Set([1, 2, 99]) };
    expect(knownNow(ticked, [item(2, 5)])).toEqual([item(1), item(2, 5)]);
  });
});

describe('notDone', () => {
  it('keeps ticked whom an action refused or was not for', () => {
    expect(notDone([1, 2, 3, 4], [1, 2, 3], [2])).toEqual([2, 4]);
    expect([...leftOver(withMore(NOBODY, listed, 1), [2]).ids]).toEqual([2]);
  });
});
