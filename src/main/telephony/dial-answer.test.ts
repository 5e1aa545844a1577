import { createServer, type Server } from 'node:http';
import { createServer as createNetServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { untilReal, VirtualClock } from '../../../tests/helpers/virtual-clock.ts';
import { systemClock } from '../ports/clock.ts';
import type { DialAnswer } from '../ports/provider.ts';
import { type DialWords, dialAnswer, readRetryAfter, sendDial } from './dial-answer.ts';

const NOW = Date.UTC(2026, 2, 2, 9);
const words: DialWords = {
  vendor: 'Acme',
  accepted: (body) => {
    const id = (body as { id?: string } | undefined)?.id;
    return id ? { kind: 'accepted', providerCallId: id, state: 'queued' } : null;
  },
  refused: (status, body) =>
    (body as { code?: string } | undefined)?.code === 'bad_number'
      ? { why: 'wrong-contact', sentence: 'No such number.' }
      : status === 409
        ? { why: 'wrong-setup', sentence: 'Busy agent.' }
        : null,
};

/** `accepted`, `ambiguous`, or why there was no call. */
const meaning = (answer: DialAnswer) => (answer.kind === 'no-call' ? answer.why : answer.kind);
const answered = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  dialAnswer({ kind: 'answered', status, headers: new Headers(headers), body }, words, NOW);
const failed = (error: unknown) => dialAnswer({ kind: 'failed', error }, words, NOW);
const wrapped = (code: string, more: object = {}) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, ...more }) });
const connecting = (code: string) => wrapped(code, { syscall: 'connect' });

describe('dialAnswer', () => {
  it.each([
    [200, { id: 'c1' }, 'accepted'],
    [201, { id: 'c1' }, 'accepted'],
    [200, undefined, 'ambiguous'],
    [200, {}, 'ambiguous'],
    [204, undefined, 'ambiguous'],
    [302, { id: 'c1' }, 'ambiguous'],
    [400, {}, 'wrong-setup'],
    [400, { code: 'bad_number' }, 'wrong-contact'],
    [401, {}, 'stop-everything'],
    [402, undefined, 'stop-everything'],
    [403, undefined, 'stop-everything'],
    [404, undefined, 'wrong-setup'],
    [408, { code: 'bad_number' }, 'ambiguous'],
    [409, {}, 'wrong-setup'],
    [410, {}, 'try-later'],
    [422, { code: 'bad_number' }, 'wrong-contact'],
    [422, {}, 'wrong-setup'],
    [425, {}, 'try-later'],
    [429, {}, 'try-later'],
    [500, { code: 'bad_number' }, 'ambiguous'],
    [502, undefined, 'ambiguous'],
    [503, undefined, 'ambiguous'],
  ])('reads %i with %j as %s', (status, body, expected) => {
    expect(meaning(answered(status, body))).toBe(expected);
  });

  it.each([
    ['a name that is not found', wrapped('ENOTFOUND', { syscall: 'getaddrinfo' }), 'try-later'],
    ['a name that cannot be looked up now', wrapped('EAI_AGAIN', { syscall: 'getaddrinfo' }), 'try-later'],
    ['a refused connection', connecting('ECONNREFUSED'), 'try-later'],
    ['no network', connecting('ENETUNREACH'), 'try-later'],
    ['a connection that timed out before it stood', wrapped('UND_ERR_CONNECT_TIMEOUT'), 'try-later'],
    ['a certificate that is not trusted', wrapped('DEPTH_ZERO_SELF_SIGNED_CERT'), 'try-later'],
    ['a certificate that is over', wrapped('CERT_HAS_EXPIRED'), 'try-later'],
    ['a certificate of somebody else', wrapped('ERR_TLS_CERT_ALTNAME_INVALID'), 'try-later'],
    ['no common TLS version', wrapped('ERR_SSL_WRONG_VERSION_NUMBER'), 'try-later'],
    [
      'a refused connection to each of two addresses',
      new TypeError('fetch failed', { cause: new AggregateError([connecting('ECONNREFUSED').cause, connecting('ENETUNREACH').cause]) }),
      'try-later',
    ],
    [
      'two addresses of which one may have got a byte',
      new TypeError('fetch failed', { cause: new AggregateError([connecting('ECONNREFUSED').cause, wrapped('ECONNRESET').cause]) }),
      'ambiguous',
    ],
    ['an unreachable host on a connection that stood', wrapped('EHOSTUNREACH', { syscall: 'read' }), 'ambiguous'],
    ['a connection that stood and timed out', wrapped('ETIMEDOUT', { syscall: 'read' }), 'ambiguous'],
    ['a reset', wrapped('ECONNRESET', { syscall: 'read' }), 'ambiguous'],
    ['a socket closed by the other side', wrapped('UND_ERR_SOCKET'), 'ambiguous'],
    ['no headers in time', wrapped('UND_ERR_HEADERS_TIMEOUT'), 'ambiguous'],
    ['a broken record in a connection that stood', wrapped('ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC'), 'ambiguous'],
    ['an error without a code', new Error('something'), 'ambiguous'],
    ['what is no error at all', undefined, 'ambiguous'],
  ])('reads %s', (_, error, expected) => {
    expect(meaning(failed(error))).toBe(expected);
  });

  it('reads no answer in our own time as ambiguous', () => {
    expect(meaning(dialAnswer({ kind: 'timed-out' }, words, NOW))).toBe('ambiguous');
  });

  it('hands on how long the provider asks to wait', () => {
    expect(answered(429, {}, { 'retry-after': '7' })).toMatchObject({ why: 'try-later', retryAfterMs: 7000 });
    expect(answered(429, {})).not.toHaveProperty('retryAfterMs');
    expect(readRetryAfter(new Date(NOW + 90_000).toUTCString(), NOW)).toBe(90_000);
    expect(readRetryAfter(new Date(NOW - 90_000).toUTCString(), NOW)).toBe(0);
    expect(readRetryAfter('soon', NOW)).toBeNull();
  });
});

describe('sendDial', () => {
  const servers: { close(): void }[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  const listening = async (server: Server | ReturnType<typeof createNetServer>) => {
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/calls`;
  };
  const send = (url: string, clock = systemClock) =>
    sendDial({ fetch: (request) => fetch(request), clock, timeoutMs: 5000 }, () => new Request(url, { method: 'POST', body: '{}' }), words);

  it('is accepted by a server that answers with an id', async () => {
    const url = await listening(createServer((_, response) => response.writeHead(201).end('{"id":"c9"}')));
    expect(await send(url)).toEqual({ kind: 'accepted', providerCallId: 'c9', state: 'queued' });
  });

  it('is ambiguous where the server resets the connection after it read the request', async () => {
    const url = await listening(createServer((request) => request.resume().once('end', () => request.socket.resetAndDestroy())));
    expect(meaning(await send(url))).toBe('ambiguous');
  });

  it('is ambiguous where the server closes the connection without a word', async () => {
    const url = await listening(createNetServer((socket) => socket.once('data', () => socket.end())));
    expect(meaning(await send(url))).toBe('ambiguous');
  });

  it('is ambiguous where the answer breaks off in its body', async () => {
    const url = await listening(
      createServer((request, response) => {
        response.writeHead(201, { 'content-length': '100' }).write('{"id":"c9"');
        setImmediate(() => request.socket.destroy());
      }),
    );
    expect(meaning(await send(url))).toBe('ambiguous');
  });

  it('is ambiguous, after its time and not before, where the server never answers', async () => {
    let asked = false;
    const url = await listening(createServer(() => (asked = true)));
    const clock = new VirtualClock();
    let answer: DialAnswer | null = null;
    void send(url, clock).then((came) => (answer = came));
    await untilReal(() => asked);
    await clock.advance(4999);
    expect(answer).toBeNull();
    await clock.advance(1);
    expect(answer).toMatchObject({ kind: 'ambiguous' });
    expect(clock.waiting).toBe(0);
  });

  it('is ambiguous where the body of the answer never ends', async () => {
    let asked = false;
    const url = await listening(
      createServer((_, response) => {
        response.writeHead(201).write('{"id":');
        asked = true;
      }),
    );
    const clock = new VirtualClock();
    const answer = send(url, clock);
    await untilReal(() => asked);
    await clock.advance(5000);
    expect(meaning(await answer)).toBe('ambiguous');
  });

  it('surely made no call where nobody listens', async () => {
    const server = createNetServer();
    const url = await listening(server);
    await new Promise((done) => server.close(done));
    expect(meaning(await send(url))).toBe('try-later');
  });

  it('does not follow a redirect: that would send the dial a second time', async () => {
    let dials = 0;
    const url = await listening(
      createServer((_, response) => {
        dials++;
        response.writeHead(307, { location: '/elsewhere' }).end();
      }),
    );
    expect(meaning(await send(url))).toBe('ambiguous');
    expect(dials).toBe(1);
  });

  it('takes a request that cannot be made as a wrong set-up', async () => {
    const answer = await sendDial(
      { fetch: (request) => fetch(request), clock: systemClock, timeoutMs: 1000 },
      () => new Request('no address'),
      words,
    );
    expect(meaning(answer)).toBe('wrong-setup');
  });
});
