/** What the system shows of a program beside its window: it is kept here for a test to look at, and to click on. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';

type Template = Electron.MenuItemConstructorOptions;

/** A built menu: of the tray, or of the program. */
class MenuOf {
  readonly items: Template[];
  constructor(items: Template[]) {
    this.items = items;
  }
}

let programMenu: MenuOf | null = null;
export const Menu = {
  buildFromTemplate: (template: Template[]) => new MenuOf(template),
  setApplicationMenu: (menu: MenuOf | null) => void (programMenu = menu),
  getApplicationMenu: () => programMenu,
};
export type { MenuOf };

export class Tray extends EventEmitter implements Pick<Electron.Tray, 'setImage' | 'setToolTip' | 'setTitle' | 'destroy' | 'isDestroyed'> {
  static shown: Tray | null = null;
  tooltip = '';
  title = '';
  menu: MenuOf | null = null;

  image = '';

  constructor(image: { path: string }) {
    super();
    this.setImage(image as never);
    Tray.shown = this;
  }
  setImage = (image: Electron.NativeImage | string) => void (this.image = (image as unknown as { path: string }).path);
  setToolTip = (text: string) => void (this.tooltip = text);
  setTitle = (text: string) => void (this.title = text);
  setContextMenu = (menu: MenuOf | null) => void (this.menu = menu);
  isDestroyed = () => Tray.shown !== this;
  destroy(): void {
    if (Tray.shown === this) Tray.shown = null;
  }
}

export class Notification extends EventEmitter implements Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body'> {
  static readonly shown: Notification[] = [];
  static isSupported = () => true;
  readonly title: string;
  readonly body: string;

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
  }
  show(): void {
    Notification.shown.push(this);
    this.emit('show');
  }
  close(): void {
    this.emit('close');
  }
}
