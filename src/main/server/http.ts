/**
 * The HTTP server of either host, on loopback: REST, its reference, streamed files, and in the browser host the screens.
 *
 * Refuses before anything is looked at: another Host than this computer (a foreign name that was pointed at 127.0.0.1) and
 * another Origin than its own (a page of some other site); there is no CORS.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ApiContext } from '../api/base.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import type { Logger } from '../ports/host.ts';
import { refusal } from './envelope.ts';
import { answerHealth, answerMetrics } from './health.ts';
import { openApiDocument } from './reference/document.ts';
import { isReference, sendReference } from './reference/pages.ts';
import { type RawRoute, sendJson } from './raw-route.ts';
import { REST_PREFIX } from './rest.ts';
import type { RestGate } from './rest-gate.ts';
import { createRestRequests } from './rest-requests.ts';
import { answerFor } from './thrown.ts';
import { timeAnswer } from './time-answer.ts';

export const LOOPBACK = '127.0.0.1';
const LOOPBACK_NAMES = new Set([LOOPBACK, 'localhost', '[::1]']);

export interface HttpOptions {
  context: Omit<ApiContext, 'authorization'>;
  raw: readonly RawRoute[];
  gate: RestGate;
  log: Logger;
  /** Where the files of the reference's pages lie. */
  referenceFolder?: string | undefined;
  /** What lies outside /api: the screens of the browser host. Answers false for what it does not know. */
  pages?: (incoming: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;
  /** A socket that asks to be one: the screens' connection. It must answer or end the socket. */
  upgrade?: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export interface HttpServer {
  /** Opens the port; 0 takes any that is free. Answers the port taken. @throws AppError `port_taken`. */
  listen(port: number): Promise<number>;
  close(): Promise<void>;
}

/** Whoever asked has gone in the middle: a page that was closed, a download that was called off. Nothing failed. */
const hasLeft = (thrown: unknown) => thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_STREAM_PREMATURE_CLOSE';

export function createHttp(options: HttpOptions): HttpServer {
  const { context, raw, gate } = options;
  const { parts } = context;
  const requests = createRestRequests({ context, raw, gate });
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((thrown: unknown) => {
      if (hasLeft(thrown)) return void response.destroy();
      const { status, body, headers } = answerFor(parts, thrown, incoming.url ?? '');
      if (response.headersSent) return void response.destroy();
      // What the client is still sending is not read any more, so the connection ends with the refusal.
      sendJson(response, status, body, incoming.complete ? headers : { ...headers, connection: 'close' });
    });
  });
  server.on('upgrade', (incoming, socket, head) => {
    const foreign = isForeign(incoming);
    if (foreign || !options.upgrade)
      return void socket.end(`HTTP/1.1 ${foreign ? '403 Forbidden' : '404 Not Found'}\r\nconnection: close\r\n\r\n`);
    options.upgrade(incoming, socket, head);
  });

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff');
    if (isForeign(incoming))
      return sendJson(response, 403, refusal('foreign_origin', 'Only this computer may ask, and no page of another site.'));
    const url = urlOf(incoming);
    if (url === null) return sendJson(response, 400, refusal('bad_input', 'The address cannot be read.'));
    if (url.pathname === '/healthz') return answerHealth(parts, gate, response);
    if (url.pathname === '/metrics') return await answerMetrics(parts, gate, response);
    if (url.pathname === REST_PREFIX || url.pathname.startsWith(`${REST_PREFIX}/`)) return answerRest(incoming, response, url);
    if (options.pages && (await options.pages(incoming, response, url))) return;
    sendNotFound(response);
  }

  async function answerRest(incoming: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = url.pathname.slice(REST_PREFIX.length);
    timeAnswer(parts, response, path);
    const reference = incoming.method === 'GET' && (path === '/openapi.json' || isReference(path));
    if (!reference) return await requests(incoming, response, url);
    gate.passByAddress(incoming);
    if (isReference(path)) await sendReference(response, path, options.referenceFolder ?? null);
    else sendJson(response, 200, await openApiDocument(raw));
  }

  return {
    listen: (port) =>
      new Promise((done, fail) => {
        server.once('error', (error: NodeJS.ErrnoException) => fail(error.code === 'EADDRINUSE' ? portTaken(port, error) : error));
        server.listen(port, LOOPBACK, () => done((server.address() as AddressInfo).port));
      }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Whether a request came under another name than this computer's, or from another site's page. */
function isForeign({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const host = headers.host ?? '';
  if (!LOOPBACK_NAMES.has(host.replace(/:\d+$/, ''))) return true;
  return headers.origin !== undefined && headers.origin !== `http://${host}`;
}

function urlOf({ url = '/' }: IncomingMessage): URL | null {
  return URL.parse(url.startsWith('/') ? `http://${LOOPBACK}${url}` : url);
}

const sendNotFound = (response: ServerResponse) => sendJson(response, 404, refusal('not_found', 'There is no such address.'));

const portTaken = (port: number, cause: unknown) =>
  new AppError(
    'unavailable',
    'port_taken',
    `Port ${port} is taken by another program. Choose another with --port, or 0 for any that is free.`,
    {
      cause,
      retryable: false,
    },
  );
