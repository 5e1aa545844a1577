/** `ipcMain` and the ports that a page hands over. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { line } from './test-line.ts';
import { openWindows } from './windows.ts';

type Invoked = Parameters<Electron.IpcMain['handle']>[1];

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Invoked>();
  handle(channel: string, handler: Invoked): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  removeHandler = (channel: string) => void this.handlers.delete(channel);
}
export const ipcMain = new IpcMain() satisfies Pick<Electron.IpcMain, 'handle' | 'removeHandler'>;

const ports = new Map<number, Port>();

class Port extends EventEmitter implements Pick<Electron.MessagePortMain, 'postMessage' | 'start' | 'close'> {
  readonly id: number;
  /** What came before `start`. */
  private early: unknown[] | null = [];

  constructor(id: number) {
    super();
    this.id = id;
    ports.set(id, this);
  }

  postMessage(data: unknown): void {
    if (ports.has(this.id)) line.tell('page.port', this.id, data);
  }
  start(): void {
    const early = this.early ?? [];
    this.early = null;
    for (const data of early) this.hear(data);
  }
  close(): void {
    if (ports.delete(this.id)) this.emit('close');
  }
  hear(data: unknown): void {
    if (this.early) this.early.push(data);
    else this.emit('message', { data, ports: [] });
  }
}

/** The page whose ports they were is gone. */
export function endPorts(): void {
  for (const port of ports.values()) port.close();
}

/** What handlers are told of the sender. A page of the stand-in has one frame. */
const eventFrom = (url: string, handed: readonly Port[] = []) => {
  const [window] = openWindows as unknown as Set<Electron.BrowserWindow>;
  return { senderFrame: { url, parent: null }, sender: window?.webContents, ports: handed };
};

line.offer({
  'ipc.send': (url: string, channel: string, args: unknown[]) => ipcMain.emit(channel, eventFrom(url), ...args),
  'ipc.post': (url: string, channel: string, message: unknown, ids: number[]) =>
    ipcMain.emit(
      channel,
      eventFrom(
        url,
        ids.map((id) => new Port(id)),
      ),
      message,
    ),
  'ipc.invoke': (url: string, channel: string, args: unknown[]) => {
    const handler = ipcMain.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return handler(eventFrom(url) as unknown as Electron.IpcMainInvokeEvent, ...args);
  },
  'ipc.port': (id: number, data: unknown) => ports.get(id)?.hear(data),
});
