import { describe, expect, it } from 'vitest';
import { aDial, CXML_TO_AGENT, emulatedSpace, EVERY_EVENT, STATUS_URL } from './emulated-space.ts';

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/;
const MINUTE = 60_000;
const talks = () => new Response(CXML_TO_AGENT);

interface Resource {
  sid: string;
  status: string;
  [name: string]: unknown;
}
const bodyOf = async (answer: Promise<Response>) => (await (await answer).json()) as Resource & Record<string, unknown>;

describe('the account', () => {
  it('answers a wrong key with 401 and code 20003, in any place', async () => {
    const { ask } = emulatedSpace();
    for (const path of ['Calls', 'IncomingPhoneNumbers.json', '/api/voice/logs', '/api/calling/calls']) {
      const answer = await ask(path, { token: 'wrong' });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: 20003, message: 'Authentication failed', status: 401 });
    }
  });

  it('answers for no other project', async () => {
    const { ask } = emulatedSpace();
    expect((await ask('/api/laml/2010-04-01/Accounts/99999999-2222-4333-8444-555555555555/Calls')).status).toBe(401);
    expect((await ask('/api/laml/2010-04-01/Elsewhere')).status).toBe(404);
  });

  it('names its time in every answer, wrong by as much as the switch says', async () => {
    const { ask, space, clock } = emulatedSpace();
    const dateOf = async (path: string) => Date.parse((await ask(path)).headers.get('date')!);
    expect(await dateOf('nowhere')).toBe(clock.now());
    space.configure({ clockSkewMs: 10 * MINUTE });
    expect(await dateOf('Calls')).toBe(clock.now() + 10 * MINUTE);
  });

  it('lists the numbers that may be called from, in pages', async () => {
    const numbers = ['+15550100001', '+15550100002', '+15550100003'].map((number) => ({ number, name: `Line ${number}` }));
    const { ask } = emulatedSpace({ options: { numbers } });
    const first = await bodyOf(ask('IncomingPhoneNumbers.json?PageSize=2'));
    expect(first).toMatchObject({
      page: 0,
      page_size: 2,
      incoming_phone_numbers: [{ phone_number: '+15550100001' }, { phone_number: '+15550100002' }],
    });
    const second = await bodyOf(ask(first['next_page_uri'] as string));
    expect(second).toMatchObject({ page: 1, next_page_uri: null, incoming_phone_numbers: [{ phone_number: '+15550100003' }] });
  });

  it('is unavailable by a switch', async () => {
    const { ask, space } = emulatedSpace();
    space.configure({ unavailable: true });
    expect((await ask('Calls', { form: aDial() })).status).toBe(503);
  });
});

describe('POST /Calls', () => {
  it.each(['Calls', 'Calls.json'])('takes a call at %s and shows it queued', async (path) => {
    const { ask, line, clock } = emulatedSpace();
    const created = await ask(path, { form: [...aDial(), ...EVERY_EVENT] });
    expect(created.status).toBe(200);
    const call = (await created.json()) as Resource;
    expect(call.sid).toMatch(UUID);
    expect(call).toMatchObject({
      account_sid: '11111111-2222-4333-8444-555555555555',
      to: '+15550100000',
      to_formatted: '(555) 010-0000',
      from: '+15550100001',
      status: 'queued',
      duration: 0,
      price: null,
      direction: 'outbound',
      answered_by: null,
      start_time: null,
      date_created: 'Mon, 02 Mar 2026 09:00:00 +0000',
      uri: `/api/laml/2010-04-01/Accounts/11111111-2222-4333-8444-555555555555/Calls/${call.sid}.json`,
    });
    expect(line.byReference('call_42')).toMatchObject([{ to: '+15550100000', from: '+15550100001', accepted_at: clock.now() }]);
  });

  it.each([
    [{ StatusCallback: null }, 'call_42'],
    [{ StatusCallback: 'https://a.test/x/other?c=1' }, 'other'],
    [{ StatusCallback: null, Url: 'https://a.test' }, ''],
  ])('counts %j under our reference %s', async (given, reference) => {
    const { ask, line } = emulatedSpace();
    await ask('Calls', { form: aDial(given) });
    expect(line.byReference(reference)).toHaveLength(1);
  });

  it.each([
    [{ To: null }, '21211'],
    [{ To: '5550100000' }, '21217'],
    [{ To: '+15550100005' }, '21217'],
    [{ From: null }, '21213'],
    [{ From: 'me' }, '21212'],
    [{ From: '+15550109999' }, '21210'],
    [{ Url: null }, '21205'],
    [{ Url: 'nowhere' }, '21205'],
    [{ Url: null, ApplicationSid: 'x' }, '21218'],
    [{ Timeout: '0' }, '21208'],
    [{ Timeout: '601' }, '21208'],
    [{ StatusCallback: 'ftp://a.test' }, '21402'],
    [{ StatusCallbackEvent: 'busy' }, '21626'],
    [{ StatusCallbackEvent: 'initiated ringing' }, '21626'],
    [{ MachineDetection: 'Yes' }, '21234'],
    [{ MachineDetection: 'Enable', MachineDetectionTimeout: '500' }, '21234'],
    [{ MachineDetection: 'Enable', AsyncAmd: 'true' }, '21262'],
    [{ RecordingStatusCallback: STATUS_URL, RecordingStatusCallbackEvent: 'completed,absent' }, '21626'],
  ])('refuses %j with %s, in both shapes, and makes no call', async (given, code) => {
    const { ask, space, line } = emulatedSpace();
    const general = await ask('Calls', { form: aDial(given) });
    expect(general.status).toBe(400);
    expect(await general.json()).toMatchObject({
      code: Number(code),
      status: 400,
      message: expect.any(String),
      more_info: expect.any(String),
    });
    space.configure({ createErrors: 'list' });
    const listed = await ask('Calls', { form: aDial(given) });
    expect(await listed.json()).toMatchObject({ errors: [{ code, message: expect.any(String) }] });
    expect(line.observe().accepted).toBe(0);
  });

  it('refuses what the account may not do', async () => {
    const { ask, space, line } = emulatedSpace({ options: { trial: true, verified: ['+15550100000'] } });
    expect(await bodyOf(ask('Calls', { form: aDial({ To: '+15550100011' }) }))).toMatchObject({ code: 21219 });
    expect((await ask('Calls', { form: aDial() })).status).toBe(200);
    space.configure({ trial: false, balanceCode: '4001' });
    expect(await bodyOf(ask('Calls', { form: aDial() }))).toMatchObject({ code: 4001 });
    space.configure({ balanceCode: null });
    expect(await bodyOf(ask('Calls', { form: aDial({ MaxPricePerMinute: '0.001' }) }))).toMatchObject({ errors: [{ code: '30010' }] });
    expect(line.observe().accepted).toBe(1);
  });

  it('answers as the line does: too fast, broken, never', async () => {
    const { ask, line } = emulatedSpace({ settings: { faults: { refuse429: 1 } } });
    const tooFast = await ask('Calls', { form: aDial() });
    expect([tooFast.status, await tooFast.json()]).toMatchObject([429, { code: 20429 }]);
    line.configure({ ...line.settings, faults: { ...line.settings.faults, refuse429: 0, fail500AfterAccept: 1 } });
    expect((await ask('Calls', { form: aDial() })).status).toBe(500);
    expect(line.observe().accepted).toBe(1);
    const gone = new AbortController();
    const never = ask('Calls', { form: aDial({ To: '+15550100009' }), signal: gone.signal });
    gone.abort();
    await expect(never).rejects.toThrow(/given up/);
    expect(line.observe().accepted).toBe(2);
  });
});

describe('the queue', () => {
  it('begins one call a second; the others wait, queued, and are up', async () => {
    const { ask, clock, line, told } = emulatedSpace({ answer: talks });
    for (const last of ['1', '2', '3', '4']) await ask('Calls', { form: [...aDial({ To: `+1555010011${last}` }), ...EVERY_EVENT] });
    expect(line.observe()).toMatchObject({ accepted: 4, up: 4 });
    await clock.advance(2 * MINUTE);
    const begun = told(STATUS_URL).filter(({ form }) => form.get('CallStatus') === 'initiated');
    const offsets = begun.map(({ form }) => Date.parse(form.get('Timestamp')!) - line.observe().dials[0]!.at);
    expect(begun.map(({ form }) => form.get('To'))).toEqual(['+15550100111', '+15550100112', '+15550100113', '+15550100114']);
    offsets.forEach((offset, nth) => {
      expect(offset).toBeGreaterThanOrEqual(nth * 1000);
      expect(offset).toBeLessThan(nth * 1000 + 2000);
    });
  });

  it('lets a call that waits be cancelled, and refuses one more than the backlog', async () => {
    const { ask, clock, space } = emulatedSpace({ options: { callsPerSecond: 0.01, backlog: 2 }, answer: talks });
    await ask('Calls', { form: aDial({ To: '+15550100111' }) });
    const waits = await bodyOf(ask('Calls', { form: aDial({ To: '+15550100112' }) }));
    expect(await bodyOf(ask('Calls', { form: aDial({ To: '+15550100113' }) }))).toMatchObject({ code: 21611 });
    await clock.advance(MINUTE);
    expect(await bodyOf(ask(`Calls/${waits.sid}`))).toMatchObject({ status: 'queued', start_time: null });
    expect(await bodyOf(ask(`Calls/${waits.sid}`, { form: [['Status', 'canceled']] }))).toMatchObject({ status: 'canceled' });
    space.configure({ callsPerSecond: null });
    expect((await ask('Calls', { form: aDial({ To: '+15550100113' }) })).status).toBe(200);
  });
});

describe('a call', () => {
  it.each([
    ['00', 'completed'],
    ['01', 'no-answer'],
    ['02', 'busy'],
    ['04', 'failed'],
    ['08', 'no-answer'],
  ])('to a number ending in %s is found as %s', async (ending, status) => {
    const { ask, clock } = emulatedSpace({ answer: talks });
    const { sid } = await bodyOf(ask('Calls', { form: aDial({ To: `+155501000${ending}` }) }));
    await clock.advance(10 * MINUTE);
    const call = await bodyOf(ask(`Calls/${sid}.json`));
    expect(call).toMatchObject({ sid, status, end_time: expect.stringMatching(/\+0000$/) });
    expect((call['duration'] as number) > 0).toBe(status === 'completed');
    expect(call['price'] !== null).toBe(status === 'completed');
  });

  it('is refused as the documents say once it cannot be changed so', async () => {
    const { ask, clock, line } = emulatedSpace({ answer: talks });
    const { sid } = await bodyOf(ask('Calls', { form: aDial() }));
    expect(await bodyOf(ask(`Calls/${sid}`, { form: [['Url', STATUS_URL]] }))).toMatchObject({ code: 21220 });
    expect(await bodyOf(ask(`Calls/${sid}`, { form: [['Status', 'busy']] }))).toMatchObject({ code: 10000 });
    const other = await bodyOf(ask('Calls', { form: aDial({ To: '+15550100100' }) }));
    expect(await bodyOf(ask(`Calls/${other.sid}`, { form: [['Status', 'completed']] }))).toMatchObject({ status: 'canceled' });
    await clock.until(() => line.byReference('call_42').at(-1)!.status === 'in-progress', MINUTE);
    expect(await bodyOf(ask(`Calls/${sid}`))).toMatchObject({ status: 'in-progress' });
    expect(await bodyOf(ask(`Calls/${sid}`, { form: [['Status', 'canceled']] }))).toMatchObject({ code: 10000, status: 400 });
    expect(await bodyOf(ask(`Calls/${sid}`, { form: [['Status', 'completed']] }))).toMatchObject({ status: 'completed' });
    expect(await bodyOf(ask(`Calls/${sid}`, { form: [['Status', 'completed']] }))).toMatchObject({ code: 10000 });
    expect((await ask('Calls/11111111-2222-4333-8444-000000000000')).status).toBe(404);
  });

  it('is listed by number, status and time, the newest first, and gone once deleted', async () => {
    const { ask, clock, space } = emulatedSpace({ options: { callsPerSecond: 0.01 }, answer: talks });
    const sids: string[] = [];
    for (const last of ['1', '2', '3']) {
      sids.unshift((await bodyOf(ask('Calls', { form: aDial({ To: `+1555010011${last}` }) }))).sid);
      await clock.advance(10_000);
    }
    const list = async (query: string) => ((await bodyOf(ask(`Calls.json${query}`)))['calls'] as Resource[]).map(({ sid }) => sid);
    expect(await list('')).toEqual(sids);
    expect(await list('?To=%2B15550100112')).toEqual([sids[1]]);
    expect(await list('?Status=queued')).toEqual(sids.slice(0, 2));
    const since = encodeURIComponent('Mon, 02 Mar 2026 09:00:10 +0000');
    expect(await list(`?StartTime%3E=${since}`)).toEqual(sids.slice(0, 2));
    expect(await list(`?StartTime%3C=${since}`)).toEqual(sids.slice(1));
    space.configure({ startTimeHidesQueued: true });
    expect(await list(`?StartTime%3E=${since}`)).toEqual([]);
    const first = await bodyOf(ask('Calls?PageSize=1'));
    await ask('Calls', { form: aDial({ To: '+15550100114' }) });
    const second = await bodyOf(ask(first['next_page_uri'] as string));
    expect((second['calls'] as Resource[]).map(({ sid }) => sid)).toEqual([sids[1]]);
    expect((await ask('Calls?PageSize=1001')).status).toBe(400);
    expect((await ask(`Calls/${sids[0]}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(`Calls/${sids[0]}`)).status).toBe(404);
  });
});
