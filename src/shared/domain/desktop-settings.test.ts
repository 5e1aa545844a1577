import { describe, expect, it } from 'vitest';
import { isQuiet } from './desktop-settings.ts';

const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('isQuiet', () => {
  it.each([
    ['09:00', '17:00', '08:59', false],
    ['09:00', '17:00', '09:00', true],
    ['09:00', '17:00', '16:59', true],
    ['09:00', '17:00', '17:00', false],
    ['22:00', '07:00', '23:30', true],
    ['22:00', '07:00', '00:00', true],
    ['22:00', '07:00', '07:00', false],
    ['22:00', '07:00', '12:00', false],
    ['18:00', '24:00', '23:59', true],
    ['18:00', '24:00', '00:00', false],
    ['08:00', '08:00', '03:00', true],
  ])('from %s to %s at %s → %s', (from, to, time, quiet) => {
    expect(isQuiet({ on: true, from, to }, at(time))).toBe(quiet);
    expect(isQuiet({ on: false, from, to }, at(time))).toBe(false);
  });
});
