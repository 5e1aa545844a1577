/** Tokens of scripts over real HTTP: who makes them, what each scope may, how they end. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../src/main/api/router.ts';
import { rawRoutes } from '../../src/main/server/raw-routes.ts';
import { PASSWORD, type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

let test: TestEngine;
let rest: Rest;
let ada: Person;
let admin: Person;

beforeEach(async () => {
  test = await startEngine();
  rest = await test.serve();
  ada = await test.person();
  admin = await test.person('admin');
});
afterEach(() => test.stop());

interface Token extends Person {
  id: string;
  secret: string;
}

async function aToken(of: Person, scope: string, more: Record<string, unknown> = {}): Promise<Token> {
  const { status, body } = await rest.ask('POST', '/tokens', { name: `to ${scope}`, scope, ...more }, of);
  expect(status).toBe(201);
  return { ...of, id: body.details.id, secret: body.token, authorization: `Bearer ${body.token}` };
}

const statusOf = async (method: string, path: string, who: Person | null, body?: unknown) =>
  (await rest.ask(method, path, body, who)).status;
const codeOf = async (method: string, path: string, who: Person | null, body?: unknown) => {
  const { status, body: told } = await rest.ask(method, path, body, who);
  return [status, told.error?.code];
};
const ask = (who: Person) => statusOf('GET', '/me', who);

describe('a token', () => {
  it('is shown once, and only its hash and its last letters are kept', async () => {
    const made = await rest.ask('POST', '/tokens', { name: 'The CRM' }, ada);
    const { token, details } = made.body;
    expect(token).toMatch(/^rm_[\w-]{43}$/);
    expect(details).toMatchObject({
      name: 'The CRM',
      scope: 'read',
      userId: ada.actor.userId,
      ending: token.slice(-4),
      lastUsedAt: null,
      expiresAt: null,
    });
    const listed = await rest.ask('GET', '/tokens', undefined, ada);
    expect(listed.body.tokens).toEqual([details]);
    const files = (await readdir(test.dataDir)).filter((name) => name.startsWith('ringmaster.db'));
    for (const file of files) expect(await readFile(join(test.dataDir, file), 'latin1')).not.toContain(token.slice(3));
  });

  it('tells when it was last used, to the minute', async () => {
    const token = await aToken(ada, 'read');
    const lastUsed = async () => (await rest.ask('GET', '/tokens', undefined, ada)).body.tokens[0].lastUsedAt;
    const first = new Date(test.clock.now()).toISOString();
    await ask(token);
    test.clock.jump(59_000);
    await ask(token);
    expect(await lastUsed()).toBe(first);
    test.clock.jump(1_000);
    await ask(token);
    expect(await lastUsed()).toBe(new Date(test.clock.now()).toISOString());
  });

  it('still lets in where the store cannot write when it was used', async () => {
    const token = await aToken(ada, 'read');
    test.parts.data.apiTokens.usedTx = () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };
    expect(await ask(token)).toBe(200);
  });

  it('ends when its time has come, and is gone from the table with the next one that is made', async () => {
    const until = new Date(test.clock.now() + 60_000);
    const token = await aToken(ada, 'read', { expiresAt: until });
    expect(await codeOf('POST', '/tokens', ada, { name: 'x', expiresAt: new Date(test.clock.now()) })).toEqual([
      400,
      'expires_in_the_past',
    ]);
    test.clock.jump(59_999);
    expect(await ask(token)).toBe(200);
    test.clock.jump(1);
    expect(await ask(token)).toBe(401);
    expect((await rest.ask('GET', '/tokens', undefined, ada)).body.tokens).toEqual([]);
    await aToken(admin, 'read');
    expect(test.parts.data.database.sqlite.prepare('SELECT user_id FROM api_tokens').pluck().all()).toEqual([admin.actor.userId]);
  });

  it.each([
    ['its user is switched off', () => rest.ask('DELETE', `/users/${ada.actor.userId}`, undefined, admin)],
    ['its user gets a new password', () => rest.ask('PATCH', `/users/${ada.actor.userId}`, { password: 'brand new password' }, admin)],
    ['its user chooses one', () => rest.ask('POST', '/me/password', { currentPassword: PASSWORD, newPassword: 'brand new password' }, ada)],
    ['its user revokes it', (id: string) => rest.ask('DELETE', `/tokens/${id}`, undefined, ada)],
    ['an admin revokes it', (id: string) => rest.ask('DELETE', `/tokens/${id}`, undefined, admin)],
  ])('ends with its stream when %s', async (_, end) => {
    const token = await aToken(ada, 'read');
    const stream = await fetch(`${rest.url}/api/events`, { headers: { authorization: token.authorization } });
    expect(stream.status).toBe(200);
    await untilReal(() => test.engine.context.live.size === 1, 'the stream');
    // What was noted before has been told: from here on only the end of the token may end it.
    await test.clock.advance(1_000);
    const told = stream.text();
    expect((await end(token.id)).status).toBe(200);
    expect(await ask(token)).toBe(401);
    await test.clock.advance(200);
    expect(await told).toContain('not_signed_in');
    expect(test.engine.context.live.size).toBe(0);
  });

  it('is listed and revoked by its owner and by admins, and is not there for others', async () => {
    const token = await aToken(ada, 'read');
    const bob = await test.person();
    expect(await codeOf('DELETE', `/tokens/${token.id}`, bob)).toEqual([404, 'not_found']);
    expect((await rest.ask('GET', '/tokens', undefined, bob)).body.tokens).toEqual([]);
    expect((await rest.ask('GET', '/tokens', undefined, admin)).body.tokens).toMatchObject([{ id: token.id, userId: ada.actor.userId }]);
  });
});

describe('the scope read', () => {
  it('is refused by every route that may change something, and by none that reads', async () => {
    const token = await aToken(admin, 'read');
    const routes = [
      ...Object.values(router).flatMap((procedures) => Object.values(procedures).map((procedure) => procedure['~orpc'].route)),
      ...rawRoutes(test.engine),
    ].map(({ method = 'POST', path = '' }) => ({ method, path: path.replace(/\{\w+\}/, '1') }));
    const changing = routes.filter(({ method, path }) => method !== 'GET' && !/^\/auth\/(?!logout)/.test(path));
    expect(changing.length).toBeGreaterThan(50);
    const letThrough = [];
    for (const { method, path } of changing) {
      const form = new FormData();
      form.append('file', new File(['phone\n'], 'a.csv'));
      for (const body of method === 'POST' ? [{}, form] : [{}]) {
        const [status, code] = await codeOf(method, path, token, body);
        if (status !== 403 || code !== 'read_only_token') letThrough.push([method, path, status, code]);
      }
    }
    expect(letThrough).toEqual([]);
    const refused = [];
    for (const { method, path } of routes.filter((route) => route.method === 'GET' && route.path !== '/events')) {
      const { body } = await test.during(rest.ask(method, path, undefined, token));
      if (body.error?.code === 'read_only_token') refused.push(path);
    }
    expect(refused).toEqual([]);
  });
});

describe('a token of an admin', () => {
  it('sees and does what is its own, save with the scope admin', async () => {
    const [reads, writes, all] = [await aToken(admin, 'read'), await aToken(admin, 'write'), await aToken(admin, 'admin')];
    await rest.ask('POST', '/campaigns/demo', {}, ada);
    const seen = async (who: Person) => (await rest.ask('GET', '/campaigns', undefined, who)).body.total;
    expect([await seen(admin), await seen(all), await seen(writes), await seen(reads)]).toEqual([1, 1, 0, 0]);
    expect(await codeOf('GET', '/users', writes)).toEqual([403, 'admins_only']);
    expect(await statusOf('PUT', '/settings/concurrency', all, { systemLimit: 3 })).toBe(200);
  });

  it('is told less by the live stream than the admin, who listens at the same time', async () => {
    const writes = await aToken(admin, 'write');
    const streams = [admin, writes].map(async (who) => {
      const answer = await fetch(`${rest.url}/api/events`, { headers: { authorization: who.authorization } });
      const read = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
      await read.read();
      return read;
    });
    const [theirs, its] = await Promise.all(streams);
    await rest.ask('POST', '/campaigns/demo', {}, ada);
    await test.clock.advance(200);
    const told = [(await theirs!.read()).value, (await its!.read()).value];
    expect(told.map((text) => /"campaigns":\[\{/.test(text ?? ''))).toEqual([true, false]);
    await theirs!.cancel();
    await its!.cancel();
  });

  it('acts as a supervisor once its user is one', async () => {
    const other = await test.person('admin');
    const token = await aToken(other, 'admin');
    expect(await statusOf('GET', '/users', token)).toBe(200);
    await rest.ask('PATCH', `/users/${other.actor.userId}`, { role: 'supervisor' }, admin);
    expect([await statusOf('GET', '/users', token), await ask(token)]).toEqual([403, 200]);
  });

  it('is made by admins alone', async () => {
    expect(await codeOf('POST', '/tokens', ada, { name: 'x', scope: 'admin' })).toEqual([403, 'admins_only']);
  });
});

describe('what lets somebody in', () => {
  it('is for people who signed in, and for no token', async () => {
    const all = await aToken(admin, 'admin');
    const own = `/users/${admin.actor.userId}`;
    const asked = [
      codeOf('GET', '/tokens', all),
      codeOf('POST', '/tokens', all, { name: 'x' }),
      codeOf('DELETE', `/tokens/${all.id}`, all),
      codeOf('POST', '/me/password', all, { currentPassword: PASSWORD, newPassword: 'brand new password' }),
      codeOf('PATCH', '/me', all, { email: 'mine@example.com' }),
      codeOf('POST', '/auth/logout', all, {}),
      codeOf('PATCH', own, all, { password: 'brand new password' }),
      codeOf('PATCH', own, all, { email: 'mine@example.com' }),
    ];
    expect(new Set((await Promise.all(asked)).map(String))).toEqual(new Set(['403,sign_in_needed']));
    expect(await statusOf('PATCH', own, all, { name: 'Renamed' })).toBe(200);
    expect([await ask(all), await ask(admin)]).toEqual([200, 200]);
  });
});
