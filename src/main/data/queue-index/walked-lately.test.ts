import { describe, expect, it } from 'vitest';
import type { QueueQuestion } from './messages.ts';
import { WalkedLately } from './walked-lately.ts';

const question = (priority: number): QueueQuestion => ({ userId: null, sortBy: 'id', sortDir: 'asc', contactId: priority });

/** So many match; tells how far each walk went. */
function line(matching: number) {
  const walked: number[] = [];
  const again = (most: number) => {
    walked.push(most);
    const ids = Array.from({ length: Math.min(most, matching) }, (_, i) => i + 1);
    return { ids, total: matching, behind: matching };
  };
  return { walked, again };
}

describe('what was walked lately', () => {
  it('serves the pages to come, and is walked further once they lie behind its end', () => {
    const lately = new WalkedLately();
    const { walked, again } = line(100_000);
    for (let page = 1; page <= 100; page += 1) {
      const { ids } = lately.first(question(1), page * 100, again);
      expect(ids[page * 100 - 1]).toBe(page * 100);
    }
    expect(walked).toEqual([2_000, 4_200, 8_600, 17_400]);
    expect(lately.placeOf(question(1), 9_000)).toBe(8_999);
    expect(lately.placeOf(question(2), 9_000)).toBe(-1);
  });

  it('is never walked again where it holds all that match', () => {
    const lately = new WalkedLately();
    const { walked, again } = line(30);
    for (const most of [10, 500, 40_000]) expect(lately.first(question(1), most, again).ids).toHaveLength(30);
    expect(walked).toHaveLength(1);
  });

  it('is forgotten after a change, for the eighth other question, and far behind', () => {
    const lately = new WalkedLately();
    const { walked, again } = line(100_000);
    lately.first(question(0), 10, again);
    lately.forget();
    for (let other = 0; other <= 8; other += 1) lately.first(question(other), 10, again);
    lately.first(question(0), 10, again);
    lately.first(question(0), 60_000, again);
    expect(walked).toEqual([...Array.from({ length: 11 }, () => 2_000), 60_000]);
  });
});
