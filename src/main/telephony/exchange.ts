import type { Clock } from '../ports/clock.ts';

/** How a request leaves: `globalThis.fetch` in the program, a handler in the same process where tests want no sockets. */
export type Fetch = (request: Request) => Promise<Response>;

export interface ExchangeParts {
  fetch: Fetch;
  clock: Clock;
  /** How long the whole answer, body included, may take. */
  timeoutMs: number;
}

export type Exchange =
  | {
      kind: 'answered';
      status: number;
      headers: Headers;
      /** The parsed JSON; undefined where there was none or it could not be read. */
      body: unknown;
    }
  | { kind: 'failed'; error: unknown }
  | { kind: 'timed-out' };

/**
 * Sends one request and reads its answer as JSON. Never throws for what the other side does, and never sends anything twice:
 * redirects are not followed, for that would repeat the request somewhere else.
 */
export async function exchange({ fetch, clock, timeoutMs }: ExchangeParts, request: Request): Promise<Exchange> {
  const abort = new AbortController();
  let stopTimer = () => {};
  const timeOut = new Promise<Exchange>((done) => {
    stopTimer = clock.after(timeoutMs, () => {
      done({ kind: 'timed-out' });
      abort.abort();
    });
  });
  const answer = readAnswer(fetch, new Request(request, { signal: abort.signal, redirect: 'manual' }));
  try {
    return await Promise.race([answer, timeOut]);
  } finally {
    stopTimer();
  }
}

async function readAnswer(fetch: Fetch, request: Request): Promise<Exchange> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    return { kind: 'failed', error };
  }
  return { kind: 'answered', status: response.status, headers: response.headers, body: await readJson(response) };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text()) as unknown;
  } catch {
    return undefined;
  }
}
