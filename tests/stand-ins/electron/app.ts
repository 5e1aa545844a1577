/** `app`: the program's own life, as Electron leads it. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { line } from './test-line.ts';
import { takeLock } from './lock.ts';
import { isPrevented } from './prevented.ts';
import { openWindows } from './windows.ts';

type Used =
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'whenReady'
  | 'isReady'
  | 'enableSandbox'
  | 'requestSingleInstanceLock'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'isPackaged'
  | 'setBadgeCount'
  | 'getBadgeCount'
  | 'getLoginItemSettings'
  | 'setLoginItemSettings';

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly login = { openAtLogin: false };
  badge = 0;
  isSandboxed = false;
  private readonly paths = new Map<string, string>();
  private isQuitting = false;
  private readonly ready = new Promise<void>((resolve) => void setTimeout(resolve));
  private readyNow = false;

  constructor() {
    super();
    void this.ready.then(() => {
      this.readyNow = true;
    });
  }

  whenReady = () => this.ready;
  isReady = () => this.readyNow;
  getVersion = () => '0.0.0';
  getAppPath = () => process.cwd();
  getBadgeCount = () => this.badge;
  setPath = (name: string, path: string) => void this.paths.set(name, path);
  requestSingleInstanceLock = () =>
    takeLock(this.getPath('userData'), (argv, folder) => this.emit('second-instance', {}, argv, folder, null));
  relaunch = () => line.tell('relaunched');
  getLoginItemSettings = (): Electron.LoginItemSettings => ({
    ...this.login,

    wasOpenedAtLogin: false,
    status: 'not-registered',
    executableWillLaunchAtLogin: false,
    launchItems: [],
  });
  setLoginItemSettings = ({ openAtLogin }: Electron.Settings) => void (this.login.openAtLogin = openAtLogin ?? false);

  enableSandbox(): void {
    if (this.readyNow) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.isSandboxed = true;
  }

  getPath(name: string): string {
    const own = this.paths.get('userData') ?? process.cwd();
    return this.paths.get(name) ?? (name === 'userData' ? own : `${own}/${name}`);
  }

  setBadgeCount(count = 0): boolean {
    this.badge = count;
    return true;
  }

  /** Asks the program, then each window; whoever prevents it keeps everything running. */
  quit(): void {
    if (this.isQuitting || isPrevented(this, 'before-quit')) return;
    this.isQuitting = true;
    void this.closeAll();
  }

  exit(code = 0): void {
    for (const window of openWindows) window.destroy();
    this.emit('quit', {}, code);
    process.exit(code);
  }

  /** The last window is gone. */
  allClosed(): void {
    if (!this.isQuitting) this.emit('window-all-closed');
  }

  private async closeAll(): Promise<void> {
    for (const window of openWindows) {
      // oxlint-disable-next-line no-await-in-loop -- one question after the other
      if (await window.tryToClose()) continue;
      this.isQuitting = false;
      return;
    }
    if (isPrevented(this, 'will-quit')) this.isQuitting = false;
    else this.exit(0);
  }
}

export const app = new App() satisfies Pick<Electron.App, Used>;
