/** Starting with the session: by the system's own list on macOS and Windows, by an autostart entry on Linux. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { Logger } from '../../ports/host.ts';
import { autostartEntry, HIDDEN } from './autostart.ts';

/** Sets it as the settings say. A program that runs from its sources is not entered anywhere. */
export function setOpenAtLogin(openAtLogin: boolean, log: Logger): void {
  if (!app.isPackaged) return;
  try {
    if (process.platform === 'linux') setAutostart(openAtLogin);
    else app.setLoginItemSettings({ openAtLogin, args: [HIDDEN] });
  } catch (error) {
    log.warn({ err: error, openAtLogin }, 'starting with the session could not be set');
  }
}

/** At each start: an AppImage that an update replaced, or that somebody moved, is no longer where the entry says. */
export function keepOpenAtLogin(openAtLogin: boolean, log: Logger): void {
  if (openAtLogin && process.platform === 'linux') setOpenAtLogin(true, log);
}

function setAutostart(openAtLogin: boolean): void {
  const folder = join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart');
  const file = join(folder, 'ringmaster.desktop');
  if (!openAtLogin) return rmSync(file, { force: true });
  mkdirSync(folder, { recursive: true });
  // An AppImage runs from a place that is gone at the next start.
  writeFileSync(file, autostartEntry(process.env.APPIMAGE || process.execPath));
}
