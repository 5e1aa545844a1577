import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  DAY_MS,
  instantOf,
  isCalendarDate,
  isTimeOfDay,
  isTimeZone,
  localDateOf,
  localHourOf,
  localTimeOf,
  MINUTE_MS,
  weekdayOf,
} from './calendar.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Phoenix',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Havana',
  'America/Nuuk',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

const zone = fc.constantFrom(...ZONES);
/** Instants of 2015 to 2037, before and after what the zones' rules changed in between. */
const instant = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2037, 11, 31) });
const aDate = instant.map((at) => new Date(at).toISOString().slice(0, 10));
const aTime = fc
  .integer({ min: 0, max: 1440 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

/** The clock of the zone by another library: 'YYYY-MM-DD HH:MM'. */
function readClock(at: number, timeZone: string): string {
  return new TZDate(at, timeZone).toISOString().slice(0, 16).replace('T', ' ');
}

/** The first instant, minute by minute, at which the other library's clock reads the time or later. */
function firstReading(on: string, time: string, timeZone: string): number {
  const sought = time === '24:00' ? `${addDays(on, 1)} 00:00` : `${on} ${time}`;
  // Zones stand at most 14 hours off UTC and clocks change by an hour or less after 2012.
  let at = Date.parse(`${on}T${time === '24:00' ? '23:59' : time}:00Z`) + MINUTE_MS - 16 * 60 * MINUTE_MS;
  at -= at % MINUTE_MS;
  for (; readClock(at, timeZone) < sought; at += MINUTE_MS);
  return at;
}

describe('instantOf', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    ['America/New_York', '2026-03-08', '02:15', '2026-03-08T07:00:00Z'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
    ['America/Phoenix', '2026-03-08', '02:15', '2026-03-08T09:15:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:10', '2026-10-03T15:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z'],
    ['Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00Z'],
    ['Asia/Beirut', '2026-10-24', '24:00', '2026-10-24T22:00:00Z'],
    ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00:00Z'],
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00Z'],
    ['Asia/Kolkata', '2026-06-01', '09:00', '2026-06-01T03:30:00Z'],
  ])('in %s on %s at %s is %s', (timeZone, on, time, instantIso) => {
    expect(new Date(instantOf(on, time, timeZone)).toISOString()).toBe(instantIso.replace('Z', '.000Z'));
  });

  it('is the first instant that another library reads so, minute by minute, in any zone on any day', () => {
    fc.assert(
      fc.property(zone, aDate, aTime, (timeZone, on, time) => {
        expect(instantOf(on, time, timeZone)).toBe(firstReading(on, time, timeZone));
      }),
      { numRuns: 60 },
    );
  });

  it.each(ZONES)('holds on every day of 2026 on which the clock changes in %s', (timeZone) => {
    const days = Array.from({ length: 365 }, (_, i) => addDays('2026-01-01', i));
    const changing = days.filter((on) => {
      const at = Date.parse(`${on}T00:00Z`);
      return new TZDate(at, timeZone).getTimezoneOffset() !== new TZDate(at + DAY_MS, timeZone).getTimezoneOffset();
    });
    for (const on of changing) {
      for (const date of [addDays(on, -1), on, addDays(on, 1)]) {
        for (const time of ['00:00', '01:30', '02:00', '02:15', '03:00', '23:30', '24:00']) {
          expect([date, time, instantOf(date, time, timeZone)]).toEqual([date, time, firstReading(date, time, timeZone)]);
        }
      }
    }
  });

  it('has no answer for what is no date or no time', () => {
    expect([instantOf('2026-13-01', '09:00', 'UTC'), instantOf('2026-01-01', '9:00', 'UTC'), instantOf('', '', 'UTC')]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('refuses a zone that it does not know', () => {
    expect(() => instantOf('2026-01-01', '09:00', 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('the clock on the wall', () => {
  it('reads what another library reads, at any instant', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        const read = readClock(at, timeZone);
        expect(`${localDateOf(at, timeZone)} ${localTimeOf(at, timeZone)}`).toBe(read);
        expect(localHourOf(at, timeZone)).toBe(Number(read.slice(11, 13)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads right to the millisecond around a change', () => {
    const change = Date.parse('2026-10-25T01:00:00Z');
    expect([localTimeOf(change - 1, 'Europe/Berlin'), localTimeOf(change, 'Europe/Berlin')]).toEqual(['02:59', '02:00']);
  });
});

describe('isTimeZone', () => {
  it.each(['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'UTC'])('knows %s', (name) => expect(isTimeZone(name)).toBe(true));
  it.each(['', 'Mars/Olympus', 'Europe/Berlin ', '+02:00', 'undefined', 'Europe/'])('does not know "%s"', (name) =>
    expect(isTimeZone(name)).toBe(false),
  );
});

describe('dates', () => {
  it('counts days over months, leap days and changes of the clock', () => {
    expect([addDays('2028-02-28', 1), addDays('2026-12-31', 1), addDays('2026-03-01', -1), addDays('2026-03-28', 2)]).toEqual([
      '2028-02-29',
      '2027-01-01',
      '2026-02-28',
      '2026-03-30',
    ]);
  });

  it('counts Monday as 1 and Sunday as 7', () => {
    expect(['2026-11-16', '2026-11-20', '2026-11-22', '1969-12-31'].map(weekdayOf)).toEqual([1, 5, 7, 3]);
  });

  it('knows a date of the calendar and a time of day', () => {
    expect(['2026-02-28', '2026-02-29', '2028-02-29', '26-1-1', '2026-11-31'].map(isCalendarDate)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(['00:00', '23:59', '24:00', '24:01', '9:00', '12:60'].map(isTimeOfDay)).toEqual([true, true, true, false, false, false]);
  });
});
