import { describe, expect, it } from 'vitest';
import type { CallingWindow } from './calling-window.ts';
import { startRefusal } from './start-refusal.ts';

const window: CallingWindow = {
  firstCallTime: '09:00',
  lastCallTime: '18:00',
  weekdays: [1, 2, 3, 4, 5],
  timeZone: 'Europe/Berlin',
  startOn: '2026-11-20',
  endOn: null,
};
const friday = Date.parse('2026-11-20T12:00Z');

const refusal = (
  given: Partial<CallingWindow> = {},
  more: { contacts?: number; keepOpen?: boolean; now?: number; holidays?: string[] } = {},
) => {
  const { contacts = 3, keepOpen = false, now = friday, holidays = [] } = more;
  return startRefusal({ contacts, keepOpen, window: { ...window, ...given }, now, holidays: new Set(holidays) })?.code ?? null;
};

describe('startRefusal', () => {
  it('lets a campaign start that has people and an opening', () => {
    expect([refusal(), refusal({ lastCallTime: '24:00' }), refusal({}, { contacts: 0, keepOpen: true })]).toEqual([null, null, null]);
  });

  it('refuses one without people, unless it is kept open', () => {
    expect(refusal({}, { contacts: 0 })).toBe('no_contacts');
  });

  it('refuses a window that can never be open, by its own reason', () => {
    expect([
      refusal({ weekdays: [] }),
      refusal({ firstCallTime: '18:00' }),
      refusal({ timeZone: 'Europe/Atlantis' }),
      refusal({ endOn: '2026-11-19' }),
    ]).toEqual(['no_weekday', 'first_not_before_last', 'unknown_time_zone', 'end_before_start']);
  });

  it('refuses one with no opening left before the end', () => {
    expect([
      refusal({ endOn: '2026-11-20' }),
      refusal({ endOn: '2026-11-20' }, { now: Date.parse('2026-11-20T17:00Z') }),
      refusal({ endOn: '2026-11-22' }, { now: Date.parse('2026-11-20T17:00Z') }),
      refusal({ endOn: '2026-11-23' }, { now: Date.parse('2026-11-20T17:00Z') }),
      refusal({ endOn: '2026-11-23' }, { now: Date.parse('2026-11-20T17:00Z'), holidays: ['2026-11-23'] }),
    ]).toEqual([null, 'no_opening_left', 'no_opening_left', null, 'no_opening_left']);
  });

  it('says what to do', () => {
    const now = Date.parse('2026-11-21T12:00Z');
    const told = startRefusal({ contacts: 3, keepOpen: false, window: { ...window, endOn: '2026-11-21' }, now, holidays: new Set() });
    expect(told?.sentence).toBe('There is no opening left before the end date 2026-11-21. Choose a later end date or more weekdays.');
  });
});
