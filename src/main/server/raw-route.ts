/**
 * Routes that the contract cannot carry: files that come in as they are read, and what goes out as text or sound. They ask
 * for a person like any other route, refuse in the same shape, and stand in the same reference.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type * as z from 'zod';
import { type AppError, badInput } from '../../shared/domain/app-error.ts';
import type { Actor } from '../data/scope.ts';
import { detailsOf, noSuchField, sentenceOf } from './envelope.ts';

/** How files come in. */
export const FORM = 'multipart/form-data';

export interface RawRequest {
  actor: Actor;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  incoming: IncomingMessage;
  response: ServerResponse;
  /** The same was asked before, under its Idempotency-Key. */
  isRepeat: boolean;
  /**
   * Answers with what `work` says; where the request came with an Idempotency-Key, `work` is done once, and its answer given again.
   * @param fingerprint of all that came in.
   */
  answerOnce(fingerprint: string, work: () => Promise<RawAnswer>): Promise<void>;
}

export interface RawAnswer {
  status: number;
  /** What stands beside the mark of success. */
  answer: object;
}

export interface RawRoute {
  /** What the reference calls it: `campaigns.export`. */
  name: string;
  method: 'GET' | 'POST';
  /** Behind /api, `{name}` for a part that varies. */
  path: string;
  tags: readonly string[];
  summary: string;
  /** What its query may name; anything else is refused. */
  query?: Readonly<Record<string, z.ZodType>>;
  /** Media type of what comes in; a route with one is asked only for such a body, so that the same path may stand in the contract. */
  takes?: typeof FORM;
  /** The fields beside the file, where one comes in. */
  fields?: z.ZodType;
  /** Media type of what goes out. */
  gives: string;
  /** What is answered, where it is JSON. */
  answers?: z.ZodType;
  /** With which statuses it answers; 200 where nothing is said. */
  statuses?: readonly number[];
  handle(request: RawRequest): Promise<void>;
}

/** The route for a request, with the parts of its path that vary. */
export function findRawRoute(
  routes: readonly RawRoute[],
  method: string,
  path: string,
  contentType: string,
): { route: RawRoute; params: Record<string, string> } | null {
  for (const route of routes) {
    if (route.method !== method || (route.takes && !contentType.startsWith(route.takes))) continue;
    const params = matchPath(route.path, path);
    if (params) return { route, params };
  }
  return null;
}

export const fileMissing = (sentence: string): AppError =>
  badInput('file_missing', sentence, { details: [{ path: 'file', message: 'Missing.' }] });

/** @throws AppError `bad_input` naming each part of the query that the route does not know, that is not right, or that came twice. */
export function refuseBadQuery({ query = {} }: RawRoute, given: URLSearchParams): void {
  const names = [...new Set(given.keys())];
  const unknown = names.filter((name) => !Object.hasOwn(query, name));
  if (unknown.length > 0) throw noSuchField(...unknown);
  const details = names.flatMap((path) => {
    const values = given.getAll(path);
    if (values.length > 1) return [{ path, message: 'Say it once.' }];
    const read = query[path]?.safeParse(values[0]);
    return read?.success === false ? detailsOf(read.error.issues.map((issue) => ({ ...issue, path: [path] }))) : [];
  });
  if (details.length > 0) throw badInput('bad_input', sentenceOf(details), { details });
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== given[i] : !given[i]) return null;
    if (name !== undefined) params[name] = decode(given[i] ?? '');
  }
  return params;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}
