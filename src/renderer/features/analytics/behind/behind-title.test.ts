import { describe, expect, it } from 'vitest';
import { behindTitle } from './behind-title.ts';

describe('behindTitle', () => {
  it.each([
    [{}, 'All calls'],
    [{ span: { from: '2026-11-20', to: '2026-11-20' } }, 'All calls'],
    [{ outcome: 'busy' }, 'Calls to a busy line'],
    [{ hour: 9 }, '09:00–10:00'],
    [{ weekday: 2, hour: 10 }, 'Tuesdays, 10:00–11:00'],
    [{ weekday: 2, hour: 10, lastHour: 11 }, 'Tuesdays, 10:00–12:00'],
    [{ outcome: 'completed', weekday: 7, hour: 23 }, 'Calls in which a person spoke, Sundays, 23:00–24:00'],
  ] as const)('%j is %s', (behind, title) => expect(behindTitle(behind)).toBe(title));
});
