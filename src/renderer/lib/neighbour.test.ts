import { describe, expect, it } from 'vitest';
import { neighbour } from './neighbour.ts';

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('neighbour', () => {
  it('is the row beside, and none beyond the ends or of a row that is gone', () => {
    expect(neighbour(rows, 'b', 1)).toEqual({ id: 'c' });
    expect(neighbour(rows, 'b', -1)).toEqual({ id: 'a' });
    expect([neighbour(rows, 'c', 1), neighbour(rows, 'a', -1), neighbour(rows, 'gone', 1)]).toEqual([null, null, null]);
  });
});
