import { describe, expect, it } from 'vitest';
import { DesktopChange, type DesktopSettings } from '../../../../shared/contract/desktop.ts';
import { noticesChange, noticesErrors, noticesOf } from './notices-values.ts';

const settings: DesktopSettings = {
  notifications: { completed: true, paused: true, connection: true, imported: true, callback: true },
  quietHours: { on: true, from: '20:00', to: '08:00' },
  openAtLogin: false,
  keepInTray: true,
  updateFeed: '',
};

describe('the form of notifications', () => {
  it('holds what is saved, and finds nothing wrong with it', () => {
    const values = noticesOf(settings);
    expect(values).toMatchObject({ completed: true, isQuiet: true, quietFrom: '20:00' });
    expect(noticesErrors(values)).toEqual({});
  });

  it('sends what was changed, as the contract takes it', () => {
    const change = noticesChange({ callback: false, isQuiet: false, quietTo: '07:30' });
    expect(change).toEqual({ notifications: { callback: false }, quietHours: { on: false, to: '07:30' } });
    expect(DesktopChange.safeParse(change).success).toBe(true);
  });

  it('asks for times while it is quiet, and sends none that are none', () => {
    const typed = { quietFrom: 'late', quietTo: '25:00' };
    expect(noticesErrors({ ...noticesOf(settings), ...typed })).toEqual({
      quietFrom: 'Write the time as HH:MM.',
      quietTo: 'Write the time as HH:MM.',
    });
    expect(noticesErrors({ ...noticesOf(settings), ...typed, isQuiet: false })).toEqual({});
    expect(noticesChange(typed).quietHours).toEqual({});
  });
});
