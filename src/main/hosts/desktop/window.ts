/** The one window. Closing it ends the program, and asks first where calls are up or something typed is not saved. */
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
  /** Whether the end was ordered from outside: then nobody is asked. */
  isOrdered: () => boolean;
}

/** What somebody is asked before the window closes: the first answer keeps it open. */
interface Question {
  message: string;
  detail: string;
  answers: readonly [stay: string, close: string];
}

const UNSAVED: Question = {
  message: 'Close without saving?',
  detail: 'What was typed in the settings of a campaign is not saved yet.',
  answers: ['Keep editing', 'Close without saving'],
};

/** Opens the window and shows the screens in it. */
export async function openWindow({ root, callsUp, isOrdered }: WindowOptions): Promise<BrowserWindow> {
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
  const mayClose = (question: Question | null) => question === null || isOrdered() || wantsToClose(window, question);
  window.on('close', (event) => {
    if (!mayClose(closingQuestion(callsUp()))) event.preventDefault();
  });
  // A browser asks here by itself; Electron keeps the window without a word.
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayClose(UNSAVED)) event.preventDefault();
  });
  await window.loadURL(`${ORIGIN}/`);
  return window;
}

/** The question for whoever closes the window while calls are up; null where there is nothing to ask. */
export function closingQuestion(callsUp: number): Question | null {
  if (callsUp === 0) return null;
  const calls = callsUp === 1 ? '1 call is up' : `${callsUp} calls are up`;
  return {
    message: `${calls}. Quit Ringmaster?`,
    detail:
      'Calls that are up go on at the provider to their own end. No new call starts, and what came of these is asked when Ringmaster runs again.',
    answers: ['Keep running', 'Quit'],
  };
}

function wantsToClose(window: BrowserWindow, { message, detail, answers }: Question): boolean {
  const chosen = dialog.showMessageBoxSync(window, {
    type: 'question',
    buttons: [...answers],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    message,
    detail,
  });
  return chosen === 1;
}
