import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aUser, anAdmin, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { DesktopChange, DesktopSettings } from '../../shared/contract/desktop.ts';
import type { Actor } from '../data/scope.ts';
import { changeDesktop, DEFAULT_DESKTOP, desktopProgram, readDesktop } from './desktop.ts';

let world: World;
let ada: Actor;
let admin: Actor;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world, { name: 'Ada' });
  admin = anAdmin(world, { name: 'Root' });
});
afterEach(() => world.close());

describe('the settings of the desktop program', () => {
  it('tell of everything, stay in the tray and look for no update until somebody says otherwise', () => {
    expect(readDesktop(world, ada)).toEqual(DEFAULT_DESKTOP);
    expect(DesktopSettings.safeParse(DEFAULT_DESKTOP).success).toBe(true);
    expect(DEFAULT_DESKTOP).toMatchObject({ keepInTray: true, openAtLogin: false, updateFeed: '' });
  });

  it('are each person’s own as to notices, and keep what a change leaves out', () => {
    changeDesktop(world, ada, { notifications: { callback: false } });
    changeDesktop(world, ada, { quietHours: { on: true } });
    const changed = readDesktop(world, ada);
    expect(changed.notifications).toEqual({ ...DEFAULT_DESKTOP.notifications, callback: false });
    expect(changed.quietHours).toEqual({ ...DEFAULT_DESKTOP.quietHours, on: true });
    expect(readDesktop(world, admin)).toEqual(DEFAULT_DESKTOP);
  });

  it('are an admin’s as to the program; a supervisor’s change does nothing at all', () => {
    const refused = () => changeDesktop(world, ada, { notifications: { paused: false }, openAtLogin: true });
    expect(refused).toThrow(expect.objectContaining({ code: 'admins_only' }));
    expect(readDesktop(world, ada)).toEqual(DEFAULT_DESKTOP);
    changeDesktop(world, admin, { openAtLogin: true });
    changeDesktop(world, admin, { keepInTray: false });
    expect(desktopProgram(world)).toEqual({ openAtLogin: true, keepInTray: false, updateFeed: '' });
  });

  it.each([
    ['', true],
    ['https://updates.example.com/ringmaster', true],
    ['http://updates.example.com/', false],
    ['https://user:word@updates.example.com/', false],
    ['file:///tmp/updates', false],
    ['updates.example.com', false],
  ])('take %s as the address of updates → %s', (updateFeed, taken) => {
    expect(DesktopChange.safeParse({ updateFeed }).success).toBe(taken);
  });
});
