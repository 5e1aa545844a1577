/** The one window: it comes back where it was, and closing it hides it where the program stays in the tray. */
import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { Kept } from './kept.ts';
import { placeOn, type ZoomStep, zoomed } from './place.ts';
import { ORIGIN } from './security.ts';

const LEAST = { minWidth: 1180, minHeight: 720 };
/** The page's own ground, so that nothing flashes before it is drawn. */
const GROUND = { light: '#FFFFFF', dark: '#161417' };
const KEEP_AFTER_MS = 500;

export interface WindowOptions {
  /** Where the built program lies. */
  root: string;
  kept: Kept;
  /** Waits in the tray. */
  isHidden: boolean;
  /** The end was decided by whom nobody can ask: what is typed and not saved is not asked about. */
  isOrdered: () => boolean;
  /** Somebody closes the window; false keeps it open, and whoever is asked does the rest. */
  mayClose: () => boolean;
  /** What is typed is not to be lost: nobody quits. */
  stays: () => void;
  /** Windows ends the session. */
  sessionEnds: () => void;
}

const UNSAVED = {
  message: 'Close without saving?',
  detail: 'What was typed in the settings of a campaign is not saved yet.',
  answers: ['Keep editing', 'Close without saving'],
};

/** Opens the window and shows the screens in it. @param made is told of the window before its page is loaded. */
export async function openWindow(options: WindowOptions, made: (window: BrowserWindow) => void): Promise<void> {
  const { root, kept, isHidden } = options;
  const [main, ...others] = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const place = placeOn(
    kept.now.place,
    [main, ...others].map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...place,
    ...LEAST,
    show: false,
    title: 'Ringmaster',
    backgroundColor: nativeTheme.shouldUseDarkColors ? GROUND.dark : GROUND.light,
    webPreferences: {
      preload: join(root, 'dist/preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (isHidden) return;
    if (kept.now.place?.isMaximised) window.maximize();
    window.show();
  });
  keepPlace(window, kept);
  listenToClosing(window, options);
  made(window);
  await window.loadURL(`${ORIGIN}/`);
}

/** Brings the window before the others, from wherever it is. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Makes what it shows larger or smaller, and keeps that. */
export function zoom(window: BrowserWindow, kept: Kept, step: ZoomStep): void {
  const factor = zoomed(window.webContents.getZoomFactor(), step);
  window.webContents.setZoomFactor(factor);
  kept.keep({ zoom: factor });
}

function keepPlace(window: BrowserWindow, kept: Kept): void {
  let timer: NodeJS.Timeout | null = null;
  const keep = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    kept.keep({ place: { ...window.getNormalBounds(), isMaximised: window.isMaximized() } });
  };
  const soon = () => {
    timer ??= setTimeout(keep, KEEP_AFTER_MS).unref();
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', keep);
  window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(kept.now.zoom));
}

function listenToClosing(window: BrowserWindow, { isOrdered, mayClose, stays, sessionEnds }: WindowOptions): void {
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault();
  });
  // A browser asks here by itself; Electron keeps the window without a word.
  window.webContents.on('will-prevent-unload', (event) => {
    if (isOrdered() || wantsToLeave(window)) event.preventDefault();
    else stays();
  });
  window.on('session-end', sessionEnds);
}

function wantsToLeave(window: BrowserWindow): boolean {
  const { message, detail, answers } = UNSAVED;
  const question = { type: 'question', buttons: answers, defaultId: 0, cancelId: 0, noLink: true, message, detail } as const;
  return dialog.showMessageBoxSync(window, { ...question, buttons: [...answers] }) === 1;
}
