import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstOf } from './first-of.ts';

describe('FirstOf', () => {
  it('has of any numbers in any order those that a sort has first, equal ones by their ids', () => {
    const keys = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Number.POSITIVE_INFINITY)), { maxLength: 40 });
    const grown = fc.constantFrom('as they are', 'falling', 'rising');
    fc.assert(
      fc.property(keys, grown, fc.integer({ min: 1, max: 700 }), (few, way, most) => {
        // Many times over, so that what is kept is cut several times.
        const many = Array.from({ length: 60 }, (_, k) =>
          few.map((key) => (way === 'as they are' ? key : way === 'rising' ? key + k : key - k)),
        );
        const offered = many.flat().map((key, i) => ({ key, id: ((i * 7919) % 5003) + 1 }));
        const first = new FirstOf(most);
        for (const { key, id } of offered) first.offer(key, id);
        const sorted = offered.toSorted((a, b) => (a.key === b.key ? a.id - b.id : a.key < b.key ? -1 : 1));
        expect(first.inOrder()).toEqual(sorted.slice(0, most).map(({ id }) => id));
      }),
      { numRuns: 200 },
    );
  });
});
