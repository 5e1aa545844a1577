import { describe, expect, it } from 'vitest';
import { aConversation, aHandle, anElevenLabs, anUnanswered, json, KEY } from '../../../../tests/helpers/elevenlabs-account.ts';
import { A_MONDAY_MORNING } from '../../../../tests/helpers/virtual-clock.ts';
import { elevenLabsProvider } from './provider.ts';

const LISTING = 'GET /v1/convai/conversations';
const ONE = `${LISTING}/conv_1`;
const byId = aHandle({ providerCallId: 'conv_1' });

async function found(routes: Parameters<typeof anElevenLabs>[0], handle = byId) {
  const far = anElevenLabs(routes);
  return { ...far, answer: await elevenLabsProvider(far.parts).lookUp(handle) };
}

describe('a look-up by the vendor’s id', () => {
  it('reports a talk with all that is told of it', async () => {
    const { answer, asked } = await found({ [ONE]: json(200, aConversation()) });
    expect(asked).toEqual([{ method: 'GET', path: '/v1/convai/conversations/conv_1', headers: { 'xi-api-key': KEY }, body: null }]);
    expect(answer).toEqual({
      kind: 'found',
      report: {
        providerCallId: 'conv_1',
        reference: 'call_1',
        state: 'completed',
        at: A_MONDAY_MORNING + 34_000,
        durationSeconds: 27,
        cost: { amount: 310, unit: 'credits' },
        recordingUrl: 'elevenlabs:conv_1',
        transcript: 'agent: Hello Mira\nuser: Yes?\n',
        summary: 'Visit confirmed.',
        extracted: { day: 'Friday', evaluation: { confirmed: 'success' }, call_successful: 'success' },
      },
    });
  });

  const early = { analysis: null, has_audio: false, transcript: [] };
  it.each([
    ['initiated', { ...early, metadata: { accepted_time_unix_secs: null, call_duration_secs: 0 } }, 'initiated', 1_000],
    ['in-progress', { ...early, metadata: { call_duration_secs: 0 } }, 'in-progress', 7_000],
    ['in_progress', { ...early, metadata: { call_duration_secs: 0 } }, 'in-progress', 7_000],
    ['processing', { ...early }, 'disconnected', 34_000],
  ])('tells %s', async (status, changed, state, after) => {
    const { answer } = await found({ [ONE]: json(200, aConversation({ ...changed, status })) });
    expect(answer).toMatchObject({ kind: 'found', report: { state, at: A_MONDAY_MORNING + after } });
    const { durationSeconds } = (answer as { report: { durationSeconds?: number } }).report;
    expect(durationSeconds).toBe(status === 'processing' ? 27 : undefined);
  });

  it('finds nothing where the vendor knows no such conversation', async () => {
    expect((await found({})).answer).toEqual({ kind: 'not-found' });
  });

  it.each([
    ['500', json(500, {})],
    ['401', json(401, { detail: { status: 'invalid_api_key', message: KEY } })],
    ['429', json(429, { detail: 'slow' })],
    ['an unreadable answer', new Response('<html>')],
    ['a status that nobody knows', json(200, aConversation({ status: 'pondering' }))],
    ['a conversation without an id', json(200, { status: 'done' })],
  ])('is not answered by %s', async (_, response) => {
    const { answer } = await found({ [ONE]: response });
    expect(answer.kind).toBe('no-answer');
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });
});

describe('a look-up of a call that nobody answered', () => {
  const sip = (...statuses: string[]) =>
    json(200, {
      sip_messages: statuses.map((line, i) => ({
        raw_message: `SIP/2.0 ${line}\r\nCSeq: 1 INVITE\r\n`,
        direction: 'in',
        created_at_unix_micro: i,
      })),
      has_more: false,
    });

  it.each([
    ['failed', sip('100 Trying', '486 Busy Here'), 'busy'],
    ['done', sip('407 Proxy Authentication Required', '180 Ringing', '480 Temporarily Unavailable'), 'no-answer'],
    ['failed', sip('180 Ringing', '487 Request Terminated'), 'no-answer'],
    ['failed', sip('408 Request Timeout'), 'no-answer'],
    ['done', sip('603 Decline'), 'busy'],
    ['done', sip('404 Not Found'), 'failed'],
    ['done', sip('180 Ringing'), 'no-answer'],
    ['failed', sip(), 'failed'],
    ['done', json(404, { detail: 'SIP messages are not kept' }), 'no-answer'],
    ['failed', json(500, {}), 'failed'],
  ])('%s: the messages of the trunk tell how it ended', async (status, messages, state) => {
    const { answer, paths } = await found({ [ONE]: json(200, anUnanswered({ status })), [`${ONE}/sip-messages`]: messages });
    expect(answer).toMatchObject({ kind: 'found', report: { state, durationSeconds: 0, at: null } });
    expect(paths()[1]).toBe('GET /v1/convai/conversations/conv_1/sip-messages?page_size=100');
  });

  it('does not ask for messages where the conversation says it, nor of a call by Twilio', async () => {
    const busy = anUnanswered({ status: 'failed', metadata: { error: { code: 486, reason: 'Busy Here' } } });
    const twilio = anUnanswered({ metadata: { phone_call: { type: 'twilio', call_sid: 'CA1' } } });
    for (const [conversation, state] of [
      [busy, 'busy'],
      [twilio, 'no-answer'],
    ] as const) {
      const { answer, asked } = await found({ [ONE]: json(200, conversation) });
      expect([(answer as { report: { state: string } }).report.state, asked.length]).toEqual([state, 1]);
    }
  });
});

describe('a look-up by our reference', () => {
  const page = (ids: readonly string[], next: string | null = null) =>
    json(200, {
      conversations: ids.map((id) => ({ conversation_id: id, start_time_unix_secs: A_MONDAY_MORNING / 1000 })),
      has_more: next !== null,
      next_cursor: next,
    });
  const another = (id: string) =>
    aConversation({
      conversation_id: id,
      user_id: 'call_2',
      conversation_initiation_client_data: { dynamic_variables: { call_reference: 'call_2' } },
    });

  it('asks for the conversations with it', async () => {
    const { answer, asked } = await found({ [LISTING]: page(['conv_1']), [ONE]: json(200, aConversation()) }, aHandle());
    expect(answer).toMatchObject({ kind: 'found', report: { providerCallId: 'conv_1', state: 'completed' } });
    expect(Object.fromEntries(new URL(`http://x${asked[0]!.path}`).searchParams)).toEqual({
      agent_id: 'agent_1',
      user_id: 'call_1',
      call_start_after_unix: String(A_MONDAY_MORNING / 1000 - 600),
      page_size: '100',
    });
  });

  it('does not take a call of another reference from a listing that takes no notice of the question', async () => {
    const routes = {
      [LISTING]: page(['conv_2', 'conv_3']),
      [`${LISTING}/conv_2`]: json(200, another('conv_2')),
      [`${LISTING}/conv_3`]: json(200, another('conv_3')),
    };
    expect((await found(routes, aHandle())).answer).toEqual({ kind: 'not-found' });
  });

  it('finds its own among others, on a later page, and reads none of another call twice', async () => {
    const far = anElevenLabs({
      [LISTING]: ({ path }) => (path.includes('cursor=more') ? page(['conv_1']) : page(['conv_2'], 'more')),
      [`${LISTING}/conv_2`]: json(200, another('conv_2')),
      [ONE]: json(200, aConversation({ user_id: null })),
    });
    const provider = elevenLabsProvider(far.parts);
    expect(await provider.lookUp(aHandle())).toMatchObject({ kind: 'found', report: { providerCallId: 'conv_1' } });
    await provider.lookUp(aHandle());
    expect(far.paths().filter((path) => path.endsWith('/conv_2'))).toHaveLength(1);
    expect(await provider.lookUp(aHandle({ reference: 'call_2' }))).toMatchObject({ kind: 'found', report: { providerCallId: 'conv_2' } });
  });

  it.each([
    ['the listing fails', { [LISTING]: json(502, {}) }],
    ['the listing cannot be read', { [LISTING]: json(200, { conversations: null }) }],
    ['the listing refuses the key', { [LISTING]: json(401, {}) }],
    ['a second page fails', { [LISTING]: (_: unknown, before: number) => (before === 0 ? page([], 'more') : json(500, {})) }],
    ['a listed conversation cannot be read', { [LISTING]: page(['conv_1']), [ONE]: json(500, {}) }],
    ['it lists more than can be read', { [LISTING]: page(Array.from({ length: 70 }, (_, i) => `conv_${i + 100}`)) }],
  ])('is not answered where %s', async (_, routes) => {
    expect((await found(routes, aHandle())).answer.kind).toBe('no-answer');
  });

  it('finds nothing where nothing is listed, or what is listed is gone', async () => {
    expect((await found({ [LISTING]: page([]) }, aHandle())).answer).toEqual({ kind: 'not-found' });
    expect((await found({ [LISTING]: page(['conv_1']) }, aHandle())).answer).toEqual({ kind: 'not-found' });
  });
});

describe('what cannot be done', () => {
  it('is said: no hang-up, nothing is taken back', async () => {
    const { parts, asked } = anElevenLabs({});
    const provider = elevenLabsProvider(parts);
    expect(provider.can).toEqual({ hangUp: false, withdraw: false, record: true, lookUpByReference: true });
    expect([await provider.hangUp(byId), await provider.withdraw(byId)]).toEqual([{ kind: 'cannot' }, { kind: 'cannot' }]);
    expect(asked).toEqual([]);
  });
});
