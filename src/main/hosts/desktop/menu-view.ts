/** The menu of the program, as one function of state: what it says, by which keys, and what it does. */
import type { DesktopCommand } from '../../../shared/desktop-command.ts';
import type { ZoomStep } from './place.ts';

export type MenuAct =
  | { kind: 'page'; command: DesktopCommand }
  | { kind: 'zoom'; step: ZoomStep }
  | { kind: 'import' | 'guide' | 'reference' | 'save-diagnostics' | 'quit' };

type Role =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'togglefullscreen'
  | 'minimize'
  | 'close'
  | 'zoom'
  | 'front'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'services'
  | 'toggleDevTools';

export type MenuEntry =
  | { kind: 'act'; label: string; keys?: string; isEnabled: boolean; act: MenuAct }
  | { kind: 'role'; role: Role }
  | { kind: 'line' };

export interface MenuPart {
  label: string;
  entries: MenuEntry[];
}

export interface MenuState {
  isMac: boolean;
  /** Started from its sources: with tools for whoever works on it. */
  isSource: boolean;
  /** Null while nobody is signed in: then no screen can be gone to. */
  own: { mayPause: boolean; mayResume: boolean } | null;
  hasGuide: boolean;
}

const SCREENS = [
  ['Campaigns', '/campaigns/active', 'CmdOrCtrl+1'],
  ['Live', '/live', 'CmdOrCtrl+2'],
  ['Queue', '/queue', 'CmdOrCtrl+3'],
  ['Contacts', '/contacts', 'CmdOrCtrl+4'],
  ['Analytics', '/analytics', 'CmdOrCtrl+5'],
] as const;

const line: MenuEntry = { kind: 'line' };
const roles = (...names: Role[]): MenuEntry[] => names.map((role) => ({ kind: 'role', role }));

export function menuView({ isMac, isSource, own, hasGuide }: MenuState): MenuPart[] {
  const isHere = own !== null;
  const act = (label: string, does: MenuAct, keys?: string, isEnabled = true): MenuEntry => ({
    kind: 'act',
    label,
    ...(keys !== undefined && { keys }),
    isEnabled,
    act: does,
  });
  const go = (label: string, address: string, keys?: string) =>
    act(label, { kind: 'page', command: { kind: 'go', address } }, keys, isHere);
  const settings = go('Settings', '/settings', 'CmdOrCtrl+,');
  const quit = act('Quit Ringmaster', { kind: 'quit' }, 'CmdOrCtrl+Q');
  const about = go('About Ringmaster', '/settings/about');
  return [
    ...(isMac
      ? [{ label: 'Ringmaster', entries: [about, line, settings, line, ...roles('services', 'hide', 'hideOthers', 'unhide'), line, quit] }]
      : []),
    {
      label: 'File',
      entries: [
        go('New campaign', '/campaigns/new', 'CmdOrCtrl+N'),
        act('Import CSV…', { kind: 'import' }, 'CmdOrCtrl+O', isHere),
        line,
        ...(isMac ? roles('close') : [settings, line, quit]),
      ],
    },
    { label: 'Edit', entries: [...roles('undo', 'redo'), line, ...roles('cut', 'copy', 'paste', 'selectAll')] },
    {
      label: 'Campaigns',
      entries: [
        act('Pause all…', { kind: 'page', command: { kind: 'pause-all' } }, 'CmdOrCtrl+Shift+P', own?.mayPause ?? false),
        act('Resume all', { kind: 'page', command: { kind: 'resume-all' } }, 'CmdOrCtrl+Shift+R', own?.mayResume ?? false),
      ],
    },
    {
      label: 'View',
      entries: [
        ...SCREENS.map(([label, address, keys]) => go(label, address, keys)),
        line,
        act('Zoom in', { kind: 'zoom', step: 'in' }, 'CmdOrCtrl+Plus'),
        act('Zoom out', { kind: 'zoom', step: 'out' }, 'CmdOrCtrl+-'),
        act('Actual size', { kind: 'zoom', step: 'reset' }, 'CmdOrCtrl+0'),
        line,
        ...roles('togglefullscreen'),
        ...(isSource ? roles('toggleDevTools') : []),
      ],
    },
    { label: 'Window', entries: isMac ? roles('minimize', 'zoom', 'front') : roles('minimize', 'close') },
    {
      label: 'Help',
      entries: [
        ...(hasGuide ? [act('User guide', { kind: 'guide' }, 'F1')] : []),
        act('Reference of the REST interface', { kind: 'reference' }),
        line,
        go('Diagnostics', '/settings/about'),
        act('Save diagnostics…', { kind: 'save-diagnostics' }),
        ...(isMac ? [] : [line, about]),
      ],
    },
  ];
}
