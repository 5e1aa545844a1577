/** What REST refuses before anything is done, and in which words: of every route of the contract, and of what is no request at all. */
import { request } from 'node:http';
import { getRouter, isProcedure, traverseContractProcedures } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { router } from '../../src/main/api/router.ts';
import { type Person, type Rest, type RestAnswer, startEngine, type TestEngine } from '../helpers/engine.ts';

let test: TestEngine;
let rest: Rest;
let admin: Person;

beforeAll(async () => {
  test = await startEngine();
  rest = await test.serve();
  admin = await test.person('admin');
});
afterAll(() => test.stop());

interface Route {
  method: string;
  path: string;
  /** With something in each place that varies: nothing is looked for before the shape is right. */
  filled: string;
}

function routes(): Route[] {
  const found: Route[] = [];
  traverseContractProcedures({ router, path: [] }, ({ contract, path: name }) => {
    if (!isProcedure(getRouter(router, name))) return;
    const { method = 'POST', path = '/' } = contract['~orpc'].route;
    found.push({ method, path, filled: path.replace(/\{\w+\}/g, '7') });
  });
  return found;
}

const ask = (method: string, path: string, body?: unknown) => {
  // As many a second as are taken: the clock stands still otherwise.
  test.clock.advance(5).catch(() => {});
  return rest.ask(method, path, body, admin);
};

/** Sends bytes as they are, as whatever they say to be. */
async function send(body: string | Uint8Array, headers: Record<string, string> = {}, path = '/contacts'): Promise<RestAnswer> {
  const answer = await fetch(`${rest.url}/api${path}`, {
    method: 'POST',
    headers: { authorization: admin.authorization, 'content-type': 'application/json', ...headers },
    body: body as RequestInit['body'] & {},
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

const refused = ({ status, body }: RestAnswer) => [status, body.error?.code];
const pathsOf = ({ body }: RestAnswer) => body.error?.details?.map(({ path }: { path: string }) => path) ?? [];
const wordsOf = ({ body }: RestAnswer) =>
  Object.fromEntries(body.error.details.map(({ path, message }: { path: string; message: string }) => [path, message]));

describe('a field that nobody asked for', () => {
  it('is refused by name in the query of every route that is read', async () => {
    const wrong: unknown[] = [];
    for (const { method, path, filled } of routes().filter((route) => route.method === 'GET')) {
      const answer = await ask(method, `${filled}?colour=red`);
      if (answer.status !== 400 || !pathsOf(answer).includes('colour')) wrong.push(`${path} ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is refused by name in the body and in the query of every route that changes something', async () => {
    const changing = routes().filter((route) => route.method !== 'GET');
    expect(changing.length).toBeGreaterThan(40);
    const wrong: unknown[] = [];
    for (const { method, path, filled } of changing) {
      const inBody = await ask(method, filled, { colour: 'red' });
      if (inBody.status !== 400 || !pathsOf(inBody).includes('colour')) wrong.push(`${method} ${path} body ${inBody.status}`);
      const inQuery = await ask(method, `${filled}?colour=red`);
      if (inQuery.status !== 400 || !pathsOf(inQuery).includes('colour')) wrong.push(`${method} ${path} query ${inQuery.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is refused by its whole name where it lies deeper', async () => {
    const answer = await ask('PUT', '/settings/concurrency', { users: [{ userId: 'user_1', limit: 1, colour: 'red' }] });
    expect([answer.status, pathsOf(answer)]).toEqual([400, ['users.0.colour']]);
  });
});

describe('what is no request', () => {
  it('is refused with what to send instead', async () => {
    expect(refused(await send('{broken'))).toEqual([400, 'bad_input']);
    expect(refused(await send(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d])))).toEqual([400, 'bad_input']);
    for (const root of ['[]', '[{"phoneNumber":"+442079460958"}]', '"text"', '7', 'null', 'true'])
      expect([root, ...refused(await send(root))]).toEqual([root, 400, 'bad_input']);
    expect(refused(await send('x'.repeat(5_000_000)))).toEqual([413, 'too_large']);
    expect(refused(await sendInPieces('x'.repeat(1_000_000), 5))).toEqual([413, 'too_large']);
    expect(refused(await send(`{"customFields":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_001)}`))).toEqual([400, 'bad_input']);
  });

  it('is refused for its type, and told which one is read', async () => {
    const headers = [
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/json; charset=latin1' },
      { 'content-encoding': 'gzip' },
    ];
    for (const given of headers) expect([given, ...refused(await send('{}', given))]).toEqual([given, 415, 'unsupported_media_type']);
    expect((await send('{}', { 'content-type': 'application/json; charset="UTF-8"' })).status).toBe(400);
    const form = new FormData();
    form.append('phoneNumber', '+442079460958');
    expect(refused(await ask('POST', '/contacts', form))).toEqual([415, 'unsupported_media_type']);
  });

  it('is refused for its method, with those that the address takes', async () => {
    const me = await ask('PUT', '/me', {});
    expect([...refused(me), me.headers.get('allow')]).toEqual([405, 'method_not_allowed', 'GET, PATCH']);
    const file = await ask('GET', '/contacts/import');
    // Where an id could stand, the address is that of a contact as well.
    expect(refused(file)).toEqual([400, 'bad_input']);
    expect((await ask('DELETE', '/imports')).headers.get('allow')).toBe('POST');
    expect(refused(await ask('DELETE', '/nothing'))).toEqual([404, 'not_found']);
  });

  it('cannot tamper with what every object is made from', async () => {
    const answers = [
      await send('{"phoneNumber":"+442079460958","__proto__":{"isAdmin":true}}'),
      await send('{"phoneNumber":"+442079460958","customFields":{"__proto__":"x"}}'),
      await ask('GET', '/contacts?__proto__[isAdmin]=1'),
      await ask('GET', '/contacts?search[__proto__][isAdmin]=1'),
      await ask('GET', '/contacts?constructor[prototype][isAdmin]=1'),
      await ask('DELETE', '/contacts/7?__proto__=1'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
    expect(pathsOf(answers[1]!)).toEqual(['customFields.__proto__']);
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  it('is not read at all where nobody is known', async () => {
    const answer = await fetch(`${rest.url}/api/contacts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{broken',
    });
    expect(answer.status).toBe(401);
  });
});

describe('what is wrong', () => {
  it('is told in words that say what to write', async () => {
    const user = await ask('POST', '/users', { email: 'nobody', name: 7, role: 'king', active: 'yes' });
    expect(wordsOf(user)).toMatchObject({
      email: 'Write the e-mail address as name@example.com.',
      name: 'Write text, in quotation marks.',
      role: 'Write one of supervisor, admin.',
      password: 'Missing.',
    });
    expect(wordsOf(await ask('GET', '/contacts?limit=many&page=0'))).toEqual({ limit: 'Write a whole number.', page: 'Write at least 1.' });
    expect(wordsOf(await ask('GET', '/contacts?limit=1000'))).toEqual({ limit: 'Write at most 200.' });
    expect(wordsOf(await ask('GET', '/contacts/x'))).toEqual({ id: 'Write a whole number.' });
    expect(wordsOf(await ask('POST', '/campaigns', { contactIds: 7 }))).toMatchObject({
      contactIds: 'Write a list, in square brackets.',
      agentId: 'Missing.',
    });
  });

  it('is never told in the words of a library', async () => {
    const told: string[] = [];
    for (const { method, filled } of routes()) {
      for (const body of [{}, undefined]) {
        if (method === 'GET') continue;
        // Whoever signs out here would be nobody for the rest of the test.
        if (filled === '/auth/logout') continue;
        const { body: answer } = await ask(method, filled, body);
        told.push(...(answer.error?.details ?? []).map(({ message }: { message: string }) => message));
      }
    }
    expect(told).toContain('Missing.');
    expect(told.filter((message) => /invalid|expected|received|too (big|small)|unrecognized/i.test(message))).toEqual([]);
  });
});

/** Without a length told before: only what comes can tell. */
function sendInPieces(piece: string, times: number): Promise<RestAnswer> {
  return new Promise((done, fail) => {
    const headers = { authorization: admin.authorization, 'content-type': 'application/json' };
    const sent = request(`${rest.url}/api/contacts`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.once('end', () => done({ status: response.statusCode ?? 0, headers: new Headers(), body: JSON.parse(text) }));
    });
    sent.once('error', fail);
    for (let i = 0; i < times; i += 1) sent.write(piece);
    sent.end();
  });
}
