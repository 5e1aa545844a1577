import { describe, expect, it } from 'vitest';
import { bestHours } from './best-hours.ts';

const cell = (weekday: number, hour: number, calls: number, successful: number) => ({
  weekday,
  hour,
  calls,
  completed: calls,
  successful,
  failed: calls - successful,
});

describe('bestHours', () => {
  it('finds hours in a row that stand out', () => {
    const cells = [cell(1, 10, 200, 40), cell(2, 9, 100, 20), cell(2, 10, 60, 24), cell(2, 11, 60, 25), cell(3, 10, 100, 20)];
    expect(bestHours(cells)).toEqual({ kind: 'best', group: { weekday: 2, hour: 10, lastHour: 11, calls: 120, successful: 49 } });
  });

  it('trusts many calls more than a few lucky ones, and none below twenty', () => {
    const cells = [cell(1, 10, 400, 80), cell(2, 9, 20, 12), cell(4, 15, 300, 180), cell(5, 9, 19, 19)];
    expect(bestHours(cells)).toMatchObject({ kind: 'best', group: { weekday: 4, hour: 15, lastHour: 15 } });
  });

  it('does not join over a gap, nor into the next day', () => {
    const cells = [cell(1, 23, 15, 15), cell(2, 0, 15, 15), cell(3, 9, 15, 15), cell(3, 11, 15, 15)];
    expect(bestHours(cells)).toEqual({ kind: 'few' });
  });

  it('says so where no hour stands out, or too few were called', () => {
    expect(bestHours([cell(1, 9, 100, 50), cell(2, 9, 100, 50)])).toEqual({ kind: 'even' });
    expect(bestHours([cell(1, 9, 30, 0)])).toEqual({ kind: 'even' });
    expect(bestHours([])).toEqual({ kind: 'few' });
  });
});
