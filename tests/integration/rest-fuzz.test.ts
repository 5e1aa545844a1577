/**
 * Every route asked again and again with requests that are made from the document: right, almost right and wild, as everybody, with
 * another's things named in between. Nothing may break, nothing may be answered that the document does not tell, nobody may read what
 * is another's, and afterwards the books must be right. The seed is told; the same one makes the same requests.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeToken } from '../../src/main/accounts/api-tokens.ts';
import { openSession } from '../../src/main/accounts/token.ts';
import { faultOf } from '../helpers/documented.ts';
import { type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';
import { faultsOfBooks, watchLimits } from '../helpers/fuzz-books.ts';
import { aWorldOf, idsOf, type Owned } from '../helpers/fuzz-world.ts';
import { operations, theDocument } from '../helpers/reference.ts';
import { type MadeRequest, type Manner, RequestMaker } from '../helpers/request-maker.ts';
import { seededRandom } from '../helpers/seeded-ids.ts';

const LONG = process.env['RINGMASTER_TEST'] === 'long';
const REQUESTS = Number(process.env['RINGMASTER_REQUESTS'] ?? (LONG ? 50_000 : 600));
const SEED = Number(process.env['RINGMASTER_SEED'] ?? (LONG ? Date.now() % 1e9 : 20_260_302));

/** Such as are nobody's. */
const NOT_THERE = { text: ['nothing_here', 'campaign_00000000000000'], number: [999_999_999] };
/** Of the computer's own time. */
const PATIENCE_MS = 20;
const LONGEST_MS = 60_000;
const USER_LIMIT = 3;
const SYSTEM_LIMIT = 5;
/** Who may not read whom: what an admin writes may stand in anybody's rows, what stands on the do-not-call list is everybody's. */
const MARKS = { ada: 'of-ada-alone', ben: 'of-ben-alone', admin: 'by-an-admin' };
type Name = keyof typeof MARKS;
const SHARED = /^\/(do-not-call|contacts\/do-not-call)/;
/** What a right request would do to the test itself or to the world around it. */
const HARMLESS: Readonly<Record<string, (body: Record<string, unknown>) => object>> = {
  'tunnel.change': (body) => ({ ...body, kind: 'none' }),
  'access.changeSettings': ({ corsOrigins }) => (corsOrigins === undefined ? {} : { corsOrigins }),
  'users.handOver': () => ({ toUserId: 'nothing_here' }),
  'users.update': ({ name }) => (name === undefined ? {} : { name }),
};

let test: TestEngine;
let rest: Rest;
let people: Record<Name, Person>;
const owned = {} as Record<Name, Owned>;
let readToken: string;
let limits: { faults: readonly string[] };

beforeAll(async () => {
  test = await startEngine({ synchronous: 'OFF', fetch: () => Promise.resolve(new Response(null, { status: 503 })) });
  rest = await test.serve();
  people = {
    ada: await test.person('supervisor', { email: 'ada@example.com', limit: USER_LIMIT }),
    ben: await test.person('supervisor', { email: 'ben@example.com', limit: USER_LIMIT }),
    admin: await test.person('admin', { email: 'admin@example.com', limit: USER_LIMIT }),
  };
  await rest.ask('PUT', '/settings/concurrency', { systemLimit: SYSTEM_LIMIT }, people.admin);
  await rest.ask('PUT', '/settings/dialing', { campaignsPerHour: 10_000, importMaxRows: 1_000 }, people.admin);
  await rest.ask('PUT', '/settings/api', { perSecond: 100_000 }, people.admin);
  renew();
  readToken = makeToken(test.parts, people.ada.actor, { name: 'reads', scope: 'read' }).token;
  limits = watchLimits(test, { user: USER_LIMIT, system: SYSTEM_LIMIT });
});
afterAll(() => test.stop());

/** New things for everybody: what was there is cancelled, removed and deleted in the end. */
function renew(): void {
  for (const name of Object.keys(MARKS) as Name[]) {
    const made = aWorldOf(test, people[name], MARKS[name]);
    owned[name] = { ...made, told: [...made.told, ...(owned[name]?.told ?? [])] };
  }
}

/** Roles and accesses as they were, whatever an admin's request did to them. */
function setRight(): void {
  const { data } = test.parts;
  for (const [name, { actor }] of Object.entries(people) as [Name, Person][]) {
    data.database.sqlite.prepare('UPDATE users SET role = ?, active = 1 WHERE id = ?').run(actor.role, actor.userId);
    const user = data.users.get(actor.userId)!;
    people[name].authorization = `Bearer ${openSession(test.parts, user, true).token}`;
  }
  data.database.sqlite.prepare('UPDATE agents SET shared = 0').run();
  if (test.parts.data.database.sqlite.prepare('SELECT 1 FROM api_tokens WHERE name = ?').get('reads') === undefined)
    readToken = makeToken(test.parts, people.ada.actor, { name: 'reads', scope: 'read' }).token;
}

async function send(
  made: MadeRequest,
  authorization: string | null,
  random: () => number,
): Promise<{ status: number; contentType: string | null; body: unknown; text: string }> {
  const headers = new Headers(authorization === null ? {} : { authorization });
  if (made.method === 'POST' && random() < 0.1) headers.set('idempotency-key', `key-${Math.floor(random() * 50)}`);
  const leaving = new AbortController();
  const init: RequestInit = { method: made.method, headers, signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(LONGEST_MS)]) };
  if (made.form) init.body = formOf(made.body);
  else if (made.body !== undefined) {
    headers.set('content-type', random() < 0.98 ? 'application/json' : 'text/plain');
    init.body = random() < 0.99 ? JSON.stringify(made.body) : '{"name":';
  }
  const response = await soon(fetch(`${rest.url}/api${made.path}`, init).catch(() => null));
  if (!response) return { status: 0, contentType: null, body: '', text: '' };
  const contentType = response.headers.get('content-type');
  if (contentType?.startsWith('text/event-stream')) {
    leaving.abort();
    return { status: response.status, contentType, body: '', text: '' };
  }
  const text = await soon(response.text());
  return { status: response.status, contentType, body: contentType?.startsWith('application/json') ? JSON.parse(text) : text, text };
}

/** Most answers need no time to go by; where one does not come, it is let go by. */
async function soon<T>(work: Promise<T>): Promise<T> {
  const late = new Promise<'late'>((tell) => setTimeout(tell, PATIENCE_MS, 'late'));
  return (await Promise.race([work.then(() => 'there'), late])) === 'late' ? await test.during(work) : await work;
}

function formOf(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>))
    if (name !== 'file') form.append(name, typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
  form.append('file', new File(['name,phone_number\nSomebody,+442079460123\nNobody,12\n'], 'people.csv'));
  return form;
}

describe('any request', () => {
  it(`breaks nothing, tells nothing of another's, and is answered as documented (${REQUESTS}, seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const document = await theDocument();
    const all = [...(await operations()).values()];
    let who: Name | 'nobody' | 'reader' = 'nobody';
    const maker = new RequestMaker({
      document,
      random,
      fixed: new Set(['systemLimit', 'limit', 'concurrentCallsLimit', 'speed', 'shared', 'role']),
      pool: (name, operationId) => poolOf(name, operationId, who),
      mark: () => MARKS[who === 'nobody' ? 'ada' : who === 'reader' ? 'ada' : who],
    });
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    for (let n = 0; n < REQUESTS && faults.length < 5; n += 1) {
      // Every route in turn, so that none is left out of a short run.
      const { method, path, operation } = all[n % all.length]!;
      who = maker.pick(['ada', 'ada', 'ben', 'ben', 'admin', 'reader', 'nobody'] as const);
      const manner: Manner = maker.pick(['right', 'right', 'right', 'almost', 'wild']);
      const made = maker.make(method, path, operation, manner);
      const harmless = HARMLESS[operation.operationId];
      if (harmless && typeof made.body === 'object' && made.body !== null) made.body = harmless(made.body as Record<string, unknown>);
      const authorization =
        who === 'nobody'
          ? maker.chance(0.5)
            ? null
            : 'Bearer nobody'
          : who === 'reader'
            ? `Bearer ${readToken}`
            : people[who].authorization;
      const answer = await send(made, authorization, random);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const fault = await faultIn(made, answer, who);
      if (fault !== null)
        faults.push(
          `request ${n}: ${who} ${made.method} ${made.path} ${JSON.stringify(made.body)?.slice(0, 1_500)} → ${answer.status}: ${fault}\n${answer.text.slice(0, 1_000)}`,
        );
      if (who === 'admin' || answer.status === 401 || /password|logout|tokens/.test(path)) setRight();
      if (n % 20 === 0) await test.clock.advance(2_000);
      if (n % 500 === 499) {
        faults.push(...faultsOfBooks(test));
        renew();
      }
    }
    expect(faults).toEqual([]);
    await test.clock.advance(120_000);
    expect([faultsOfBooks(test), limits.faults]).toEqual([[], []]);
    // What would be refused without a look tests nothing: a good share was done, and calls were made.
    expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(REQUESTS / 8);
    expect(test.line.observe().dials.length).toBeGreaterThan(0);
    console.log(`seed ${SEED}:`, Object.fromEntries(statuses));
  });
});

async function faultIn(
  made: MadeRequest,
  { status, contentType, body, text }: Awaited<ReturnType<typeof send>>,
  who: Name | 'nobody' | 'reader',
): Promise<string | null> {
  if (status === 0) return 'no answer comes';
  if (status >= 500 && status !== 503) return 'a mistake of the program';
  const other = { ada: MARKS.ben, reader: MARKS.ben, ben: MARKS.ada, nobody: MARKS.ben, admin: null }[who];
  const asked = JSON.stringify(made);
  if (other !== null && text.includes(other) && !SHARED.test(made.path) && !asked.includes(other)) return `it tells ${other}`;
  const foreign = who === 'admin' ? [] : owned[who === 'ben' ? 'ada' : 'ben'].told;
  const leaked = foreign.find((id) => text.includes(id) && !asked.includes(id));
  if (leaked !== undefined) return `it tells ${leaked}`;
  if (who === 'nobody' && status < 300 && !made.path.startsWith('/auth/')) return 'nobody was let in';
  if (who === 'reader' && status < 300 && made.method !== 'GET' && !made.path.startsWith('/auth/'))
    return 'a token that only reads has changed something';
  return faultOf({ method: made.method, path: made.path, status, contentType, body });
}

/** One's own twice as often as another's. */
function poolOf(name: string, operationId: string, who: Name | 'nobody' | 'reader'): readonly unknown[] | undefined {
  const mine = owned[who === 'nobody' || who === 'reader' ? 'ada' : who];
  const others = owned[mine === owned.ben ? 'ada' : 'ben'];
  const own = idsOf(name, operationId, mine);
  if (own === undefined) return undefined;
  const foreign = idsOf(name, operationId, others) ?? [];
  const nothing = typeof own[0] === 'number' ? NOT_THERE.number : NOT_THERE.text;
  return [...own, ...own, ...own, ...foreign, ...(own.length > 2 || own === foreign ? [] : nothing)];
}
