/** What somebody tries at the edge who means harm, or writes odd requests: nothing ends, nothing is told, nothing is passed by. */
import { once } from 'node:events';
import { request, ServerResponse } from 'node:http';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { connect as connectPlainly } from 'node:net';
import { createORPCClient, isDefinedError, safe } from '@orpc/client';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { RequestRate } from '../../src/main/server/request-rate.ts';
import type { AppContract } from '../../src/shared/contract/index.ts';
import { aCertificate, askSecurely } from '../helpers/certificates.ts';
import { type Person, type Rest, type RestAnswer, startEngine, type TestEngine } from '../helpers/engine.ts';
import { freePort } from '../helpers/ssh-server.ts';

const NAME = 'desk.example.com';
let test: TestEngine;
let rest: Rest;
let ada: Person;
let admin: Person;

beforeEach(async () => {
  test = await startEngine();
  const screensFolder = join(test.dataDir, 'screens');
  await mkdir(screensFolder);
  await writeFile(join(screensFolder, 'index.html'), '<!doctype html><title>Screens</title>');
  rest = await test.serve({ screensFolder, referenceFolder: screensFolder });
  ada = await test.person();
  admin = await test.person('admin');
});
afterEach(() => test.stop());

const refused = ({ status, body }: RestAnswer) => [status, body.error?.code];

/** A token of a person, as somebody who asks with it. */
async function tokenOf(who: Person, scope: string): Promise<Person> {
  const { token } = (await rest.ask('POST', '/tokens', { name: scope, scope }, who)).body;
  return { ...who, authorization: `Bearer ${token}` };
}

describe('whoever asks for a socket over the network', () => {
  it('ends nothing, at an address or under a name that cannot be read', async () => {
    const port = await freePort();
    const pem = await aCertificate({ names: [NAME] });
    await rest.ask('PUT', '/settings/api', { network: { open: true, port, ...pem } }, admin);
    const begin = async (path: string, host: string) => {
      const socket = connect({ port, host: '127.0.0.1', ca: pem.certificate, servername: NAME });
      await once(socket, 'secureConnect');
      const origin = `https://${host}`;
      const lines = [`GET ${path} HTTP/1.1`, `host: ${host}`, `origin: ${origin}`, 'connection: upgrade', 'upgrade: websocket'];
      socket.write(`${lines.join('\r\n')}\r\n\r\n`);
      const [first] = (await once(socket, 'data')) as [Buffer];
      socket.destroy();
      return first.toString().split('\r\n')[0];
    };
    expect(await begin('//', NAME)).toBe('HTTP/1.1 403 Forbidden');
    expect(await begin('/rpc', '[fe80::1%eth0]')).toBe('HTTP/1.1 403 Forbidden');
    const plain = await askSecurely({ port, ca: pem.certificate, host: NAME, headers: { host: '[fe80::1%eth0]' } });
    expect(plain.status).toBe(403);
  });
});

describe('an odd request', () => {
  it('is answered where its client offers HTTP/2 in passing', async () => {
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' };
    const status = await new Promise((done, fail) => {
      const sent = request(`${rest.url}/api/me`, { headers: { ...headers, authorization: ada.authorization } }, (response) => {
        response.resume();
        done(response.statusCode);
      });
      sent.once('error', fail);
      sent.end();
    });
    expect(status).toBe(200);
  });

  it('is refused in the one shape where it is none at all, and nothing is written into an answer that began', async () => {
    const { host, port } = new URL(rest.url);
    const send = async (text: string) => {
      const socket = connectPlainly({ port: Number(port), host: '127.0.0.1' });
      let told = '';
      socket.on('data', (chunk) => {
        told += String(chunk);
      });
      socket.write(text);
      await once(socket, 'close');
      return told;
    };
    const begin = (more = '') => `GET /healthz HTTP/1.1\r\nhost: ${host}\r\n${more}\r\n`;
    const codeOf = (told: string) => [told.split(' ')[1], JSON.parse(told.split('\r\n\r\n')[1] ?? '').error.code];
    expect(codeOf(await send('nonsense\r\n\r\n'))).toEqual(['400', 'bad_input']);
    expect(codeOf(await send(begin(`x: ${'a'.repeat(20_000)}\r\n`)))).toEqual(['431', 'too_large']);
    const events = `GET /api/events HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${ada.authorization}\r\n\r\n`;
    const socket = connectPlainly({ port: Number(port), host: '127.0.0.1' });
    let told = '';
    socket.on('data', (chunk) => {
      told += String(chunk);
    });
    socket.write(events);
    await once(socket, 'data');
    socket.write('nonsense\r\n\r\n');
    await once(socket, 'close');
    expect(told.match(/HTTP\/1\.1/g)).toEqual(['HTTP/1.1']);
  });

  it('finds nothing under a name that is longer than any may be', async () => {
    for (const path of ['/assets', '/api/reference']) {
      const { status } = await fetch(`${rest.url}${path}/${'a'.repeat(400)}`);
      expect([path, status]).toEqual([path, 404]);
    }
  });

  it('is refused for what the query of a file may not say, and for what it says twice', async () => {
    const exported = async (query: string) => {
      const { status, body } = await rest.ask('GET', `/contacts/export?${query}`, undefined, ada);
      return [status, status === 200 || body.error.details[0].path];
    };
    expect(await exported('doNotCall=true&search=ada')).toEqual([200, true]);
    expect(await exported('doNotCall=maybe')).toEqual([400, 'doNotCall']);
    expect(await exported('doNotCall=constructor')).toEqual([400, 'doNotCall']);
    expect(await exported('doNotCall=true&doNotCall=false')).toEqual([400, 'doNotCall']);
    expect(await exported('toString=1')).toEqual([400, 'toString']);
  });

  it('ends where nobody takes the file that was asked for', async () => {
    const timed = vi.spyOn(ServerResponse.prototype, 'setTimeout');
    await rest.ask('GET', '/contacts/export', undefined, ada);
    expect(timed.mock.calls.map(([ms]) => ms)).toEqual([120_000]);
    timed.mockRestore();
  });

  it('costs no password where there is an admin already', async () => {
    let secrets = 0;
    const { ids } = test.parts;
    const secret = ids.secret.bind(ids);
    ids.secret = (bytes) => {
      secrets += 1;
      return secret(bytes);
    };
    const first = { email: 'eve@example.com', name: 'Eve', password: 'long enough' };
    expect(refused(await rest.ask('POST', '/auth/first-admin', first))).toEqual([409, 'not_first_run']);
    // A hash begins with its salt.
    expect(secrets).toBe(0);
  });
});

describe('an upload', () => {
  const upload = (fields: [string, string | File][], path = '/contacts/import') => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    return test.during(rest.ask('POST', path, form, ada));
  };
  const file = (name = 'people.csv') => new File(['name,phone_number\nAda,+442079460958\n'], name, { type: 'text/csv' });
  const big = 'x'.repeat((1 << 20) - 1);

  it('holds no more in memory than a request without a file, and takes nothing for whole that was cut off', async () => {
    expect(
      refused(
        await upload([
          ['defaultCountry', `GB${' '.repeat(1 << 20)}`],
          ['file', file()],
        ]),
      ),
    ).toEqual([413, 'too_large']);
    const many = Array.from({ length: 5 }, (_, i): [string, string] => [`field${i}`, big]);
    expect(refused(await upload([...many, ['file', file()]]))).toEqual([413, 'too_large']);
    const tooMany = Array.from({ length: 101 }, (): [string, string] => ['defaultCountry', 'GB']);
    expect(refused(await upload([...tooMany, ['file', file()]]))).toEqual([413, 'too_large']);
    expect(await readdir(join(test.dataDir, 'imports'))).toEqual([]);
  });

  it('is one file', async () => {
    expect(
      refused(
        await upload([
          ['file', file()],
          ['file', file('more.csv')],
        ]),
      ),
    ).toEqual([400, 'bad_upload']);
    expect(await readdir(join(test.dataDir, 'imports'))).toEqual([]);
    expect((await rest.ask('GET', '/contacts', undefined, ada)).body.total).toBe(0);
  });
});

describe('an answer that was kept under a key', () => {
  async function post(path: string, body: object, who: Person): Promise<RestAnswer> {
    const headers = { authorization: who.authorization, 'content-type': 'application/json', 'idempotency-key': 'key-1' };
    const answer = await fetch(`${rest.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  }

  it('is not told to a token that may not ask: a secret that was shown once stays with whoever signed in', async () => {
    const asked = { name: 'CRM', scope: 'write' };
    expect((await post('/tokens', asked, ada)).status).toBe(201);
    expect(refused(await post('/tokens', asked, await tokenOf(ada, 'write')))).toEqual([403, 'sign_in_needed']);
    expect(refused(await post('/tokens', asked, await tokenOf(ada, 'read')))).toEqual([403, 'read_only_token']);
  });

  it('is not told to who is no admin any more, nor to a token that sees less', async () => {
    const bea = await test.person('admin');
    const user = { email: 'new@example.com', name: 'New', password: 'long enough', role: 'supervisor' };
    expect((await post('/users', user, bea)).status).toBe(201);
    const contact = (await rest.ask('POST', '/contacts', { phoneNumber: '+442079460958', name: 'Ada' }, ada)).body.contact.id;
    const agent = (await rest.ask('POST', '/agents', { name: 'P', provider: 'practice', providerAgentId: 'any' }, ada)).body.agent.id;
    const hours = { firstCallTime: '00:00', lastCallTime: '24:00', timeZone: 'UTC' };
    const made = { name: 'A list', agentId: agent, nextAction: 'Ask', ...hours, contactIds: [contact] };
    const { id } = (await rest.ask('POST', '/campaigns', made, ada)).body.campaign;
    expect((await post(`/campaigns/${id}/pause`, {}, admin)).status).toBe(200);
    expect(refused(await post(`/campaigns/${id}/pause`, {}, await tokenOf(admin, 'write')))).toEqual([422, 'idempotency_key_reused']);
    await rest.ask('PATCH', `/users/${bea.actor.userId}`, { role: 'supervisor' }, admin);
    expect(refused(await post('/users', user, bea))).toEqual([403, 'admins_only']);
  });

  it('cannot be begun where the store cannot write: 503, and the key is free', async () => {
    const begin = test.parts.data.idempotency.beginTx.bind(test.parts.data.idempotency);
    test.parts.data.idempotency.beginTx = () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };
    const contact = { phoneNumber: '+442079460958', name: 'Ada' };
    expect(refused(await post('/contacts', contact, ada))).toEqual([503, 'store_cannot_write']);
    test.parts.data.idempotency.beginTx = begin;
    expect((await post('/contacts', contact, ada)).status).toBe(201);
  });
});

describe('so many a second', () => {
  const limit = 2;
  const takes = (rate: RequestRate, of: { authorization?: string; remoteAddress?: string }, actor = true) => {
    const { authorization, remoteAddress = '127.0.0.1' } = of;
    rate.take({ headers: { authorization }, socket: { remoteAddress } }, actor ? ada.actor : null);
  };
  beforeEach(async () => {
    await rest.ask('PUT', '/settings/api', { perSecond: limit }, admin);
  });

  it('are of a token however its header is written, and of a machine whichever of its addresses asks', () => {
    const rate = new RequestRate(test.parts);
    for (const authorization of ['Bearer a', 'bearer a']) takes(rate, { authorization });
    expect(() => takes(rate, { authorization: 'BEARER a' })).toThrow('At most 2 requests a second');
    for (const remoteAddress of ['2001:db8:1:2::1', '2001:db8:1:2:3::9']) takes(rate, { remoteAddress }, false);
    expect(() => takes(rate, { remoteAddress: '2001:db8:1:2:ffff::' }, false)).toThrow('At most 2 requests a second');
    takes(rate, { remoteAddress: '2001:db8:1:3::1' }, false);
  });
});

describe('the screens’ socket', () => {
  let cookie: string;
  beforeEach(async () => {
    cookie = (await fetch(rest.page, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  });

  async function open(count: number): Promise<WebSocket[]> {
    const address = `${rest.url.replace('http', 'ws')}/rpc`;
    const sockets = Array.from({ length: count }, () => new WebSocket(address, { headers: { cookie, origin: rest.url } }));
    const opened = await Promise.all(
      sockets.map(async (socket) => {
        const isOpen = await once(socket, 'open').then(
          () => true,
          () => false,
        );
        return isOpen ? [socket] : [];
      }),
    );
    return opened.flat();
  }

  it('is no way around what a token may send in a second; who signed in on a screen is not counted', async () => {
    const token = await tokenOf(ada, 'read');
    await rest.ask('PUT', '/settings/api', { perSecond: 2 }, admin);
    const [line] = await open(1);
    const asks = async (who: Person) => {
      const link = new SocketLink({ websocket: line as never, headers: { authorization: who.authorization } });
      const api: ContractRouterClient<AppContract> = createORPCClient(link);
      const answers = await Promise.all([1, 2, 3].map(() => safe(api.auth.me({}))));
      return answers.map(({ error }) => (isDefinedError(error) ? error.data.code : 'answered'));
    };
    expect(await asks(token)).toEqual(['answered', 'answered', 'too_many_requests']);
    expect((await rest.ask('GET', '/me', undefined, token)).status).toBe(429);
    expect(await asks(ada)).toEqual(['answered', 'answered', 'answered']);
    line?.close();
  });

  it('is held 200 times by one machine, and again once one is let go', async () => {
    const lines = await open(201);
    expect(lines.length).toBe(200);
    lines[0]?.close();
    await once(lines[0]!, 'close');
    expect((await open(2)).length).toBe(1);
  });
});

describe('the doors', () => {
  it('follow the settings after they could not be read once', async () => {
    const { settings } = test.parts.data;
    const read = settings.read.bind(settings);
    rest = await test.serve({ port: 'settings' });
    settings.read = () => {
      throw new Error('a read that failed');
    };
    const { door } = test.engine;
    await expect(door.follow()).rejects.toThrow('a read that failed');
    settings.read = read;
    await door.follow();
  });
});
