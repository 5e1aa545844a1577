/** `protocol` and `session`: the page's requests are answered by the program's own handler, and asked about by its own guards. */
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { app } from './app.ts';
import { line } from './test-line.ts';
import { isPrevented } from './prevented.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

const handlers = new Map<string, Handler>();
const privileged = new Set<string>();

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) if (privileges?.standard && privileges.secure) privileged.add(scheme);
  },
  handle(scheme, handler) {
    if (!privileged.has(scheme)) throw new Error(`the page of a scheme that is not standard and secure would be another: ${scheme}`);
    handlers.set(scheme, handler);
  },
} satisfies Partial<Electron.Protocol>;

type RequestHandler = (contents: { getURL(): string }, permission: string, answer: (isAllowed: boolean) => void) => void;

class Session extends EventEmitter {
  private ask: RequestHandler = (_contents, _permission, answer) => answer(true);
  setPermissionRequestHandler = (handler: RequestHandler) => void (this.ask = handler);
  setPermissionCheckHandler = () => undefined;
  setDevicePermissionHandler = () => undefined;
  permits = (permission: string, url: string) => new Promise<boolean>((resolve) => this.ask({ getURL: () => url }, permission, resolve));
}
const defaultSession = new Session();
export const session = { defaultSession, fromPartition: () => new Session() };

export interface Answered {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

line.offer({
  'page.asks': async (url: string, method: string, headers: Record<string, string>): Promise<Answered> => {
    const handler = handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) throw new Error(`nobody answers ${url}`);
    const response = await handler(new Request(url, { method, headers }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  },
  'page.permits': (permission: string, url: string) => defaultSession.permits(permission, url),
  'page.mayDownload': (url: string) => !isPrevented(defaultSession, 'will-download', {}, { getURL: () => url }),
});
