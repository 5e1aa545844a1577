import { describe, expect, it } from 'vitest';
import { placeAfter } from './place-after.ts';

describe('placeAfter', () => {
  const rows = { count: 12, perRow: 4 };
  it.each([
    ['ArrowRight', 5, 6],
    ['ArrowRight', 7, null],
    ['ArrowLeft', 5, 4],
    ['ArrowLeft', 4, null],
    ['ArrowDown', 5, 9],
    ['ArrowDown', 9, null],
    ['ArrowUp', 5, 1],
    ['ArrowUp', 1, null],
    ['Home', 6, 4],
    ['End', 6, 7],
    ['End', 7, null],
    ['Enter', 5, null],
  ])('%s from %i leads to %s', (key, at, to) => expect(placeAfter(key, at, rows)).toBe(to));

  it('ends where a last row is shorter', () => {
    expect(placeAfter('End', 8, { count: 10, perRow: 4 })).toBe(9);
    expect(placeAfter('ArrowDown', 7, { count: 10, perRow: 4 })).toBeNull();
  });
});
