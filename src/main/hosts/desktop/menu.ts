/** Sets the menu of the program to what `menu-view.ts` says. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type MenuAct, type MenuEntry, type MenuState, menuView } from './menu-view.ts';

/** @returns what sets it anew; where it says the same nothing is touched. */
export function openMenu(act: (what: MenuAct) => void): (state: MenuState) => void {
  let shown = '';
  return (state) => {
    const said = JSON.stringify(state);
    if (said === shown) return;
    shown = said;
    const parts = menuView(state).map(({ label, entries }) => ({ label, submenu: entries.map((entry) => itemOf(entry, act)) }));
    Menu.setApplicationMenu(Menu.buildFromTemplate(parts));
  };
}

function itemOf(entry: MenuEntry, act: (what: MenuAct) => void): MenuItemConstructorOptions {
  switch (entry.kind) {
    case 'line':
      return { type: 'separator' };
    case 'role':
      return { role: entry.role };
    case 'act':
      return {
        label: entry.label,
        enabled: entry.isEnabled,
        click: () => act(entry.act),
        ...(entry.keys !== undefined && { accelerator: entry.keys }),
      };
  }
}
