import { describe, expect, it } from 'vitest';
import { aConversation, anElevenLabs, json, KEY } from '../../../../tests/helpers/elevenlabs-account.ts';
import { A_MONDAY_MORNING } from '../../../../tests/helpers/virtual-clock.ts';
import { elevenLabsConversations } from './conversations.ts';

const LISTING = 'GET /v1/convai/conversations';
const sought = { agentId: 'agent_1', reference: 'call_1', phone: '+15550100002', after: A_MONDAY_MORNING };
const start = (seconds: number) => A_MONDAY_MORNING / 1000 + seconds;
const page = (...items: [id: string, startedAt: number][]) =>
  json(200, {
    conversations: items.map(([conversation_id, start_time_unix_secs]) => ({ conversation_id, start_time_unix_secs })),
    has_more: false,
  });

/** One that came in by SIP: `named` is our reference as it came through. */
const incoming = (id: string, named: string | null, number = '+15550100002', status = 'done') =>
  json(
    200,
    aConversation({
      conversation_id: id,
      status,
      user_id: null,
      conversation_initiation_client_data: { dynamic_variables: named === null ? {} : { 'sip_call-reference': named } },
      metadata: { phone_call: { type: 'sip_trunking', direction: 'inbound', external_number: number } },
    }),
  );

const finding = (routes: Parameters<typeof anElevenLabs>[0]) => {
  const far = anElevenLabs(routes);
  const conversations = elevenLabsConversations(far.parts);
  return { ...far, find: () => conversations.find(sought) };
};

describe('find', () => {
  it('finds by the reference that came through as a header, before any number', async () => {
    const { find, asked } = finding({
      [LISTING]: page(['conv_1', start(1)], ['conv_2', start(2)]),
      [`${LISTING}/conv_1`]: incoming('conv_1', null),
      [`${LISTING}/conv_2`]: incoming('conv_2', 'call_1', '+1999'),
    });
    expect(await find()).toMatchObject({
      kind: 'found',
      conversationId: 'conv_2',
      done: true,
      facts: { durationSeconds: 27, recordingUrl: 'elevenlabs:conv_2' },
    });
    expect(Object.fromEntries(new URL(`http://x${asked[0]!.path}`).searchParams)).toEqual({
      agent_id: 'agent_1',
      call_start_after_unix: String(A_MONDAY_MORNING / 1000),
      page_size: '100',
    });
  });

  it.each(['+15550100002', '15550100002', 'sip:+15550100002@trunk.example.test'])(
    'finds by the number %s, the first after the call',
    async (number) => {
      const { find } = finding({
        [LISTING]: page(['conv_9', start(-60)], ['conv_3', start(9)], ['conv_2', start(4)], ['conv_1', start(2)]),
        [`${LISTING}/conv_1`]: incoming('conv_1', 'call_7', number),
        [`${LISTING}/conv_2`]: incoming('conv_2', null, number, 'in-progress'),
        [`${LISTING}/conv_3`]: incoming('conv_3', null, number),
        [`${LISTING}/conv_9`]: incoming('conv_9', null, number),
      });
      expect(await find()).toMatchObject({ kind: 'found', conversationId: 'conv_2', done: false });
    },
  );

  it('finds nothing where all are of other calls', async () => {
    const { find } = finding({
      [LISTING]: page(['conv_1', start(1)], ['conv_2', start(2)]),
      [`${LISTING}/conv_1`]: incoming('conv_1', 'call_7'),
      [`${LISTING}/conv_2`]: incoming('conv_2', null, '+15550100003'),
    });
    expect(await find()).toEqual({ kind: 'not-found' });
  });

  it('is not answered where the listing or a conversation is not', async () => {
    expect((await finding({ [LISTING]: json(503, {}) }).find()).kind).toBe('no-answer');
    expect((await finding({ [LISTING]: page(['conv_1', start(1)]), [`${LISTING}/conv_1`]: json(429, {}) }).find()).kind).toBe('no-answer');
  });

  it('is not to be asked without a key', () => {
    expect(elevenLabsConversations(anElevenLabs({}, { key: '' }).parts).isSetUp()).toBe(false);
    expect(elevenLabsConversations(anElevenLabs({}).parts).isSetUp()).toBe(true);
  });
});

describe('register', () => {
  const REGISTER = 'POST /v1/convai/twilio/register-call';
  const document = '<?xml version="1.0"?><Response><Connect><Stream url="wss://example.test"/></Connect></Response>';
  const call = { agentId: 'agent_1', from: '+15550100001', to: '+15550100002', reference: 'call_1', variables: { first_name: 'Mira' } };

  it.each([
    ['XML', new Response(document, { headers: { 'content-type': 'application/xml' } })],
    ['a JSON text', json(200, document)],
  ])('answers with the document, which comes as %s', async (_, response) => {
    const { parts, asked } = anElevenLabs({ [REGISTER]: response });
    expect(await elevenLabsConversations(parts).register(call)).toEqual({ kind: 'told', value: document });
    expect(asked[0]!.body).toEqual({
      agent_id: 'agent_1',
      from_number: '+15550100001',
      to_number: '+15550100002',
      direction: 'outbound',
      conversation_initiation_client_data: {
        user_id: 'call_1',
        dynamic_variables: { first_name: 'Mira', call_reference: 'call_1' },
      },
    });
  });

  it.each([json(200, {}), new Response('OK'), json(422, { detail: [{ loc: ['body', 'agent_id'], msg: 'unknown' }] }), json(500, {})])(
    'says why there is no document (%#)',
    async (response) => {
      expect((await elevenLabsConversations(anElevenLabs({ [REGISTER]: response }).parts).register(call)).kind).toBe('no-answer');
    },
  );

  it('says that there is no key', async () => {
    const answer = await elevenLabsConversations(anElevenLabs({}, { key: '' }).parts).register(call);
    expect(answer).toMatchObject({ kind: 'no-answer', sentence: expect.stringContaining('No key') });
  });
});

describe('fetchAudio', () => {
  const AUDIO = 'GET /v1/convai/conversations/conv_1/audio';
  const mp3 = (status: number, headers: Record<string, string> = {}) =>
    new Response('sound', { status, headers: { 'content-type': 'audio/mpeg', 'content-length': '5', 'set-cookie': 'a=b', ...headers } });
  const fetched = async (routes: Parameters<typeof anElevenLabs>[0], url = 'elevenlabs:conv_1', range: string | null = null) => {
    const far = anElevenLabs(routes);
    return { ...far, part: await elevenLabsConversations(far.parts).fetchAudio(url, range) };
  };

  it('passes the range on, and only what a player needs back', async () => {
    const { part, asked } = await fetched({ [AUDIO]: mp3(206, { 'content-range': 'bytes 0-4/9' }) }, 'elevenlabs:conv_1', 'bytes=0-4');
    expect(asked[0]!.headers).toEqual({ 'xi-api-key': KEY, range: 'bytes=0-4' });
    expect({ ...part, body: await new Response(part!.body).text() }).toEqual({
      status: 206,
      headers: { 'content-type': 'audio/mpeg', 'content-range': 'bytes 0-4/9', 'content-length': '5' },
      body: 'sound',
    });
  });

  it('does not take the key along to where it is redirected', async () => {
    const { part, asked } = await fetched(
      {
        [AUDIO]: new Response(null, { status: 302, headers: { location: 'https://files.example.test/a.mp3' } }),
        'GET https://files.example.test/a.mp3': mp3(200),
      },
      'elevenlabs:conv_1',
      'bytes=0-',
    );
    expect(part?.status).toBe(200);
    expect(asked[1]!.headers).toEqual({ range: 'bytes=0-' });
  });

  it('is not followed from a secure address to an open one, nor by whoever sends it', async () => {
    const redirects: string[] = [];
    const far = anElevenLabs({
      [AUDIO]: new Response(null, { status: 302, headers: { location: 'http://files.example.test/a.mp3' } }),
      'GET http://files.example.test/a.mp3': mp3(200),
    });
    const fetch = (request: Request) => {
      redirects.push(request.redirect);
      return far.parts.fetch(request);
    };
    expect(await elevenLabsConversations({ ...far.parts, fetch }).fetchAudio('elevenlabs:conv_1', null)).toBeNull();
    expect(redirects).toEqual(['manual']);
  });

  it.each([
    ['no recording', json(404, {})],
    ['a refused key', json(401, {})],
    ['a fault', json(500, {})],
  ])('comes to nothing at %s', async (_, response) => {
    expect((await fetched({ [AUDIO]: response })).part).toBeNull();
  });

  it.each(['https://evil.example.test/a.mp3', 'elevenlabs:', 'elevenlabs:../agents', 'elevenlabs:a/b', ''])(
    'asks nobody for “%s”',
    async (url) => {
      const { part, asked } = await fetched({}, url);
      expect([part, asked]).toEqual([null, []]);
    },
  );
});
