import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharesOf } from './shares.ts';

describe('sharesOf', () => {
  it('gives what is left over to those who are nearest to one more', () => {
    expect(sharesOf([1, 1, 1])).toEqual([34, 33, 33]);
    expect(sharesOf([55, 20, 8, 12, 4, 1])).toEqual([55, 20, 8, 12, 4, 1]);
    expect(sharesOf([0, 0])).toEqual([0, 0]);
  });

  it('adds up to 100, and is never a whole per cent off', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 8 }), (parts) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        const shares = sharesOf(parts);
        expect(shares.reduce((all, share) => all + share, 0)).toBe(sum === 0 ? 0 : 100);
        for (const [place, part] of parts.entries())
          if (sum > 0) expect(Math.abs((shares[place] ?? 0) - (part / sum) * 100)).toBeLessThan(1);
      }),
    );
  });
});
