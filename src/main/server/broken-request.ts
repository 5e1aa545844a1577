/** What comes as no request at all, too long a head or too slowly: refused in the shape of every refusal, and the connection ends. */
import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Refusal, refusal } from './envelope.ts';

type Told = readonly [line: string, refusal: Refusal];

const UNREADABLE: Told = ['400 Bad Request', refusal('bad_input', 'The request cannot be read: it is no HTTP.')];
const TOLD: Readonly<Record<string, Told>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', refusal('too_large', 'The headers or the address are too long.')],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Payload Too Large', refusal('too_large', 'The body is sent in a way that is too long.')],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', refusal('too_slow', 'The request did not come to its end in time. Send it again.')],
};

/** Has a server refuse by these words. Where an answer has begun on the connection, it only ends: nothing may be written into it. */
export function refuseBroken(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => {
    answers.set(socket, response);
    response.once('close', () => {
      if (answers.get(socket) === response) answers.delete(socket);
    });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket.writable && answers.get(socket)?.headersSent !== true) socket.write(messageOf(TOLD[error.code ?? ''] ?? UNREADABLE));
    socket.destroy();
  });
}

function messageOf([line, body]: Told): string {
  const text = JSON.stringify(body);
  const headers = ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`, 'cache-control: no-store'];
  return [`HTTP/1.1 ${line}`, ...headers, 'connection: close', '', text].join('\r\n');
}
