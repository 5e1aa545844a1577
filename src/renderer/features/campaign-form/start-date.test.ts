import { describe, expect, it } from 'vitest';
import { suggestedStart } from './start-date.ts';

const OFFICE = { firstCallTime: '09:00', lastCallTime: '18:00', weekdays: [1, 2, 3, 4, 5], timeZone: 'Europe/Berlin' };
/** Friday, 20 November 2026, by the clock of Berlin. */
const friday = (time: string) => Date.parse(`2026-11-20T${time}:00+01:00`);

describe('suggestedStart', () => {
  it.each([
    ['03:00', '2026-11-20'],
    ['09:00', '2026-11-20'],
    ['17:00', '2026-11-20'],
    ['17:01', '2026-11-23'],
    ['22:00', '2026-11-23'],
  ])('Friday %s → %s', (time, day) => expect(suggestedStart(OFFICE, friday(time))).toBe(day));

  it('is a day of the campaign’s zone, not of ours', () => {
    expect(suggestedStart({ ...OFFICE, timeZone: 'Pacific/Auckland' }, Date.parse('2026-11-18T20:00:00Z'))).toBe('2026-11-19');
  });

  it('takes a window that is shorter than an hour as long as all of it is left', () => {
    const short = { ...OFFICE, firstCallTime: '12:00', lastCallTime: '12:30' };
    expect(suggestedStart(short, friday('11:00'))).toBe('2026-11-20');
    expect(suggestedStart(short, friday('12:10'))).toBe('2026-11-23');
  });

  it('is today where no day is allowed or the zone is unknown, which the form says itself', () => {
    expect(suggestedStart({ ...OFFICE, weekdays: [] }, friday('10:00'))).toBe('2026-11-20');
    expect(suggestedStart({ ...OFFICE, timeZone: 'Mars/Olympus' }, friday('10:00'))).toBe('2026-11-20');
  });
});
