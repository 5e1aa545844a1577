import { describe, expect, it } from 'vitest';
import { allOf, MOST_SELECTED, NOBODY, rangeOf, toggled, withMore } from './selection.ts';

describe('a selection', () => {
  it('ticks and takes away, and remembers where', () => {
    const one = toggled(NOBODY, 7, 3);
    expect([[...one.ids], one.anchor]).toEqual([[7], 3]);
    expect([[...toggled(one, 7, 3).ids], NOBODY.ids.size]).toEqual([[], 0]);
  });

  it('grows by a range, and by no more than a campaign takes', () => {
    expect([...withMore(toggled(NOBODY, 7, 3), [8, 7, 9], 5).ids]).toEqual([7, 8, 9]);
    const many = allOf(
      Array.from({ length: MOST_SELECTED + 5 }, (_, i) => i + 1),
      'everyone',
    );
    expect([many.ids.size, many.whole, toggled(many, 1, 0).whole]).toEqual([MOST_SELECTED, 'everyone', null]);
    expect([withMore(many, [MOST_SELECTED + 9], 0).ids.size, toggled(many, MOST_SELECTED + 9, 0).ids.size]).toEqual([
      MOST_SELECTED,
      MOST_SELECTED,
    ]);
  });
});

describe('rangeOf', () => {
  it('takes both ends, whichever was first', () => {
    expect([rangeOf(3, 5), rangeOf(5, 3), rangeOf(4, 4)]).toEqual([
      { offset: 3, limit: 3 },
      { offset: 3, limit: 3 },
      { offset: 4, limit: 1 },
    ]);
  });
});
