/** What a test may see of the program and do to it, as a person or the system would. */
import { basename } from 'node:path';
import type Electron from 'electron';
import { app } from './app.ts';
import { asked, files, standing } from './dialog.ts';
import { given, line } from './test-line.ts';
import { isPrevented } from './prevented.ts';
import { Menu, type MenuOf, Notification, Tray } from './showing.ts';
import { awake, network, opened, powerMonitor } from './system.ts';
import type { BrowserWindow } from './window.ts';
import { openWindows } from './windows.ts';

/** A menu as words: what can be clicked, what cannot, and lines. */
const wordsOf = (menu: MenuOf | null) =>
  (menu?.items ?? []).map(({ type, label = '', enabled = true, role, accelerator }) => ({
    label: type === 'separator' ? '-' : ((label || role) ?? ''),
    isEnabled: enabled,
    keys: typeof accelerator === 'string' ? accelerator : null,
  }));

function click(items: readonly Electron.MenuItemConstructorOptions[], label: string): void {
  const item = items.find((one) => one.label === label);
  if (!item) throw new Error(`no “${label}” in the menu`);
  if (item.enabled === false) throw new Error(`“${label}” is grey`);
  (item.click as undefined | (() => void))?.();
}

const submenu = (label: string) => {
  const part = Menu.getApplicationMenu()?.items.find((one) => one.label === label);
  if (!Array.isArray(part?.submenu)) throw new Error(`no menu “${label}”`);
  return part.submenu;
};

const window = () => {
  const [one] = openWindows as unknown as Set<BrowserWindow>;
  return one ?? null;
};

export const ORDERS = {
  tray: () => Tray.shown && { tooltip: Tray.shown.tooltip, icon: basename(Tray.shown.image), items: wordsOf(Tray.shown.menu) },
  clickTray: () => Tray.shown?.emit('click'),
  chooseInTray: (label: string) => click(Tray.shown?.menu?.items ?? [], label),
  menu: (part: string) => wordsOf({ items: submenu(part) }),
  chooseInMenu: (part: string, label: string) => click(submenu(part), label),
  notifications: () => Notification.shown.map(({ title, body }) => ({ title, body })),
  clickNotification: (title: string) => {
    const one = Notification.shown.findLast((shown) => shown.title === title);
    if (!one) throw new Error(`no notification “${title}”`);
    one.emit('click', {});
  },
  window() {
    const one = window();
    return (
      one && {
        isVisible: one.isVisible(),
        isMinimised: one.isMinimized(),
        isMaximised: one.isMaximized(),
        bounds: one.getNormalBounds(),
        progress: one.progress,
        zoom: one.webContents.getZoomFactor(),
      }
    );
  },
  badge: () => app.badge,
  /** What is entered in the system's own list of what starts with the session; Linux has none. */
  login: () => app.login,
  closeWindow: () => window()?.close(),
  minimise: () => window()?.minimize(),
  maximise: () => window()?.maximize(),
  moveWindow: (bounds: Electron.Rectangle) => window()?.setBounds(bounds),
  /** The process behind the page ends, as Electron tells it. */
  pageDies: (reason: Electron.RenderProcessGoneDetails['reason']) => window()?.die(reason),
  pageHangs: () => window()?.emit('unresponsive'),
  /** A mistake in the program itself that nothing catches. */
  makeMistake: (message: string) =>
    void setImmediate(() => {
      throw new Error(message);
    }),
  /** Questions that were asked, and those that wait. */
  asked: () => asked.map(({ message, buttons }) => ({ message, buttons })),
  standing: () => standing.map(({ question: { message, buttons } }) => ({ message, buttons })),
  answer(label: string, isTicked = false) {
    const one = standing.find(({ question }) => question.buttons?.includes(label));
    if (!one) throw new Error(`no question stands that “${label}” answers`);
    one.answer(one.question.buttons?.indexOf(label) ?? 0, isTicked);
  },
  /** Answers a question that comes later and cannot wait. */
  answerLater: (label: string) => void given.answers.push(label),
  chooseFiles: (open: string[], save: string | null) => void Object.assign(files, { open, save }),
  power: (event: string) => isPrevented(powerMonitor, event),
  network: (isOnline: boolean) => void (network.isOnline = isOnline),
  isKeptAwake: () => awake.size > 0,
  openedOutside: () => opened,
  openFile: (path: string) => isPrevented(app, 'open-file', {}, path),
  activate: () => void app.emit('activate', {}, false),
  quit: () => app.quit(),
} as const;

export type Orders = typeof ORDERS;

line.offer(Object.fromEntries(Object.entries(ORDERS).map(([name, order]) => [`order.${name}`, order])));
