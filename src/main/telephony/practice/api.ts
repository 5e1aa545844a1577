/**
 * The HTTP interface of the practice line, as a function from request to response: behind a server in the program, called
 * directly in runs that want no sockets.
 */
import type { PracticeSettings } from '../../../shared/domain/practice-settings.ts';
import type { PracticeLine, StopResult } from './line.ts';
import { readRange, recordingOf } from './recording.ts';
import { BadRequest, readNewCall, readSettings } from './requests.ts';
import type { LineCall, LineErrorCode } from './wire.ts';

export interface PracticeApiParts {
  line: PracticeLine;
  /** What callers must name as `Authorization: Bearer <key>`. */
  key: string;
  /** Told where webhooks go from now on. */
  setWebhookUrl?: (url: string) => void;
}

/** Seconds after which a refused caller may come again. */
const RETRY_AFTER = '1';

type Handler = (found: string, request: Request, url: URL) => Promise<Response> | Response;
type Route = readonly [method: string, path: RegExp, handler: Handler];

/** The handler of every route. A request that is left without an answer stays open until its sender gives up. */
export function practiceApi({ line, key, setWebhookUrl }: PracticeApiParts): (request: Request) => Promise<Response> {
  const routes: readonly Route[] = [
    ['POST', /^\/v1\/calls$/, (_, request) => dial(line, request)],
    ['GET', /^\/v1\/calls$/, (_, __, url) => json(200, { calls: line.byReference(url.searchParams.get('reference') ?? '') })],
    ['GET', /^\/v1\/calls\/([\w-]+)$/, (id) => found(line.byId(id))],
    ['POST', /^\/v1\/calls\/([\w-]+)\/hang-up$/, async (id) => stopped(await line.hangUp(id))],
    ['POST', /^\/v1\/calls\/([\w-]+)\/withdraw$/, async (id) => stopped(await line.withdraw(id))],
    ['GET', /^\/v1\/recordings\/([\w-]+\.\d{1,6})\.wav$/, (name, request) => recording(name, request)],
    ['GET', /^\/v1\/observed$/, () => json(200, line.observe())],
    [
      'PUT',
      /^\/v1\/settings$/,
      async (_, request) => {
        const { webhookUrl, ...changed } = readSettings(await bodyOf(request), line.settings);
        line.configure(changed satisfies PracticeSettings);
        if (webhookUrl !== undefined) setWebhookUrl?.(webhookUrl);
        return json(200, changed);
      },
    ],
  ];
  return async (request) => {
    if (request.headers.get('authorization') !== `Bearer ${key}`) return failure(401, 'bad_key', 'the key is not known');
    const url = new URL(request.url);
    for (const [method, path, handler] of routes) {
      const match = method === request.method ? path.exec(url.pathname) : null;
      if (match) return dated(line, await handle(() => handler(match[1] ?? '', request, url)));
    }
    return failure(404, 'not_found', 'there is no such address');
  };
}

/** Names the line's own time: whoever calls can see that its clock is wrong. */
function dated(line: PracticeLine, response: Response): Response {
  response.headers.set('date', new Date(line.now()).toUTCString());
  return response;
}

async function handle(run: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof BadRequest) return failure(400, 'bad_request', error.message);
    throw error;
  }
}

async function dial(line: PracticeLine, request: Request): Promise<Response> {
  const result = await line.dial(readNewCall(await bodyOf(request)));
  if (result.kind === 'silence') return neverAnswered(request);
  if (result.kind === 'error') return failure(500, 'internal', 'something went wrong');
  if (result.kind === 'refused') return failure(result.status, result.code, result.message);
  if (result.answer === 'none') return neverAnswered(request);
  if (result.answer === 'error') return failure(500, 'internal', 'something went wrong');
  return json(201, { id: result.call.id, status: result.call.status });
}

/** Rejects when the sender gives up; before that nothing happens. */
function neverAnswered(request: Request): Promise<never> {
  return new Promise((_, reject) => {
    const gaveUp = () => reject(new DOMException('the request was given up', 'AbortError'));
    if (request.signal.aborted) gaveUp();
    else request.signal.addEventListener('abort', gaveUp, { once: true });
  });
}

function recording(name: string, request: Request): Response {
  const [id, tenths] = name.split('.') as [string, string];
  const file = recordingOf(id, Number(tenths) / 10);
  const headers = { 'content-type': 'audio/wav', 'accept-ranges': 'bytes' };
  const range = readRange(request.headers.get('range'), file.size);
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.size}` } });
  const { from, to } = range ?? { from: 0, to: file.size };
  const part = { ...headers, 'content-length': String(to - from) };
  const body = file.read(from, to);
  return range === null
    ? new Response(body, { status: 200, headers: part })
    : new Response(body, { status: 206, headers: { ...part, 'content-range': `bytes ${from}-${to - 1}/${file.size}` } });
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return (await request.json()) as unknown;
  } catch {
    throw new BadRequest('the body is not JSON');
  }
}

const found = (call: LineCall | null) => (call ? json(200, call) : failure(404, 'not_found', 'there is no such call'));

function stopped(result: StopResult): Response {
  if (result === 'not-found') return found(null);
  if (result === 'too-late') return failure(409, 'too_late', 'the call cannot be stopped any more');
  return json(200, result);
}

function failure(status: number, code: LineErrorCode, message: string): Response {
  return json(status, { error: { code, message } }, status === 429 ? { 'retry-after': RETRY_AFTER } : {});
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers });
}
