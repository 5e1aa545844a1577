import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from './calendar.ts';
import { countOf, dayInWords, placeOf, spanInWords, whenInWords } from './time-words.ts';

describe('whenInWords', () => {
  it('says the time today, the day after, and the date beyond, by the clock of the zone', () => {
    const now = Date.parse('2026-11-18T23:30Z');
    const words = (at: string, timeZone = 'UTC') => whenInWords(Date.parse(at), now, timeZone);
    expect([
      words('2026-11-18T23:45Z'),
      words('2026-11-19T09:00Z'),
      words('2026-11-20T09:00Z'),
      words('2027-01-04T09:00Z'),
      words('2026-11-19T09:00Z', 'Europe/Berlin'),
    ]).toEqual(['23:45', 'tomorrow at 09:00', 'Fri 20 Nov at 09:00', 'Mon 4 Jan 2027 at 09:00', '10:00']);
  });
});

describe('dayInWords', () => {
  it('names what is near and dates what is not', () => {
    expect(['2026-11-18', '2026-11-19', '2026-11-17', '2026-12-01'].map((on) => dayInWords(on, '2026-11-18'))).toEqual([
      'today',
      'tomorrow',
      'Tue 17 Nov',
      'Tue 1 Dec',
    ]);
  });
});

describe('spanInWords', () => {
  it('keeps the units that tell', () => {
    expect([0, 45_000, 59_999, 39 * MINUTE_MS, HOUR_MS, 13 * HOUR_MS + 28 * MINUTE_MS, -5].map(spanInWords)).toEqual([
      '0 s',
      '45 s',
      '59 s',
      '39 min',
      '1 h',
      '13 h 28 min',
      '0 s',
    ]);
  });
});

describe('placeOf', () => {
  it('is the last part of the zone, with spaces', () => {
    expect(['Europe/London', 'America/Argentina/Buenos_Aires', 'UTC'].map(placeOf)).toEqual(['London', 'Buenos Aires', 'UTC']);
  });
});

describe('countOf', () => {
  it('groups thousands and knows one from many', () => {
    expect([countOf(1, 'call'), countOf(0, 'call'), countOf(1_204_567, 'call'), countOf(2, 'person', 'people')]).toEqual([
      '1 call',
      '0 calls',
      '1,204,567 calls',
      '2 people',
    ]);
  });
});
