/** What every emulated interface is made of: a table of routes, answers in JSON, and requests that are left open. */
import type { Clock } from '../../src/main/ports/clock.ts';

/** @param found what the path's groups caught, decoded. */
export type Handler = (found: readonly string[], request: Request, url: URL) => Promise<Response> | Response;
export type Route = readonly [method: string, path: RegExp, handler: Handler];

export interface RoutesParts {
  clock: Clock;
  /** How far the vendor's clock is off, as its `Date` tells it. */
  skewMs: () => number;
  routes: readonly Route[];
  /** Why a request is not let in; null where it is. */
  refuse: (request: Request) => Response | null;
  /** What an address that does not exist answers. */
  unknown: () => Response;
}

/** Ends a request with this answer from wherever it is thrown. */
export class Refusal extends Error {
  readonly answer: Response;

  constructor(answer: Response) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** The handler of a whole interface. Every answer carries `Date` from the clock. */
export function routed({ clock, skewMs, routes, refuse, unknown }: RoutesParts): (request: Request) => Promise<Response> {
  const answer = async (request: Request): Promise<Response> => {
    const refused = refuse(request);
    if (refused) return refused;
    const url = new URL(request.url);
    for (const [method, path, handler] of routes) {
      const match = method === request.method ? path.exec(url.pathname) : null;
      if (match) return handler(match.slice(1).map(decodeURIComponent), request, url);
    }
    return unknown();
  };
  return async (request) => {
    const response = await answer(request).catch((error: unknown) => {
      if (error instanceof Refusal) return error.answer;
      throw error;
    });
    response.headers.set('date', new Date(clock.now() + skewMs()).toUTCString());
    return response;
  };
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; empty where it is none. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** The body as an object; undefined where it is not JSON or no object. */
export async function bodyOf(request: Request): Promise<Fields | undefined> {
  try {
    const body = (await request.json()) as unknown;
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** Every value as text, as the network takes variables. */
export const asTexts = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));

export const E164 = /^\+[1-9]\d{6,14}$/;
