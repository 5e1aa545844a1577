import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from './calendar.ts';
import { hourSteps, plannedByHour } from './planned-hours.ts';

const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 18, hour, minute);
const filled = (hours: number[]) => hours.flatMap((count, hour) => (count > 0 ? [[hour, count]] : []));

describe('hourSteps', () => {
  it('cuts an opening where the clock of the zone strikes', () => {
    expect(hourSteps(at(14, 32), at(17), 'UTC')).toEqual([
      { hour: 14, from: at(14, 32), until: at(15) },
      { hour: 15, from: at(15), until: at(16) },
      { hour: 16, from: at(16), until: at(17) },
    ]);
    expect(hourSteps(at(17), at(17), 'UTC')).toEqual([]);
  });

  it('strikes at the half hour of ours where a zone does', () => {
    expect(hourSteps(at(4, 10), at(5), 'Asia/Kolkata').map(({ hour, until }) => [hour, until])).toEqual([
      [9, at(4, 30)],
      [10, at(5)],
    ]);
  });
});

describe('plannedByHour', () => {
  const steps = hourSteps(at(9), at(12), 'UTC');

  it('makes what is due in its hour where slots suffice', () => {
    expect(filled(plannedByHour(steps, [10, 10, 7], MINUTE_MS))).toEqual([
      [9, 10],
      [10, 10],
      [11, 7],
    ]);
  });

  it('moves on what finds no slot, and leaves what does not fit into the opening', () => {
    expect(filled(plannedByHour(steps, [100, 0, 5], HOUR_MS / 40))).toEqual([
      [9, 40],
      [10, 40],
      [11, 25],
    ]);
    expect(filled(plannedByHour(steps, [500, 0, 0], HOUR_MS / 40))).toEqual([
      [9, 40],
      [10, 40],
      [11, 40],
    ]);
  });

  it('begins no call before a slot is free, and keeps no room that nobody needed', () => {
    // Every hour and a half: at 09:00 and at 10:30.
    expect(filled(plannedByHour(steps, [5, 0, 0], 1.5 * HOUR_MS))).toEqual([
      [9, 1],
      [10, 1],
    ]);
    expect(filled(plannedByHour(steps, [0, 0, 90], MINUTE_MS))).toEqual([[11, 60]]);
  });
});
