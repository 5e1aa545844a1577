import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../../../shared/domain/calendar.ts';
import { plannedHours } from './planned-hours.ts';

const NINE = Date.UTC(2026, 10, 18, 9);
const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 10, 18, hour, minute));
const filled = (hours: number[] | null) => hours?.flatMap((count, hour) => (count > 0 ? [[hour, count]] : []));

describe('plannedHours', () => {
  it('lays calls that are spread over the hours in which they fall', () => {
    const plan = { calls: 90, firstAt: new Date(NINE), everyMs: 6 * MINUTE_MS, doneBy: at(18) };
    expect(filled(plannedHours(plan, { until: at(18) }, 'UTC'))).toEqual(Array.from({ length: 9 }, (_, i) => [9 + i, 10]));
  });

  it('begins and ends within an hour, and loses no call', () => {
    const plan = { calls: 7, firstAt: at(14, 32), everyMs: 30 * MINUTE_MS, doneBy: at(18) };
    expect(filled(plannedHours(plan, { until: at(18) }, 'UTC'))).toEqual([
      [14, 1],
      [15, 2],
      [16, 2],
      [17, 2],
    ]);
  });

  it('speaks in the hours of the campaign, also where they begin at a half hour of ours', () => {
    const plan = { calls: 4, firstAt: at(4, 30), everyMs: 15 * MINUTE_MS, doneBy: at(5, 30) };
    expect(filled(plannedHours(plan, { until: at(12) }, 'Asia/Kolkata'))).toEqual([[10, 4]]);
  });

  it('lays calls that go out as fast as allowed evenly until they are done', () => {
    const plan = { calls: 60, firstAt: new Date(NINE), everyMs: null, doneBy: new Date(NINE + 2 * HOUR_MS) };
    expect(filled(plannedHours(plan, { until: at(18) }, 'UTC'))).toEqual([
      [9, 30],
      [10, 30],
    ]);
  });

  it('tells nothing where they are not done before the opening ends', () => {
    const plan = { calls: 60, firstAt: new Date(NINE), everyMs: null };
    expect(plannedHours({ ...plan, doneBy: null }, { until: at(18) }, 'UTC')).toBeNull();
    expect(plannedHours({ ...plan, doneBy: at(19) }, { until: at(18) }, 'UTC')).toBeNull();
  });
});
