/** `app`: the program's own life, as Electron leads it. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { given, line } from './test-line.ts';
import { dropLock, takeLock } from './lock.ts';
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
  | 'releaseSingleInstanceLock'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'getVersion'
  | 'getName'
  | 'isPackaged'
  | 'setBadgeCount'
  | 'getBadgeCount'
  | 'getLoginItemSettings'
  | 'setLoginItemSettings';

if (given.isPackaged) {
  // What a package keeps beside the program lies in no folder of the sources.
  Object.defineProperty(process, 'resourcesPath', { value: process.cwd() });
  // A package is not told which program it runs.
  process.argv.splice(1, 1);
}

class App extends EventEmitter {
  readonly isPackaged = given.isPackaged;
  readonly login: Electron.Settings = { openAtLogin: false };
  badge = 0;
  isSandboxed = false;
  private readonly paths = new Map<string, string>();
  private isQuitting = false;
  /** The arguments with which it starts again once it is gone. */
  private again: readonly string[] | null = null;
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
  getName = () => 'Ringmaster';
  getAppPath = () => process.cwd();
  getBadgeCount = () => this.badge;
  setPath = (name: string, path: string) => void this.paths.set(name, path);
  requestSingleInstanceLock = () =>
    takeLock(this.getPath('userData'), (argv, folder) => this.emit('second-instance', {}, argv, folder, null));
  releaseSingleInstanceLock = () => dropLock(this.getPath('userData'));
  relaunch = ({ args = process.argv.slice(1) }: Electron.RelaunchOptions = {}) => void (this.again = args);
  getLoginItemSettings = (): Electron.LoginItemSettings => ({
    openAtLogin: this.login.openAtLogin ?? false,
    wasOpenedAtLogin: false,
    status: 'not-registered',
    executableWillLaunchAtLogin: false,
    launchItems: [],
  });
  setLoginItemSettings = (settings: Electron.Settings) => void Object.assign(this.login, settings);

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
    this.isQuitting = !isPrevented(this, 'will-quit');
    if (!this.isQuitting) return;
    if (this.again) await line.ask('relaunched', this.again);
    this.exit(0);
  }
}

export const app = new App() satisfies Pick<Electron.App, Used>;
