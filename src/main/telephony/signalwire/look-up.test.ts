import { describe, expect, it } from 'vitest';
import { aDial, aHandle, aSpace, FROM, PROJECT_PATH, TO, type Answer } from '../../../../tests/helpers/signalwire-space.ts';
import { A_MONDAY_MORNING } from '../../../../tests/helpers/virtual-clock.ts';
import type { ConversationAnswer } from '../elevenlabs/conversations.ts';
import { rfc2822 } from './finder.ts';
import { CONVERSATION_WAIT_MS } from './reporter.ts';

const T = A_MONDAY_MORNING;
const SECOND = 1000;
const MINUTE = 60_000;
const LOG = 'GET /api/voice/logs/c1';
const EVENTS = 'GET /api/voice/logs/c1/events';
const CALL = `GET ${PROJECT_PATH}/Calls/c1`;
const cxml = { settings: { mode: 'cxml' as const } };

const log = (over: object = {}) => ({
  id: 'c1',
  from: FROM,
  to: TO,
  direction: 'outbound',
  status: 'completed',
  duration: 31,
  duration_ms: 31_400,
  billing_ms: 60_000,
  source: 'realtime_api',
  type: 'relay_pstn_call',
  url: null,
  charge: 0.02,
  charge_details: [],
  created_at: new Date(T + 2 * SECOND).toISOString(),
  parent_id: null,
  ...over,
});
const call = (over: object = {}) => ({
  sid: 'c1',
  status: 'completed',
  to: TO,
  from: FROM,
  direction: 'outbound',
  date_created: rfc2822(T + 2 * SECOND),
  start_time: rfc2822(T + 5 * SECOND),
  end_time: rfc2822(T + 36 * SECOND),
  duration: 31,
  price: null,
  price_unit: 'USD',
  answered_by: null,
  sip_result_code: null,
  ...over,
});
const said = (state: string, more = {}) => ({
  kind: 'found',
  report: { providerCallId: 'c1', reference: 'call_abc', state, at: null, ...more },
});
const lookUp = (answers: Record<string, Answer | Answer[]>, options: Parameters<typeof aSpace>[1] = {}, handle = {}) =>
  aSpace(answers, options).provider.lookUp(aHandle(handle));

describe('a look-up by the id', () => {
  it.each([
    ['queued', 'queued'],
    ['initiated', 'initiated'],
    ['created', 'initiated'],
    ['ringing', 'ringing'],
    ['answered', 'in-progress'],
    ['in-progress', 'in-progress'],
    ['ending', 'in-progress'],
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
  ])('reads %s of the voice log as %s', async (status, state) => {
    expect(await lookUp({ [LOG]: [200, log({ status, charge: 0 })] })).toEqual(said(state));
  });

  it.each(['completed', 'ended'])('completes a log entry that is %s', async (status) => {
    const found = said('completed', { durationSeconds: 31.4, cost: { amount: 0.02, unit: 'USD' } });
    expect(await lookUp({ [LOG]: [200, log({ status })] })).toEqual(found);
  });

  it.each([
    ['queued', 'queued', null],
    ['ringing', 'ringing', null],
    ['in-progress', 'in-progress', null],
    ['busy', 'busy', T + 36 * SECOND],
    ['no-answer', 'no-answer', T + 36 * SECOND],
    ['failed', 'failed', T + 36 * SECOND],
    ['canceled', 'cancelled', T + 36 * SECOND],
  ])('reads %s of the compatibility interface as %s', async (status, state, at) => {
    const end = at === T + 36 * SECOND ? {} : { end_time: null };
    expect(await lookUp({ [CALL]: [200, call({ status, ...end })] }, cxml)).toEqual(said(state, { at }));
  });

  it('tells what the compatibility interface knows of the end', async () => {
    const recordings = `GET ${PROJECT_PATH}/Calls/c1/Recordings`;
    const answers: Record<string, Answer> = {
      [CALL]: [200, call({ price: -0.013, answered_by: 'human' })],
      [recordings]: [200, { recordings: [{ sid: 'r1', duration: 30 }] }],
    };
    expect(await lookUp(answers, cxml)).toEqual(
      said('completed', {
        at: T + 36 * SECOND,
        durationSeconds: 31,
        answeredByMachine: false,
        cost: { amount: 0.013, unit: 'USD' },
        recordingUrl: `https://demo.signalwire.com${PROJECT_PATH}/Recordings/r1.mp3`,
      }),
    );
    expect(await lookUp({ [CALL]: [200, call({ status: 'no-answer', sip_result_code: 480 })] }, cxml)).toMatchObject({
      report: { reason: 'SIP 480' },
    });
    expect(await lookUp({ [CALL]: [200, call({ answered_by: 'machine' })] }, cxml)).toMatchObject({
      report: { state: 'voicemail', answeredByMachine: true },
    });
    expect(await lookUp({ [CALL]: [200, call({ duration: 0 })] }, cxml)).toMatchObject({
      report: { state: 'completed', durationSeconds: 0 },
    });
  });

  it('reads of the events of a log entry what can be read', async () => {
    const events = (...details: object[]): Record<string, Answer> => ({
      [LOG]: [200, log({ charge: 0 })],
      [EVENTS]: [
        200,
        { data: details.map((detail) => ({ event_at: '2026-03-02T09:00:00Z', level: 'info', name: 'x', details: detail, log_id: 'c1' })) },
      ],
    });
    expect(await lookUp(events({ call_id: 'c1', detect: { type: 'machine', params: { event: 'MACHINE' } } }))).toEqual(
      said('voicemail', { durationSeconds: 31.4, answeredByMachine: true }),
    );
    expect(await lookUp(events({ call_id: 'c1', state: 'finished', record: { url: 'https://demo.signalwire.com/r' } }))).toEqual(
      said('completed', { durationSeconds: 31.4, recordingUrl: 'https://demo.signalwire.com/r' }),
    );
    expect(await lookUp(events({ call_id: 'c1', call_state: 'ended', end_reason: 'noAnswer' }))).toEqual(
      said('no-answer', { durationSeconds: 31.4, reason: 'noAnswer' }),
    );
    // The agent's leg was busy, not the contact.
    expect(await lookUp(events({ call_id: 'c2', call_state: 'ended', end_reason: 'busy' }, {}))).toEqual(
      said('completed', { durationSeconds: 31.4 }),
    );
  });

  it('finds in the events of a failed call what it was', async () => {
    const failed = { [LOG]: [200, log({ status: 'failed', charge: 0 })] satisfies Answer };
    const events = (details: object): Answer => [200, { data: [{ name: 'x', details }] }];
    expect(await lookUp(failed)).toEqual(said('failed'));
    expect(await lookUp({ ...failed, [EVENTS]: events({ call_id: 'c1', call_state: 'ended', end_reason: 'busy' }) })).toEqual(
      said('busy', { reason: 'busy' }),
    );
  });

  it('asks the other interface as well, for calls of before the way was changed', async () => {
    expect(await lookUp({ [CALL]: [200, call({ status: 'ringing', end_time: null })] })).toEqual(said('ringing'));
    expect(await lookUp({ [LOG]: [200, log({ status: 'ringing', charge: 0 })] }, cxml)).toEqual(said('ringing'));
  });

  it('is not found only where both interfaces know of none', async () => {
    expect(await lookUp({})).toEqual({ kind: 'not-found' });
  });

  it.each<[string, Answer]>([
    ['a 500', [500, { code: 1 }]],
    ['a 503', [503]],
    ['a refused key', [401, { code: 20003 }]],
    ['an unreadable answer', [200, '<html>']],
    ['a status that is not known', [200, log({ status: 'flying' })]],
    ['no connection', new Error('refused')],
  ])('has no answer at %s', async (_, answer) => {
    expect(await lookUp({ [LOG]: answer })).toEqual({ kind: 'no-answer', sentence: expect.stringContaining('SignalWire') });
    expect(await lookUp({ [CALL]: answer })).toMatchObject({ kind: 'no-answer' });
  });

  it('has no answer where none comes in time, or where nothing is set up', async () => {
    const { provider, clock } = aSpace({ [LOG]: 'never' });
    const answer = provider.lookUp(aHandle());
    await clock.advance(15_000);
    expect(await answer).toMatchObject({ kind: 'no-answer', sentence: expect.stringContaining('in time') });
    expect(await lookUp({}, { parts: { token: () => '' } })).toMatchObject({
      kind: 'no-answer',
      sentence: expect.stringContaining('token'),
    });
  });
});

describe('a look-up by number and time', () => {
  const LOGS = 'GET /api/voice/logs';
  const CALLS = `GET ${PROJECT_PATH}/Calls`;
  const started = `${CALLS}?To=${TO}&StartTime>=${rfc2822(T - MINUTE)}&PageSize=1000`;
  const unknown = { providerCallId: null };
  const at = (ms: number, over = {}) => log({ status: 'ringing', charge: 0, created_at: new Date(T + ms).toISOString(), ...over });
  const logs = (...data: object[]): Answer => [200, { links: {}, data }];
  const calls = (...list: object[]): Answer => [200, { calls: list, next_page_uri: null }];
  const idOf = async (...given: Parameters<typeof lookUp>) => {
    const answer = await lookUp(given[0], given[1], { ...unknown, ...given[2] });
    return answer.kind === 'found' ? answer.report.providerCallId : answer.kind;
  };

  it('takes the entry to the number that is nearest after the claim, and tells its id', async () => {
    const entries = [
      at(90 * SECOND, { id: 'later' }),
      at(3 * SECOND, { id: 'ours' }),
      at(4 * SECOND, { id: 'other number', to: '+15550100003' }),
      at(1 * SECOND, { id: 'other caller', from: '+15550100009' }),
      at(2 * SECOND, { id: 'came in', direction: 'inbound' }),
      at(-30 * SECOND, { id: 'before' }),
      at(-2 * MINUTE, { id: 'long before' }),
    ];
    expect(await idOf({ [LOGS]: logs(...entries) })).toBe('ours');
    expect(await idOf({ [LOGS]: logs(at(-30 * SECOND, { id: 'before' })) })).toBe('before');
    expect(await idOf({ [LOGS]: logs(at(-61 * SECOND)), [CALLS]: calls() })).toBe('not-found');
    expect(await idOf({ [LOGS]: logs(at(0, { to: '1 (555) 010-0002', from: null })) })).toBe('c1');
  });

  it('asks the log of the day before on, page after page while they may hold the call', async () => {
    const first = `${LOGS}?created_after=2026-03-01&page_size=1000`;
    const second = `${LOGS}?page=2`;
    const answers: Record<string, Answer> = {
      [first]: [200, { links: { next: 'https://demo.signalwire.com/api/voice/logs?page=2' }, data: [at(90 * MINUTE, { to: '+1' })] }],
      [second]: logs(at(SECOND)),
    };
    expect(await idOf(answers)).toBe('c1');
    const { provider, sent } = aSpace({
      [first]: [200, { links: { next: '/api/voice/logs?page=2' }, data: [at(MINUTE, { to: '+1' }), at(-2 * MINUTE)] }],
      [CALLS]: calls(),
    });
    expect(await provider.lookUp(aHandle(unknown))).toEqual({ kind: 'not-found' });
    expect(sent.map(({ path }) => path)).not.toContain('/api/voice/logs?page=2');
  });

  it('does not follow a list elsewhere, nor without end, and then knows nothing', async () => {
    const endless = (next: string): Answer => [200, { links: { next }, data: [] }];
    expect(await idOf({ [LOGS]: endless('/api/voice/logs?again') })).toBe('no-answer');
    const { provider, sent } = aSpace({ [LOGS]: endless('https://evil.test/api/voice/logs'), [CALLS]: calls() });
    expect(await provider.lookUp(aHandle(unknown))).toMatchObject({ kind: 'no-answer' });
    expect(sent.every(({ url }) => url.startsWith('https://demo.signalwire.com/'))).toBe(true);
  });

  it('takes none that is known to be another call of ours, however near it is', async () => {
    const isAnothers = (id: string) => id === 'c1';
    const { provider } = aSpace({ [LOGS]: logs(at(-SECOND), at(2 * SECOND, { id: 'c2' })), [CALLS]: calls() });
    expect(await provider.lookUp(aHandle({ ...unknown, isAnothers }))).toMatchObject({ report: { providerCallId: 'c2' } });
    const alone = aSpace({ [LOGS]: logs(at(-SECOND)), [CALLS]: calls() });
    expect(await alone.provider.lookUp(aHandle({ ...unknown, isAnothers }))).toEqual({ kind: 'not-found' });
  });

  it('asks the compatibility interface where the log says nothing, also for calls that have not begun', async () => {
    const ringing = { status: 'ringing', end_time: null };
    expect(await idOf({ [LOGS]: logs(), [started]: calls(call(ringing)) })).toBe('c1');
    const waiting = { [LOGS]: logs(), [started]: calls(), [CALLS]: calls(call({ ...ringing, status: 'queued', start_time: null })) };
    expect(await idOf(waiting)).toBe('c1');
    expect(await idOf({ [LOGS]: [500], [started]: calls(call(ringing)) })).toBe('c1');
  });

  it('is not found where the lists say so, and has no answer where one of them says nothing', async () => {
    expect(await idOf({ [LOGS]: logs(), [CALLS]: calls() })).toBe('not-found');
    expect(await idOf({ [LOGS]: [500], [CALLS]: calls() })).toBe('no-answer');
    // Its voice log is what knows the calls of this way: where it is not to be had, nobody can say that there was none.
    expect(await idOf({ [LOGS]: [404], [CALLS]: calls() })).toBe('no-answer');
    expect(await idOf({ [LOGS]: [200, { data: 'none' }], [CALLS]: calls() })).toBe('no-answer');
    expect(await idOf({ [LOGS]: logs(), [CALLS]: [503] })).toBe('no-answer');
  });

  it('asks only the compatibility interface for calls that were made with it', async () => {
    const { provider, sent } = aSpace({ [started]: calls(call({ status: 'ringing', end_time: null })) }, cxml);
    expect(await provider.lookUp(aHandle(unknown))).toMatchObject({ kind: 'found' });
    expect(sent.map(({ path }) => path)).toEqual([started.slice(4)]);
  });

  it('looks by the clock of the provider where ours is known to be wrong', async () => {
    const late = at(-5 * MINUTE);
    const { provider, clock } = aSpace({ [LOGS]: [200, { links: {}, data: [late] }, { date: new Date(T - 5 * MINUTE).toUTCString() }] });
    expect(await provider.lookUp(aHandle({ ...unknown, claimedAt: clock.now() }))).not.toMatchObject({ kind: 'found' });
    expect(await provider.lookUp(aHandle({ ...unknown, claimedAt: clock.now() }))).toMatchObject({ kind: 'found' });
  });
});

describe('the result of a call that was answered', () => {
  const ended: Record<string, Answer> = { [LOG]: [200, log({ charge: 0 })] };
  const facts = { durationSeconds: 27, transcript: 'agent: Hello', summary: 'Confirmed.', cost: { amount: 310, unit: 'credits' } };
  const withAnswer = (answer: ConversationAnswer) => aSpace(ended, { conversations: { isSetUp: () => true, find: async () => answer } });
  const found = (done: boolean, more = {}): ConversationAnswer => ({
    kind: 'found',
    conversationId: 'v1',
    done,
    facts: { ...facts, ...more },
  });

  it('is awaited until the conversation is done, then told with what was said', async () => {
    expect(await withAnswer(found(false)).provider.lookUp(aHandle())).toEqual(said('disconnected', facts));
    expect(await withAnswer(found(true)).provider.lookUp(aHandle())).toEqual(said('completed', facts));
    expect(await withAnswer(found(true, { answeredByMachine: true })).provider.lookUp(aHandle())).toMatchObject({
      report: { state: 'voicemail' },
    });
  });

  it('keeps the cost in money where SignalWire tells one', async () => {
    const { provider } = aSpace({ [LOG]: [200, log()] }, { conversations: { isSetUp: () => true, find: async () => found(true) } });
    expect(await provider.lookUp(aHandle())).toMatchObject({ report: { cost: { amount: 0.02, unit: 'USD' } } });
  });

  it('is awaited where ElevenLabs does not answer, or may not list the conversation yet', async () => {
    const silent = withAnswer({ kind: 'no-answer', sentence: 'down' });
    await silent.clock.advance(10 * MINUTE);
    expect(await silent.provider.lookUp(aHandle())).toMatchObject({ report: { state: 'disconnected' } });
    const { provider, clock } = withAnswer({ kind: 'not-found' });
    await clock.advance(34 * SECOND + CONVERSATION_WAIT_MS - SECOND);
    expect(await provider.lookUp(aHandle())).toMatchObject({ report: { state: 'disconnected' } });
    await clock.advance(SECOND);
    expect(await provider.lookUp(aHandle())).toEqual(
      said('completed', { durationSeconds: 31.4, reason: 'ElevenLabs has no conversation of this call' }),
    );
  });

  it('is a voicemail where a machine would have been hung up on and the agent spoke with nobody', async () => {
    const options = { machineDetection: true };
    const { provider, clock } = aSpace(ended, {
      conversations: { isSetUp: () => true },
      parts: { setUpOf: (reference) => (reference === 'call_abc' ? aDial({ options }) : null) },
    });
    expect(await provider.lookUp(aHandle())).toMatchObject({ report: { state: 'disconnected' } });
    await clock.advance(CONVERSATION_WAIT_MS + MINUTE);
    expect(await provider.lookUp(aHandle())).toMatchObject({
      report: { state: 'voicemail', answeredByMachine: true, reason: expect.stringContaining('machine') },
    });
    expect(await provider.lookUp(aHandle({ reference: 'call_xyz' }))).toMatchObject({ report: { state: 'completed' } });
    const human = aSpace(
      { [CALL]: [200, call({ answered_by: 'human' })] },
      { ...cxml, conversations: { isSetUp: () => true }, parts: { setUpOf: () => aDial({ options }) } },
    );
    await human.clock.advance(CONVERSATION_WAIT_MS + MINUTE);
    expect(await human.provider.lookUp(aHandle())).toMatchObject({ report: { state: 'completed', answeredByMachine: false } });
  });

  it('is sought by the agent, our reference, the number and the time, and only of a call that is over', async () => {
    const { provider, sought } = aSpace(
      {
        [LOG]: [
          [200, log({ status: 'answered' })],
          [200, log({ status: 'busy' })],
          [200, log()],
        ],
      },
      {
        conversations: { isSetUp: () => true },
      },
    );
    for (let i = 0; i < 3; i++) await provider.lookUp(aHandle());
    expect(sought).toEqual([{ agentId: 'agent_01ex', reference: 'call_abc', phone: TO, after: T - 3 * SECOND }]);
  });

  it('is what SignalWire knows where ElevenLabs is not set up', async () => {
    const { provider, sought } = aSpace(ended);
    expect(await provider.lookUp(aHandle())).toEqual(said('completed', { durationSeconds: 31.4 }));
    expect(sought).toEqual([]);
  });
});
