import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, DAY_MS, HOUR_MS, localDateOf, MINUTE_MS, weekdayOf } from './calendar.ts';
import {
  type CallingWindow,
  hasOpeningLeft,
  isCommonWindowOpen,
  isWindowOpen,
  lastOpening,
  nextCommonOpening,
  nextOpening,
  openingOn,
  windowProblem,
} from './calling-window.ts';

const NONE: ReadonlySet<string> = new Set();
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

const aWindow = (given: Partial<CallingWindow> = {}): CallingWindow => ({
  firstCallTime: '09:00',
  lastCallTime: '18:00',
  weekdays: EVERY_DAY,
  timeZone: 'Europe/Berlin',
  startOn: '2026-01-01',
  endOn: null,
  ...given,
});

const iso = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z');
const told = (opening: { from: number; until: number } | null) => opening && `${iso(opening.from)} ${iso(opening.until)}`;
const at = (instant: string) => Date.parse(instant);

describe('openingOn', () => {
  // Complaint 16: daylight saving moves the window. Each zone on the days around its changes of 2026.
  it.each([
    ['Europe/Berlin', '2026-03-28', '2026-03-28T08:00Z 2026-03-28T17:00Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-29T07:00Z 2026-03-29T16:00Z'],
    ['Europe/Berlin', '2026-10-24', '2026-10-24T07:00Z 2026-10-24T16:00Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T08:00Z 2026-10-25T17:00Z'],
    ['America/New_York', '2026-03-07', '2026-03-07T14:00Z 2026-03-07T23:00Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T13:00Z 2026-03-08T22:00Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T14:00Z 2026-11-01T23:00Z'],
    ['America/Phoenix', '2026-03-07', '2026-03-07T16:00Z 2026-03-08T01:00Z'],
    ['America/Phoenix', '2026-03-08', '2026-03-08T16:00Z 2026-03-09T01:00Z'],
    ['America/Phoenix', '2026-11-01', '2026-11-01T16:00Z 2026-11-02T01:00Z'],
    ['Australia/Lord_Howe', '2026-04-04', '2026-04-03T22:00Z 2026-04-04T07:00Z'],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T22:30Z 2026-04-05T07:30Z'],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T22:00Z 2026-10-04T07:00Z'],
    ['Asia/Kolkata', '2026-03-29', '2026-03-29T03:30Z 2026-03-29T12:30Z'],
    ['Africa/Casablanca', '2026-02-14', '2026-02-14T08:00Z 2026-02-14T17:00Z'],
    ['Africa/Casablanca', '2026-02-15', '2026-02-15T09:00Z 2026-02-15T18:00Z'],
    ['Africa/Casablanca', '2026-03-22', '2026-03-22T08:00Z 2026-03-22T17:00Z'],
    ['America/Sao_Paulo', '2026-11-01', '2026-11-01T12:00Z 2026-11-01T21:00Z'],
  ])('in %s on %s is by the clock on the wall', (timeZone, on, opening) => {
    expect(told(openingOn(aWindow({ timeZone }), on, NONE))).toBe(opening);
  });

  it('opens at the next existing minute where spring leaves the first call time out', () => {
    const window = aWindow({ firstCallTime: '02:30', lastCallTime: '05:00' });
    expect(told(openingOn(window, '2026-03-29', NONE))).toBe('2026-03-29T01:00Z 2026-03-29T03:00Z');
  });

  it('is none where spring leaves the whole window out', () => {
    expect(openingOn(aWindow({ firstCallTime: '02:00', lastCallTime: '03:00' }), '2026-03-29', NONE)).toBeNull();
    expect(openingOn(aWindow({ firstCallTime: '02:10', lastCallTime: '02:50' }), '2026-03-29', NONE)).toBeNull();
  });

  it('goes from first to first where autumn gives an hour twice', () => {
    const early = aWindow({ firstCallTime: '01:00', lastCallTime: '02:30' });
    const late = aWindow({ firstCallTime: '02:00', lastCallTime: '04:00' });
    expect(told(openingOn(early, '2026-10-25', NONE))).toBe('2026-10-24T23:00Z 2026-10-25T00:30Z');
    expect(told(openingOn(late, '2026-10-25', NONE))).toBe('2026-10-25T00:00Z 2026-10-25T03:00Z');
  });

  it('lasts the whole day, 23, 24 or 25 hours of it, from 00:00 to 24:00', () => {
    const window = aWindow({ firstCallTime: '00:00', lastCallTime: '24:00' });
    const hours = (on: string) => {
      const opening = openingOn(window, on, NONE);
      return opening && (opening.until - opening.from) / HOUR_MS;
    };
    expect([hours('2026-03-29'), hours('2026-06-01'), hours('2026-10-25')]).toEqual([23, 24, 25]);
  });

  it('is none on another weekday, a holiday, before the start and after the end', () => {
    const window = aWindow({ weekdays: [1, 2, 3, 4], startOn: '2026-11-17', endOn: '2026-11-25' });
    const week = Array.from({ length: 12 }, (_, i) => addDays('2026-11-15', i));
    const open = week.filter((on) => openingOn(window, on, new Set(['2026-11-19'])) !== null);
    expect(open).toEqual(['2026-11-17', '2026-11-18', '2026-11-23', '2026-11-24', '2026-11-25']);
  });
});

describe('nextOpening', () => {
  it('is the one that contains the instant, then the one of the next allowed day', () => {
    const window = aWindow({ weekdays: [1, 2, 3, 4, 5] });
    expect(nextOpening(window, at('2026-11-20T12:00Z'), NONE)?.on).toBe('2026-11-20');
    expect(nextOpening(window, at('2026-11-20T17:00Z'), NONE)?.on).toBe('2026-11-23');
    expect(nextOpening(window, at('2026-11-20T16:59:59.999Z'), NONE)?.on).toBe('2026-11-20');
  });

  // Complaint 17: an overdue retry goes out at night, or after the end date.
  it('waits for the morning at night, and comes no more after the end date', () => {
    const window = aWindow({ endOn: '2026-11-21' });
    expect(told(nextOpening(window, at('2026-11-20T23:30Z'), NONE))).toBe('2026-11-21T08:00Z 2026-11-21T17:00Z');
    expect(nextOpening(window, at('2026-11-21T17:00Z'), NONE)).toBeNull();
    expect(hasOpeningLeft(window, at('2026-11-21T16:59Z'), NONE)).toBe(true);
    expect(hasOpeningLeft(window, at('2026-11-21T17:00Z'), NONE)).toBe(false);
  });

  // Complaint 18: a broken time zone lets calls through.
  it.each([
    ['a zone that nobody knows', { timeZone: 'Europe/Atlantis' }],
    ['an empty zone', { timeZone: '' }],
    ['a time that is none', { firstCallTime: 'morning' }],
    ['a last call time past the day', { lastCallTime: '25:00' }],
    ['no weekday', { weekdays: [] }],
    ['the first call time after the last', { firstCallTime: '19:00' }],
    ['an end before the start', { endOn: '2025-12-31' }],
    ['an end that is no date', { endOn: 'next year' }],
    ['a start that is no date', { startOn: '' }],
  ])('is none with %s', (_, broken) => {
    const window = aWindow(broken);
    expect([nextOpening(window, at('2026-11-20T12:00Z'), NONE), isWindowOpen(window, at('2026-11-20T12:00Z'), NONE)]).toEqual([
      null,
      false,
    ]);
  });

  it('is none at an instant that is no number', () => {
    expect(nextOpening(aWindow(), Number.NaN, NONE)).toBeNull();
  });

  it('is none where holidays fill a year, and is found on day 366', () => {
    const days = (n: number) => new Set(Array.from({ length: n }, (_, i) => addDays('2026-11-20', i)));
    const now = at('2026-11-20T12:00Z');
    expect(nextOpening(aWindow(), now, days(366))?.on).toBe('2027-11-21');
    expect(nextOpening(aWindow(), now, days(367))).toBeNull();
  });

  it('waits for a start date, however far', () => {
    expect(nextOpening(aWindow({ startOn: '2029-05-01' }), at('2026-11-20T12:00Z'), NONE)?.on).toBe('2029-05-01');
  });
});

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'America/Phoenix',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
);
const time = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const times = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 2 })
  .map((both) => [...both].toSorted((a, b) => a - b));
const instant = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-06-30T00:00Z') });
const anyWindow = fc
  .record({
    times,
    timeZone: zone,
    weekdays: fc.subarray(EVERY_DAY, { minLength: 1 }),
    start: fc.integer({ min: 0, max: 400 }),
    length: fc.option(fc.integer({ min: 0, max: 60 })),
  })
  .map(({ times: both, timeZone, weekdays, start, length }): CallingWindow => {
    const startOn = addDays('2026-01-01', start);
    const [first = 0, last = 1440] = both;
    return {
      firstCallTime: time(first),
      lastCallTime: time(last),
      weekdays,
      timeZone,
      startOn,
      endOn: length === null ? null : addDays(startOn, length),
    };
  });
const someHolidays = fc
  .array(
    fc.integer({ min: 0, max: 540 }).map((n) => addDays('2026-01-01', n)),
    { maxLength: 40 },
  )
  .map((dates) => new Set(dates));

/** Whether the zone's clock stands as far from UTC at the end of the date as at its start, by another library. */
const isOrdinaryDay = (on: string, timeZone: string) => {
  const noon = Date.parse(`${on}T12:00Z`);
  return new TZDate(noon - 1.5 * DAY_MS, timeZone).getTimezoneOffset() === new TZDate(noon + 1.5 * DAY_MS, timeZone).getTimezoneOffset();
};

describe('any window', () => {
  it('opens only on its own dates and, on days without a change of the clock, only between its times', () => {
    fc.assert(
      fc.property(anyWindow, instant, someHolidays, fc.double({ min: 0, max: 1, noNaN: true }), (window, now, holidays, share) => {
        const opening = nextOpening(window, now, holidays);
        if (opening === null) return;
        const moment = Math.min(Math.floor(opening.from + share * (opening.until - opening.from)), opening.until - 1);
        const wall = new TZDate(moment, window.timeZone).toISOString();
        const [on, clock] = [wall.slice(0, 10), wall.slice(11, 16)];
        expect(on).toBe(opening.on);
        expect(holidays.has(on) || on < window.startOn || (window.endOn !== null && on > window.endOn)).toBe(false);
        expect(window.weekdays).toContain(weekdayOf(on));
        if (isOrdinaryDay(on, window.timeZone)) {
          expect(clock >= window.firstCallTime && clock < window.lastCallTime).toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('has the least opening that ends after the instant as its next', () => {
    fc.assert(
      fc.property(anyWindow, instant, someHolidays, (window, now, holidays) => {
        const today = localDateOf(now, window.timeZone);
        const first = today < window.startOn ? window.startOn : today;
        const all = Array.from({ length: 369 }, (_, i) => openingOn(window, addDays(first, i - 2), holidays));
        const least = all.find((opening) => opening !== null && opening.until > now) ?? null;
        expect(nextOpening(window, now, holidays)).toEqual(least);
        expect(isWindowOpen(window, now, holidays)).toBe(least !== null && least.from <= now);
      }),
      { numRuns: 200 },
    );
  });

  it('has openings that lie in order, one ending before the next begins', () => {
    fc.assert(
      fc.property(anyWindow, instant, someHolidays, (window, now, holidays) => {
        let reached = Number.NEGATIVE_INFINITY;
        let opening = nextOpening(window, now, holidays);
        for (let i = 0; i < 10 && opening !== null; i += 1) {
          expect(opening.from).toBeGreaterThanOrEqual(reached);
          expect(opening.until).toBeGreaterThan(opening.from);
          reached = opening.until;
          opening = nextOpening(window, reached, holidays);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('lastOpening', () => {
  it('is the last allowed day on or before the end date', () => {
    const window = aWindow({ weekdays: [1, 3], startOn: '2026-11-16', endOn: '2026-11-22' });
    expect(lastOpening(window, NONE)?.on).toBe('2026-11-18');
    expect(lastOpening(window, new Set(['2026-11-18']))?.on).toBe('2026-11-16');
    expect(lastOpening(window, new Set(['2026-11-16', '2026-11-18']))).toBeNull();
    expect(lastOpening(aWindow(), NONE)).toBeNull();
  });

  it('has nothing after it', () => {
    fc.assert(
      fc.property(anyWindow, someHolidays, (window, holidays) => {
        const last = lastOpening(window, holidays);
        const before = at('2025-12-01T00:00Z');
        if (window.endOn === null) expect(last).toBeNull();
        else if (last === null) expect(hasOpeningLeft(window, before, holidays)).toBe(false);
        else
          expect([hasOpeningLeft(window, last.until - 1, holidays), hasOpeningLeft(window, last.until, holidays)]).toEqual([true, false]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('nextCommonOpening', () => {
  const next = (contactZone: string, now: string, given: Partial<CallingWindow> = {}, holidays = NONE) =>
    told(nextCommonOpening(aWindow(given), contactZone, at(now), holidays));

  it('is what both clocks allow', () => {
    // Berlin 09:00–18:00 is 08:00–17:00 UTC in November, New York's 14:00–23:00.
    expect(next('America/New_York', '2026-11-20T09:00Z')).toBe('2026-11-20T14:00Z 2026-11-20T17:00Z');
    expect(next('America/New_York', '2026-11-20T17:00Z')).toBe('2026-11-21T14:00Z 2026-11-21T17:00Z');
  });

  it('has two parts on a day that reaches over the contact’s night', () => {
    const allDay = { firstCallTime: '08:00', lastCallTime: '24:00' };
    // Berlin's day is 07:00–23:00 UTC; Auckland (UTC+13) is open 19:00–11:00 UTC.
    expect(next('Pacific/Auckland', '2026-11-20T08:00Z', allDay)).toBe('2026-11-20T07:00Z 2026-11-20T11:00Z');
    expect(next('Pacific/Auckland', '2026-11-20T11:00Z', allDay)).toBe('2026-11-20T19:00Z 2026-11-20T23:00Z');
  });

  it('is none where the clocks never agree, and where the contact’s zone is unknown', () => {
    expect(next('America/Los_Angeles', '2026-11-20T12:00Z', { lastCallTime: '12:00' })).toBeNull();
    expect(next('Nowhere/Else', '2026-11-20T12:00Z')).toBeNull();
    expect(next('', '2026-11-20T12:00Z')).toBeNull();
  });

  it('holds the contact’s own weekday and holiday', () => {
    const fridays = { firstCallTime: '00:00', lastCallTime: '24:00', weekdays: [5] };
    // Friday in Berlin begins while it is Thursday in New York.
    expect(next('America/New_York', '2026-11-19T12:00Z', fridays)).toBe('2026-11-20T05:00Z 2026-11-20T23:00Z');
    const holiday = new Set(['2026-11-20']);
    expect(next('Pacific/Auckland', '2026-11-19T08:00Z', { firstCallTime: '00:00', lastCallTime: '24:00' }, holiday)).toBe(
      '2026-11-18T23:00Z 2026-11-19T11:00Z',
    );
    expect(next('Pacific/Auckland', '2026-11-19T12:00Z', { firstCallTime: '00:00', lastCallTime: '24:00' }, holiday)).toBe(
      '2026-11-20T23:00Z 2026-11-21T11:00Z',
    );
  });

  it('ends with the campaign’s end date, whatever the contact’s calendar shows', () => {
    const ending = { endOn: '2026-11-20', firstCallTime: '00:00', lastCallTime: '24:00' };
    expect(next('America/New_York', '2026-11-20T22:00Z', ending)).toBe('2026-11-20T05:00Z 2026-11-20T23:00Z');
    expect(next('America/New_York', '2026-11-20T23:00Z', ending)).toBeNull();
  });

  it('is, in any pair of zones, the first stretch that both windows allow', () => {
    fc.assert(
      fc.property(anyWindow, zone, instant, someHolidays, (window, contactZone, now, holidays) => {
        const common = nextCommonOpening(window, contactZone, now, holidays);
        const there = { ...window, timeZone: contactZone, startOn: '2020-01-01', endOn: null };
        const bothOpen = (moment: number) => isWindowOpen(window, moment, holidays) && isWindowOpen(there, moment, holidays);
        for (let i = 0; i < 40; i += 1) {
          const moment = now + i * 97 * MINUTE_MS;
          if (common !== null && moment >= common.until) break;
          expect(bothOpen(moment)).toBe(common !== null && moment >= common.from);
        }
        if (common !== null) {
          const { from, until } = common;
          const edges = [from, until - 1].map(bothOpen);
          expect([...edges, bothOpen(until), isCommonWindowOpen(window, contactZone, from, holidays)]).toEqual([
            true,
            true,
            bothOpenAfter(until),
            true,
          ]);
        }
        function bothOpenAfter(moment: number): boolean {
          const following = nextCommonOpening(window, contactZone, moment, holidays);
          return following !== null && following.from <= moment;
        }
      }),
      { numRuns: 250 },
    );
  });
});

describe('windowProblem', () => {
  it('names the first thing that keeps the window shut', () => {
    const code = (given: Partial<CallingWindow>) => windowProblem(aWindow(given))?.code ?? null;
    expect([
      code({}),
      code({ lastCallTime: '24:00' }),
      code({ weekdays: [] }),
      code({ weekdays: [0, 8] }),
      code({ firstCallTime: '18:00' }),
      code({ firstCallTime: '24:00', lastCallTime: '24:00' }),
      code({ timeZone: 'CET+1' }),
      code({ endOn: '2025-12-31' }),
      code({ endOn: '2026-01-01' }),
    ]).toEqual([
      null,
      null,
      'no_weekday',
      'no_weekday',
      'first_not_before_last',
      'first_not_before_last',
      'unknown_time_zone',
      'end_before_start',
      null,
    ]);
  });

  it('says it in a sentence', () => {
    expect(windowProblem(aWindow({ firstCallTime: '18:30' }))?.sentence).toBe(
      'The first call time 18:30 is not before the last call time 18:00.',
    );
  });
});
