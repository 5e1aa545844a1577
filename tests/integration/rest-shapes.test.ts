/**
 * The answers of REST as scripts read them: the names of the fields of every documented answer, none of which may be renamed or
 * lost; how times and names are written; and what a refusal says. One engine for all, for nothing here changes what another asks.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, type Rest, type RestAnswer, startEngine, type TestEngine } from '../helpers/engine.ts';
import { numbersEnding } from '../helpers/lists.ts';

let test: TestEngine;
let rest: Rest;
let ada: Person;
let admin: Person;
/** A campaign whose three people were called, of a file with a row that is known twice and one that is no number. */
let called: string;
let imported: RestAnswer;
let agentId: string;
let contactIds: number[];

const PHONES = numbersEnding('00', 3);
const WINDOW = { nextAction: 'Ask how they are', firstCallTime: '00:00', lastCallTime: '24:00' };
const CSV = `name,phone_number\n${PHONES.map((phone, i) => `Ada ${i},${phone}`).join('\n')}\nAgain,${PHONES[0]}\nNobody,12\n`;

beforeAll(async () => {
  test = await startEngine();
  rest = await test.serve();
  ada = await test.person('supervisor', { email: 'ada@example.com', limit: 2 });
  admin = await test.person('admin', { email: 'admin@example.com' });
  await rest.ask('PUT', '/settings/dialing', { timeZone: 'Asia/Tokyo' }, admin);
  agentId = (await rest.ask('POST', '/agents', { name: 'Eva', provider: 'practice' }, ada)).body.agent.id;
  const first = await rest.ask('POST', '/contacts', { phoneNumber: PHONES[0], firstName: 'Ada', lastName: 'Known' }, ada);
  imported = await upload('/campaigns/upload-csv', { ...WINDOW, name: 'Called', agentId, pacing: 'asap', keepOpen: 'true' });
  called = imported.body.campaign.id;
  await test.clock.advance(20 * 60_000);
  const second = await rest.ask('POST', '/contacts', { phoneNumber: '+442079460958' }, ada);
  contactIds = [first.body.contact.id, second.body.contact.id];
});
afterAll(() => test.stop());

function upload(path: string, fields: Record<string, string> = {}, text = CSV): Promise<RestAnswer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([text], 'people.csv', { type: 'text/csv' }));
  return test.during(rest.ask('POST', path, form, ada));
}

const get = async (path: string, who: Person = ada) => (await rest.ask('GET', path, undefined, who)).body;
const campaignOf = async (more: object = {}) =>
  (await rest.ask('POST', '/campaigns', { ...WINDOW, name: 'A list', agentId, contactIds, draft: true, ...more }, ada)).body.campaign;

const PAGE = ['success', 'count', 'total', 'totalIsExact', 'page', 'pages'];
const USER = ['id', 'email', 'name', 'role', 'active', 'concurrentCallsLimit'];
const AGENT = ['id', 'name', 'provider', 'providerAgentId', 'callerNumber', 'options', 'shared'];
const CONTACT = 'id phoneNumber name firstName lastName email company timeZone customFields doNotCall'.split(' ');
const CAMPAIGN = [
  ...'id status name description agentId nextAction firstCallTime lastCallTime timeZone weekdays startDate endDate pacing'.split(' '),
  ...'useContactZone retry concurrencyLimit keepOpen totalContacts completedCalls successfulCalls failedCalls'.split(' '),
  ...'nextCallAt whyNoCalls createdAt updatedAt startedAt completedAt'.split(' '),
];
const RETRY = ['maxAttempts', 'retryAfter', 'byOutcome'];
const REASON = ['code', 'sentence', 'until'];
const IMPORT = 'id rows imported known duplicates invalid refused refusedUrl'.split(' ');
const ANALYTICS = [
  ...'total completed successful failed successRate averageDuration outcomes daily hourly'.split(' '),
  ...'attemptsToAnswer longestSeconds longestCallId cost costs timeZone practiceIncluded'.split(' '),
];
const BOARD = 'at timeZone today callsPerHour waiting next users system'.split(' ');
const ITEM = 'id queueId campaignId contactId status priority position estimatedAt estimatedWait waitingFor'.split(' ');
const CALL = 'id campaignId contactId agentId provider callSid status outcome practice phoneNumber duration'.split(' ');
const STATISTICS = [
  ...'queued processing completed failed skipped cancelled dueNow currentRate averageWait nextScheduledCall'.split(' '),
  'successRateToday',
  'doneToday',
];
const SLOTS = 'userLimit userActive userAvailable systemLimit systemActive systemAvailable users'.split(' ');
const DIALING = [
  ...'passSeconds gapMinutes longestMinutes ringSeconds campaignsPerHour importMaxBytes importMaxRows timeZone defaultCountry'.split(' '),
  'breaker',
];

/** A part of an answer, and the names that it must have. */
type Part = readonly [path: string, names: readonly string[]];
const DOCUMENTED: Record<string, readonly [ask: () => Promise<unknown>, ...parts: Part[]]> = {
  'POST /auth/login': [
    async () => (await rest.ask('POST', '/auth/login', { email: ada.email, password: 'correct horse' })).body,
    ['', ['success', 'token', 'expiresAt', 'user']],
    ['user', USER],
  ],
  'GET /me': [() => get('/me'), ['', ['success', 'user']], ['user', USER]],
  'GET /users': [() => get('/users', admin), ['', ['success', 'users']], ['users.0', USER]],
  'GET /agents': [() => get('/agents'), ['', [...PAGE, 'agents']], ['agents.0', AGENT]],
  'GET /agents/:id': [() => get(`/agents/${agentId}`), ['agent', AGENT]],
  'GET /contacts': [() => get('/contacts?limit=1&sortBy=name'), ['', [...PAGE, 'contacts']], ['contacts.0', CONTACT]],
  'GET /contacts/:id': [() => get(`/contacts/${contactIds[0]}`), ['contact', CONTACT]],
  'GET /campaigns': [() => get('/campaigns?status=active'), ['', [...PAGE, 'campaigns']], ['campaigns.0', CAMPAIGN]],
  'GET /campaigns/:id': [() => get(`/campaigns/${called}`), ['campaign', CAMPAIGN], ['campaign.retry', RETRY]],
  'GET /campaigns/:id/analytics': [
    () => get(`/campaigns/${called}/analytics`),
    ['analytics', ANALYTICS],
    ['analytics.daily.0', ['date', 'completed', 'successful', 'failed']],
    ['analytics.hourly.0', ['hour', 'completed', 'successful', 'failed']],
  ],
  'GET /analytics': [
    () => get(`/analytics?campaignId=${called}&from=2026-03-01&to=2026-03-31`),
    ['', ['success', 'analytics', 'heat', 'from', 'to']],
    ['analytics', ANALYTICS],
    ['heat.0', ['weekday', 'hour', 'calls', 'successful']],
  ],
  'GET /analytics/breakdown': [
    () => get('/analytics/breakdown?days=7&practice=true'),
    ['', ['success', 'campaigns', 'agents', 'users', 'from', 'to']],
    ['campaigns.0', ['id', 'name', 'ownerName', 'deleted', 'calls', 'completed', 'successful', 'failed', 'talkSeconds']],
  ],
  'GET /analytics/calls': [
    () => get('/analytics/calls?days=7&outcome=completed&practice=true&limit=2'),
    ['', [...PAGE, 'calls', 'from', 'to']],
    ['calls.0', [...CALL, 'outcome', 'cost', 'userName']],
  ],
  'GET /live/board': [
    () => get('/live/board'),
    ['board', BOARD],
    ['board.today', ['completed', 'successful', 'outcomes', 'hourly']],
    ['board.waiting', ['total', 'dueSoon', 'paused', 'drafts']],
    ['board.users.0', ['userId', 'name', 'up', 'limit', 'waiting', 'turns']],
  ],
  'GET /queue': [() => queueWithOne('/queue?status=queued'), ['', [...PAGE, 'items']], ['items.0', ITEM], ['items.0.waitingFor', REASON]],
  'GET /campaigns/:id/queue': [() => get(`/campaigns/${called}/queue`), ['', [...PAGE, 'items']], ['items.0', ITEM]],
  'GET /queue/:id': [async () => get(`/queue/${(await get(`/campaigns/${called}/queue`)).items[0].id}`), ['item', ITEM]],
  'GET /live/today': [() => get('/live/today'), ['', ['doneToday', 'waiting']]],
  'GET /queue/statistics': [() => get('/queue/statistics'), ['statistics', STATISTICS]],
  'GET /calls': [() => get(`/calls?campaignId=${called}&status=completed&page=1`), ['', [...PAGE, 'calls']], ['calls.0', CALL]],
  'GET /calls/:id': [() => aCall(), ['call', [...CALL, 'stages', 'transcript', 'summary', 'cost']], ['call.stages.0', ['stage', 'at']]],
  'GET /deliveries': [() => get('/deliveries'), ['', [...PAGE, 'deliveries']], ['deliveries.0', ['id', 'provider', 'state', 'callId']]],
  'POST /deliveries/:id/apply': [() => applyAgain(), ['', ['success', 'state']]],
  'GET /settings/concurrency': [
    () => get('/settings/concurrency', admin),
    ['concurrency', SLOTS],
    ['concurrency.users.0', ['userId', 'userLimit', 'userActive', 'userAvailable']],
  ],
  'GET /settings/telephony': [
    () => get('/settings/telephony', admin),
    ['telephony.practice', ['speed', 'seed', 'outcomes', 'faults', 'timeoutMs']],
  ],
  'GET /settings/dialing': [() => get('/settings/dialing', admin), ['dialing', DIALING]],
  'GET /data': [
    () => get('/data', admin),
    ['data', ['paths', 'databaseBytes', 'backups', 'backupsKept', 'practice']],
    ['data.paths', ['folder', 'database', 'backups', 'log']],
    ['data.practice', ['campaigns', 'people', 'calls', 'running', 'clearing']],
  ],
  'POST /data/backup': [
    async () => (await test.during(rest.ask('POST', '/data/backup', {}, admin))).body,
    ['backup', ['name', 'madeAt', 'bytes']],
  ],
  'GET /data/diagnostics': [() => get('/data/diagnostics', admin), ['diagnostics', ['at', 'versions', 'settings', 'counts', 'problems']]],
  'GET /do-not-call': [() => get('/do-not-call'), ['', [...PAGE, 'numbers']]],
  'GET /holidays': [() => get('/holidays'), ['', ['success', 'holidays']]],
  'POST /campaigns/upload-csv': [
    () => Promise.resolve(imported.body),
    ['', ['success', 'campaign', 'import']],
    ['campaign', CAMPAIGN],
    ['import', IMPORT],
    ['import.refused.0', ['line', 'column', 'value', 'reason']],
  ],
  'GET /imports/:id': [() => get(`/imports/${imported.body.import.id}`), ['import', IMPORT]],
  'POST /contacts/import': [async () => (await upload('/contacts/import')).body, ['import', IMPORT]],
  'POST /campaigns/:id/contacts': [
    async () => (await rest.ask('POST', `/campaigns/${(await campaignOf()).id}/contacts`, { contactIds }, ada)).body,
    ['', ['success', 'added', 'campaign']],
  ],
  'POST /campaigns/:id/duplicate': [
    async () => (await rest.ask('POST', `/campaigns/${called}/duplicate`, {}, ada)).body,
    ['', ['success', 'campaign']],
  ],
  'GET /campaigns/:id/outlook': [() => get(`/campaigns/${called}/outlook`), ['outlook', ['doneBy', 'everyMs', 'planned']]],
  'GET /campaigns/:id/call-again': [
    () => get(`/campaigns/${called}/call-again`),
    ['people', ['busy', 'no-answer', 'voicemail', 'failed', 'unknown', 'cancelled', 'skipped']],
  ],
  'POST /campaigns/:id/call-again': [
    async () => (await rest.ask('POST', `/campaigns/${called}/call-again`, { outcomes: ['busy'] }, ada)).body,
    ['', ['success', 'campaign', 'reopened']],
  ],
};

async function queueWithOne(path: string): Promise<unknown> {
  await campaignOf();
  return get(path);
}
async function aCall(): Promise<unknown> {
  const { calls } = await get(`/calls?campaignId=${called}&status=completed`);
  return get(`/calls/${calls[0].id}`);
}
async function applyAgain(): Promise<unknown> {
  const { deliveries } = await get('/deliveries');
  return (await rest.ask('POST', `/deliveries/${deliveries[0].id}/apply`, {}, ada)).body;
}

/** What stands at `a.0.b` of an answer. */
const at = (answer: unknown, path: string): unknown =>
  path === '' ? answer : path.split('.').reduce((whole, step) => (whole as Record<string, unknown> | undefined)?.[step], answer);

/** Every field of an answer with its path; what people call their own fields is theirs. */
function* fieldsOf(value: unknown, path = ''): Generator<[path: string, name: string, value: unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [path, name, inner];
    if (!['customFields', 'userData', 'extracted', 'outcomes', 'byOutcome'].includes(name)) yield* fieldsOf(inner, `${path}.${name}`);
  }
}

const IS_UTC_OR_DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?$/;
/** The hours of a window are no instants: they are the zone's. */
const IS_TIME = /(At|^until|^from|^nextScheduledCall|^scheduledFor|^at|(?<!Call)Time)$/;

describe.each(Object.entries(DOCUMENTED))('the answer of %s', (_name, [ask, ...parts]) => {
  it('has every field that is documented, in camelCase, with its times in UTC', async () => {
    const answer = await ask();
    expect(answer).toMatchObject({ success: true });
    for (const [path, names] of parts) {
      const part = at(answer, path);
      expect([path, typeof part]).toEqual([path, 'object']);
      expect(names.filter((name) => !Object.keys(part as object).includes(name))).toEqual([]);
    }
    const fields = [...fieldsOf(answer)];
    expect(fields.filter(([, name]) => !/^[a-z][A-Za-z0-9]*$/.test(name) && name !== 'no-answer')).toEqual([]);
    expect(fields.filter(([, name, value]) => IS_TIME.test(name) && typeof value === 'string' && !IS_UTC_OR_DATE.test(value))).toEqual([]);
  });
});

describe('the figures as a file', () => {
  it('come as CSV under a name with their dates', async () => {
    const response = await fetch(`${rest.url}/api/analytics/export?days=1`, { headers: { authorization: ada.authorization } });
    const lines = (await response.text()).split('\r\n');
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      expect.stringContaining('figures-2026-03-02-to-2026-03-02.csv'),
    ]);
    expect([lines[0]?.split(',').slice(0, 6), lines[1]?.split(',').slice(0, 6), lines.length]).toEqual([
      ['date', 'supervisor', 'campaign', 'agent', 'practice', 'calls'],
      ['2026-03-02', expect.any(String), 'Called', 'Eva', 'yes', '3'],
      3,
    ]);
  });
});

describe('a campaign of which only what is required was said', () => {
  it('runs on all seven weekdays in the zone of the installation, from today, spread, with one attempt and no limit', async () => {
    expect(await campaignOf()).toMatchObject({
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      timeZone: 'Asia/Tokyo',
      pacing: 'spread',
      retry: { maxAttempts: 1 },
      concurrencyLimit: null,
      startDate: '2026-03-02',
      endDate: null,
    });
  });
});

describe('what changes the state of a campaign', () => {
  it('answers the campaign and its calls that are up, hung up, and cannot be', async () => {
    const { id } = await campaignOf();
    const steps: [method: string, path: string, status: string][] = [
      ['PATCH', '', 'draft'],
      ['POST', '/start', 'active'],
      ['POST', '/pause', 'paused'],
      ['POST', '/resume', 'active'],
      ['POST', '/cancel', 'cancelled'],
      ['DELETE', '', 'cancelled'],
    ];
    for (const [method, path, status] of steps) {
      const { body } = await test.during(rest.ask(method, `/campaigns/${id}${path}`, method === 'DELETE' ? undefined : {}, ada));
      expect([method, path, body]).toMatchObject([method, path, { success: true, campaign: { id, status } }]);
      expect([method, path, body.calls]).toEqual([method, path, { up: expect.any(Number), hungUp: 0, cannotHangUp: 0 }]);
    }
    expect((await rest.ask('GET', `/campaigns/${id}`, undefined, ada)).status).toBe(404);
  });
});

describe('a refusal', () => {
  const paths = ({ body }: RestAnswer) => [body.error.code, body.error.details.map(({ path }: { path: string }) => path)];

  it('names the field that keeps a campaign from its start', async () => {
    const refused = async (given: object) =>
      paths(await rest.ask('POST', '/campaigns', { ...WINDOW, name: 'A list', agentId, contactIds, ...given }, ada));
    expect(await refused({ contactIds: [] })).toEqual(['no_contacts', ['contactIds']]);
    expect(await refused({ weekdays: [] })).toEqual(['no_weekday', ['weekdays']]);
    expect(await refused({ timeZone: 'Mars/Base' })).toEqual(['unknown_time_zone', ['timeZone']]);
    expect(await refused({ firstCallTime: '18:00', lastCallTime: '09:00' })).toEqual(['first_not_before_last', ['firstCallTime']]);
    expect(await refused({ startDate: '2026-03-05', endDate: '2026-03-04' })).toEqual(['end_before_start', ['endDate']]);
    expect(await refused({ startDate: '2026-02-01', endDate: '2026-02-02' })).toEqual(['no_opening_left', ['endDate']]);
    const { id } = await campaignOf({ draft: false });
    const change = await rest.ask('PATCH', `/campaigns/${id}`, { firstCallTime: '18:00', lastCallTime: '09:00' }, ada);
    expect(paths(change)).toEqual(['first_not_before_last', ['firstCallTime']]);
  });

  it('names the field of a mapping that fits no column', async () => {
    const mapped = (mapping: object) => upload('/contacts/import', { mapping: JSON.stringify(mapping) });
    expect(paths(await mapped({ phone_number: 'Nothing' }))).toEqual(['no_such_field', ['mapping']]);
    expect(paths(await mapped({ nowhere: 'email' }))).toEqual(['no_such_column', ['mapping']]);
  });

  it('names what is unknown in the query of a file as well', async () => {
    for (const path of ['/campaigns/csv-template', `/campaigns/${called}/export`, '/contacts/export']) {
      const asked = await test.during(rest.ask('GET', `${path}?colour=red`, undefined, ada));
      expect([path, asked.status, ...paths(asked)]).toEqual([path, 400, 'bad_input', ['colour']]);
    }
  });

  it('keeps to the thing that the address names', async () => {
    const [one, other] = contactIds;
    const asked = await rest.ask('GET', `/contacts/${one}?id=${other}`, undefined, ada);
    expect([asked.status, ...paths(asked)]).toEqual([400, 'bad_input', ['id']]);
    const deleted = await rest.ask('DELETE', `/contacts/${one}?id=${other}`, undefined, ada);
    expect([deleted.status, ...paths(deleted)]).toEqual([400, 'bad_input', ['id']]);
  });

  it('says where a file is wanted and something else came', async () => {
    const asked = await rest.ask('POST', '/campaigns/upload-csv', WINDOW, ada);
    expect([asked.status, ...paths(asked)]).toEqual([400, 'file_missing', ['file']]);
    expect((await rest.ask('POST', '/campaigns/upload-csv', WINDOW)).status).toBe(401);
  });
});

describe('a request to delete', () => {
  it('may say what it means in its query, for clients that send no body with it', async () => {
    await rest.ask('POST', '/holidays', { date: '2026-12-25', name: 'Christmas' }, admin);
    expect((await rest.ask('DELETE', '/holidays?date=2026-12-25', undefined, admin)).status).toBe(200);
    await rest.ask('POST', '/do-not-call', { phoneNumber: '+442079460999' }, admin);
    const asked = await rest.ask('DELETE', '/do-not-call?phoneNumber=%2B442079460999&reason=Asked%20for%20it', undefined, admin);
    expect(asked.status).toBe(200);
    const wrong = await rest.ask('DELETE', `/contacts/${contactIds[1]}?colour=red`, undefined, ada);
    expect([wrong.status, wrong.body.error.details[0].path]).toEqual([400, 'colour']);
  });
});

describe('the total of a list', () => {
  it('is exact to 10,000 and says so, and says when it no longer is', async () => {
    test.parts.data.database.sqlite
      .prepare(
        `INSERT INTO do_not_call (phone, reason, added_by, added_at)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) SELECT '+4930' || (1000000 + i), '', ?, 0 FROM n`,
      )
      .run(admin.actor.userId);
    expect(await get('/do-not-call?limit=1')).toMatchObject({ total: 10_000, totalIsExact: true, pages: 10_000 });
    await rest.ask('POST', '/do-not-call', { phoneNumber: '+442079460999' }, admin);
    expect(await get('/do-not-call?limit=1')).toMatchObject({ totalIsExact: false });
  });
});

describe('a recording', () => {
  it('is given whole or by range', async () => {
    const { calls } = await get(`/calls?campaignId=${called}&status=completed`);
    const sound = async (range?: string) => {
      const headers = { authorization: ada.authorization, ...(range ? { range } : {}) };
      const answer = await fetch(`${rest.url}/api/calls/${calls[0].id}/recording`, { headers });
      return [answer.status, answer.headers.get('content-type'), (await answer.arrayBuffer()).byteLength] as const;
    };
    const [status, type, bytes] = await sound();
    expect([status, type, bytes > 1_000]).toEqual([200, 'audio/wav', true]);
    expect(await sound('bytes=0-99')).toEqual([206, 'audio/wav', 100]);
  });
});

describe('a file of more than 20,000 rows', () => {
  it('is answered with the id of its import while it goes on', async () => {
    const rows = Array.from({ length: 20_001 }, (_, i) => `Person ${i},+4930${20_000_000 + i}`).join('\n');
    const answer = await upload(
      '/campaigns/upload-csv',
      { ...WINDOW, name: 'Large', agentId, draft: 'true' },
      `name,phone_number\n${rows}\n`,
    );
    expect([answer.status, answer.body.import.id]).toEqual([202, expect.any(String)]);
    // It is read by a thread of its own, which takes as long as the machine lets it: the test's own limit ends what hangs.
    for (;;) {
      const { import: told } = (await test.during(rest.ask('GET', `/imports/${answer.body.import.id}`, undefined, ada))).body;
      if (told.state === 'finished')
        return expect(told).toMatchObject({ rows: 20_001, imported: 20_001, known: 0, duplicates: 0, invalid: 0 });
      expect(told.error).toBe(null);
      await test.clock.advance(100);
    }
  });
});

describe('the document of REST', () => {
  interface Operation {
    operationId?: string;
    parameters?: { name: string; in: string }[];
    responses: Record<string, { content?: Record<string, { schema?: object }> }>;
    requestBody?: { content: Record<string, { schema: { properties: object } }> };
  }
  const operations = async () => {
    const { paths } = (await rest.ask('GET', '/openapi.json')).body as { paths: Record<string, Record<string, Operation>> };
    return new Map(
      Object.entries(paths).flatMap(([path, verbs]) =>
        Object.entries(verbs).map(([verb, operation]): [string, Operation] => [`${verb.toUpperCase()} ${path}`, operation]),
      ),
    );
  };

  it('names every operation once, and every part of its path', async () => {
    const all = await operations();
    const ids = [...all.values()].map(({ operationId }) => operationId);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [name, { parameters = [] }] of all) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
      expect([name, inPath]).toEqual([name, [...name.matchAll(/\{(\w+)\}/g)].map(([, part]) => part)]);
    }
  });

  it('says what files take and give', async () => {
    const all = await operations();
    expect(all.get('GET /campaigns/csv-template')?.parameters).toMatchObject([{ name: 'kind', in: 'query' }]);
    const taken = all.get('POST /campaigns/upload-csv');
    expect(Object.keys(taken?.responses ?? {})).toEqual(expect.arrayContaining(['201', '202']));
    expect(taken?.requestBody?.content['multipart/form-data']?.schema.properties).toMatchObject({ file: {}, mapping: {}, agentId: {} });
  });
});
