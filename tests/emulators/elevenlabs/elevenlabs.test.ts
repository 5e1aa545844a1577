import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emulated, type EmulatedOptions, read } from '../emulated.ts';
import { elevenLabsEmulator } from './emulator.ts';
import { A_SIP_NUMBER, A_TWILIO_NUMBER, AN_ELEVENLABS_AGENT, type ElevenLabsOptions } from './options.ts';
import { signatureOf } from './webhooks.ts';

const MINUTE = 60_000;
const WEBHOOK = 'https://desk.example.invalid/webhooks/elevenlabs/events';
const SECRET = 'wsec_emulator_secret';
const AGENT = AN_ELEVENLABS_AGENT.id;

function anElevenLabs(given: Partial<ElevenLabsOptions> = {}, options: EmulatedOptions = {}) {
  const world = emulated((parts) => elevenLabsEmulator(parts, { webhookUrl: WEBHOOK, ...given }), options);
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) =>
    world.emulator.handle(
      new Request(`https://api.elevenlabs.io/v1${path}`, {
        method,
        headers: { 'xi-api-key': 'xi-emulator', ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      }),
    );
  let serial = 0;
  const bodyFor = (ending: string, more: Record<string, unknown> = {}) => ({
    agent_id: AGENT,
    agent_phone_number_id: A_SIP_NUMBER.id,
    to_number: `+49301234${10 + ++serial}${ending}`,
    conversation_initiation_client_data: {
      user_id: `call_${serial}`,
      dynamic_variables: { first_name: 'Mira', visits: 3, vip: true },
      conversation_config_override: { agent: { language: 'en' } },
    },
    telephony_call_config: { ringing_timeout_secs: 20 },
    ...more,
  });
  const dial = (ending: string, more: Record<string, unknown> = {}) =>
    ask('POST', '/convai/sip-trunk/outbound-call', bodyFor(ending, more));
  const dialTwilio = (ending: string) =>
    ask('POST', '/convai/twilio/outbound-call', bodyFor(ending, { agent_phone_number_id: A_TWILIO_NUMBER.id }));
  const idOf = async (response: Promise<Response>): Promise<string> => (await read(response)).conversation_id;
  const get = (id: string) => read(ask('GET', `/convai/conversations/${id}`));
  const list = (query = '') => read(ask('GET', `/convai/conversations?${query}`));
  const idsOf = async (query = ''): Promise<string[]> =>
    (await list(query)).conversations.map((one: { conversation_id: string }) => one.conversation_id);
  const types = () => world.posts.map(({ body }) => body['type']);
  return { ...world, ask, bodyFor, dial, dialTwilio, idOf, get, list, idsOf, types };
}

type World = ReturnType<typeof anElevenLabs>;
const statusesOf = async ({ clock, get }: World, id: string): Promise<string[]> => {
  const seen: string[] = [];
  for (let second = 0; second < 300; second++) {
    const { status } = await get(id);
    if (seen.at(-1) !== status) seen.push(status);
    await clock.advance(1000);
  }
  return seen;
};

describe('an outbound call at ElevenLabs', () => {
  it('goes out over the trunk and goes through all statuses, told by one signed webhook at its end', async () => {
    const world = anElevenLabs();
    const { dial, get, posts, clock } = world;
    const answer = await read(dial('00'));
    expect(answer).toEqual({
      success: true,
      message: 'Success',
      conversation_id: expect.stringMatching(/^conv_/),
      sip_call_id: expect.stringMatching(/^SCL_/),
    });
    expect(await statusesOf(world, answer.conversation_id)).toEqual(['initiated', 'in-progress', 'processing', 'done']);
    expect(posts).toHaveLength(1);
    const [{ url, headers, text, body, at }] = posts as [(typeof posts)[0]];
    expect(url).toBe(WEBHOOK);
    expect(body).toEqual({
      type: 'post_call_transcription',
      event_timestamp: Math.floor(at / 1000),
      data: await get(answer.conversation_id),
    });
    const [, t, v0] = /^t=(\d+),v0=([0-9a-f]{64})$/.exec(headers.get('elevenlabs-signature')!)!;
    expect(Number(t)).toBe(Math.floor(at / 1000));
    expect(v0).toBe(createHmac('sha256', SECRET).update(`${t}.${text}`).digest('hex'));
    expect(body['data']).toMatchObject({
      agent_id: AGENT,
      agent_name: 'Reminder',
      status: 'done',
      user_id: 'call_1',
      has_audio: true,
      transcript: expect.arrayContaining([expect.objectContaining({ role: 'agent', message: expect.stringContaining('Mira') })]),
      metadata: {
        start_time_unix_secs: Math.floor((clock.now() - 300_000) / 1000),
        call_duration_secs: expect.any(Number),
        error: null,
        phone_call: {
          type: 'sip_trunking',
          direction: 'outbound',
          phone_number_id: 'phnum_01ex',
          agent_number: '+15550100001',
          external_number: '+493012341100',
          call_sid: answer.sip_call_id,
        },
      },
      analysis: {
        call_successful: 'success',
        transcript_summary: expect.stringContaining('Mira'),
        data_collection_results: { mood: { data_collection_id: 'mood', value: expect.any(String) } },
      },
      conversation_initiation_client_data: { dynamic_variables: { first_name: 'Mira', visits: 3, vip: true } },
    });
  });

  it('tells when the contact answered, the same while the call is up and after it', async () => {
    const { dial, idOf, get, clock, line } = anElevenLabs();
    const id = await idOf(dial('00'));
    expect((await get(id)).metadata.accepted_time_unix_secs).toBeNull();
    await clock.until(() => line.byReference('call_1')[0]!.status === 'in-progress', MINUTE);
    const { accepted_time_unix_secs: up } = (await get(id)).metadata;
    expect(up).toBeLessThanOrEqual(clock.now() / 1000);
    await clock.advance(5 * MINUTE);
    expect(Math.abs((await get(id)).metadata.accepted_time_unix_secs - up)).toBeLessThanOrEqual(1);
  });

  it('goes out by Twilio under the other name of its id', async () => {
    const { dialTwilio, get, clock } = anElevenLabs();
    const answer = await read(dialTwilio('00'));
    expect(answer).toEqual({
      success: true,
      message: 'Success',
      conversation_id: expect.any(String),
      callSid: expect.stringMatching(/^CA[0-9a-f]{32}$/),
    });
    await clock.advance(5 * MINUTE);
    expect((await get(answer.conversation_id)).metadata.phone_call).toMatchObject({
      type: 'twilio',
      call_sid: answer.callSid,
      stream_sid: expect.any(String),
    });
  });

  it.each([
    ['01', 'no-answer', 480, 'Temporarily Unavailable'],
    ['02', 'busy', 486, 'Busy Here'],
    ['04', 'unknown', 503, 'Service Unavailable'],
  ])('that ends in %s fails and is told as %s', async (ending, reason, code, phrase) => {
    const { dial, idOf, get, posts, clock, ask } = anElevenLabs();
    const id = await idOf(dial(ending));
    await clock.advance(2 * MINUTE);
    expect(await get(id)).toMatchObject({
      status: 'failed',
      transcript: [],
      metadata: { call_duration_secs: 0, accepted_time_unix_secs: null, error: { code, reason: phrase } },
    });
    expect(posts.map(({ body }) => body)).toEqual([
      {
        type: 'call_initiation_failure',
        event_timestamp: expect.any(Number),
        data: {
          agent_id: AGENT,
          conversation_id: id,
          failure_reason: reason,
          metadata: { type: 'sip', body: { sip_status_code: code, error_reason: phrase } },
        },
      },
    ]);
    const { sip_messages } = await read(ask('GET', `/convai/conversations/${id}/sip-messages`));
    expect(sip_messages.at(-1)).toMatchObject({ direction: 'in', raw_message: expect.stringContaining(`SIP/2.0 ${code} ${phrase}`) });
  });

  it('rings as long as the dial asks', async () => {
    const { dial, line, clock } = anElevenLabs();
    await dial('01', { telephony_call_config: { ringing_timeout_secs: 10 } });
    await clock.advance(2 * MINUTE);
    const [call] = line.observe().dials;
    expect(call!.downAt! - call!.at).toBeLessThan(15_000);
  });

  it("tells a Twilio call's failure by Twilio's fields", async () => {
    const { dialTwilio, posts, clock } = anElevenLabs();
    const { callSid } = await read(dialTwilio('02'));
    await clock.advance(MINUTE);
    expect(posts[0]!.body['data']).toMatchObject({
      failure_reason: 'busy',
      metadata: { type: 'twilio', body: { CallSid: callSid, CallStatus: 'busy', To: '+493012341102', From: '+15550100002' } },
    });
  });

  it('is a voicemail by the tool that the agent called', async () => {
    const { dial, idOf, get, clock } = anElevenLabs();
    const id = await idOf(dial('03'));
    await clock.advance(5 * MINUTE);
    const body = await get(id);
    expect(body).toMatchObject({ status: 'done', analysis: { call_successful: 'failure' } });
    expect(body.transcript.at(-1).tool_calls).toMatchObject([{ tool_name: 'voicemail_detection' }]);
  });

  it('is refused for what the documents name, and none is made', async () => {
    const { ask, bodyFor, dial, emulator, line } = anElevenLabs();
    const refused = async (body: unknown, way = 'sip-trunk') => {
      const response = await ask('POST', `/convai/${way}/outbound-call`, body);
      return [response.status, await read(response)];
    };
    const { to_number: _, ...withoutNumber } = bodyFor('00');
    expect(await refused(withoutNumber)).toEqual([
      422,
      { detail: [{ loc: ['body', 'to_number'], msg: 'Field required', type: 'missing' }] },
    ]);
    expect((await refused(bodyFor('00', { to_number: '0301234' })))[0]).toBe(422);
    const reserved = { dynamic_variables: { system__time: 'x' } };
    expect((await refused(bodyFor('00', { conversation_initiation_client_data: reserved })))[0]).toBe(422);
    expect(await refused(bodyFor('00', { agent_id: 'other' }))).toMatchObject([404, { detail: { code: 'document_not_found' } }]);
    expect((await refused(bodyFor('00', { agent_phone_number_id: 'other' })))[0]).toBe(404);
    expect((await refused(bodyFor('00'), 'twilio'))[0]).toBe(404);
    expect((await dial('05')).status).toBe(422);
    emulator.configure({ wrongSetUp: 400, wrongNumber: 'success-false' });
    expect((await refused(bodyFor('00'), 'twilio'))[0]).toBe(400);
    const noSuccess = await dial('05');
    expect([noSuccess.status, await read(noSuccess)]).toMatchObject([200, { success: false, conversation_id: null }]);
    emulator.configure({ noSuccess: true });
    expect(await read(dial('00'))).toMatchObject({ success: false, message: expect.any(String) });
    expect(line.observe().accepted).toBe(0);
  });

  it('meets the limits and faults of the line', async () => {
    const limited = anElevenLabs({}, { settings: { accountLimit: 1 } });
    await limited.dial('00');
    const over = await limited.dial('00');
    expect([over.status, await read(over)]).toMatchObject([
      429,
      { detail: { code: 'concurrent_limit_exceeded', status: 'too_many_concurrent_requests' } },
    ]);
    expect(await limited.idsOf()).toHaveLength(1);
    const fast = anElevenLabs({}, { settings: { faults: { refuse429: 1 } } });
    expect(await read(fast.dial('00'))).toMatchObject({ detail: { code: 'rate_limit_exceeded' } });
    expect((await anElevenLabs({}, { settings: { faults: { fail500: 1 } } }).dial('00')).status).toBe(500);
    const open = anElevenLabs();
    const abort = new AbortController();
    const answer = open.ask('POST', '/convai/sip-trunk/outbound-call', open.bodyFor('09'), {}, abort.signal);
    await open.clock.advance(MINUTE);
    abort.abort();
    await expect(answer).rejects.toThrow('given up');
    expect(await open.idsOf('user_id=call_1')).toHaveLength(1);
  });

  it('answers with ids that are null or named otherwise', async () => {
    const { dial, emulator } = anElevenLabs({ nullIds: 'both' });
    expect(await read(dial('00'))).toMatchObject({ success: true, conversation_id: null, sip_call_id: null });
    emulator.configure({ nullIds: 'conversation', callIdName: 'callSid' });
    expect(await read(dial('00'))).toMatchObject({ conversation_id: null, callSid: expect.any(String) });
  });

  it('tells a failure before it answers the dial, where it is asked to', async () => {
    const { dial, types, clock } = anElevenLabs({ failureFirst: true });
    let answered: unknown[] | null = null;
    const answer = dial('02').then(() => {
      answered = types();
    });
    await clock.advance(MINUTE);
    await answer;
    expect(answered).toEqual(['call_initiation_failure']);
    const started = clock.now();
    const person = dial('00').then(() => clock.now() - started);
    await clock.advance(2 * MINUTE);
    expect(await person).toBeLessThan(25_000);
  });

  it('shows an unanswered call as done with 0 seconds, where it is asked to', async () => {
    const { dial, idOf, get, types, clock } = anElevenLabs({ unanswered: 'done', failureBodyLeftOut: true });
    const id = await idOf(dial('01'));
    await clock.advance(2 * MINUTE);
    expect(await get(id)).toMatchObject({
      status: 'done',
      metadata: { call_duration_secs: 0, accepted_time_unix_secs: null, error: null },
    });
    expect(types()).toEqual(['call_initiation_failure', 'post_call_transcription']);
  });
});

describe('webhooks of ElevenLabs', () => {
  it('are signed as the documents show', () => {
    const body =
      '{"type":"post_call_transcription","event_timestamp":1780308000,"data":{"agent_id":"agent_01","conversation_id":"conv_01","status":"done"}}';
    const v0 = 'e3b4a2dcc374cf7d237cfd57adef1c4501368b883f1fb7753aaf767aa221de00';
    expect(signatureOf(SECRET, 1_780_308_000, body)).toBe(`t=1780308000,v0=${v0}`);
  });

  it('are sent once unless retries are switched on', async () => {
    for (const answer of [503, 'no-answer'] as const) {
      const { dial, types, clock } = anElevenLabs({}, { answer: () => answer });
      await dial('00');
      await clock.advance(120 * MINUTE);
      expect(types()).toEqual(['post_call_transcription']);
    }
  });

  it('come again after 30 s, 2, 8 and 30 minutes with retries, then no more', async () => {
    const { dial, posts, clock } = anElevenLabs({ retries: true }, { answer: () => 503 });
    await dial('00');
    await clock.advance(240 * MINUTE);
    const waits = posts.slice(1).map(({ at }, i) => (at - posts[i]!.at) / 1000);
    expect(waits).toHaveLength(4);
    for (const [i, seconds] of [30, 120, 480, 1800].entries()) {
      expect(waits[i]).toBeGreaterThanOrEqual(seconds);
      expect(waits[i]).toBeLessThanOrEqual(seconds * 1.1 + 0.001);
    }
    expect(new Set(posts.map(({ text }) => text)).size).toBe(1);
    expect(new Set(posts.map(({ headers }) => headers.get('elevenlabs-signature'))).size).toBe(5);
  });

  it.each([
    [200, 1],
    [400, 1],
    [408, 5],
    [429, 5],
  ])('answered by %i come %i times with retries', async (status, times) => {
    const { dial, types, clock } = anElevenLabs({ retries: true }, { answer: () => status });
    await dial('00');
    await clock.advance(240 * MINUTE);
    expect(types()).toHaveLength(times);
  });

  it('of failures never come again', async () => {
    const { dial, types, clock } = anElevenLabs({ retries: true }, { answer: () => 503 });
    await dial('02');
    await clock.advance(240 * MINUTE);
    expect(types()).toEqual(['call_initiation_failure']);
  });

  it('are switched off by themselves after 10 failures where none was ever taken, and on by setting them up anew', async () => {
    let status = 500;
    const { dial, types, clock, ask, posts } = anElevenLabs({}, { answer: () => status });
    for (let i = 0; i < 11; i++) await dial('02');
    await clock.advance(MINUTE);
    expect(types()).toHaveLength(10);
    const [webhook] = (await read(ask('GET', '/workspace/webhooks'))).webhooks;
    expect(webhook).toMatchObject({ is_auto_disabled: true, most_recent_failure_error_code: 500, webhook_url: WEBHOOK });
    status = 200;
    const made = await read(ask('POST', '/workspace/webhooks', { settings: { webhook_url: 'https://new.example.invalid/hook' } }));
    expect(made).toEqual({ webhook_id: expect.any(String), webhook_secret: expect.stringMatching(/^wsec_/) });
    await dial('02');
    await clock.advance(MINUTE);
    const { url, headers, text } = posts.at(-1)!;
    const signature = headers.get('elevenlabs-signature')!;
    expect([url, signature]).toEqual([
      'https://new.example.invalid/hook',
      signatureOf(made.webhook_secret, Number(/t=(\d+)/.exec(signature)![1]), text),
    ]);
  });

  it('carry wrong signatures, old times and huge bodies where they are asked to', async () => {
    const { dial, posts, clock } = anElevenLabs({ wrongSignature: true, signatureAgeSeconds: 1860, hugeBytes: 2_000_000 });
    await dial('02');
    await clock.advance(MINUTE);
    const { at, headers, text } = posts[0]!;
    const signature = headers.get('elevenlabs-signature')!;
    const t = Number(/t=(\d+)/.exec(signature)![1]);
    expect(Math.floor(at / 1000) - t).toBe(1860);
    expect(signature).not.toBe(signatureOf(SECRET, t, text));
    expect(text.length).toBeGreaterThan(2_000_000);
  });

  it('bring the recording as well where it is asked for, in pieces', async () => {
    const { dial, idOf, posts, types, clock, ask } = anElevenLabs({ audio: true });
    const id = await idOf(dial('00'));
    await dial('02');
    await clock.advance(5 * MINUTE);
    expect(types()).toEqual(['call_initiation_failure', 'post_call_transcription', 'post_call_audio']);
    const { body, headers, text } = posts[2]!;
    const audio = Buffer.from(await (await ask('GET', `/convai/conversations/${id}/audio`)).arrayBuffer());
    expect(body['data']).toEqual({ agent_id: AGENT, conversation_id: id, full_audio: audio.toString('base64') });
    const signature = headers.get('elevenlabs-signature')!;
    expect(signature).toBe(signatureOf(SECRET, Number(/t=(\d+)/.exec(signature)![1]), text));
  });

  it('are not sent where none is set up', async () => {
    const { dial, posts, clock, ask } = anElevenLabs({ webhookUrl: null });
    await dial('00');
    await clock.advance(5 * MINUTE);
    expect([posts, await read(ask('GET', '/workspace/webhooks'))]).toEqual([[], { webhooks: [] }]);
  });
});

describe('reading at ElevenLabs', () => {
  it('lists conversations, the newest first, by user, agent, time and what they came to', async () => {
    const { dial, idOf, idsOf, list, clock } = anElevenLabs();
    const first = await idOf(dial('02'));
    await clock.advance(10 * MINUTE);
    const start = Math.floor(clock.now() / 1000);
    const second = await idOf(dial('00'));
    expect(await idsOf()).toEqual([second, first]);
    expect(await idsOf('user_id=call_1')).toEqual([first]);
    expect(await idsOf('agent_id=other')).toEqual([]);
    expect(await idsOf(`call_start_after_unix=${start}`)).toEqual([second]);
    expect(await idsOf(`call_start_before_unix=${start - 1}`)).toEqual([first]);
    expect(await idsOf(`call_start_before_unix=${start}`)).toEqual([second, first]);
    expect(await idsOf('exclude_statuses=failed&exclude_statuses=done')).toEqual([second]);
    await clock.advance(5 * MINUTE);
    expect(await idsOf('call_successful=success')).toEqual([second]);
    const [item] = (await list('user_id=call_2')).conversations;
    expect(item).toMatchObject({
      agent_id: AGENT,
      status: 'done',
      direction: 'outbound',
      call_successful: 'success',
      transcript_summary: null,
    });
    expect(item.message_count).toBeGreaterThan(0);
    expect((await list('user_id=call_2&summary_mode=include')).conversations[0].transcript_summary).toContain('Mira');
  });

  it('lists them in pages that new ones do not shift', async () => {
    const { dial, idOf, list, ask } = anElevenLabs();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift(await idOf(dial('00')));
    const page = await list('page_size=2');
    expect(page).toMatchObject({ has_more: true, next_cursor: expect.any(String) });
    await dial('00');
    const next = await list(`page_size=3&cursor=${page.next_cursor}`);
    expect(next.conversations.map((one: { conversation_id: string }) => one.conversation_id)).toEqual(ids.slice(2));
    expect(next).toMatchObject({ has_more: false, next_cursor: null });
    expect((await ask('GET', '/convai/conversations?page_size=101')).status).toBe(422);
  });

  it('hands out audio, in parts where it is asked for', async () => {
    const { dial, idOf, ask, clock, emulator } = anElevenLabs();
    const id = await idOf(dial('00'));
    const path = `/convai/conversations/${id}/audio`;
    expect((await ask('GET', path)).status).toBe(404);
    await clock.advance(5 * MINUTE);
    const part = await ask('GET', path, undefined, { range: 'bytes=4-7' });
    expect([part.status, part.headers.get('content-type'), part.headers.get('content-length')]).toEqual([206, 'audio/mpeg', '4']);
    emulator.configure({ noRanges: true });
    expect((await ask('GET', path, undefined, { range: 'bytes=4-7' })).status).toBe(200);
  });

  it('shows agents and numbers', async () => {
    const { ask } = anElevenLabs({ agents: [AN_ELEVENLABS_AGENT, { ...AN_ELEVENLABS_AGENT, id: 'agent_02ex', name: 'Survey' }] });
    const { agents, has_more, next_cursor } = await read(ask('GET', '/convai/agents?page_size=1'));
    expect([agents, has_more]).toMatchObject([[{ agent_id: AGENT, name: 'Reminder', archived: false }], true]);
    expect((await read(ask('GET', `/convai/agents?cursor=${next_cursor}`))).agents).toMatchObject([{ agent_id: 'agent_02ex' }]);
    expect((await read(ask('GET', '/convai/agents?search=surv'))).agents).toHaveLength(1);
    expect(await read(ask('GET', `/convai/agents/${AGENT}`))).toMatchObject({
      agent_id: AGENT,
      platform_settings: { call_limits: { agent_concurrency_limit: -1 } },
      phone_numbers: [{ phone_number_id: 'phnum_01ex' }, { phone_number_id: 'phnum_02ex' }],
    });
    expect(await read(ask('GET', '/convai/phone-numbers?provider=sip_trunk'))).toMatchObject([
      {
        phone_number: '+15550100001',
        phone_number_id: 'phnum_01ex',
        provider: 'sip_trunk',
        assigned_agent: { agent_id: AGENT, agent_name: 'Reminder' },
        outbound_trunk: { transport: 'tls', has_outbound_trunk: true },
      },
    ]);
  });

  it('refuses a wrong key in each of the shapes, and names its time', async () => {
    const { emulator, clock } = anElevenLabs();
    const withoutKey = async () => {
      const response = await emulator.handle(new Request('https://api.elevenlabs.io/v1/convai/agents'));
      return [response.status, await read(response), response.headers.get('date')];
    };
    const [status, body, date] = await withoutKey();
    expect([status, body]).toMatchObject([401, { detail: { type: 'authentication_error', code: 'invalid_api_key', param: null } }]);
    expect(date).toBe(new Date(clock.now()).toUTCString());
    emulator.configure({ errors: 'legacy', clockSkewMs: -600_000 });
    expect(await withoutKey()).toEqual([
      401,
      { detail: { status: 'invalid_api_key', message: 'Invalid API key' } },
      new Date(clock.now() - 600_000).toUTCString(),
    ]);
    emulator.configure({ errors: 'text' });
    expect((await withoutKey())[1]).toEqual({ detail: 'Invalid API key' });
  });
});

describe('calls that another vendor brings', () => {
  const brought = async (world: World, headers: Record<string, string>, agentId = AGENT) => {
    const { line, clock, emulator } = world;
    await line.dial({
      reference: 'call_b',
      to: '+493012345600',
      from: '+15550170000',
      agent: 'sw',
      variables: { first_name: 'Mira' },
      record: true,
      ringSeconds: 30,
      longestSeconds: 600,
    });
    const call = () => line.byReference('call_b')[0]!;
    await clock.until(() => call().status === 'in-progress', MINUTE);
    emulator.begin(call(), headers, agentId);
    return call;
  };

  it('by SIP become a conversation that follows the call, with the headers as variables', async () => {
    const world = anElevenLabs();
    const call = await brought(world, { 'X-Call-Reference': 'call_b', 'X-CallerID': '7', 'X-CALL-ID': 'sw-1', 'User-Agent': 'x' });
    const [id] = await world.idsOf(`agent_id=${AGENT}`);
    const body = await world.get(id!);
    const variables = { 'sip_call-reference': 'call_b', sip_callerid: '7' };
    expect(body.metadata.phone_call.sip_header_dynamic_variables).toEqual(variables);
    expect(body.conversation_initiation_client_data).toEqual({ dynamic_variables: variables });
    expect(body).toMatchObject({
      status: 'in-progress',
      user_id: null,
      metadata: {
        start_time_unix_secs: Math.floor(world.clock.now() / 1000),
        accepted_time_unix_secs: Math.floor(world.clock.now() / 1000),
        phone_call: {
          type: 'sip_trunking',
          direction: 'inbound',
          phone_number_id: 'phnum_01ex',
          agent_number: '+15550100001',
          external_number: '+15550170000',
          call_id: 'sw-1',
        },
      },
    });
    expect(await statusesOf(world, id!)).toEqual(['in-progress', 'processing', 'done']);
    expect(world.types()).toEqual(['post_call_transcription']);
    expect(world.posts[0]!.body['data']).toEqual(await world.get(id!));
    expect((await world.get(id!)).metadata.call_duration_secs).toBe(Math.round(call().duration_seconds!));
  });

  it('end when the other vendor hangs up, and are begun once', async () => {
    const world = anElevenLabs();
    const call = await brought(world, {});
    world.emulator.begin(call(), {}, AGENT);
    expect(await world.idsOf()).toHaveLength(1);
    await world.line.hangUp(call().id);
    expect((await world.list()).conversations[0].status).toBe('processing');
    await world.clock.advance(MINUTE);
    expect((await world.list()).conversations[0].status).toBe('done');
    expect(world.types()).toEqual(['post_call_transcription']);
  });

  it.each([
    ['underscores', 'sip_call_reference'],
    ['removed', 'sip_callreference'],
  ] as const)('name variables with dashes %s as %s', async (innerDashes, name) => {
    const world = anElevenLabs({ innerDashes, externalNumber: 'contact' });
    await brought(world, { 'X-Call-Reference': 'call_b' });
    const [id] = await world.idsOf();
    const body = await world.get(id!);
    expect(body.conversation_initiation_client_data.dynamic_variables).toEqual({ [name]: 'call_b' });
    expect(body.metadata.phone_call.external_number).toBe('+493012345600');
  });

  it('reach the agent that the dialed number belongs to', async () => {
    const world = anElevenLabs();
    await brought(world, {}, '+15550100001');
    expect(await world.idsOf(`agent_id=${AGENT}`)).toHaveLength(1);
  });

  it('by a registered stream are the conversation that was registered', async () => {
    const world = anElevenLabs();
    const registered = await world.ask('POST', '/convai/twilio/register-call', {
      agent_id: AGENT,
      from_number: '+15550170000',
      to_number: '+493012345600',
      direction: 'outbound',
      conversation_initiation_client_data: { user_id: 'call_b', dynamic_variables: { first_name: 'Mira' } },
    });
    const document = await registered.text();
    expect(document).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?><Response><Connect><Stream url="wss:/);
    const [id] = await world.idsOf('user_id=call_b');
    expect(document).toContain(`<Parameter name="conversation_id" value="${id}"/>`);
    expect((await world.get(id!)).status).toBe('initiated');
    await brought(world, { conversation_id: id! });
    expect(await statusesOf(world, id!)).toEqual(['in-progress', 'processing', 'done']);
    expect(await world.idsOf()).toEqual([id]);
  });
});
