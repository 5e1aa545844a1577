/** The HTTP server: the envelope, what it refuses, files in and out, the way in for a browser. */
import { request } from 'node:http';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';

let test: TestEngine;
let rest: Rest;
let ada: Person;
let admin: Person;

beforeEach(async () => {
  test = await startEngine();
  const screensFolder = join(test.dataDir, 'screens');
  await mkdir(join(screensFolder, 'assets'), { recursive: true });
  await writeFile(join(screensFolder, 'index.html'), '<!doctype html><title>Screens</title>');
  await writeFile(join(screensFolder, 'assets/app-1.js'), 'void 0');
  rest = await test.serve({ screensFolder });
  ada = await test.person();
  admin = await test.person('admin');
});
afterEach(() => test.stop());

/** A request whose Host and Origin a browser would not let a page choose. */
function raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number; headers: Record<string, unknown> }> {
  return new Promise((done, fail) => {
    const sent = request(`${rest.url}${path}`, { method, headers }, (response) => {
      response.resume();
      done({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.once('error', fail);
    sent.end();
  });
}

const CSV =
  'name,phone_number,plan\nAda Lovelace,+442079460958,gold\nNobody,12,\nAda again,+442079460958,\nJorge Borges,+34912345678,basic\n';
/** Files are written in steps, between which the clock is asked: time goes by meanwhile. */
const upload = (path: string, fields: Record<string, string | File>) => test.during(rest.ask('POST', path, form(fields), ada));

const file = (text: string, name = 'people.csv') => new File([text], name, { type: 'text/csv' });

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

async function anAgent(): Promise<string> {
  const made = await rest.ask('POST', '/agents', { name: 'Practice', provider: 'practice', providerAgentId: 'any' }, ada);
  return made.body.agent.id;
}

const SETTINGS = {
  name: 'A list',
  nextAction: 'Ask how they are',
  firstCallTime: '00:00',
  lastCallTime: '24:00',
  timeZone: 'UTC',
  draft: 'true',
};

describe('every answer over REST', () => {
  it('is marked as success or says what is wrong, in one shape', async () => {
    expect((await rest.ask('GET', '/me', undefined, ada)).body).toMatchObject({ success: true, user: { email: ada.email } });
    expect(await rest.ask('GET', '/me')).toMatchObject({
      status: 401,
      body: { success: false, error: { code: 'not_signed_in', message: 'Sign in first.', details: [] } },
    });
  });

  it('names each field that is wrong and each that is unknown', async () => {
    const wrong = await rest.ask('POST', '/users', { email: 'nobody', name: 'B', password: 'long enough', colour: 'red' }, admin);
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.details.map(({ path }: { path: string }) => path).toSorted()).toEqual(['colour', 'email']);
  });

  it('says 404 in the same shape for an address that is not there', async () => {
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['GET', '/campaigns/x/y/z'],
    ] as const) {
      expect(await rest.ask(method, path, undefined, ada)).toMatchObject({
        status: 404,
        body: { success: false, error: { code: 'not_found' } },
      });
    }
  });

  it('reads numbers and switches from a query', async () => {
    expect((await rest.ask('GET', '/contacts?page=1&limit=5', undefined, ada)).status).toBe(200);
    const wrong = await rest.ask('GET', '/contacts?limit=many', undefined, ada);
    expect([wrong.status, wrong.body.error.details[0].path]).toEqual([400, 'limit']);
  });

  it('refuses a body that is no JSON, and one that is too large', async () => {
    const headers = { authorization: admin.authorization, 'content-type': 'application/json' };
    const broken = await fetch(`${rest.url}/api/users`, { method: 'POST', headers, body: '{broken' });
    expect([broken.status, (await broken.json()).error.code]).toEqual([400, 'bad_input']);
    const large = await fetch(`${rest.url}/api/users`, { method: 'POST', headers, body: JSON.stringify({ name: 'x'.repeat(5_000_000) }) });
    expect([large.status, (await large.json()).error.code]).toEqual([413, 'too_large']);
  });

  it('takes the thing that the address names, and refuses a body that names another', async () => {
    const { userId: id } = ada.actor;
    const other = await rest.ask('PATCH', `/users/${id}`, { id: admin.actor.userId, name: 'Renamed' }, admin);
    expect([other.status, other.body.error.details[0].path]).toEqual([400, 'id']);
    expect((await rest.ask('PATCH', `/users/${id}`, { id, name: 'Renamed' }, admin)).body.user).toMatchObject({ id, name: 'Renamed' });
  });

  it('says that the store cannot write, to whoever asked and to every screen', async () => {
    test.parts.data.users.changeTx = () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };
    const answer = await rest.ask('PATCH', `/users/${ada.actor.userId}`, { name: 'Renamed' }, admin);
    expect([answer.status, answer.body.error.code]).toEqual([503, 'store_cannot_write']);
    expect(test.parts.health.has('store-cannot-write')).toBe(true);
    expect((await fetch(`${rest.url}/healthz`)).status).toBe(503);
  });

  it('tells nothing of a bug, and logs it', async () => {
    test.parts.data.notices.open = () => {
      throw new Error('a secret of the inside');
    };
    // Past the helper that asks, for a mistake is documented of no route.
    const answer = await fetch(`${rest.url}/api/notices`, { headers: { authorization: ada.authorization } });
    const told = await answer.text();
    expect([answer.status, JSON.parse(told).error.code]).toEqual([500, 'bug']);
    expect(told).not.toContain('secret');
  });

  it('does not take whoever leaves in the middle of a file for a fault', async () => {
    const logged = vi.spyOn(test.parts.log, 'error');
    await writeFile(join(test.dataDir, 'screens/assets/large-1.js'), Buffer.alloc(64 << 20, ' '));
    const cookie = (await fetch(rest.page, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0];
    await new Promise<void>((done, fail) => {
      const sent = request(`${rest.url}/assets/large-1.js`, { headers: { cookie } }, (response) => {
        expect(response.statusCode).toBe(200);
        response.once('data', () => response.destroy());
        response.once('close', done);
      });
      sent.once('error', fail);
      sent.end();
    });
    // The end of the server waits for its connections: by then it has heard of it.
    await test.stop();
    expect(logged).not.toHaveBeenCalled();
  });
});

describe('who may ask', () => {
  it('is this computer under its own name, and no page of another site', async () => {
    const { host } = new URL(rest.url);
    const status = async (headers: Record<string, string>) => (await raw('/healthz', headers)).status;
    expect(await status({ host })).toBe(200);
    expect(await status({ host: 'localhost:1' })).toBe(200);
    expect(await status({ host: 'ringmaster.example' })).toBe(403);
    expect(await status({ host, origin: `http://${host}` })).toBe(200);
    expect(await status({ host, origin: 'https://evil.example' })).toBe(403);
    expect(await status({ host, origin: 'null' })).toBe(403);
  });
});

describe('the way in for a browser', () => {
  it('works once, becomes a cookie that scripts cannot read, and is needed for the page and the socket', async () => {
    const first = await fetch(rest.page, { redirect: 'manual' });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/']);
    const setCookie = first.headers.get('set-cookie') ?? '';
    expect(setCookie).toMatch(/HttpOnly; SameSite=Strict/);
    const cookie = setCookie.split(';')[0] ?? '';
    const page = await fetch(`${rest.url}/`, { headers: { cookie } });
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>Screens</title>']);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self'; ");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(rest.page, { redirect: 'manual' })).status).toBe(403);
    expect((await fetch(`${rest.url}/`)).status).toBe(403);

    const origin = rest.url;
    expect(await opens({ cookie, origin })).toBe(true);
    expect(await opens({ origin })).toBe(false);
    expect(await opens({ cookie, origin: 'http://evil.example' })).toBe(false);
    expect(await opens({ cookie })).toBe(false);
  });

  it('leads to nothing outside of the screens', async () => {
    for (const path of ['/../ringmaster.db', '/%2e%2e/ringmaster.db', '/assets/..%2f..%2fringmaster.db', '/%00', '/%']) {
      expect((await raw(path, { host: new URL(rest.url).host })).status).toBe(404);
    }
    expect((await fetch(`${rest.url}/assets/app-1.js`)).headers.get('cache-control')).toContain('immutable');
  });

  function opens(headers: Record<string, string>): Promise<boolean> {
    return new Promise((done) => {
      const socket = new WebSocket(`${rest.url.replace('http', 'ws')}/rpc`, { headers });
      socket.once('open', () => {
        socket.close();
        done(true);
      });
      socket.once('error', () => done(false));
    });
  }
});

describe('an uploaded file', () => {
  it('becomes a campaign, with every refused row told', async () => {
    const agentId = await anAgent();
    const made = await upload('/campaigns/upload-csv', { ...SETTINGS, agentId, weekdays: '[1,2,3]', keepOpen: 'false', file: file(CSV) });
    expect(made.body).toMatchObject({ success: true });
    expect(made.status).toBe(201);
    expect(made.body.campaign).toMatchObject({ name: 'A list', status: 'draft', totalContacts: 2, weekdays: [1, 2, 3] });
    expect(made.body.import).toMatchObject({ rows: 4, imported: 2, known: 0, duplicates: 1, invalid: 1, state: 'finished' });
    const refused = await fetch(`${rest.url}${made.body.import.refusedUrl}`, { headers: { authorization: ada.authorization } });
    expect(refused.headers.get('content-type')).toContain('text/csv');
    expect((await refused.text()).trim().split('\n').length).toBe(3);
    const { id } = made.body.campaign;
    const more = await upload(`/campaigns/${id}/contacts`, { file: file('phone\n+493012345678\n+442079460958\n') });
    expect(more).toMatchObject({ status: 200, body: { added: 1, campaign: { totalContacts: 3 } } });
    const exported = await test.during(rest.ask('GET', `/campaigns/${id}/export`, undefined, ada));
    expect(exported.body.trim().split('\n').length).toBe(4);
  });

  it('is checked first where a person wants to look', async () => {
    const taken = await upload('/imports', { target: 'contacts', file: file(CSV) });
    expect(taken.status).toBe(202);
    expect(taken.body.import).toMatchObject({ target: 'contacts', fileName: 'people.csv' });
    expect((await rest.ask('GET', `/imports/${taken.body.import.id}`, undefined, admin)).status).toBe(404);
  });

  it('becomes contacts, or numbers that are not called', async () => {
    expect((await upload('/contacts/import', { file: file(CSV) })).body.import).toMatchObject({ imported: 2 });
    expect((await rest.ask('GET', '/contacts', undefined, ada)).body.total).toBe(2);
    expect((await test.during(rest.ask('GET', '/contacts/export', undefined, ada))).body).toContain('Lovelace');
    expect((await upload('/do-not-call', { file: file('phone\n+442079460958\n') })).status).toBe(201);
    expect((await rest.ask('GET', '/do-not-call', undefined, ada)).body.total).toBe(1);
  });

  it('is refused with its reason and leaves nothing on the disk', async () => {
    const agentId = await anAgent();
    const refused = async (fields: Record<string, string | File>) => {
      const { status, body } = await upload('/campaigns/upload-csv', fields);
      return [status, body.error.code, body.error.details.map(({ path }: { path: string }) => path)];
    };
    expect(await refused({ ...SETTINGS, agentId })).toEqual([400, 'file_missing', ['file']]);
    expect(await refused({ ...SETTINGS, agentId, colour: 'red', file: file(CSV) })).toEqual([400, 'bad_input', ['colour']]);
    expect(await refused({ ...SETTINGS, agentId, weekdays: 'monday', file: file(CSV) })).toEqual([400, 'bad_input', ['weekdays']]);
    await rest.ask('PUT', '/settings/dialing', { importMaxBytes: 2_000 }, admin);
    expect(await refused({ ...SETTINGS, agentId, file: file(`${CSV}${'x'.repeat(20_000)}`) })).toEqual([413, 'file_too_large', []]);
    expect(await readdir(join(test.dataDir, 'imports'))).toEqual([]);
    expect((await rest.ask('GET', '/campaigns', undefined, ada)).body.total).toBe(0);
  });
});

describe('the reference', () => {
  it('is OpenAPI 3.1 and names every route, envelope and file included', async () => {
    const { body } = await rest.ask('GET', '/openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
    expect(body.paths['/campaigns/{id}'].get).toBeDefined();
    expect(body.paths['/campaigns/upload-csv'].post.requestBody.content).toHaveProperty('multipart/form-data');
    expect(Object.keys(body.paths['/campaigns/{id}/contacts'].post.requestBody.content)).toEqual([
      'application/json',
      'multipart/form-data',
    ]);
    const { properties, required } = body.paths['/me'].get.responses['200'].content['application/json'].schema;
    expect([properties.success, required]).toEqual([{ const: true }, ['success', 'user']]);
  });

  it('gives the template of a list', async () => {
    const basic = await rest.ask('GET', '/campaigns/csv-template?kind=basic', undefined, ada);
    expect(basic.body.split('\r\n')[0]).toBe('name,phone_number');
    expect((await rest.ask('GET', '/campaigns/csv-template?kind=other', undefined, ada)).status).toBe(400);
  });
});
