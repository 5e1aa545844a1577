import { describe, expect, it } from 'vitest';
import { steadied } from './steady-rows.ts';

const rows = (...ids: number[]) => ids.map((id) => ({ id, text: `old ${id}` }));

describe('steadied', () => {
  it('keeps every row in its place, as it is now; who left stays as they were, who came stands at the end', () => {
    const fresh = [
      { id: 3, text: 'new 3' },
      { id: 9, text: 'new 9' },
      { id: 1, text: 'new 1' },
    ];
    expect(steadied(rows(1, 2, 3), fresh).map(({ row, isGone }) => [row.text, isGone])).toEqual([
      ['new 1', false],
      ['old 2', true],
      ['new 3', false],
      ['new 9', false],
    ]);
  });
});
