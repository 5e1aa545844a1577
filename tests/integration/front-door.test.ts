/** Where the program answers and to whom: the port of the settings, the network over HTTPS, names, pages of other sites. */
import { once } from 'node:events';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { connect as connectPlainly, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { keyFileSecrets } from '../../src/main/hosts/key-file.ts';
import { aCertificate, askSecurely } from '../helpers/certificates.ts';
import { type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';
import { freePort } from '../helpers/ssh-server.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

const NAME = 'desk.example.com';
const CRM = 'https://crm.example.com';

let pem: { certificate: string; key: string };
let test: TestEngine;
let rest: Rest;
let ada: Person;
let admin: Person;
const blockers: Server[] = [];

beforeAll(async () => {
  pem = await aCertificate({ names: [NAME], addresses: ['127.0.0.1'] });
});
beforeEach(async () => {
  test = await startEngine();
  ada = await test.person();
  admin = await test.person('admin');
});
afterEach(async () => {
  for (const blocker of blockers.splice(0)) blocker.close();
  await test.stop();
});

const access = async (who = admin) => (await rest.ask('GET', '/settings/api', undefined, who)).body.api;
const change = (body: object, who = admin) => rest.ask('PUT', '/settings/api', body, who);
const noticeCodes = async () => (await rest.ask('GET', '/notices', undefined, ada)).body.notices.map(({ code }: { code: string }) => code);

async function block(port: number): Promise<void> {
  const blocker = createServer().listen(port);
  blockers.push(blocker);
  await once(blocker, 'listening');
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** As the desktop starts: its port is the one of the settings. */
async function asOnTheDesktop(port: number): Promise<void> {
  rest = await test.serve();
  await change({ port });
  rest = await test.serve({ port: 'settings' });
}

describe('the port of the settings', () => {
  it('is where REST answers, and moves with them while the program runs', async () => {
    const [first, second] = [await freePort(), await freePort()];
    await asOnTheDesktop(first);
    expect(await access()).toMatchObject({ url: `http://127.0.0.1:${first}`, trouble: null, port: first });
    const moved = await change({ port: second });
    expect(moved.body.api).toMatchObject({ url: `http://127.0.0.1:${second}`, trouble: null, port: second });
    expect([await answers(`http://127.0.0.1:${first}`), await answers(`http://127.0.0.1:${second}`)]).toEqual([false, true]);
  });

  it('may be taken: then REST is off and says so, all else goes on, and another port is tried', async () => {
    const [taken, free] = [await freePort(), await freePort()];
    await block(taken);
    await asOnTheDesktop(taken);
    const trouble = `Port ${taken} is taken by another program.`;
    expect(await access()).toMatchObject({ url: null, trouble, port: taken });
    expect(await noticeCodes()).toEqual(['rest_off']);
    expect((await change({ port: free })).body.api).toMatchObject({ url: `http://127.0.0.1:${free}`, trouble: null });
    expect(await noticeCodes()).toEqual([]);
  });

  it('moves nothing where another was asked for', async () => {
    rest = await test.serve();
    const free = await freePort();
    expect((await change({ port: free })).body.api).toMatchObject({ url: rest.url, port: free });
    expect([await answers(rest.url), await answers(`http://127.0.0.1:${free}`)]).toEqual([true, false]);
  });

  it('ends with what was asked through it, a stream a second later', async () => {
    const first = await freePort();
    await asOnTheDesktop(first);
    const url = `http://127.0.0.1:${first}/api`;
    const headers = { authorization: admin.authorization, 'content-type': 'application/json' };
    const stream = await fetch(`${url}/events`, { headers });
    const body = JSON.stringify({ port: await freePort() });
    // The very request that moves the port is still answered there.
    expect((await fetch(`${url}/settings/api`, { method: 'PUT', headers, body })).status).toBe(200);
    const ended = stream.text().catch(() => 'ended');
    await test.clock.advance(1_000);
    expect(await ended).toBe('ended');
  });
});

describe('the network', () => {
  let port: number;
  const open = async (more: object = {}) => change({ network: { open: true, port, ...pem, ...more } });
  const outside = (more: Partial<Parameters<typeof askSecurely>[0]> = {}) =>
    askSecurely({ port, ca: pem.certificate, host: NAME, ...more });

  beforeEach(async () => {
    port = await freePort();
    const screensFolder = join(test.dataDir, 'screens');
    await mkdir(screensFolder);
    await writeFile(join(screensFolder, 'index.html'), '<!doctype html><title>Screens</title>');
    rest = await test.serve({ screensFolder });
  });

  it('is shut until an admin opens it with a certificate, and shut again at once', async () => {
    expect(await access(ada)).toMatchObject({ network: { open: false, url: null, certificate: null } });
    const without = await change({ network: { open: true, port } });
    expect([without.status, without.body.error.code]).toEqual([409, 'certificate_missing']);
    expect((await open()).body.api.network).toEqual({
      open: true,
      port,
      url: `https://${NAME}:${port}`,
      trouble: null,
      certificate: {
        names: [NAME, '127.0.0.1'],
        issuer: 'ringmaster.test',
        validFrom: '2020-01-01T00:00:00.000Z',
        validUntil: '2090-01-01T00:00:00.000Z',
      },
    });
    expect((await outside()).status).toBe(200);
    const me = await outside({ path: '/api/me', headers: { authorization: ada.authorization } });
    expect([me.status, JSON.parse(me.text).user.email]).toEqual([200, ada.email]);
    // Through the network itself: the answer still comes.
    const shut = await outside({
      path: '/api/settings/api',
      method: 'PUT',
      headers: { authorization: admin.authorization },
      body: { network: { open: false } },
    });
    expect([shut.status, JSON.parse(shut.text).api.network.url]).toEqual([200, null]);
    await expect(outside()).rejects.toThrow('ECONNREFUSED');
    expect((await access()).network.certificate.names).toEqual([NAME, '127.0.0.1']);
  });

  it('is open again after a restart', async () => {
    await open();
    const { dataDir } = test;
    await test.stop({ keepData: true });
    test = await startEngine({ dataDir });
    rest = await test.serve();
    expect((await outside()).status).toBe(200);
  });

  it('is asked under the names of the certificate, over TLS 1.2 or later', async () => {
    await open();
    const status = async (host: string) => (await outside({ headers: { host } })).status;
    expect([await status(`${NAME}:${port}`), await status('DESK.example.com'), await status(`127.0.0.1:${port}`)]).toEqual([200, 200, 200]);
    expect([await status('localhost'), await status('evil.example'), await status(`${NAME}.evil.example`)]).toEqual([403, 403, 403]);
    const old = connect({
      port,
      host: '127.0.0.1',
      ca: pem.certificate,
      servername: NAME,
      minVersion: 'TLSv1.1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    await expect(once(old, 'secureConnect')).rejects.toThrow(/protocol version|EPROTO|unsupported protocol/i);
  });

  it('lets nobody there see the figures of the program', async () => {
    await open();
    expect([(await outside({ path: '/metrics' })).status, (await fetch(`${rest.url}/metrics`)).status]).toEqual([404, 200]);
  });

  it('shows the screens up to where one signs in, to their own page alone', async () => {
    await open();
    const page = await outside({ path: '/' });
    expect([page.status, page.text]).toEqual([200, '<!doctype html><title>Screens</title>']);
    expect(page.headers['content-security-policy']).toContain(`wss://${NAME}:${port}`);
    const connects = (origin: string) =>
      new Promise<boolean>((done) => {
        const headers = { host: `${NAME}:${port}`, origin };
        const socket = new WebSocket(`wss://127.0.0.1:${port}/rpc`, { headers, ca: pem.certificate });
        socket.once('error', () => done(false));
        socket.once('open', () => {
          socket.close();
          done(true);
        });
      });
    expect(await connects(`https://${NAME}:${port}`)).toBe(true);
    expect([await connects(`http://${NAME}:${port}`), await connects('https://evil.example')]).toEqual([false, false]);
  });

  it('is not brought down by whoever asks for a socket and breaks off', async () => {
    await open();
    const begin = (host: string) => `GET /rpc HTTP/1.1\r\nhost: ${host}\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`;
    for (const host of ['localhost', 'evil.example']) {
      const socket = connectPlainly({ port: Number(new URL(rest.url).port), host: '127.0.0.1' });
      await once(socket, 'connect');
      socket.write(begin(host));
      socket.resetAndDestroy();
    }
    const plain = connectPlainly({ port, host: '127.0.0.1' });
    const secure = connect({ socket: plain, ca: pem.certificate, servername: NAME });
    await once(secure, 'secureConnect');
    await new Promise((done) => secure.write(begin('evil.example'), done));
    plain.resetAndDestroy();
    expect((await outside()).status).toBe(200);
  });

  it('ends the screens’ sockets with it', async () => {
    await open();
    const headers = { host: `${NAME}:${port}`, origin: `https://${NAME}:${port}` };
    const socket = new WebSocket(`wss://127.0.0.1:${port}/rpc`, { headers, ca: pem.certificate });
    await once(socket, 'open');
    const closed = once(socket, 'close');
    await change({ network: { open: false } });
    await test.clock.advance(1_000);
    await closed;
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });

  it('takes another certificate while it is open, with the key that is there', async () => {
    await open();
    const next = await aCertificate({ names: ['new.example.com'] });
    const half = await change({ network: { certificate: next.certificate } });
    expect([half.status, half.body.error.code]).toEqual([400, 'bad_key']);
    expect((await change({ network: next })).body.api.network.url).toBe(`https://new.example.com:${port}`);
    expect((await outside({ ca: next.certificate, host: 'new.example.com' })).status).toBe(200);
    expect((await outside({ ca: next.certificate, host: 'new.example.com', headers: { host: NAME } })).status).toBe(403);
  });

  it('may find its port taken, or its certificate over: that is told, and ends nothing', async () => {
    await block(port);
    const trouble = `Port ${port} is taken by another program.`;
    expect((await open()).body.api.network).toMatchObject({ open: true, url: null, trouble });
    expect(await noticeCodes()).toEqual(['network_off']);
    const { dataDir, clock } = test;
    blockers.pop()?.close();
    await test.stop({ keepData: true });
    clock.jump(80 * 366 * 24 * 3_600_000);
    test = await startEngine({ dataDir, clock });
    rest = await test.serve();
    admin = await test.person('admin');
    expect((await access()).network).toMatchObject({ url: null, trouble: 'This certificate ended on 2090-01-01. Get a new one.' });
  });

  it('keeps neither certificate nor key in plain text, and tells neither', async () => {
    const { dataDir } = test;
    await test.stop({ keepData: true });
    const logged: string[] = [];
    const write = (fields: object, message: string) => void logged.push(JSON.stringify(fields) + message);
    const log = { debug: write, info: write, warn: write, error: write };
    test = await startEngine({ dataDir, secrets: keyFileSecrets(dataDir, 'a key'), log });
    rest = await test.serve();
    const answer = await open();
    const bodies = [pem.certificate, pem.key].map((text) => text.split('\n')[1]!);
    const files = (await readdir(dataDir)).filter((name) => name.startsWith('ringmaster.db'));
    const kept = await Promise.all(files.map((file) => readFile(join(dataDir, file), 'latin1')));
    const told = [JSON.stringify(answer.body), JSON.stringify(await access()), ...logged, ...kept];
    expect(bodies.filter((body) => told.some((text) => text.includes(body)))).toEqual([]);
    // Sealed elsewhere it is of no use any more, and says so.
    await test.stop({ keepData: true });
    test = await startEngine({ dataDir, secrets: keyFileSecrets(dataDir, 'another key') });
    rest = await test.serve();
    expect((await access()).network).toMatchObject({ url: null, trouble: expect.stringContaining('Give it again'), certificate: null });
  });

  it('takes no port of its own twice, and no origin with a path', async () => {
    const twice = await change({ port, network: { port } });
    expect([twice.status, twice.body.error.code]).toEqual([400, 'same_port']);
    for (const origin of ['crm.example.com', `${CRM}/page`, 'null', '*'])
      expect((await change({ corsOrigins: [origin] })).status).toBe(400);
  });
});

describe('a page of another site', () => {
  const preflight = { origin: CRM, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
  const from = (headers: Record<string, string>, path = '/api/me', method = 'GET') => fetch(`${rest.url}${path}`, { method, headers });
  beforeEach(async () => {
    rest = await test.serve();
  });

  it('is refused until an admin names its site, and then asks with a token, without what a browser keeps', async () => {
    const authorization = ada.authorization;
    expect((await from({ origin: CRM, authorization })).status).toBe(403);
    expect((await from(preflight, '/api/me', 'OPTIONS')).status).toBe(403);
    await change({ corsOrigins: [CRM] });
    const asked = await from(preflight, '/api/me', 'OPTIONS');
    expect([asked.status, Object.fromEntries([...asked.headers].filter(([name]) => /^(access|vary)/.test(name)))]).toEqual([
      204,
      {
        'access-control-allow-origin': CRM,
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID',
        'access-control-expose-headers': expect.stringContaining('Retry-After'),
        'access-control-max-age': '600',
        vary: 'Origin',
      },
    ]);
    const answer = await from({ origin: CRM, authorization });
    const headers = ['access-control-allow-origin', 'vary', 'access-control-allow-credentials'].map((name) => answer.headers.get(name));
    expect([answer.status, ...headers]).toEqual([200, CRM, 'Origin', null]);
    // A refusal can be read by the page, too.
    const unknown = await from({ origin: CRM });
    expect([unknown.status, unknown.headers.get('access-control-allow-origin')]).toEqual([401, CRM]);
    const others = [
      from({ origin: 'https://evil.example', authorization }),
      from({ origin: 'null', authorization }),
      from({ origin: `${CRM}:444`, authorization }),
      from({ origin: CRM }, '/healthz'),
      from({ origin: CRM }, '/'),
    ];
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    await change({ corsOrigins: [] });
    expect((await from({ origin: CRM, authorization })).status).toBe(403);
  });

  it('opens no socket of the screens, named or not', async () => {
    const screensFolder = join(test.dataDir, 'screens');
    await mkdir(screensFolder);
    rest = await test.serve({ screensFolder });
    await change({ corsOrigins: [CRM] });
    const cookie = (await fetch(rest.page, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
    let refused = false;
    const socket = new WebSocket(`${rest.url.replace('http', 'ws')}/rpc`, { headers: { cookie, origin: CRM } });
    socket.once('error', () => {
      refused = true;
    });
    await untilReal(() => refused || socket.readyState === WebSocket.OPEN, 'an answer');
    expect(refused).toBe(true);
  });
});
