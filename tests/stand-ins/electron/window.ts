/** `BrowserWindow` and its `webContents`: what is drawn is a page that the test holds, reached over the line. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { app } from './app.ts';
import { line } from './test-line.ts';
import { endPorts } from './ipc.ts';
import { isPrevented } from './prevented.ts';
import { type OpenWindow, openWindows } from './windows.ts';

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

class Contents extends EventEmitter {
  url = '';
  /** What a page that asks for another window is told; without a handler Electron opens one. */
  openHandler: OpenHandler | null = null;
  isGone = false;
  private zoom = 1;

  getURL = () => this.url;
  isDestroyed = () => this.isGone;
  getZoomFactor = () => this.zoom;
  setZoomFactor = (factor: number) => void (this.zoom = factor);
  setWindowOpenHandler = (handler: OpenHandler) => void (this.openHandler = handler);
  reload = () => line.tell('page.reload');
  send = (channel: string, ...args: unknown[]) => line.tell('page.send', channel, args);
}
type UsedOfContents = 'getURL' | 'isDestroyed' | 'getZoomFactor' | 'setZoomFactor' | 'reload' | 'send';

type Used =
  | 'loadURL'
  | 'show'
  | 'hide'
  | 'focus'
  | 'close'
  | 'destroy'
  | 'minimize'
  | 'maximize'
  | 'unmaximize'
  | 'restore'
  | 'isVisible'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'isDestroyed'
  | 'getNormalBounds'
  | 'setBounds'
  | 'setProgressBar'
  | 'setOverlayIcon';

export class BrowserWindow extends EventEmitter implements OpenWindow, Pick<Electron.BrowserWindow, Used> {
  readonly webContents: Contents & Pick<Electron.WebContents, UsedOfContents> = new Contents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  progress = { value: -1, mode: 'normal' };
  private bounds: Electron.Rectangle;
  private state = { isVisible: false, isMinimised: false, isMaximised: false, isGone: false, isFocused: false };

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    const { sandbox, contextIsolation, nodeIntegration, preload } = options.webPreferences ?? {};
    if (sandbox !== true || contextIsolation !== true || nodeIntegration !== false || !preload)
      throw new Error('the stand-in shows a page with a sandboxed, isolated preload and nothing else');
    if (openWindows.size > 0) throw new Error('the stand-in has one page: a second window has no place');
    this.options = options;
    this.bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.state.isVisible = options.show ?? true;
    openWindows.add(this);
    this.hearPage();
    app.emit('web-contents-created', {}, this.webContents);
    line.tell('page.open', preload);
  }

  async loadURL(url: string): Promise<void> {
    await line.ask('page.load', url);
  }

  isVisible = () => this.state.isVisible && !this.state.isMinimised;
  isMinimized = () => this.state.isMinimised;
  isMaximized = () => this.state.isMaximised;
  isFullScreen = () => false;
  isDestroyed = () => this.state.isGone;
  isFocused = () => this.state.isFocused;
  getNormalBounds = () => ({ ...this.bounds });
  setProgressBar = (value: number, options?: Electron.ProgressBarOptions) =>
    void (this.progress = { value, mode: options?.mode ?? 'normal' });
  setOverlayIcon = () => undefined;
  close = () => void this.tryToClose();

  show(): void {
    this.become({ isVisible: true, isFocused: true }, 'show');
  }
  hide(): void {
    this.become({ isVisible: false, isFocused: false }, 'hide');
  }
  focus(): void {
    this.become({ isFocused: true }, 'focus');
  }
  minimize(): void {
    this.become({ isMinimised: true, isFocused: false }, 'minimize');
  }
  restore(): void {
    this.become({ isMinimised: false }, 'restore');
  }
  maximize(): void {
    this.become({ isMaximised: true, isVisible: true }, 'maximize');
  }
  unmaximize(): void {
    this.become({ isMaximised: false }, 'unmaximize');
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    this.emit('move');
    this.emit('resize');
  }

  async tryToClose(): Promise<boolean> {
    if (this.state.isGone) return true;
    if (isPrevented(this, 'close') || !(await line.ask('page.leave'))) return false;
    this.destroy();
    if (openWindows.size === 0) app.allClosed();
    return true;
  }

  /** The process behind the page is gone: the window stays, and shows nothing. */
  async die(reason: Electron.RenderProcessGoneDetails['reason']): Promise<void> {
    await line.ask('page.die');
    endPorts();
    this.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 });
  }

  destroy(): void {
    if (this.state.isGone) return;
    this.state.isGone = true;
    this.webContents.isGone = true;
    openWindows.delete(this);
    endPorts();
    this.emit('closed');
  }

  private become(part: Partial<typeof this.state>, event: string): void {
    this.state = { ...this.state, ...part };
    this.emit(event);
  }

  private hearPage(): void {
    const { webContents } = this;
    line.offer({
      'page.starts': (url: string) => {
        endPorts();
        webContents.url = url;
        webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
      },
      'page.drawn': () => {
        webContents.emit('did-finish-load');
        this.emit('ready-to-show');
      },
      'page.mayGo': (url: string) => !isPrevented(webContents, 'will-navigate', { url }),
      'page.opens': (url: string) => webContents.openHandler?.({ url }).action ?? 'allow',
      'page.mayLeave': () => isPrevented(webContents, 'will-prevent-unload'),
      'page.died': (reason: string) => webContents.emit('render-process-gone', {}, { reason, exitCode: 1 }),
    });
  }
}
