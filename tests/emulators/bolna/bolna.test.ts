import { describe, expect, it } from 'vitest';
import { emulated, type EmulatedOptions, read } from '../emulated.ts';
import { bolnaEmulator } from './emulator.ts';
import { A_BOLNA_AGENT, type BolnaOptions } from './options.ts';

const MINUTE = 60_000;
const WEBHOOK = 'https://desk.example.invalid/webhooks/bolna/events?token=t';
const AGENT = A_BOLNA_AGENT.id;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;
const WITHOUT_ZONE = /^2026-03-02T09:\d\d:\d\d\.\d{6}$/;

function aBolna(given: Partial<BolnaOptions> = {}, options: EmulatedOptions = {}) {
  const agents = [{ ...A_BOLNA_AGENT, webhookUrl: WEBHOOK }];
  const world = emulated((parts) => bolnaEmulator(parts, { agents, ...given }), options);
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    world.emulator.handle(
      new Request(`https://api.bolna.ai${path}`, {
        method,
        headers: { authorization: 'Bearer bn-emulator', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      }),
    );
  let serial = 0;
  const dial = (ending: string, more: Record<string, unknown> = {}) =>
    ask('POST', '/call', {
      agent_id: AGENT,
      recipient_phone_number: `+49301234${10 + ++serial}${ending}`,
      from_phone_number: '+15550100001',
      user_data: { first_name: 'Mira', call_reference: `call_${serial}`, visits: 3 },
      ...more,
    });
  const idOf = async (response: Promise<Response>): Promise<string> => (await read(response)).execution_id;
  const get = (id: string) => read(ask('GET', `/executions/${id}`));
  const list = (query = '') =>
    read(ask('GET', `/v2/agent/${AGENT}/executions?from=2026-03-01T00:00:00.000Z&to=2026-03-05T00:00:00.000Z${query}`));
  const statuses = () => world.posts.map(({ body }) => body['status']);
  return { ...world, ask, dial, idOf, get, list, statuses };
}

describe('a call at Bolna', () => {
  it('is taken with a UUID and told in every status to the address of its agent, unsigned, as the execution shows it', async () => {
    const { clock, dial, get, posts, statuses, line } = aBolna();
    const answer = await dial('00');
    expect(answer.status).toBe(200);
    const body = await read(answer);
    expect(body).toEqual({ message: 'done', status: 'queued', execution_id: expect.stringMatching(UUID) });
    expect(line.byReference('call_1')).toHaveLength(1);
    await clock.advance(10 * MINUTE);
    expect(statuses()).toEqual(['initiated', 'ringing', 'in-progress', 'call-disconnected', 'completed']);
    const last = posts.at(-1)!;
    expect([last.url, [...last.headers.keys()]]).toEqual([WEBHOOK, ['content-type']]);
    expect(last.body).toEqual(await get(body.execution_id));
    expect(last.body).toMatchObject({
      id: body.execution_id,
      agent_id: AGENT,
      status: 'completed',
      created_at: expect.stringMatching(WITHOUT_ZONE),
      updated_at: expect.stringMatching(WITHOUT_ZONE),
      user_number: '+493012341100',
      agent_number: '+15550100001',
      transcript: expect.stringMatching(/^assistant: .*Mira/),
      answered_by_voice_mail: false,
      extracted_data: { General: { mood: { subjective: expect.any(String), confidence_label: 'High' } } },
      telephony_data: {
        duration: expect.stringMatching(/^\d+$/),
        to_number: '+493012341100',
        recording_url: `https://api.bolna.ai/recordings/call/${body.execution_id}`,
        hangup_by: expect.any(String),
        hangup_provider_code: expect.any(Number),
      },
      context_details: {
        recipient_data: { first_name: 'Mira', call_reference: 'call_1', visits: 3 },
        recipient_phone_number: '+493012341100',
      },
    });
  });

  it('says nothing of duration, cost and machine at call-disconnected, unless data come early', async () => {
    const { clock, dial, posts, emulator } = aBolna();
    await dial('03');
    await clock.advance(10 * MINUTE);
    emulator.configure({ earlyData: true });
    await dial('03');
    await clock.advance(10 * MINUTE);
    const [late, early] = posts.filter(({ body }) => body['status'] === 'call-disconnected').map(({ body }) => body);
    expect(late).toMatchObject({ conversation_duration: 0, total_cost: 0, answered_by_voice_mail: false });
    expect(early!['conversation_duration']).toBeGreaterThan(0);
    expect(posts.at(-1)!.body).toMatchObject({ status: 'completed', answered_by_voice_mail: true });
  });

  it.each([
    ['01', 'no-answer'],
    ['02', 'busy'],
    ['04', 'failed'],
  ])('that ends in %s ends as %s', async (ending, status) => {
    const { clock, dial, idOf, get } = aBolna();
    const id = await idOf(dial(ending));
    await clock.advance(5 * MINUTE);
    expect(await get(id)).toMatchObject({
      status,
      conversation_duration: 0,
      error_message: status === 'failed' ? expect.any(String) : null,
    });
  });

  it('that nobody is told of is sent to nobody, and once only where nobody takes it', async () => {
    const silent = aBolna({ agents: [A_BOLNA_AGENT] });
    await silent.dial('02');
    await silent.clock.advance(5 * MINUTE);
    expect(silent.posts).toEqual([]);
    for (const status of [503, 'no-answer'] as const) {
      const { clock, dial, posts } = aBolna({}, { answer: () => status });
      await dial('02');
      await clock.advance(5 * MINUTE);
      expect(posts.map(({ body }) => body['status'])).toEqual(['initiated', 'busy']);
    }
  });

  it('is refused for what the documents name, and none is made', async () => {
    const { ask, dial, emulator, line, list } = aBolna();
    const refused = async (body: unknown) => {
      const response = await ask('POST', '/call', body);
      return [response.status, await read(response)];
    };
    expect(await refused({})).toEqual([400, { error: 400, message: 'agent_id is required' }]);
    expect(await refused({ agent_id: AGENT })).toEqual([400, { error: 400, message: 'recipient_phone_number is required' }]);
    expect((await refused({ agent_id: 'other', recipient_phone_number: '+4930123400' }))[0]).toBe(404);
    expect(await refused({ agent_id: AGENT, recipient_phone_number: '0301234' })).toMatchObject([
      422,
      { detail: [{ loc: expect.anything() }] },
    ]);
    expect((await dial('00', { from_phone_number: '+15550199999' })).status).toBe(400);
    expect((await dial('00', { scheduled_at: '2026-03-03T09:00:00Z' })).status).toBe(500);
    expect(await read(dial('00', { scheduled_at: '2026-03-02T09:01:00+00:00' }))).toEqual({
      error: 400,
      message: 'Scheduled time should be atleast 2 minutes in the future',
    });
    expect((await dial('05')).status).toBe(422);
    emulator.configure({ badNumber: 400 });
    expect(await read(dial('05'))).toMatchObject({ error: 400, message: expect.any(String) });
    expect([line.observe().accepted, (await list()).total]).toEqual([0, 0]);
  });

  it('meets the faults of the line: open requests, 500 and 429', async () => {
    const faults = aBolna({}, { settings: { faults: { fail500: 1 } } });
    expect((await faults.dial('00')).status).toBe(500);
    const fast = aBolna({}, { settings: { faults: { refuse429: 1 } } });
    expect((await fast.dial('00')).status).toBe(429);
    const after = aBolna({}, { settings: { faults: { fail500AfterAccept: 1 } } });
    expect([(await after.dial('00')).status, after.line.observe().up]).toEqual([500, 1]);
    const open = aBolna();
    const abort = new AbortController();
    const body = { agent_id: AGENT, recipient_phone_number: '+493012345609', user_data: { call_reference: 'lost' } };
    const answer = open.ask('POST', '/call', body, {}, abort.signal);
    await open.clock.advance(MINUTE);
    abort.abort();
    await expect(answer).rejects.toThrow('given up');
    expect((await open.list()).data[0]).toMatchObject({ context_details: { recipient_data: { call_reference: 'lost' } } });
  });
});

describe("Bolna's queue", () => {
  it('takes what is above the concurrency, gives each its id at once and dials it in its order when there is room', async () => {
    const { clock, dial, idOf, get, line, ask } = aBolna({ concurrency: 2 });
    const ids = [await idOf(dial('00')), await idOf(dial('00')), await idOf(dial('00')), await idOf(dial('00'))];
    expect(new Set(ids).size).toBe(4);
    expect(line.observe()).toMatchObject({ up: 2, accepted: 2 });
    expect(await get(ids[2]!)).toMatchObject({ status: 'queued', telephony_data: null });
    expect((await read(ask('GET', '/user/me'))).concurrency).toEqual({ max: 2, current: 2 });
    await clock.advance(20 * MINUTE);
    expect(line.observe()).toMatchObject({ up: 0, accepted: 4, mostUp: 2, referencesTwice: [] });
    expect(line.observe().dials.map(({ reference }) => reference)).toEqual(['call_1', 'call_2', 'call_3', 'call_4']);
    expect((await get(ids[3]!)).status).toBe('completed');
  });

  it("queues at the line's account limit as well, and dials when either is raised", async () => {
    const { dial, emulator, line, clock } = aBolna({ concurrency: 1 }, { settings: { accountLimit: 2 } });
    for (let i = 0; i < 3; i++) expect((await dial('00')).status).toBe(200);
    expect(line.observe().up).toBe(1);
    emulator.configure({ concurrency: null });
    await clock.advance(0);
    const { up, refused } = line.observe();
    expect([up, refused]).toEqual([2, {}]);
  });

  it('lets nobody overtake what waits for the rate of the line', async () => {
    const { clock, dial, idOf, ask, line } = aBolna({ concurrency: 1 }, { settings: { callsPerSecond: 1 } });
    const first = await idOf(dial('02'));
    await dial('02');
    await ask('POST', `/call/${first}/stop`);
    await clock.advance(0);
    expect(line.observe()).toMatchObject({ up: 0, accepted: 1 });
    expect((await dial('02')).status).toBe(200);
    await clock.advance(MINUTE);
    expect(line.observe().dials.map(({ reference }) => reference)).toEqual(['call_1', 'call_2', 'call_3']);
  });

  it('ends a waiting call that cannot be placed: failed with the reason, or error', async () => {
    const { clock, dial, idOf, get, line, statuses } = aBolna({ concurrency: 1 });
    await dial('02');
    const wrong = await idOf(dial('05'));
    await clock.advance(MINUTE);
    expect(await get(wrong)).toMatchObject({ status: 'failed', error_message: expect.stringContaining('+4930123412') });
    await dial('02');
    const broken = await idOf(dial('02'));
    line.configure({ ...line.settings, faults: { ...line.settings.faults, fail500: 1 } });
    await clock.advance(MINUTE);
    expect(await get(broken)).toMatchObject({ status: 'error', error_message: expect.any(String) });
    expect(
      statuses()
        .map(String)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['busy', 'busy', 'error', 'failed', 'initiated', 'initiated']);
  });

  it('stops what waits or was not dialed yet, and nothing else', async () => {
    const { clock, dial, idOf, get, ask, line, posts } = aBolna({ concurrency: 1 });
    const [first, second] = [await idOf(dial('00')), await idOf(dial('00'))];
    const stop = async (id: string) => {
      const response = await ask('POST', `/call/${id}/stop`);
      return [response.status, await read(response)];
    };
    expect(await stop(second)).toEqual([200, { message: 'done', status: 'stopped', execution_id: second }]);
    expect((await stop(second))[0]).toBe(400);
    expect(await stop(first)).toEqual([200, { message: 'done', status: 'stopped', execution_id: first }]);
    await clock.advance(MINUTE);
    expect([(await get(first)).status, (await get(second)).status, line.observe().accepted]).toEqual(['stopped', 'stopped', 1]);
    expect(posts.map(({ body }) => [body['id'], body['status']])).toEqual([
      [second, 'stopped'],
      [first, 'stopped'],
    ]);
    const live = await idOf(dial('00'));
    await clock.advance(5000);
    expect((await stop(live))[0]).toBe(400);
    expect((await stop('11111111-1111-4111-8111-111111111111'))[0]).toBe(404);
    expect(line.observe().up).toBe(1);
  });

  it('stops all that waits of an agent', async () => {
    const { clock, dial, idOf, ask, line } = aBolna({ concurrency: 1 });
    await dial('00');
    await clock.advance(5000);
    const waiting = [await idOf(dial('00')), await idOf(dial('00'))];
    expect(await read(ask('POST', `/v2/agent/${AGENT}/stop`))).toEqual({ stopped_executions: waiting });
    await clock.advance(10 * MINUTE);
    expect(line.observe().accepted).toBe(1);
  });

  it('keeps a scheduled call until its time', async () => {
    const { clock, dial, idOf, get, line } = aBolna();
    const id = await idOf(dial('02', { scheduled_at: '2026-03-02T14:35:00+05:30' }));
    await clock.advance(4 * MINUTE);
    expect([(await get(id)).status, line.observe().accepted]).toEqual(['scheduled', 0]);
    await clock.advance(2 * MINUTE);
    expect((await get(id)).status).toBe('busy');
  });

  it('tries again by itself where the request asks for it: the same execution goes back to scheduled', async () => {
    const { clock, dial, idOf, get, statuses, line } = aBolna();
    const retry_config = { enabled: true, max_retries: 1, retry_intervals_minutes: [15] };
    const id = await idOf(dial('02', { retry_config }));
    await clock.advance(MINUTE);
    expect(await get(id)).toMatchObject({ status: 'scheduled', retry_count: 1, retry_history: [{ attempt: 1, status: 'busy' }] });
    await clock.advance(20 * MINUTE);
    expect(await get(id)).toMatchObject({ id, status: 'busy', retry_count: 1 });
    expect(statuses()).toEqual(['initiated', 'busy', 'scheduled', 'initiated', 'busy']);
    expect(line.observe().referencesTwice).toEqual(['call_1']);
  });

  it('dials nothing without money', async () => {
    const { clock, dial, idOf, get, line, statuses } = aBolna({ outOfBalance: true });
    const id = await idOf(dial('00'));
    await clock.advance(MINUTE);
    expect([(await get(id)).status, line.observe().accepted, statuses()]).toEqual(['balance-low', 0, ['balance-low']]);
  });

  it('loses what it tells by itself as the line loses what it tells', async () => {
    const { clock, dial, posts } = aBolna({ outOfBalance: true }, { settings: { faults: { webhookLost: 1 } } });
    await dial('00');
    await clock.advance(MINUTE);
    expect(posts).toEqual([]);
  });
});

describe('reading at Bolna', () => {
  it('lists an agent’s executions by their time, newest first, in pages of at most 50', async () => {
    const { clock, dial, idOf, list } = aBolna();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) {
      ids.unshift(await idOf(dial(i === 0 ? '02' : '00')));
      await clock.advance(MINUTE);
    }
    const page = await list('&page_size=2&page_number=3');
    expect(page).toMatchObject({ page_number: 3, page_size: 2, total: 5, has_more: false, data: [{ id: ids[4] }] });
    expect([(await list('&page_size=2')).has_more, (await list('&page_size=5')).has_more]).toEqual([true, false]);
    expect((await list()).data.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect((await list('&status=busy')).total).toBe(1);
    expect((await list('&page_size=51')).error).toBe(400);
  });

  it.each([
    ['', 400],
    ['?from=2026-03-01T00:00:00.000Z', 400],
    ['?from=2026-03-01T00:00:00.000Z&to=2026-03-08T00:00:00.001Z', 400],
    ['?from=2026-03-01T00:00:00.000Z&to=2026-03-08T00:00:00.000Z', 200],
  ])('answers a list with the dates "%s" by %i', async (query, status) => {
    const { ask, emulator } = aBolna();
    expect((await ask('GET', `/v2/agent/${AGENT}/executions${query}`)).status).toBe(status);
    emulator.configure({ datesOptional: true });
    if (query === '') expect((await ask('GET', `/v2/agent/${AGENT}/executions`)).status).toBe(200);
  });

  it('filters by the instant of making, both ends included', async () => {
    const { clock, dial, ask } = aBolna();
    await dial('02');
    await clock.advance(MINUTE);
    const total = async (from: string, to: string) => (await read(ask('GET', `/v2/agent/${AGENT}/executions?from=${from}&to=${to}`))).total;
    expect(await total('2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z')).toBe(1);
    expect(await total('2026-03-02T09:00:00.001Z', '2026-03-02T10:00:00.000Z')).toBe(0);
    expect(await total('2026-03-02T08:00:00', '2026-03-02T09:00:00')).toBe(1);
  });

  it('hands out recordings, in parts too, and only with the key', async () => {
    const { clock, dial, idOf, ask, emulator } = aBolna();
    const id = await idOf(dial('00'));
    expect((await ask('GET', `/recordings/call/${id}`)).status).toBe(404);
    await clock.advance(10 * MINUTE);
    const whole = await ask('GET', `/recordings/call/${id}`);
    const part = await ask('GET', `/recordings/call/${id}`, undefined, { range: 'bytes=0-3' });
    expect([whole.status, part.status, part.headers.get('content-range')]).toEqual([200, 206, expect.stringMatching(/^bytes 0-3\/\d+$/)]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(Buffer.from(await whole.arrayBuffer()).subarray(0, 4));
    expect((await emulator.handle(new Request(`https://api.bolna.ai/recordings/call/${id}`))).status).toBe(403);
  });

  it('shows agents, numbers and the account; PATCH sets where deliveries go', async () => {
    const { ask, dial, clock, posts, emulator } = aBolna();
    expect(await read(ask('GET', '/v2/agent/all'))).toMatchObject([
      { id: AGENT, agent_name: 'Reminder', agent_status: 'processed', webhook_url: WEBHOOK },
    ]);
    expect(await read(ask('GET', '/phone-numbers/all'))).toMatchObject([
      { id: expect.stringMatching(/^[0-9a-f]{32}$/), phone_number: '+15550100001', agent_id: AGENT, telephony_provider: 'plivo' },
    ]);
    expect(await read(ask('GET', '/user/me'))).toMatchObject({
      id: expect.any(String),
      name: 'Emulated account',
      concurrency: { current: 0 },
    });
    const patch = (webhook_url: string | null) => ask('PATCH', `/v2/agent/${AGENT}`, { agent_config: { webhook_url } });
    expect(await read(patch('https://elsewhere.example.invalid/hook'))).toEqual({ message: 'success', state: 'updated' });
    await dial('02');
    await clock.advance(MINUTE);
    expect(posts.map(({ url }) => url)).toEqual(['https://elsewhere.example.invalid/hook', 'https://elsewhere.example.invalid/hook']);
    await patch(null);
    expect((await read(ask('GET', `/v2/agent/${AGENT}`))).webhook_url).toBeNull();
    emulator.configure({ webhookShown: 'agent_config' });
    expect(await read(ask('GET', `/v2/agent/${AGENT}`))).toMatchObject({ agent_config: { webhook_url: null } });
    const made = await read(ask('POST', '/v2/agent', { agent_config: { agent_name: 'Second' } }));
    expect((await read(ask('GET', `/v2/agent/${made.agent_id}`))).agent_name).toBe('Second');
  });

  it('refuses a wrong key as it was observed or as it is documented, and names its time', async () => {
    const { emulator, ask, clock } = aBolna();
    const refused = await emulator.handle(new Request('https://api.bolna.ai/user/me', { headers: { authorization: 'Bearer wrong' } }));
    expect([refused.status, await read(refused)]).toEqual([403, { detail: 'Unrecognized access token' }]);
    expect(refused.headers.get('date')).toBe(new Date(clock.now()).toUTCString());
    emulator.configure({ badKey: 'documented-401', clockSkewMs: 3_600_000 });
    const documented = await emulator.handle(new Request('https://api.bolna.ai/user/me'));
    expect([documented.status, await read(documented)]).toEqual([401, { error: 401, message: 'Access denied' }]);
    expect((await ask('GET', '/user/me')).headers.get('date')).toBe(new Date(clock.now() + 3_600_000).toUTCString());
  });
});

describe('forms in which Bolna was seen', () => {
  const completed = async (given: Partial<BolnaOptions>) => {
    const { clock, dial, posts, list } = aBolna(given);
    await dial('00');
    await clock.advance(10 * MINUTE);
    return { last: posts.at(-1)!.body, all: posts, listed: (await list()).data[0] };
  };

  it('numbers instead of texts, flat data, the other name of the code, keys that nobody knows', async () => {
    const { last } = await completed({ duration: 'number', extracted: 'flat', hangupCode: 'hangup_code', extraKeys: true });
    expect(last).toMatchObject({
      telephony_data: { duration: expect.any(Number), hangup_code: expect.any(Number) },
      extracted_data: { mood: expect.any(String) },
      smart_status: 'hot',
    });
    expect(last['telephony_data']).not.toHaveProperty('hangup_provider_code');
  });

  it('objects that are null or not there, recordings elsewhere, a reference that does not come back', async () => {
    expect((await completed({ objects: 'null' })).last).toMatchObject({ telephony_data: null, cost_breakdown: null, latency_data: null });
    expect((await completed({ objects: 'absent' })).last).not.toHaveProperty('telephony_data');
    const { last } = await completed({ recordingElsewhere: true, contextLost: true });
    expect(last).toMatchObject({
      telephony_data: { recording_url: expect.stringContaining('recordings.example.invalid') },
      context_details: null,
    });
  });

  it('lists that hold four fields, statuses that are not told, huge bodies', async () => {
    const { listed, all } = await completed({ trimmedLists: true, statusesLeftOut: ['ringing', 'in-progress'], hugeBytes: 2_000_000 });
    expect(Object.keys(listed)).toEqual(['id', 'status', 'conversation_duration', 'created_at']);
    expect(all.map(({ body }) => body['status'])).toEqual(['initiated', 'call-disconnected', 'completed']);
    expect(all[0]!.text.length).toBeGreaterThan(2_000_000);
  });
});
