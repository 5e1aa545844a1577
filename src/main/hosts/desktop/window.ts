/** The one window. Closing it ends the program, and asks first where calls are up. */
import { join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme } from 'electron';
import { ORIGIN } from './security.ts';

const WIDTH = 1440;
const HEIGHT = 900;
const LEAST = { minWidth: 1180, minHeight: 720 };
/** The page's own ground, so that nothing flashes before it is drawn. */
const GROUND = { light: '#FFFFFF', dark: '#161417' };

export interface WindowOptions {
  /** Where the built program lies. */
  root: string;
  /** Calls that are up now. */
  callsUp: () => number;
}

/** Opens the window and shows the screens in it. */
export async function openWindow({ root, callsUp }: WindowOptions): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: WIDTH,
    height: HEIGHT,
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
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (!mayClose(window, callsUp())) event.preventDefault();
  });
  await window.loadURL(`${ORIGIN}/`);
  return window;
}

/** The question for whoever closes the window while calls are up; null where there is nothing to ask. */
export function closingQuestion(callsUp: number): { message: string; detail: string } | null {
  if (callsUp === 0) return null;
  const calls = callsUp === 1 ? '1 call is up' : `${callsUp} calls are up`;
  return {
    message: `${calls}. Quit Ringmaster?`,
    detail:
      'Calls that are up go on at the provider to their own end. No new call starts, and what came of these is asked when Ringmaster runs again.',
  };
}

function mayClose(window: BrowserWindow, callsUp: number): boolean {
  const question = closingQuestion(callsUp);
  if (!question) return true;
  const [stay, quit] = ['Keep running', 'Quit'];
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'question',
    buttons: [stay, quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    ...question,
  });
  return chosen === 1;
}
