import { describe, expect, it } from 'vitest';
import { daysShown } from './days-shown.ts';

const day = (date: string, calls = 5) => ({ date, calls, completed: calls, successful: 2, failed: calls - 2 });

describe('daysShown', () => {
  it('keeps the days between, empty', () => {
    const shown = daysShown([day('2026-11-16'), day('2026-11-26')]);
    expect(shown).toHaveLength(11);
    expect([shown[0], shown[1], shown.at(-1)]).toEqual([
      day('2026-11-16'),
      { date: '2026-11-17', calls: 0, completed: 0, successful: 0, failed: 0 },
      day('2026-11-26'),
    ]);
  });

  it('shows a week at least, from the first day on', () => {
    expect(daysShown([day('2026-11-29')]).map(({ date }) => date)).toEqual([
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
    ]);
  });

  it('shows the last 31 days of a long campaign', () => {
    const shown = daysShown([day('2026-01-01'), day('2026-11-30')]);
    expect([shown.length, shown[0]?.date, shown.at(-1)?.date]).toEqual([31, '2026-10-31', '2026-11-30']);
  });

  it('has none where nothing was called', () => expect(daysShown([])).toEqual([]));
});
