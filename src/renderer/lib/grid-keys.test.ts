import { describe, expect, it } from 'vitest';
import { rowFor } from './grid-keys.ts';

const list = { total: 1_000, fits: 20, firstSeen: 300, active: null as number | null };

describe('rowFor', () => {
  it('begins where one looks', () => {
    expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'x'].map((key) => rowFor(key, list))).toEqual([300, 300, 0, 999, null]);
  });

  it('moves by rows and by views, and not beyond the ends', () => {
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'].map((key) => rowFor(key, { ...list, active: 10 }))).toEqual([11, 9, 30, 0]);
    expect(['ArrowDown', 'PageDown'].map((key) => rowFor(key, { ...list, active: 999 }))).toEqual([999, 999]);
  });

  it('leads nowhere in an empty list', () => expect(rowFor('ArrowDown', { ...list, total: 0 })).toBeNull());
});
