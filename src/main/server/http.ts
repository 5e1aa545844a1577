/**
 * What is answered over HTTP, at whichever door: REST, its reference, streamed files, and in the browser host the screens.
 *
 * Refuses before anything is looked at: another name than the door's own (a foreign one that was pointed at this computer) and a page
 * of another site that no admin has let in.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { mustBeLetChange } from '../accounts/token-limits.ts';
import type { SharedContext } from '../api/base.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import { isStoreFault } from '../data/store-fault.ts';
import type { Actor } from '../parts.ts';
import type { Logger } from '../ports/host.ts';
import { answerPreflight, isPreflight, letsPageIn } from './cors.ts';
import { BUG, refusal } from './envelope.ts';
import { answerHealth, answerMetrics } from './health.ts';
import { type Door, isAskedRightly, isOtherPage, LOOPBACK } from './host-names.ts';
import { openApiDocument, REFERENCE_PAGE } from './openapi.ts';
import { fileMissing, findRawRoute, FORM, type RawRoute, refuseUnknownQuery, sendJson, sendRefusal } from './raw-route.ts';
import { createRest, REST_PREFIX } from './rest.ts';
import { storeFault } from './watch-faults.ts';

export interface HttpOptions {
  context: SharedContext;
  raw: readonly RawRoute[];
  log: Logger;
  /** What lies outside /api: the screens of the browser host. Answers false for what it does not know. */
  pages?: (door: Door, incoming: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;
  /** A socket that asks to be one: the screens' connection. It must answer or end the socket. */
  upgrade?: (door: Door, incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** For the servers of Node: what one door answers. */
export interface Http {
  request(door: Door): RequestListener;
  upgrade(door: Door): (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** Whoever asked has gone in the middle: a page that was closed, a download that was called off. Nothing failed. */
const hasLeft = (thrown: unknown) => thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_STREAM_PREMATURE_CLOSE';

export function createHttp(options: HttpOptions): Http {
  const { context, raw, log } = options;
  const rest = createRest(context);

  async function answer(door: Door, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff');
    const url = urlOf(incoming);
    if (!isAskedRightly(door, incoming) || !letsPageIn(context.parts, door, incoming, response, url?.pathname ?? '')) {
      return sendJson(response, 403, FOREIGN[door.local ? 'local' : 'network']);
    }
    if (url === null) return sendJson(response, 400, refusal('bad_input', 'The address cannot be read.'));
    if (isPreflight(door, incoming)) return answerPreflight(response);
    if (url.pathname === '/healthz') return answerHealth(context.parts, response);
    if (url.pathname === '/metrics' && door.local) return answerMetrics(context.parts, response);
    if (url.pathname === REST_PREFIX || url.pathname.startsWith(`${REST_PREFIX}/`)) return answerRest(incoming, response, url);
    if (options.pages && (await options.pages(door, incoming, response, url))) return;
    sendNotFound(response);
  }

  async function answerRest(incoming: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = url.pathname.slice(REST_PREFIX.length);
    const method = incoming.method ?? 'GET';
    if (method === 'GET' && path === '/openapi.json') return sendJson(response, 200, await openApiDocument(raw));
    if (method === 'GET' && path === '/reference') return sendReference(response);
    const found = findRawRoute(raw, method, path, incoming.headers['content-type'] ?? '');
    if (found) {
      const actor = await whoAsks(incoming);
      refuseUnknownQuery(found.route, url.searchParams);
      return found.route.handle({ actor, params: found.params, query: url.searchParams, incoming, response });
    }
    response.setHeader('cache-control', 'no-store');
    if (await rest.handle(incoming, response)) return;
    // What is answered only where a file comes was asked without one.
    if (!findRawRoute(raw, method, path, FORM)) return sendNotFound(response);
    await whoAsks(incoming);
    throw fileMissing('Send a file in the field "file", as multipart/form-data.');
  }

  async function whoAsks({ headers, method = 'GET' }: IncomingMessage): Promise<Actor> {
    const actor = await context.authenticate(headers.authorization ?? null);
    if (!actor) throw new AppError('not-signed-in', 'not_signed_in', 'Sign in first.');
    mustBeLetChange(actor, method);
    return actor;
  }

  function answerFault(incoming: IncomingMessage, response: ServerResponse, thrown: unknown): void {
    if (hasLeft(thrown)) return void response.destroy();
    if (!(thrown instanceof AppError)) log.error({ err: thrown, path: incoming.url }, 'a request failed');
    if (response.headersSent) return void response.destroy();
    const error = isStoreFault(thrown) ? storeFault(context.parts, thrown) : thrown;
    if (error instanceof AppError) return sendRefusal(response, error);
    sendJson(response, 500, BUG);
  }

  return {
    request: (door) => (incoming, response) =>
      void answer(door, incoming, response).catch((thrown: unknown) => answerFault(incoming, response, thrown)),
    upgrade: (door) => (incoming, socket, head) => {
      // Node lets go of a socket that becomes another: whoever breaks off now would end the program.
      socket.on('error', () => socket.destroy());
      const foreign = !isAskedRightly(door, incoming) || isOtherPage(door, incoming);
      if (!foreign && options.upgrade) return options.upgrade(door, incoming, socket, head);
      socket.end(`HTTP/1.1 ${foreign ? '403 Forbidden' : '404 Not Found'}\r\nconnection: close\r\n\r\n`);
    },
  };
}

const FOREIGN = {
  local: refusal('foreign_origin', 'Only this computer may ask, and no page of another site.'),
  network: refusal('foreign_origin', 'Ask under a name of the certificate, and from no page of another site.'),
};

function urlOf({ url = '/' }: IncomingMessage): URL | null {
  return URL.parse(url.startsWith('/') ? `http://${LOOPBACK}${url}` : url);
}

const sendNotFound = (response: ServerResponse) => sendJson(response, 404, refusal('not_found', 'There is no such address.'));

function sendReference(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'",
  });
  response.end(REFERENCE_PAGE);
}
