/**
 * Pages of other sites: none may ask, but for those that an admin has named (Settings → API). They reach REST alone, with a token
 * that they were given: nothing that a browser keeps is sent or let in, so that no session of the screens is theirs.
 */
import type { ServerResponse } from 'node:http';
import type { Parts } from '../parts.ts';
import { apiSettings } from '../settings/api-access.ts';
import { type Door, isOtherPage, type Named } from './host-names.ts';
import { REST_PREFIX } from './rest.ts';

const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const HEADERS = 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID';
/** What a page may read of an answer beside its body. */
const EXPOSED = 'Retry-After, Content-Disposition, Content-Range, Accept-Ranges';
/** A browser asks again after this long, so that an origin that was taken away is not let in for hours. */
const REMEMBER_SECONDS = '600';

/** Whether the page that asks, if one does, may. What the browser has to be told is set on the answer. */
export function letsPageIn(parts: Pick<Parts, 'data'>, door: Door, incoming: Named, response: ServerResponse, path: string): boolean {
  const rest = path.startsWith(`${REST_PREFIX}/`);
  // Whatever stands between keeps an answer for the page that asked.
  if (rest) response.setHeader('vary', 'Origin');
  if (!isOtherPage(door, incoming)) return true;
  const { origin = '' } = incoming.headers;
  if (!rest || !apiSettings(parts).corsOrigins.includes(origin)) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', EXPOSED);
  return true;
}

/** Whether a browser asks on behalf of a page what it may send. */
export const isPreflight = (door: Door, incoming: Named & { method?: string | undefined }): boolean =>
  incoming.method === 'OPTIONS' && isOtherPage(door, incoming) && incoming.headers['access-control-request-method'] !== undefined;

export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-methods': METHODS,
    'access-control-allow-headers': HEADERS,
    'access-control-max-age': REMEMBER_SECONDS,
  });
  response.end();
}
