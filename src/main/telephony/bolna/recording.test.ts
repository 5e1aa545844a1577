import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { BOLNA_KEY, bolnaWith, EXECUTION_ID, type Reply } from '../../../../tests/helpers/bolna.ts';
import { DEFAULT_BOLNA } from '../../../shared/domain/provider-settings.ts';

const OWN = `https://api.bolna.ai/recordings/call/${EXECUTION_ID}`;
const STORE = 'https://store.example.invalid/rec/1.mp3';
const sound = (status = 200, headers: Record<string, string> = {}): Response =>
  new Response(new Uint8Array([1, 2, 3]), { status, headers: { 'content-type': 'audio/mpeg', ...headers } });
const moved = (location: string): Response => new Response(null, { status: 302, headers: { location } });

describe('fetching a recording', () => {
  const fetched = async (url: string, replies: Reply[], range: string | null = null) => {
    const { provider, sent } = bolnaWith(replies);
    return { part: await provider.fetchRecording(url, range), sent, keys: sent.map(({ headers }) => headers['authorization'] ?? null) };
  };

  it('shows the key to Bolna itself, and passes the range on', async () => {
    const { part, sent, keys } = await fetched(OWN, [sound(206, { 'content-range': 'bytes 0-2/9' })], 'bytes=0-2');
    expect(part).toMatchObject({ status: 206, headers: { 'content-type': 'audio/mpeg', 'content-range': 'bytes 0-2/9' } });
    expect([...new Uint8Array(await new Response(part!.body).arrayBuffer())]).toEqual([1, 2, 3]);
    expect(keys).toEqual([`Bearer ${BOLNA_KEY}`]);
    expect(sent[0]).toMatchObject({ method: 'GET', url: OWN, headers: { range: 'bytes=0-2', 'accept-encoding': 'identity' } });
  });

  it.each([STORE, 'https://api.bolna.ai.example.invalid/rec', 'https://api.bolna.ai:8443/rec', 'https://api.bolna.dev/recordings/call/1'])(
    'shows the key to nobody else: %s',
    async (url) => {
      const { part, keys } = await fetched(url, [sound()]);
      expect([part?.status, keys]).toEqual([200, [null]]);
    },
  );

  it('does not send the key on, wherever it is sent', async () => {
    const { part, sent, keys } = await fetched(OWN, [moved(STORE), moved('/rec/2.mp3'), sound()], 'bytes=0-');
    expect(part?.status).toBe(200);
    expect(keys).toEqual([`Bearer ${BOLNA_KEY}`, null, null]);
    expect(sent.map(({ url }) => url)).toEqual([OWN, STORE, 'https://store.example.invalid/rec/2.mp3']);
    expect(sent.every(({ headers }) => headers['range'] === 'bytes=0-')).toBe(true);
    expect((await fetched(STORE, [moved(OWN), sound()])).keys).toEqual([null, null]);
  });

  const elsewhere = ['http://store.example.invalid/1.mp3', 'http://127.0.0.1:8080/admin', 'file:///etc/passwd', 'data:audio/mp3,abc'];

  it.each([...elsewhere, 'recording', '/rec/1.mp3', ''])('asks for nothing at %j', async (url) => {
    expect(await fetched(url, [])).toMatchObject({ part: null, sent: [] });
  });

  it.each(elsewhere)('goes no further when it is sent on to %s', async (url) => {
    const { part, sent } = await fetched(OWN, [moved(url), sound()]);
    expect([part, sent.length]).toEqual([null, 1]);
  });

  it.each<[string, Reply[]]>([
    ['a 404', [{ status: 404, body: {} }]],
    ['a refused key', [{ status: 403, body: {} }]],
    ['a 500', [{ status: 500, body: {} }]],
    ['a page instead of sound', [new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } })]],
    ['an error told with 200', [new Response('{}', { headers: { 'content-type': 'application/json' } })]],
    ['a redirect to nowhere', [new Response(null, { status: 302 })]],
    ['a circle', [moved(OWN), moved(OWN), moved(OWN), moved(OWN), moved(OWN)]],
    ['no connection', [new TypeError('fetch failed')]],
  ])('has none in %s', async (_name, replies) => {
    expect((await fetched(OWN, replies)).part).toBeNull();
  });

  it('waits no longer than the settings allow', async () => {
    const { provider, clock } = bolnaWith([], {
      fetch: (request) => new Promise((_done, fail) => request.signal.addEventListener('abort', () => fail(new Error('aborted')))),
    });
    const part = provider.fetchRecording(OWN, null);
    await clock.advance(15_000);
    expect(await part).toBeNull();
  });

  it('follows a redirect on a real connection without the key', async () => {
    const seen: (string | undefined)[] = [];
    const server = createServer((incoming, outgoing) => {
      seen.push(`${incoming.url} ${incoming.headers.authorization ?? 'without a key'}`);
      if (incoming.url === '/recordings/call/1') outgoing.writeHead(302, { location: '/file.mp3' }).end();
      else outgoing.writeHead(200, { 'content-type': 'audio/mpeg' }).end('sound');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { provider } = bolnaWith([], { fetch: globalThis.fetch, settings: () => ({ ...DEFAULT_BOLNA, baseUrl }) });
    try {
      const part = await provider.fetchRecording(`${baseUrl}/recordings/call/1`, null);
      expect(await new Response(part!.body).text()).toBe('sound');
      expect(seen).toEqual([`/recordings/call/1 Bearer ${BOLNA_KEY}`, '/file.mp3 without a key']);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
