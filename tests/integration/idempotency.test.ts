/** A request that is sent again under its key: the same answer, and nothing done twice. */
import { request } from 'node:http';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryJournal } from '../../src/main/telephony/practice/journal.ts';
import { type Person, type Rest, type RestAnswer, startEngine, type TestEngine } from '../helpers/engine.ts';
import { untilReal } from '../helpers/virtual-clock.ts';

const HOUR_MS = 3_600_000;
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

const CSV = 'name,phone_number\nAda Lovelace,+442079460958\nJorge Borges,+34912345678\n';

async function post(path: string, body: unknown, key: string | null, who: Person = ada): Promise<RestAnswer> {
  const form = body instanceof FormData;
  const answer = await fetch(`${rest.url}/api${path}`, {
    method: 'POST',
    headers: {
      authorization: who.authorization,
      ...(form ? {} : { 'content-type': 'application/json' }),
      ...(key === null ? {} : { 'idempotency-key': key }),
    },
    body: form ? body : typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

const someone = (phoneNumber = '+442079460958', name = 'Ada') => ({ phoneNumber, name });
const contacts = async (who: Person = ada) => (await rest.ask('GET', '/contacts', undefined, who)).body.total as number;
const refused = ({ status, body }: RestAnswer) => [status, body.error?.code];
const isReplayed = ({ headers }: RestAnswer) => headers.get('idempotent-replayed') === 'true';

/** Files are written in steps, between which the clock is asked. */
function upload(path: string, fields: Record<string, string | File>, key: string): Promise<RestAnswer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return test.during(post(path, form, key));
}
const file = (text = CSV) => new File([text], 'people.csv', { type: 'text/csv' });

describe('the same request under the same key', () => {
  it('is answered the same and not done again, in whatever order its fields came', async () => {
    const first = await post('/contacts', '{"phoneNumber":"+442079460958","name":"Ada"}', 'key-1');
    const again = await post('/contacts', '{ "name": "Ada", "phoneNumber": "+442079460958" }', 'key-1');
    expect([first.status, isReplayed(first)]).toEqual([201, false]);
    expect([again.status, again.body, isReplayed(again)]).toEqual([201, first.body, true]);
    expect(await contacts()).toBe(1);
  });

  it('is answered with the same refusal, though it would be right by now', async () => {
    const missing = { contactIds: [1] };
    const refusal = await post('/campaigns/campaign_none/contacts', missing, 'key-1');
    const again = await post('/campaigns/campaign_none/contacts', missing, 'key-1');
    expect([again.status, again.body, isReplayed(again)]).toEqual([404, refusal.body, true]);
  });

  it('is done once where both come at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('/contacts', someone(), 'key-1')));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body])))).toHaveProperty('size', 1);
    expect(answers[0]!.status).toBe(201);
    expect(answers.filter(isReplayed).length).toBe(7);
  });

  it('waits for the first, which takes its time', async () => {
    const { importer } = test.engine.context;
    const importAll = importer.importAll.bind(importer);
    let goOn = () => {};
    let begun = 0;
    importer.importAll = async (...given) => {
      begun += 1;
      await new Promise<void>((go) => {
        goOn = go;
      });
      return importAll(...given);
    };
    const first = upload('/contacts/import', { file: file() }, 'key-1');
    await untilReal(() => begun === 1, 'the first import');
    const second = upload('/contacts/import', { file: file() }, 'key-1');
    await untilReal(async () => (await readdir(test.engine.context.importer.folder)).length === 2, 'the second file');
    goOn();
    const [one, other] = await Promise.all([first, second]);
    expect([one.status, other.status, other.body, begun]).toEqual([201, 201, one.body, 1]);
  });

  it('was done where whoever asked hung up in the middle, and is answered when asked again', async () => {
    const body = JSON.stringify(someone());
    await new Promise<void>((done) => {
      const sent = request(`${rest.url}/api/contacts`, {
        method: 'POST',
        headers: { authorization: ada.authorization, 'content-type': 'application/json', 'idempotency-key': 'key-1' },
      });
      sent.once('error', () => {});
      sent.once('close', () => done());
      // The whole of it leaves before the line is cut.
      sent.end(body, () => sent.destroy());
    });
    await untilReal(async () => (await contacts()) === 1, 'the contact');
    const again = await post('/contacts', someone(), 'key-1');
    expect([again.status, isReplayed(again), await contacts()]).toEqual([201, true, 1]);
  });
});

describe('a key', () => {
  it('is refused for another body, and for another route', async () => {
    await post('/contacts', someone(), 'key-1');
    expect(refused(await post('/contacts', someone('+442079460959'), 'key-1'))).toEqual([422, 'idempotency_key_reused']);
    expect(refused(await post('/agents', someone(), 'key-1'))).toEqual([422, 'idempotency_key_reused']);
    // A list is not an object that reads like one.
    await post('/campaigns/campaign_none/contacts', { contactIds: [1] }, 'key-2');
    expect(refused(await post('/campaigns/campaign_none/contacts', { contactIds: { 0: 1 } }, 'key-2'))).toEqual([
      422,
      'idempotency_key_reused',
    ]);
    expect(await contacts()).toBe(1);
  });

  it('is one of its person: the same of another is another', async () => {
    await post('/contacts', someone(), 'key-1', ada);
    const other = await post('/contacts', someone(), 'key-1', admin);
    expect([other.status, isReplayed(other)]).toEqual([201, false]);
  });

  it('has 1 to 255 visible characters', async () => {
    for (const key of ['a b', 'ü', 'x'.repeat(256), ''])
      expect([key, ...refused(await post('/contacts', someone(), key))]).toEqual([key, 400, 'bad_idempotency_key']);
    expect(await contacts()).toBe(0);
    expect((await post('/contacts', someone(), `!${'x'.repeat(253)}~`)).status).toBe(201);
  });

  it('is free again where nothing was done: forbidden, or not now', async () => {
    expect((await post('/users', {}, 'key-1', admin)).status).toBe(400);
    const user = { email: 'bea@example.com', name: 'Bea', password: 'long enough', role: 'supervisor' };
    expect((await post('/users', user, 'key-2')).status).toBe(403);
    expect(refused(await post('/users', { ...user, name: 'B' }, 'key-2'))).toEqual([403, 'admins_only']);
    const insert = test.parts.data.users.insertTx.bind(test.parts.data.users);
    test.parts.data.users.insertTx = () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    };
    const full = await post('/users', user, 'key-3', admin);
    expect([...refused(full), full.headers.get('retry-after')]).toEqual([503, 'store_cannot_write', '10']);
    test.parts.data.users.insertTx = insert;
    expect((await post('/users', user, 'key-3', admin)).status).toBe(201);
  });

  it('is forgotten after a day, from the file as well', async () => {
    const isKept = (key: string) => test.parts.data.idempotency.get({ userId: ada.actor.userId, key }) !== undefined;
    for (const key of ['key-1', 'key-2']) await post('/contacts', someone(), key);
    // Set forward: a day of passes takes its time.
    test.clock.jump(23.9 * HOUR_MS);
    expect(isReplayed(await post('/contacts', someone(), 'key-1'))).toBe(true);
    test.clock.jump(0.2 * HOUR_MS);
    expect(refused(await post('/contacts', someone(), 'key-1'))[0]).toBe(409);
    await test.clock.advance(HOUR_MS);
    expect([isKept('key-1'), isKept('key-2')]).toEqual([true, false]);
  });

  it('keeps nothing in plain text by which an answer or a password could be read', async () => {
    const { secrets } = test.parts;
    secrets.seal = (plain) => Buffer.from(plain).toString('hex');
    secrets.open = (sealed) => Buffer.from(sealed, 'hex').toString();
    await post('/contacts', someone(), 'key-1');
    const { sealedAnswer } = test.parts.data.idempotency.get({ userId: ada.actor.userId, key: 'key-1' })!;
    expect(sealedAnswer).toMatch(/^[0-9a-f]+$/);
    expect(isReplayed(await post('/contacts', someone(), 'key-1'))).toBe(true);
  });
});

describe('an upload under a key', () => {
  it('is taken in once, however its parts are divided, and leaves one file', async () => {
    const first = await upload('/contacts/import', { defaultCountry: 'GB', file: file() }, 'key-1');
    const second = await upload('/contacts/import', { file: file(), defaultCountry: 'GB' }, 'key-1');
    expect(first.status).toBe(201);
    expect([second.status, second.body, isReplayed(second)]).toEqual([201, first.body, true]);
    expect(refused(await upload('/contacts/import', { defaultCountry: 'GB', file: file(`${CSV}Bea,+442079460959\n`) }, 'key-1'))).toEqual([
      422,
      'idempotency_key_reused',
    ]);
    const left = await readdir(join(test.dataDir, 'imports'));
    expect(left.filter((name) => name.startsWith('upload-'))).toEqual([]);
    expect(await contacts()).toBe(2);
  });

  it('is answered the same after its campaign was deleted', async () => {
    const agent = (await rest.ask('POST', '/agents', { name: 'Practice', provider: 'practice', providerAgentId: 'any' }, ada)).body.agent
      .id;
    const settings = { name: 'A list', nextAction: 'Ask', firstCallTime: '09:00', lastCallTime: '18:00', timeZone: 'UTC', draft: true };
    const { id } = (await rest.ask('POST', '/campaigns', { ...settings, agentId: agent, keepOpen: true }, ada)).body.campaign;
    const first = await upload(`/campaigns/${id}/contacts`, { file: file() }, 'key-1');
    expect(first.status).toBe(200);
    await rest.ask('DELETE', `/campaigns/${id}`, undefined, ada);
    const again = await upload(`/campaigns/${id}/contacts`, { file: file() }, 'key-1');
    expect([again.status, again.body, isReplayed(again)]).toEqual([200, first.body, true]);
    expect((await upload(`/campaigns/${id}/contacts`, { file: file() }, 'key-2')).status).toBe(404);
  });
});

describe('after the program ended', () => {
  it('a request is still known', async () => {
    const first = await post('/contacts', someone(), 'key-1');
    await startAnew();
    const again = await post('/contacts', someone(), 'key-1');
    expect([again.status, again.body, isReplayed(again)]).toEqual([201, first.body, true]);
  });

  it('says that it does not know where it ended in the middle', async () => {
    test.parts.data.idempotency.endTx = () => {
      throw new Error('the end');
    };
    expect((await post('/contacts', someone(), 'key-1')).status).toBe(201);
    await startAnew();
    const again = await post('/contacts', someone(), 'key-1');
    expect(refused(again)).toEqual([409, 'idempotency_unknown']);
    expect(again.body.error.message).toContain('use a new key');
    expect(refused(await post('/contacts', someone('+442079460959'), 'key-1'))).toEqual([422, 'idempotency_key_reused']);
    expect(await contacts()).toBe(1);
  });
});

async function startAnew(): Promise<void> {
  const { clock, dataDir } = test;
  await test.stop({ keepData: true });
  test = await startEngine({ clock, dataDir, journal: memoryJournal() });
  rest = await test.serve();
}
