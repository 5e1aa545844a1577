/** Updates by electron-updater from a plain folder behind https. Loaded when an address is set, and not before. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppUpdater } from 'electron-updater';
import type { Logger } from '../../ports/host.ts';
import type { UpdateSource } from './updates.ts';

/** What electron-builder lays beside the program: where updates are cached and, where it was signed, by whom. */
const CONFIGURATION = 'app-update.yml';

/** @param folder where a configuration may be written, for a package that has none. */
export function updateSource(folder: string, log: Logger): UpdateSource {
  let made: Promise<AppUpdater> | null = null;
  const updater = () => {
    made ??= load(folder, log);
    return made;
  };
  let ready: AppUpdater | null = null;
  return {
    async check(feed) {
      if (!app.isPackaged) return null;
      ready = await updater();
      ready.setFeedURL({ provider: 'generic', url: feed });
      const found = await ready.checkForUpdates();
      return found?.isUpdateAvailable ? found.updateInfo.version : null;
    },
    async download() {
      await (await updater()).downloadUpdate();
    },
    install() {
      if (ready) ready.quitAndInstall(false, true);
      else app.quit();
    },
  };
}

async function load(folder: string, log: Logger): Promise<AppUpdater> {
  const { autoUpdater } = await import('electron-updater');
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.logger = {
    info: (message?: unknown) => log.info({}, `update: ${String(message)}`),
    warn: (message?: unknown) => log.warn({}, `update: ${String(message)}`),
    error: (message?: unknown) => log.error({}, `update: ${String(message)}`),
  };
  if (!existsSync(join(process.resourcesPath, CONFIGURATION))) {
    const own = join(folder, CONFIGURATION);
    writeFileSync(own, 'provider: generic\nurl: https://updates.invalid/\nupdaterCacheDirName: ringmaster-updater\n', { mode: 0o600 });
    autoUpdater.updateConfigPath = own;
  }
  return autoUpdater;
}
