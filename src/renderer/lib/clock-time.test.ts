import { describe, expect, it } from 'vitest';
import { clockMinutes, HALF_HOURS, readClockTime } from './clock-time.ts';

describe('readClockTime', () => {
  it.each([
    ['9', '09:00'],
    ['0', '00:00'],
    ['9:15', '09:15'],
    ['9.30', '09:30'],
    ['930', '09:30'],
    ['1745', '17:45'],
    ['5 pm', '17:00'],
    ['12:30am', '00:30'],
    ['12 p.m.', '12:00'],
    ['24', '24:00'],
    ['09:00', '09:00'],
  ])('reads %s as %s', (typed, time) => expect(readClockTime(typed)).toBe(time));

  it.each(['', 'nine', '25', '24:30', '9:75', '99:99'])('leaves %j as it was typed', (typed) => expect(readClockTime(typed)).toBe(typed));
});

describe('clockMinutes', () => {
  it('knows the first and the last minute of a day, and nothing beyond', () => {
    expect(['00:00', '23:59', '24:00', '24:01', '9:00'].map(clockMinutes)).toEqual([0, 1_439, 1_440, null, null]);
  });
});

describe('HALF_HOURS', () => {
  it('goes from midnight to midnight', () => {
    expect([HALF_HOURS[0], HALF_HOURS[1], HALF_HOURS.at(-1), HALF_HOURS.length]).toEqual(['00:00', '00:30', '24:00', 49]);
  });
});
