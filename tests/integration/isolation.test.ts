/**
 * Every route as nobody, as the supervisor whose rows they are, as another supervisor, and as an admin. The table must name every
 * route of the contract and every route beside it: one that is new and not thought about fails here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { makeToken } from '../../src/main/accounts/api-tokens.ts';
import { rawRoutes } from '../../src/main/server/raw-routes.ts';
import { contract } from '../../src/shared/contract/index.ts';
import { aCallUp, aCampaign, aContact, anAgent, anEndedCall, anItem, type World } from '../helpers/builders.ts';
import { PASSWORD, type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';
import { operations } from '../helpers/reference.ts';
import { type For, whoMayWhat } from '../helpers/who-may-what.ts';

const PAGE = 'docs/who-may-what.md';

/** Stands in everything that is hers; nobody else may ever read it. */
const MARK = 'hers-alone';

interface Ids {
  campaign: string;
  draft: string;
  agent: string;
  contact: number;
  call: string;
  item: number;
  import: string;
  notice: string;
  token: string;
  delivery: number;
  user: string;
  admin: string;
}

type Body = Record<string, unknown> | FormData;
type Asked = (ids: Ids) => { id?: string | number; query?: string; body?: Body };

/** What one may see of one's own rows and of everyone's. */
const ONES_OWN: For = ['reached', 'hidden', 'hidden'];
const ONES_OWN_OR_ADMIN: For = ['reached', 'hidden', 'reached'];
/** Lists hold what one may see; that nobody reads her mark there is asked of every answer. */
const ANYONE_SIGNED_IN: For = ['reached', 'reached', 'reached'];
const ADMINS: For = ['refused', 'refused', 'reached'];

const nothing: Asked = () => ({});
const empty: Asked = () => ({ body: {} });
const of =
  (name: keyof Ids, body?: Body): Asked =>
  (ids) => ({ id: ids[name], ...(body === undefined ? {} : { body }) });

const NEW_CAMPAIGN = { name: 'New', nextAction: 'Ask', firstCallTime: '09:00', lastCallTime: '18:00' };
const newCampaign: Asked = ({ agent, contact }) => ({ body: { ...NEW_CAMPAIGN, agentId: agent, contactIds: [contact] } });

const ROUTES: Record<string, readonly [For, Asked]> = {
  'access.tokens': [ANYONE_SIGNED_IN, nothing],
  'access.createToken': [ANYONE_SIGNED_IN, () => ({ body: { name: 'A script' } })],
  'access.revokeToken': [ONES_OWN_OR_ADMIN, of('token')],
  'access.settings': [ANYONE_SIGNED_IN, nothing],
  'access.changeSettings': [ADMINS, () => ({ body: { perSecond: 100 } })],
  'agents.list': [ANYONE_SIGNED_IN, nothing],
  'agents.get': [ONES_OWN_OR_ADMIN, of('agent')],
  'agents.create': [ANYONE_SIGNED_IN, () => ({ body: { name: 'Mine', provider: 'practice', providerAgentId: 'any' } })],
  'agents.update': [ONES_OWN_OR_ADMIN, of('agent', { name: `${MARK} again` })],
  'agents.delete': [ONES_OWN_OR_ADMIN, of('agent')],
  'agents.testCall': [ONES_OWN_OR_ADMIN, of('agent', { phoneNumber: '+442079460999' })],
  'analytics.campaign': [ONES_OWN_OR_ADMIN, of('campaign')],
  'analytics.totals': [ANYONE_SIGNED_IN, nothing],
  'analytics.breakdown': [ANYONE_SIGNED_IN, nothing],
  'analytics.calls': [ANYONE_SIGNED_IN, nothing],
  'analytics.export': [ANYONE_SIGNED_IN, nothing],
  'auth.logout': [ANYONE_SIGNED_IN, empty],
  'auth.me': [ANYONE_SIGNED_IN, nothing],
  'auth.changePassword': [ANYONE_SIGNED_IN, () => ({ body: { currentPassword: PASSWORD, newPassword: 'another password' } })],
  'auth.changeMe': [ANYONE_SIGNED_IN, () => ({ body: { name: 'Somebody' } })],
  'callQueue.status': [ANYONE_SIGNED_IN, nothing],
  'callQueue.list': [ANYONE_SIGNED_IN, nothing],
  'callQueue.get': [ONES_OWN_OR_ADMIN, of('item')],
  'callQueue.add': [ONES_OWN, (ids) => ({ body: { campaignId: ids.campaign, contactId: ids.contact } })],
  'callQueue.change': [ONES_OWN, of('item', { priority: 3, metadata: { note: MARK } })],
  'callQueue.remove': [ONES_OWN, of('item')],
  'callQueue.addMany': [ONES_OWN, (ids) => ({ body: { campaignId: ids.campaign, contacts: [ids.contact] } })],
  'callQueue.cancel': [ONES_OWN_OR_ADMIN, of('item', { reason: 'asked' })],
  'callQueue.callback': [ONES_OWN, of('item', { callbackTime: '2026-03-03T10:00:00Z' })],
  'callQueue.callNow': [ONES_OWN, of('item', {})],
  'calls.list': [ANYONE_SIGNED_IN, nothing],
  'calls.get': [ONES_OWN_OR_ADMIN, of('call')],
  'calls.free': [ADMINS, of('call', { reason: 'Looked at it' })],
  'calls.deliveries': [ANYONE_SIGNED_IN, nothing],
  'calls.applyAgain': [ONES_OWN_OR_ADMIN, of('delivery', {})],
  'campaigns.list': [ANYONE_SIGNED_IN, nothing],
  'campaigns.tabs': [ANYONE_SIGNED_IN, nothing],
  'campaigns.get': [ONES_OWN_OR_ADMIN, of('campaign')],
  // Another's agent and contacts are not there to be used either: refused as input, never told.
  'campaigns.create': [ANYONE_SIGNED_IN, newCampaign],
  'campaigns.bulkCall': [ANYONE_SIGNED_IN, newCampaign],
  'campaigns.demo': [ANYONE_SIGNED_IN, empty],
  'campaigns.forecast': [ANYONE_SIGNED_IN, () => ({ body: { firstCallTime: '09:00', lastCallTime: '18:00' } })],
  'campaigns.update': [ONES_OWN, of('campaign', { name: `${MARK} again` })],
  'campaigns.delete': [ONES_OWN, of('draft')],
  'campaigns.start': [ONES_OWN, of('draft', {})],
  'campaigns.pause': [ONES_OWN_OR_ADMIN, of('campaign', { hangUp: true })],
  'campaigns.resume': [ONES_OWN_OR_ADMIN, of('campaign', {})],
  'campaigns.cancel': [ONES_OWN_OR_ADMIN, of('campaign', {})],
  'campaigns.duplicate': [ONES_OWN, of('campaign', {})],
  'campaigns.addContacts': [ONES_OWN, (ids) => ({ id: ids.campaign, body: { contactIds: [ids.contact] } })],
  'campaigns.callAgain': [ONES_OWN, of('campaign', { outcomes: ['busy'] })],
  'campaigns.outlook': [ONES_OWN_OR_ADMIN, of('campaign')],
  'campaigns.notReached': [ONES_OWN_OR_ADMIN, of('campaign')],
  'campaigns.pauseAll': [ANYONE_SIGNED_IN, empty],
  'campaigns.resumeAll': [ANYONE_SIGNED_IN, empty],
  'compliance.listNumbers': [ANYONE_SIGNED_IN, nothing],
  'compliance.addNumbers': [ANYONE_SIGNED_IN, () => ({ body: { phoneNumber: '+442079460958' } })],
  'compliance.removeNumber': [ADMINS, () => ({ body: { phoneNumber: '+442079460900', reason: 'Asked us to call again' } })],
  'compliance.listRemovals': [ADMINS, nothing],
  'compliance.listHolidays': [ANYONE_SIGNED_IN, nothing],
  'compliance.addHoliday': [ADMINS, () => ({ body: { date: '2026-12-25', name: 'Christmas' } })],
  'compliance.removeHoliday': [ADMINS, () => ({ body: { date: '2026-05-01' } })],
  'contacts.list': [ANYONE_SIGNED_IN, nothing],
  'contacts.get': [ONES_OWN, of('contact')],
  'contacts.create': [ANYONE_SIGNED_IN, () => ({ body: { phoneNumber: '+442079460958' } })],
  'contacts.update': [ONES_OWN, of('contact', { company: MARK })],
  'contacts.delete': [ONES_OWN, of('contact')],
  'contacts.matching': [ANYONE_SIGNED_IN, nothing],
  // Of another's contacts nothing is read, counted or done.
  'contacts.read': [ANYONE_SIGNED_IN, ({ contact }) => ({ body: { contactIds: [contact] } })],
  'contacts.campaigns': [ONES_OWN, of('contact')],
  'contacts.touched': [ANYONE_SIGNED_IN, ({ contact }) => ({ body: { contactIds: [contact] } })],
  'contacts.deleteMany': [ANYONE_SIGNED_IN, ({ contact }) => ({ body: { contactIds: [contact] } })],
  'contacts.markMany': [ANYONE_SIGNED_IN, ({ contact }) => ({ body: { contactIds: [contact] } })],
  'live.connections': [ANYONE_SIGNED_IN, nothing],
  'data.get': [ADMINS, nothing],
  'data.backUp': [ADMINS, empty],
  'data.clearPractice': [ADMINS, empty],
  'data.diagnostics': [ADMINS, nothing],
  'telephony.providers': [ANYONE_SIGNED_IN, nothing],
  'telephony.test': [ADMINS, () => ({ body: { provider: 'practice' } })],
  'telephony.agents': [ANYONE_SIGNED_IN, () => ({ id: 'practice' })],
  'telephony.numbers': [ANYONE_SIGNED_IN, () => ({ id: 'practice' })],
  'telephony.agentWebhook': [ONES_OWN_OR_ADMIN, of('agent')],
  'telephony.setAgentWebhook': [ADMINS, of('agent', { to: 'ours' })],
  'tunnel.get': [ADMINS, nothing],
  'tunnel.change': [ADMINS, () => ({ body: { kind: 'none' } })],
  'tunnel.tryNow': [ADMINS, empty],
  'tunnel.forgetHostKey': [ADMINS, nothing],
  'tunnel.refused': [ADMINS, nothing],
  'desktop.get': [ANYONE_SIGNED_IN, nothing],
  'desktop.change': [ANYONE_SIGNED_IN, () => ({ body: { notifications: { callback: false } } })],
  'files.takeIn': [ANYONE_SIGNED_IN, () => ({ body: { fileToken: 'none', target: 'contacts' } })],
  'imports.get': [ONES_OWN, of('import')],
  'imports.rows': [ONES_OWN, (ids) => ({ id: ids.import, query: '?kind=new' })],
  'imports.change': [ONES_OWN, of('import', { delimiter: ';' })],
  'imports.begin': [ONES_OWN, of('import', {})],
  'imports.cancel': [ONES_OWN, of('import', {})],
  'imports.undo': [ONES_OWN, of('import', {})],
  'live.board': [ANYONE_SIGNED_IN, nothing],
  'live.today': [ANYONE_SIGNED_IN, nothing],
  'live.subscribe': [ANYONE_SIGNED_IN, nothing],
  'notices.list': [ANYONE_SIGNED_IN, nothing],
  'notices.close': [ONES_OWN, of('notice', {})],
  'queue.list': [ANYONE_SIGNED_IN, nothing],
  'queue.matching': [ANYONE_SIGNED_IN, nothing],
  'queue.ofCampaign': [ONES_OWN_OR_ADMIN, of('campaign')],
  'queue.get': [ONES_OWN_OR_ADMIN, of('item')],
  // Another's items are refused one by one, as if they were not there.
  'queue.act': [ANYONE_SIGNED_IN, ({ item }) => ({ body: { ids: [item], action: { kind: 'priority', priority: 3 } } })],
  'queue.statistics': [ANYONE_SIGNED_IN, nothing],
  'settings.dialing': [ADMINS, nothing],
  'settings.changeDialing': [ADMINS, () => ({ body: { gapMinutes: 5 } })],
  'settings.concurrency': [ANYONE_SIGNED_IN, nothing],
  'settings.changeConcurrency': [ADMINS, () => ({ body: { systemLimit: 5 } })],
  'settings.telephony': [ADMINS, nothing],
  'settings.changeTelephony': [ADMINS, () => ({ body: { practice: { speed: 2 } } })],
  'users.list': [ADMINS, nothing],
  'users.create': [ADMINS, () => ({ body: { email: 'new@example.com', name: 'New', password: 'long enough' } })],
  'users.update': [ADMINS, of('user', { name: 'Renamed' })],
  'users.switchOff': [ADMINS, of('user')],
  'users.handOver': [ADMINS, (ids) => ({ id: ids.user, body: { toUserId: ids.admin } })],

  'GET /calls/export': [ANYONE_SIGNED_IN, nothing],
  'GET /calls/{id}/recording': [ONES_OWN_OR_ADMIN, of('call')],
  'GET /campaigns/csv-template': [ANYONE_SIGNED_IN, nothing],
  'GET /campaigns/{id}/export': [ONES_OWN_OR_ADMIN, of('campaign')],
  'GET /contacts/export': [ANYONE_SIGNED_IN, nothing],
  'GET /imports/{id}/refused': [ONES_OWN, of('import')],
  'POST /campaigns/upload-csv': [ANYONE_SIGNED_IN, () => ({ body: new FormData() })],
  'POST /campaigns/{id}/contacts': [ONES_OWN, (ids) => ({ id: ids.campaign, body: new FormData() })],
  'POST /contacts/import': [ANYONE_SIGNED_IN, () => ({ body: new FormData() })],
  'POST /do-not-call': [ANYONE_SIGNED_IN, () => ({ body: new FormData() })],
  'POST /imports': [ANYONE_SIGNED_IN, () => ({ body: new FormData() })],
};

/** Routes that make somebody of nobody: they ask for no person at all. */
const OPEN: Record<string, Asked> = {
  'auth.state': nothing,
  'auth.createFirstAdmin': () => ({ body: { email: 'first@example.com', name: 'First', password: 'long enough' } }),
  'auth.login': () => ({ body: { email: 'nobody@example.com', password: 'wrong' } }),
  'auth.signIn': () => ({ body: { email: 'nobody@example.com', password: 'wrong' } }),
  'auth.recover': () => ({ body: { email: 'nobody@example.com', code: 'wrong', newPassword: 'long enough' } }),
};

interface Route {
  method: string;
  path: string;
}

/** Every route that the program answers, by the name that the table uses. */
const ANSWERED = new Map<string, Route>([
  ...Object.entries(contract).flatMap(([resource, procedures]) =>
    Object.entries(procedures).map(([name, procedure]): [string, Route] => {
      const { method = 'POST', path = '' } = procedure['~orpc'].route;
      return [`${resource}.${name}`, { method, path }];
    }),
  ),
  ...rawRoutes({ parts: {}, context: { importer: {} } } as never).map(({ method, path }): [string, Route] => [
    `${method} ${path}`,
    { method, path },
  ]),
]);

let test: TestEngine;
/** Some of the table is asked of no engine. */
let running: TestEngine | undefined;
let rest: Rest;
let people: Record<'nobody' | 'hers' | 'another' | 'admin', Person | null>;
let ids: Ids;

async function setUp(withImport = false): Promise<void> {
  test = await startEngine({ running: false, synchronous: 'OFF' });
  running = test;
  rest = await test.serve();
  const hers = await test.person('supervisor', { email: `${MARK}@example.com` });
  const admin = await test.person('admin');
  people = { nobody: null, hers, another: await test.person(), admin };
  ids = {
    ...herRows(hers, admin.actor.userId),
    import: withImport ? await herImport(hers) : '',
    user: hers.actor.userId,
    admin: admin.actor.userId,
  };
}
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

/** One of everything, all hers, with her mark; what is the installation's comes from an admin. */
function herRows({ actor }: Person, addedBy: string): Omit<Ids, 'import' | 'user' | 'admin'> {
  const { parts, clock, dataDir } = test;
  const world: World = { ...parts, clock, dataDir, close() {} };
  const name = MARK;
  const agent = anAgent(world, actor, { name });
  const campaign = aCampaign(world, actor, { name, agentId: agent.id });
  const draft = aCampaign(world, actor, { name, agentId: agent.id, status: 'draft' });
  const contact = aContact(world, actor, { name });
  const item = anItem(world, campaign, { contact });
  aCallUp(world, anItem(world, campaign, { contact: aContact(world, actor, { name }), position: 2 }));
  const call = anEndedCall(world, anItem(world, campaign, { contact: aContact(world, actor, { name }), position: 3 }), 'completed');
  const now = clock.now();
  const { database, notices, inbox } = parts.data;
  const delivery = database.write(() => {
    notices.addTx({
      id: 'notice_hers',
      userId: actor.userId,
      campaignId: campaign.id,
      level: 'info',
      code: 'told',
      sentence: MARK,
      at: now,
    });
    const row = { provider: 'practice' as const, key: 'k', receivedAt: now, path: 'events', headers: {}, body: `{"note":"${MARK}"}` };
    return inbox.insertTx({ ...row, providerCallId: call.providerCallId });
  });
  database.sqlite.prepare("UPDATE calls SET recording_url = '/v1/recordings/hers.30.wav' WHERE id = ?").run(call.id);
  database.sqlite.prepare('UPDATE webhook_inbox SET call_id = ? WHERE id = ?').run(call.id, delivery);
  database.sqlite
    .prepare("INSERT INTO do_not_call (phone, reason, added_by, added_at) VALUES ('+442079460900', '', ?, ?)")
    .run(addedBy, now);
  database.sqlite.prepare("INSERT INTO holidays (on_date, name) VALUES ('2026-05-01', 'May Day')").run();
  return {
    campaign: campaign.id,
    draft: draft.id,
    agent: agent.id,
    contact: contact.id,
    call: call.id,
    item: item.id,
    notice: 'notice_hers',
    token: makeToken(parts, actor, { name: MARK, scope: 'read' }).details.id,
    delivery,
  };
}

/** A file of hers that was checked and waits, one of its rows refused. */
async function herImport(hers: Person): Promise<string> {
  const form = new FormData();
  form.append('target', 'contacts');
  form.append('file', new File([`name,phone\n${MARK},+442079460901\n${MARK},12\n`], `${MARK}.csv`));
  const { body } = await test.during(rest.ask('POST', '/imports', form, hers));
  const { id } = body.import;
  for (;;) {
    const told = await test.during(rest.ask('GET', `/imports/${id}`, undefined, hers));
    if (told.body.import.state === 'checked') return id;
    // Not more often than a token may ask.
    await test.clock.advance(10);
  }
}

interface Answer {
  status: number;
  text: string;
}

/** Asks one route as one person; of a stream only what comes first. */
async function ask({ method, path }: Route, asked: Asked, who: Person | null): Promise<Answer> {
  const { id, query = '', body } = asked(ids);
  const full = path.replace(/\{\w+\}/, String(id)) + query;
  if (path !== '/events') {
    const { status, body: told } = await test.during(rest.ask(method, full, body, who));
    return { status, text: typeof told === 'string' ? told : JSON.stringify(told) };
  }
  const leaving = new AbortController();
  const headers = who ? { authorization: who.authorization } : {};
  const response = await fetch(`${rest.url}/api${full}`, { headers, signal: leaving.signal });
  const { value } = await response.body!.getReader().read();
  leaving.abort();
  return { status: response.status, text: new TextDecoder().decode(value) };
}

/** A failure of the program is seen as itself. */
const seen = ({ status, text }: Answer): string =>
  ({ 401: 'unknown', 403: 'refused', 404: 'hidden' })[status] ?? (status < 500 ? 'reached' : `failed with ${status}: ${text}`);

describe('the table', () => {
  it('names every route, and no other', async () => {
    await setUp();
    expect([...Object.keys(ROUTES), ...Object.keys(OPEN)].toSorted()).toEqual([...ANSWERED.keys()].toSorted());
  });

  it('is the page of the docs; after a change run: npm run reference', async () => {
    const routes = new Map<string, For | 'open'>([
      ...Object.entries(ROUTES).map(([name, [allowed]]): [string, For] => [name, allowed]),
      ...Object.keys(OPEN).map((name): [string, 'open'] => [name, 'open']),
    ]);
    const page = await whoMayWhat(routes);
    if (process.env['RINGMASTER_REFERENCE'] === 'write') writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });

  it('says what the reference says: which routes are for admins, and which ask for nobody', async () => {
    for (const [name, { operation }] of await operations()) {
      const open = Object.hasOwn(OPEN, name);
      const admins = ROUTES[name]?.[0] === ADMINS;
      expect([name, operation.description === 'For admins.', operation.security?.length === 0]).toEqual([name, admins, open]);
    }
  });
});

describe.each(Object.entries(ROUTES))('%s', (name, [allowed, asked]) => {
  const route = ANSWERED.get(name)!;

  it('is answered to whom it is for, and tells nobody else what is hers', async () => {
    await setUp(route.path.startsWith('/imports/{'));
    // First those who must not get through, so that what they leave behind is as it was.
    const nobody = await ask(route, asked, people.nobody);
    const another = await ask(route, asked, people.another);
    const hidden = allowed[2] === 'hidden' ? await ask(route, asked, people.admin) : null;
    const hers = await ask(route, asked, people.hers);
    const admin = hidden ?? (await againAsAdmin());
    expect([nobody, hers, another, admin].map(seen)).toEqual(['unknown', ...allowed]);
    expect(another.text).not.toContain(MARK);
    expect(nobody.text).not.toContain(MARK);
  });

  /** On rows that nobody has touched. */
  async function againAsAdmin(): Promise<Answer> {
    await test.stop();
    await setUp(route.path.startsWith('/imports/{'));
    return ask(route, asked, people.admin);
  }
});

describe.each(Object.entries(OPEN))('%s', (name, asked) => {
  it('asks for nobody, and tells the same to everyone', async () => {
    await setUp();
    const answers: Answer[] = [];
    for (const who of Object.values(people)) answers.push(await ask(ANSWERED.get(name)!, asked, who));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]!.text).not.toContain(MARK);
  });
});
