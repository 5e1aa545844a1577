/** The browser host's screens over HTTP: their files, the way in, and the socket that they speak through. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { networkOf } from '../accounts/network-of.ts';
import type { Access } from './access.ts';
import { type Door, ownOrigin } from './host-names.ts';
import type { Rpc } from './rpc.ts';
import { readScreensPage } from './screens-page.ts';
import { findStaticFile, mediaTypeOf, sendStaticFile } from './static-files.ts';

const SOCKET_PATH = '/rpc';
const MOST_MESSAGE_BYTES = 8 << 20;
/** Of one machine: before anybody has signed in on one, nothing else bounds them. An office behind one address has fewer. */
const MOST_SOCKETS = 200;

export interface Screens {
  pages: (door: Door, incoming: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;
  upgrade: (door: Door, incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
  close: () => void;
}

export interface ScreensOptions {
  access: Access;
  rpc: Rpc;
  /** Where the built screens lie. */
  folder: string;
}

export function createScreens({ access, rpc, folder }: ScreensOptions): Screens {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES });
  /** How many each machine holds. */
  const opened = new Map<string, number>();
  function letGo(machine: string): void {
    const left = (opened.get(machine) ?? 0) - 1;
    if (left > 0) opened.set(machine, left);
    else opened.delete(machine);
  }

  return {
    async pages(door, incoming, response, url) {
      if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false;
      const file = findStaticFile(folder, url.pathname);
      if (url.pathname === '/') return showPage(door, incoming, response, url, file);
      if (file) await sendStaticFile(response, file, { 'cross-origin-resource-policy': 'same-origin' });
      return file !== null;
    },
    upgrade(door, incoming, socket, head) {
      // Of an address that cannot be read there is no path: `//`.
      const path = URL.parse(incoming.url ?? '/', 'http://localhost')?.pathname;
      const ownPage = incoming.headers.origin === ownOrigin(door, incoming);
      if (path !== SOCKET_PATH || !ownPage || !isLetIn(door, incoming)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
        return;
      }
      const remote = incoming.socket.remoteAddress ?? null;
      const machine = networkOf(remote ?? '');
      const open = opened.get(machine) ?? 0;
      if (open >= MOST_SOCKETS) return void socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
      opened.set(machine, open + 1);
      socket.once('close', () => letGo(machine));
      sockets.handleUpgrade(incoming, socket, head, (line) => rpc.attachSocket(line, remote));
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };

  /**
   * On this computer other people's programs are held off by the address that was printed. Who opened it to the network has let in
   * everyone there, as far as the page where one signs in: REST at the same port asks for no more.
   */
  function isLetIn(door: Door, incoming: IncomingMessage): boolean {
    return !door.local || access.isLetIn(incoming.headers.cookie, portOf(incoming));
  }

  async function showPage(
    door: Door,
    incoming: IncomingMessage,
    response: ServerResponse,
    url: URL,
    file: string | null,
  ): Promise<boolean> {
    const cookie = door.local ? access.enter(url, portOf(incoming)) : null;
    if (cookie !== null) {
      // Without the token in its address, so that it stands in no history and works on reload.
      response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
      response.end();
      return true;
    }
    if (!isLetIn(door, incoming)) return showNote(response, 403, NOT_LET_IN);
    if (url.search !== '') {
      response.writeHead(303, { location: '/', 'cache-control': 'no-store' });
      response.end();
      return true;
    }
    if (!file) return showNote(response, 503, 'The screens are not built. Run: npm run build');
    const { html, policy } = await readScreensPage(file, [ownOrigin(door, incoming).replace(/^http/, 'ws')]);
    response.writeHead(200, {
      'content-type': mediaTypeOf(file),
      'content-length': Buffer.byteLength(html),
      // Each answer has a nonce of its own.
      'cache-control': 'no-store',
      'content-security-policy': policy,
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    response.end(incoming.method === 'HEAD' ? undefined : html);
    return true;
  }
}

const NOT_LET_IN = 'This address worked once, for the browser that opened it first. Start Ringmaster again to get a new one.';

function showNote(response: ServerResponse, status: number, sentence: string): true {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ringmaster</title><style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1rem}</style><h1>Ringmaster</h1><p>${sentence}</p></html>`,
  );
  return true;
}

/** The port by which the browser knows us, which a development server in between may change. */
const portOf = ({ headers }: IncomingMessage) => Number(/:(\d+)$/.exec(headers.host ?? '')?.[1] ?? 80);
