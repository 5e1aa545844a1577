/** The compatibility API: calls, numbers and recordings of the account. */
import { type DialingParts, takeDial, uuid } from './dialing.ts';
import type { Answered } from './answered.ts';
import { hookIn, readCompatDial, statusIn } from './compat-form.ts';
import { callResource, recordingResource } from './compat-resources.ts';
import { generalError, listedError, notFound, Refusal } from './errors.ts';
import { pageOf } from './pages.ts';
import { recordingAudio } from './recordings.ts';
import { cameTo, endedAt, type SpaceCall } from './space-call.ts';
import { shownStatus } from './words.ts';

export interface CompatParts extends DialingParts {
  answered: Answered;
}

const WORDS = { page: 'Page', size: 'PageSize', token: 'PageToken' };
const ROOT = '/api/laml/2010-04-01/Accounts';

/** Answers a request for a path behind `/Accounts/{project}`; null where there is no such path. The key is already checked. */
export async function compatApi(parts: CompatParts, path: string, request: Request): Promise<Response | null> {
  const url = new URL(request.url);
  const bare = path.replace(/\.json$/, '');
  const [, kind, sid, sub] =
    /^\/(Calls|IncomingPhoneNumbers|Recordings)(?:\/([\w-]+(?:\.(?:wav|mp3))?))?(?:\/(Recordings))?$/.exec(bare) ?? [];
  const route = `${request.method} ${kind}${sid === undefined ? '' : '/sid'}${sub === undefined ? '' : '/sub'}`;
  try {
    if (route === 'POST Calls') return await create(parts, request);
    if (route === 'GET Calls') return listCalls(parts, url);
    if (route === 'GET IncomingPhoneNumbers') return listNumbers(parts, url);
    if (route === 'GET Calls/sid') return Response.json(callResource(call(parts, sid!), parts.options()));
    if (route === 'POST Calls/sid') return await update(parts, call(parts, sid!), request);
    if (route === 'GET Calls/sid/sub') return listRecordings(parts, call(parts, sid!), url);
    if (route === 'GET Recordings/sid') return recording(parts, sid!, request);
    if (route === 'DELETE Calls/sid') {
      parts.calls.delete(call(parts, sid!).sid);
      return new Response(null, { status: 204 });
    }
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const listed = route === 'POST Calls' && error.status === 400 && (parts.options().createErrors === 'list' || error.code === '30010');
    return listed ? listedError(error) : generalError(error);
  }
}

async function create(parts: CompatParts, request: Request): Promise<Response> {
  const wishes = readCompatDial(await formOf(request), parts.options());
  return Response.json(callResource(await takeDial(parts, wishes, request), parts.options()));
}

async function update(parts: CompatParts, found: SpaceCall, request: Request): Promise<Response> {
  const form = await formOf(request);
  const wished = form.get('Status');
  const hook = hookIn(form, 'Url', 'Method');
  const { status } = found.line!;
  const before = status === 'queued' || status === 'initiated' || status === 'ringing';
  if (!before && status !== 'in-progress') throw new Refusal(400, '10000', 'the call is finished and cannot be changed');
  if (wished !== null) {
    if (wished !== 'completed' && wished !== 'canceled') throw new Refusal(400, '10000', `Status ${wished} is invalid`);
    if (wished === 'canceled' && !before) throw new Refusal(400, '10000', 'a call in progress cannot be canceled');
    if (typeof (await parts.line.hangUp(found.line!.id)) === 'string')
      throw new Refusal(400, '10000', 'the call is finished and cannot be changed');
  }
  found.wishes = { ...found.wishes, status: statusIn(form) ?? found.wishes.status };
  if (hook && wished === null) {
    if (status !== 'in-progress') throw new Refusal(400, '21220', 'the call is not in progress and cannot be redirected');
    const fallback = hookIn(form, 'FallbackUrl', 'FallbackMethod');
    found.wishes = { ...found.wishes, instructions: { kind: 'ask', hook, fallback } };
    void parts.answered.redirect(found);
  }
  return Response.json(callResource(found, parts.options()));
}

function listCalls(parts: CompatParts, url: URL): Response {
  const query = url.searchParams;
  const all = parts.calls.all().filter((found) => found.wishes.surface === 'compat' && isSought(found, query, parts));
  const page = pageOf(all, ({ sid }) => sid, query, WORDS);
  return Response.json({ ...envelope(url, page), calls: page.items.map((found) => callResource(found, parts.options())) });
}

function isSought(found: SpaceCall, query: URLSearchParams, { options }: CompatParts): boolean {
  const { to, from } = found.wishes;
  const same = (name: string, value: string) => !query.has(name) || query.get(name) === value;
  const begunAt = cameTo(found, 'initiated') ?? (options().startTimeHidesQueued ? null : found.createdAt);
  return (
    same('To', to) &&
    same('From', from) &&
    same('Status', shownStatus(found)) &&
    !query.has('ParentCallSid') &&
    isWithin(query, 'StartTime', begunAt) &&
    isWithin(query, 'EndTime', endedAt(found))
  );
}

/** `StartTime=` is a day, `StartTime<=` before and `StartTime>=` after an instant; the last two are names that end in the sign. */
function isWithin(query: URLSearchParams, name: string, at: number | null): boolean {
  const [on, before, after] = [query.get(name), query.get(`${name}<`), query.get(`${name}>`)].map((value) =>
    value === null ? null : instant(name, value),
  );
  if (on == null && before == null && after == null) return true;
  if (at === null) return false;
  const second = Math.floor(at / 1000) * 1000;
  const day = (value: number) => Math.floor(value / 86_400_000);
  return (on == null || day(on) === day(at)) && (before == null || second <= before) && (after == null || second >= after);
}

/** @throws Refusal for what is no time. */
function instant(name: string, value: string): number {
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw new Refusal(400, '10000', `${name} ${value} is invalid`);
  return at;
}

function listNumbers({ options }: CompatParts, url: URL): Response {
  const { numbers, projectId } = options();
  const sought = url.searchParams.get('PhoneNumber');
  const page = pageOf(
    numbers.filter(({ number }) => sought === null || number === sought),
    ({ number }) => number,
    url.searchParams,
    WORDS,
  );
  const incoming = page.items.map(({ number, name }) => ({
    sid: uuid(`number ${number}`),
    account_sid: projectId,
    friendly_name: name,
    phone_number: number,
    capabilities: { voice: true, sms: false, mms: false },
    api_version: '2010-04-01',
    uri: `${ROOT}/${projectId}/IncomingPhoneNumbers/${uuid(`number ${number}`)}.json`,
  }));
  return Response.json({ ...envelope(url, page), incoming_phone_numbers: incoming });
}

function listRecordings(parts: CompatParts, found: SpaceCall, url: URL): Response {
  const there = found.line!.recording === null ? [] : [found];
  const page = pageOf(there, ({ recordingSid }) => recordingSid, url.searchParams, WORDS);
  return Response.json({ ...envelope(url, page), recordings: page.items.map((one) => recordingResource(one, parts.options())) });
}

function recording(parts: CompatParts, name: string, request: Request): Response {
  const [sid, kind] = name.split('.') as [string, string | undefined];
  const found = parts.calls.withRecording(sid);
  if (!found || found.line!.recording === null) throw notFound(`Recordings/${sid}`);
  return kind === undefined ? Response.json(recordingResource(found, parts.options())) : recordingAudio(found.line!, request);
}

/** What stands around every list: the addresses of the page and its neighbours. */
function envelope(url: URL, { page, size, next }: ReturnType<typeof pageOf>) {
  const at = (wished: number, token: string | null) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('Page', String(wished));
    query.set('PageSize', String(size));
    query.delete('PageToken');
    if (token !== null) query.set('PageToken', token);
    return `${url.pathname}?${query}`;
  };
  const previous = page === 0 ? null : at(page - 1, null);
  return {
    uri: url.pathname + url.search,
    first_page_uri: at(0, null),
    next_page_uri: next && at(next.page, next.token),
    previous_page_uri: previous,
    page,
    page_size: size,
  };
}

/** @throws Refusal for a call that is none, or is of the other surface. */
function call(parts: CompatParts, sid: string): SpaceCall {
  const found = parts.calls.find(sid);
  if (found?.wishes.surface !== 'compat') throw notFound(`Calls/${sid}`);
  found.line = parts.line.byId(found.line!.id) ?? found.line;
  return found;
}

/** A body of another kind is a form without fields. */
async function formOf(request: Request): Promise<URLSearchParams> {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  const body = await request.text();
  return new URLSearchParams(isForm ? body : '');
}
