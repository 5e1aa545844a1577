/**
 * The part of Electron that the desktop program uses, without Electron: its window is a real page of Chromium that the test holds,
 * everything else is kept to be looked at and acted on (`orders.ts`). How it differs stands in docs/decisions/0018.
 */
import './orders.ts';

export { app } from './app.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc.ts';
export { protocol, session } from './pages.ts';
export { Menu, Notification, Tray } from './showing.ts';
export {
  autoUpdater,
  crashReporter,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  screen,
  shell,
} from './system.ts';
export { BrowserWindow } from './window.ts';
