import { describe, expect, it } from 'vitest';
import { spansShown } from './spans-shown.ts';

const day = (date: string, calls: number, successful: number) => ({
  date,
  calls,
  completed: calls,
  successful,
  failed: calls - successful,
});
const none = { calls: 0, completed: 0, successful: 0, failed: 0 };

describe('spansShown', () => {
  it('has every day of the period, the empty ones too', () => {
    expect(spansShown([day('2026-11-02', 5, 2)], { from: '2026-11-01', to: '2026-11-03' })).toEqual({
      unit: 'day',
      spans: [
        { from: '2026-11-01', to: '2026-11-01', ...none },
        { from: '2026-11-02', to: '2026-11-02', calls: 5, completed: 5, successful: 2, failed: 3 },
        { from: '2026-11-03', to: '2026-11-03', ...none },
      ],
    });
  });

  it('has weeks from Monday of a long one, cut at its ends, and loses no call', () => {
    // A Wednesday to a Friday.
    const { unit, spans } = spansShown([day('2026-09-02', 1, 1), day('2026-09-07', 2, 0), day('2026-09-13', 3, 3)], {
      from: '2026-09-02',
      to: '2026-10-30',
    });
    expect(unit).toBe('week');
    expect(spans.slice(0, 2)).toEqual([
      { from: '2026-09-02', to: '2026-09-06', calls: 1, completed: 1, successful: 1, failed: 0 },
      { from: '2026-09-07', to: '2026-09-13', calls: 5, completed: 5, successful: 3, failed: 2 },
    ]);
    expect([spans.length, spans.at(-1)?.from, spans.at(-1)?.to]).toEqual([9, '2026-10-26', '2026-10-30']);
  });

  it('goes over to weeks after 45 days', () => {
    expect(spansShown([], { from: '2026-09-01', to: '2026-10-15' }).unit).toBe('day');
    expect(spansShown([], { from: '2026-09-01', to: '2026-10-16' }).unit).toBe('week');
  });
});
