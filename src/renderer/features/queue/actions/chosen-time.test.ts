import { describe, expect, it } from 'vitest';
import { chosenAt, instantChosen, soon } from './chosen-time.ts';

describe('instantChosen', () => {
  it('is the time by the clock of the zone, and none where it is not whole', () => {
    expect(instantChosen({ date: '2026-07-01', time: '09:30' }, 'America/New_York')).toEqual(new Date('2026-07-01T13:30:00Z'));
    expect(['broken', ''].map((date) => instantChosen({ date, time: '09:30' }, 'UTC'))).toEqual([null, null]);
    expect(['9', '25:00', ''].map((time) => instantChosen({ date: '2026-07-01', time }, 'UTC'))).toEqual([null, null, null]);
  });

  it('comes back as it was typed', () => {
    const typed = { date: '2026-03-29', time: '14:05' };
    expect(chosenAt(Number(instantChosen(typed, 'Europe/Berlin')), 'Europe/Berlin')).toEqual(typed);
  });
});

describe('soon', () => {
  it('is the half hour after the next hour, over midnight too', () => {
    expect(soon(Date.parse('2026-07-01T10:01:00Z'), 'UTC')).toEqual({ date: '2026-07-01', time: '11:30' });
    expect(soon(Date.parse('2026-07-01T23:00:00Z'), 'UTC')).toEqual({ date: '2026-07-02', time: '00:00' });
  });
});
