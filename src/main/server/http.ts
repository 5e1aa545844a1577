/**
 * What is answered over HTTP, at whichever door: REST, its reference, streamed files, and in the browser host the screens.
 *
 * Refuses before anything is looked at: another name than the door's own (a foreign one that was pointed at this computer) and a page
 * of another site that no admin has let in.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SharedContext } from '../api/base.ts';
import { answerPreflight, isPreflight, letsPageIn } from './cors.ts';
import { refusal } from './envelope.ts';
import { answerHealth, answerMetrics } from './health.ts';
import { type Door, isAskedRightly, isOtherPage, LOOPBACK } from './host-names.ts';
import { openApiDocument } from './reference/document.ts';
import { isReference, sendReference } from './reference/pages.ts';
import { type RawRoute, sendJson } from './raw-route.ts';
import { REST_PREFIX } from './rest.ts';
import type { RestGate } from './rest-gate.ts';
import { createRestRequests } from './rest-requests.ts';
import { answerFor } from './thrown.ts';
import { timeAnswer } from './time-answer.ts';

export interface HttpOptions {
  context: SharedContext;
  raw: readonly RawRoute[];
  gate: RestGate;
  /** Where the files of the reference's pages lie. */
  referenceFolder?: string | undefined;
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
  const { context, raw, gate } = options;
  const { parts } = context;
  const requests = createRestRequests({ context, raw, gate });

  async function answer(door: Door, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('x-content-type-options', 'nosniff');
    const url = urlOf(incoming);
    if (!isAskedRightly(door, incoming) || !letsPageIn(parts, door, incoming, response, url?.pathname ?? '')) {
      return sendJson(response, 403, FOREIGN[door.local ? 'local' : 'network']);
    }
    if (url === null) return sendJson(response, 400, refusal('bad_input', 'The address cannot be read.'));
    if (isPreflight(door, incoming)) return answerPreflight(response);
    if (url.pathname === '/healthz') return answerHealth(parts, gate, response);
    if (url.pathname === '/metrics' && door.local) return await answerMetrics(parts, gate, response);
    if (url.pathname === REST_PREFIX || url.pathname.startsWith(`${REST_PREFIX}/`)) return answerRest(incoming, response, url);
    if (options.pages && (await options.pages(door, incoming, response, url))) return;
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

  function answerFault(incoming: IncomingMessage, response: ServerResponse, thrown: unknown): void {
    if (hasLeft(thrown)) return void response.destroy();
    const { status, body, headers } = answerFor(parts, thrown, incoming.url ?? '');
    if (response.headersSent) return void response.destroy();
    // What the client is still sending is not read any more, so the connection ends with the refusal.
    sendJson(response, status, body, incoming.complete ? headers : { ...headers, connection: 'close' });
  }

  return {
    request: (door) => (incoming, response) =>
      void answer(door, incoming, response).catch((thrown: unknown) => answerFault(incoming, response, thrown)),
    upgrade: (door) => (incoming, socket, head) => {
      // Node lets go of a socket that becomes another: whoever breaks off now would end the program.
      socket.on('error', () => socket.destroy());
      try {
        const foreign = !isAskedRightly(door, incoming) || isOtherPage(door, incoming);
        if (!foreign && options.upgrade) return options.upgrade(door, incoming, socket, head);
        socket.end(`HTTP/1.1 ${foreign ? '403 Forbidden' : '404 Not Found'}\r\nconnection: close\r\n\r\n`);
      } catch (error) {
        // Nobody else would catch it, and it would end the program.
        parts.log.error({ err: error }, 'a socket could not be answered');
        socket.destroy();
      }
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
