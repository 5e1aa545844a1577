import { describe, expect, it } from 'vitest';
import { DesktopCommand } from '../../../shared/desktop-command.ts';
import { type MenuState, menuView } from './menu-view.ts';

const signedIn: MenuState = { isMac: false, isSource: false, own: { mayPause: true, mayResume: false }, hasGuide: true };
const acts = (state: Partial<MenuState> = {}) =>
  menuView({ ...signedIn, ...state }).flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === 'act' ? [entry] : [])));
const enabled = (state: Partial<MenuState>) =>
  acts(state)
    .filter(({ isEnabled }) => isEnabled)
    .map(({ label }) => label);

describe('menuView', () => {
  it('has a way to every screen, by keys that are taken once', () => {
    const keys = acts().flatMap((entry) => entry.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    const addresses = acts().flatMap(({ act }) => (act.kind === 'page' && act.command.kind === 'go' ? [act.command.address] : []));
    expect(addresses).toEqual(
      expect.arrayContaining(['/campaigns/active', '/live', '/queue', '/contacts', '/analytics', '/settings', '/campaigns/new']),
    );
  });

  it('asks of the page only what the page takes', () => {
    const commands = acts().flatMap(({ act }) => (act.kind === 'page' ? [act.command] : []));
    expect(commands.map((command) => DesktopCommand.safeParse(command).data)).toEqual(commands);
  });

  it('offers no screen and no pause while nobody is signed in', () => {
    const left = [
      'Quit Ringmaster',
      'Zoom in',
      'Zoom out',
      'Actual size',
      'User guide',
      'Reference of the REST interface',
      'Save diagnostics…',
    ];
    expect(enabled({ own: null })).toEqual(left);
  });

  it('offers to pause and to resume what can be', () => {
    const offered = (own: MenuState['own']) => enabled({ own }).filter((label) => /all/i.test(label) && !/Actual/.test(label));
    expect(offered({ mayPause: true, mayResume: false })).toEqual(['Pause all…']);
    expect(offered({ mayPause: false, mayResume: true })).toEqual(['Resume all']);
  });

  it('has the program’s own menu on macOS alone, and tools for its makers in the sources alone', () => {
    expect(menuView({ ...signedIn, isMac: true })[0]?.label).toBe('Ringmaster');
    expect(menuView(signedIn)[0]?.label).toBe('File');
    const has = (state: MenuState) =>
      menuView(state).some(({ entries }) => entries.some((entry) => entry.kind === 'role' && entry.role === 'toggleDevTools'));
    expect([has(signedIn), has({ ...signedIn, isSource: true })]).toEqual([false, true]);
  });
});
