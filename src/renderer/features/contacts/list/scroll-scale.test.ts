import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barAt, listAt, type ScrollPlace, scaleOf, scrolled, shownAt } from './scroll-scale.ts';

const VIEW = 800;
const ROW = 40;
const million = scaleOf(1_000_000 * ROW, VIEW);

describe('scaleOf', () => {
  it('leaves a list alone that a browser can lay out', () => {
    const scale = scaleOf(12_480 * ROW, VIEW);
    expect(scale.height).toBe(12_480 * ROW);
    expect([0, 1, 123_456, scale.most.bar].map((bar) => listAt(scale, bar))).toEqual([0, 1, 123_456, scale.most.list]);
  });

  it('caps the height of a million rows, and reaches both ends', () => {
    expect(million.height).toBeLessThan(16_000_000);
    expect([listAt(million, 0), listAt(million, million.most.bar)]).toEqual([0, 1_000_000 * ROW - VIEW]);
    expect(scaleOf(0, VIEW).most).toEqual({ bar: 0, list: 0 });
  });
});

describe('the bar and the list', () => {
  it('go back and forth to the same place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: million.most.list }), (list) => {
        expect(listAt(million, barAt(million, list))).toBeCloseTo(list, 3);
      }),
    );
  });

  it('only ever move the same way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: million.most.bar - 1 }), (bar) => {
        expect(listAt(million, bar + 1)).toBeGreaterThan(listAt(million, bar));
      }),
    );
  });
});

describe('scrolled', () => {
  it('moves by the pixel where one scrolls, wherever one is', () => {
    const middle: ScrollPlace = { list: 20_000_000, bar: barAt(million, 20_000_000) };
    expect(scrolled(million, middle, middle.bar + 120)).toEqual({ list: 20_000_120, bar: middle.bar + 120 });
  });

  it('jumps with the bar where it is dragged, and at both ends', () => {
    expect(scrolled(million, { list: 0, bar: 0 }, 6_000_000).list).toBe(listAt(million, 6_000_000));
    expect(scrolled(million, { list: 900, bar: 300 }, 0).list).toBe(0);
    expect(scrolled(million, { list: million.most.list - 900, bar: million.most.bar - 5 }, million.most.bar).list).toBe(million.most.list);
  });
});

describe('shownAt', () => {
  const row = (index: number) => ({ top: index * ROW, height: ROW });

  it('does not move where the row is seen', () => {
    const place = { list: 4_000, bar: 4_000 };
    expect(shownAt(million, place, row(105), VIEW)).toBe(place);
  });

  it('moves by as much as is missing, above and below', () => {
    expect(shownAt(million, { list: 4_000, bar: 4_000 }, row(99), VIEW)).toEqual({ list: 3_960, bar: 3_960 });
    expect(shownAt(million, { list: 4_000, bar: 4_000 }, row(120), VIEW)).toEqual({ list: 4_040, bar: 4_040 });
  });

  it('goes to the last row of a million and back to the first', () => {
    const end = shownAt(million, { list: 0, bar: 0 }, row(999_999), VIEW);
    expect(end).toEqual({ list: million.most.list, bar: million.most.bar });
    expect(shownAt(million, end, row(0), VIEW)).toEqual({ list: 0, bar: 0 });
  });
});
