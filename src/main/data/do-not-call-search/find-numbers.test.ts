import { describe, expect, it } from 'vitest';
import { findNumbers, FoundLately } from './find-numbers.ts';

/** A list of which every search finds so many; tells what was looked for. */
function list(matching: number) {
  const looks: [search: string, offset: number, limit: number][] = [];
  const find = (search: string, offset: number, limit: number) => {
    looks.push([search, offset, limit]);
    return Array.from({ length: Math.max(0, Math.min(limit, matching - offset)) }, (_, i) => `+${offset + i + 1}`);
  };
  return { looks, numbers: { find, count: (most: number) => Math.min(most, matching) } };
}

describe('what was found lately', () => {
  it('serves every page of a search that finds few, and of a longer one further than it is counted', () => {
    for (const matching of [150, 300, 5_000]) {
      const lately = new FoundLately(400);
      const { looks, numbers } = list(matching);
      for (let offset = 0; offset < 400; offset += 20) {
        const { phones, total } = findNumbers(numbers, { search: '1', offset, limit: 20, most: 200 }, lately);
        expect([phones[0], total]).toEqual([offset < matching ? `+${offset + 1}` : undefined, Math.min(200, matching)]);
      }
      expect(looks).toEqual([['1', 0, 400]]);
    }
  });

  it('tells that nothing lies behind the end of a search that finds few', () => {
    const lately = new FoundLately(400);
    const { looks, numbers } = list(150);
    for (const offset of [0, 600]) findNumbers(numbers, { search: '1', offset, limit: 20, most: 200 }, lately);
    expect(looks).toEqual([['1', 0, 400]]);
  });

  it('ends: what lies behind is looked for', () => {
    const lately = new FoundLately(400);
    const { looks, numbers } = list(5_000);
    const { phones, total } = findNumbers(numbers, { search: '1', offset: 390, limit: 20, most: 200 }, lately);
    expect([phones[0], phones.length, total]).toEqual(['+391', 20, 200]);
    expect(looks).toEqual([
      ['1', 0, 400],
      ['1', 390, 20],
    ]);
  });

  it('is forgotten after a change, and for the eighth other search', () => {
    const lately = new FoundLately(400);
    const { looks, numbers } = list(5_000);
    const ask = (search: string) => findNumbers(numbers, { search, offset: 0, limit: 20, most: 200 }, lately);
    ask('0');
    lately.forget();
    for (let search = 0; search < 8; search += 1) ask(String(search));
    ask('0');
    ask('8');
    ask('0');
    ask('1');
    expect(looks.map(([search]) => search)).toEqual(['0', '0', '1', '2', '3', '4', '5', '6', '7', '8', '1']);
  });

  it('is nothing of a list without a search', () => {
    const lately = new FoundLately(400);
    const { looks, numbers } = list(5_000);
    for (const offset of [0, 20]) findNumbers(numbers, { search: '', offset, limit: 20, most: 200 }, lately);
    expect(looks).toEqual([
      ['', 0, 20],
      ['', 20, 20],
    ]);
  });
});
