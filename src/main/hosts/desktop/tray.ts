/** The icon in the tray, with what `tray-view.ts` says. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, Tray } from 'electron';
import type { Logger } from '../../ports/host.ts';
import { type TrayAct, type TrayItem, type TrayLook, type TrayState, trayView } from './tray-view.ts';

export interface TrayIcon {
  show(state: TrayState): void;
  remove(): void;
}

/** @returns null where this system can show no icon: then closing the window has to end the program. */
export function openTray(root: string, log: Logger, act: (name: TrayAct) => void): TrayIcon | null {
  try {
    if (hasNoPlaceForIt()) return null;
    const tray = new Tray(iconOf(root, 'plain'));
    let look: TrayLook = 'plain';
    tray.on('click', () => act('open'));
    let shown = '';
    return {
      show(state) {
        const view = trayView(state);
        const said = JSON.stringify(view);
        // A menu that is open closes where it is set anew.
        if (said === shown) return;
        if (view.look !== look) tray.setImage(iconOf(root, view.look));
        look = view.look;
        tray.setToolTip(view.tooltip);
        if (process.platform === 'darwin') tray.setTitle(view.title);
        tray.setContextMenu(Menu.buildFromTemplate(view.items.map((item) => entryOf(item, act))));
        // Only now: what could not be drawn is tried again with the next state.
        shown = said;
      },
      remove: () => tray.destroy(),
    };
  } catch (error) {
    log.warn({ err: error }, 'no icon in the tray');
    return null;
  }
}

function iconOf(root: string, look: TrayLook): NativeImage {
  const name = `tray${look === 'plain' ? '' : `-${look}`}${process.platform === 'darwin' ? 'Template' : ''}.png`;
  return nativeImage.createFromPath(join(root, 'build/icons', name));
}

function entryOf(item: TrayItem, act: (name: TrayAct) => void): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'line':
      return { type: 'separator' };
    case 'words':
      return { label: item.label, enabled: false };
    case 'act':
      return { id: item.act, label: item.label, enabled: item.isEnabled, click: () => act(item.act) };
  }
}

const ASK_MS = 1_000;

/**
 * Some Linux desktops show no icons, and Electron does not learn of it: whether anybody keeps a tray is asked of the session itself.
 * Only a plain no counts.
 */
function hasNoPlaceForIt(): boolean {
  if (process.platform !== 'linux') return false;
  const bus = ['--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'];
  const question = ['--method', 'org.freedesktop.DBus.NameHasOwner', 'org.kde.StatusNotifierWatcher'];
  try {
    const told = execFileSync('gdbus', ['call', ...bus, ...question], {
      timeout: ASK_MS,
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    });
    return told.trim() === '(false,)';
  } catch {
    return false;
  }
}
