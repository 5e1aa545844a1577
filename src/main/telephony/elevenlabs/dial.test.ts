import { describe, expect, it } from 'vitest';
import { aConversation, aDial, anElevenLabs, json, KEY } from '../../../../tests/helpers/elevenlabs-account.ts';
import type { DialAnswer, DialRequest } from '../../ports/provider.ts';
import { elevenLabsProvider } from './provider.ts';

const SIP = 'POST /v1/convai/sip-trunk/outbound-call';
const TWILIO = 'POST /v1/convai/twilio/outbound-call';
const LISTING = 'GET /v1/convai/conversations';

const meaning = (answer: DialAnswer) => (answer.kind === 'no-call' ? answer.why : answer.kind);

async function dialed(response: Response, request: Partial<DialRequest> = {}) {
  const far = anElevenLabs({ [SIP]: response });
  return { ...far, answer: await elevenLabsProvider(far.parts).dial(aDial(request)) };
}

describe('what is sent with a dial', () => {
  it('goes by SIP trunk with number, variables, reference and ring limit', async () => {
    const { asked, answer } = await dialed(
      json(200, { success: true, message: 'Success', conversation_id: 'conv_1', sip_call_id: 'SCL_1' }),
      {
        variables: { first_name: 'Mira', system__time: 'now', System__x: 'y', call_reference: 'theirs' },
      },
    );
    expect(answer).toEqual({ kind: 'accepted', providerCallId: 'conv_1', state: 'initiated' });
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/v1/convai/sip-trunk/outbound-call',
        headers: { 'xi-api-key': KEY, 'content-type': 'application/json' },
        body: {
          agent_id: 'agent_1',
          agent_phone_number_id: 'phnum_1',
          to_number: '+15550100002',
          conversation_initiation_client_data: {
            user_id: 'call_1',
            dynamic_variables: { first_name: 'Mira', call_reference: 'call_1' },
          },
          telephony_call_config: { ringing_timeout_secs: 30 },
        },
      },
    ]);
  });

  it('goes by Twilio, which is told whether to record, at the address and in the way that are set now', async () => {
    const settings = { mode: 'twilio' as const, baseUrl: 'https://api.example.test' };
    const far = anElevenLabs({ [TWILIO]: json(200, { success: true, conversation_id: 'conv_1', callSid: 'CA1' }) }, { settings });
    const provider = elevenLabsProvider(far.parts);
    expect(await provider.dial(aDial({ record: false }))).toMatchObject({ kind: 'accepted', providerCallId: 'conv_1' });
    expect(far.asked[0]!.body).toMatchObject({ call_recording_enabled: false });
    settings.baseUrl = 'https://api.eu.example.test';
    await provider.dial(aDial());
    expect(far.paths()[1]).toBe('POST https://api.eu.example.test/v1/convai/twilio/outbound-call');
  });

  it('is nothing where the agent has no number: a wrong set-up', async () => {
    const { asked, answer } = await dialed(json(200, {}), { options: {} });
    expect(asked).toEqual([]);
    expect(answer).toMatchObject({ kind: 'no-call', why: 'wrong-setup', sentence: expect.stringContaining('no number') });
  });

  it.each(['', 'sk_ü', 'sk_ with a space'])('is nothing with the key “%s”, which is not said', async (key) => {
    const far = anElevenLabs({}, { key });
    const answer = await elevenLabsProvider(far.parts).dial(aDial());
    expect(far.asked).toEqual([]);
    expect(meaning(answer)).toBe('wrong-setup');
    if (key !== '') expect(JSON.stringify(answer)).not.toContain(key);
  });
});

describe('what an answer to a dial means', () => {
  const detail = (fields: object) => ({ detail: fields });
  it.each<[status: number, body: unknown, expected: string]>([
    [400, { detail: 'Bad request' }, 'wrong-setup'],
    [400, detail({ status: 'bad', message: 'The agent does not own this number' }), 'wrong-setup'],
    [400, detail({ message: 'The number +15550100002 is not a valid phone number' }), 'wrong-contact'],
    [400, detail({ message: 'The number +15550100001 of the agent is not valid' }), 'wrong-setup'],
    [400, detail({ type: 'validation_error', code: 'invalid', message: 'No', param: 'to_number' }), 'wrong-contact'],
    [401, detail({ type: 'authentication_error', code: 'invalid_api_key', message: 'Invalid API key' }), 'stop-everything'],
    [401, detail({ status: 'missing_permissions', message: 'convai_write' }), 'stop-everything'],
    [401, detail({ status: 'quota_exceeded', message: 'You have 3 credits left' }), 'stop-everything'],
    [401, undefined, 'stop-everything'],
    [402, detail({ code: 'payment_required', message: 'Pay' }), 'stop-everything'],
    [400, detail({ code: 'payment_required', message: 'Pay' }), 'stop-everything'],
    [403, detail({ message: 'Forbidden' }), 'stop-everything'],
    [404, detail({ status: 'phone_number_not_found', message: 'No such number' }), 'wrong-setup'],
    [408, {}, 'ambiguous'],
    [409, detail({ code: 'conflict' }), 'try-later'],
    [422, { detail: [{ loc: ['body', 'to_number'], msg: 'not E.164', type: 'value_error' }] }, 'wrong-contact'],
    [422, { detail: [{ loc: ['body', 'agent_phone_number_id'], msg: 'field required', type: 'missing' }] }, 'wrong-setup'],
    [425, detail({ code: 'too_early' }), 'try-later'],
    [429, detail({ code: 'rate_limit_exceeded', message: 'Slow down' }), 'try-later'],
    [429, detail({ code: 'concurrent_limit_exceeded', message: 'Full' }), 'try-later'],
    [429, detail({ status: 'too_many_concurrent_requests', message: 'Full' }), 'try-later'],
    [429, detail({ status: 'system_busy', message: 'Busy' }), 'try-later'],
    [429, detail({ status: 'quota_exceeded', message: 'Spent' }), 'stop-everything'],
    [429, undefined, 'try-later'],
    [418, {}, 'try-later'],
    [500, detail({ message: 'to_number is invalid' }), 'ambiguous'],
    [503, undefined, 'ambiguous'],
    [302, {}, 'ambiguous'],
    [200, { success: false, message: 'The SIP trunk has no outbound address' }, 'wrong-setup'],
    [200, { success: false, message: 'to_number is not a phone number' }, 'wrong-contact'],
    [200, { success: false, message: 'Too many concurrent calls' }, 'try-later'],
    [200, { success: false, message: 'Your quota is used up' }, 'stop-everything'],
    [200, { success: false }, 'wrong-setup'],
    [200, { success: false, message: 'No', conversation_id: 'conv_1' }, 'ambiguous'],
    [200, { success: false, message: 'No', conversation_id: null, sip_call_id: 'SCL_1' }, 'ambiguous'],
    [200, { success: false, message: 'No', callSid: 'CA1' }, 'ambiguous'],
    [200, { success: false, message: 'SIP status: 486: Busy here' }, 'ambiguous'],
  ])('%i with %j is %s', async (status, body, expected) => {
    const response = body === undefined ? new Response('<html>', { status }) : json(status, body);
    const { answer, asked } = await dialed(response);
    expect(meaning(answer)).toBe(expected);
    expect(asked).toHaveLength(1);
  });

  it('hands on how long to wait', async () => {
    const body = { detail: { code: 'concurrent_limit_exceeded', message: 'Full' } };
    expect((await dialed(json(429, body, { 'retry-after': '9' }))).answer).toMatchObject({ why: 'try-later', retryAfterMs: 9000 });
  });

  it('says what the vendor says, without the key', async () => {
    const { answer } = await dialed(json(401, { detail: { status: 'invalid_api_key', message: `Invalid key ${KEY}` } }));
    expect(answer).toMatchObject({ sentence: expect.stringContaining('Invalid key …') });
  });
});

describe('a dial that is taken without the id of its conversation', () => {
  const taken = json(200, { success: true, message: 'Success', conversation_id: null, sip_call_id: 'SCL_1' });
  const listed = json(200, { conversations: [{ conversation_id: 'conv_1' }], has_more: false, next_cursor: null });
  const empty = json(200, { conversations: [], has_more: false, next_cursor: null });

  it.each([
    ['null', taken],
    ['not there', json(200, { success: true })],
    ['in an answer that cannot be read', new Response('<html>')],
  ])('is looked up at once where the id is %s', async (_, response) => {
    const far = anElevenLabs({ [SIP]: response, [LISTING]: listed, [`${LISTING}/conv_1`]: json(200, aConversation()) });
    expect(await elevenLabsProvider(far.parts).dial(aDial())).toEqual({ kind: 'accepted', providerCallId: 'conv_1', state: 'initiated' });
    expect(far.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('is looked up a second time, two seconds later', async () => {
    const far = anElevenLabs({
      [SIP]: taken,
      [LISTING]: (_, before) => (before === 0 ? empty.clone() : listed.clone()),
      [`${LISTING}/conv_1`]: json(200, aConversation()),
    });
    const answer = elevenLabsProvider(far.parts).dial(aDial());
    await far.clock.advance(1999);
    expect(far.asked).toHaveLength(2);
    await far.clock.advance(1);
    expect(meaning(await answer)).toBe('accepted');
  });

  it('is ambiguous where it is not found, and is not dialed again', async () => {
    const far = anElevenLabs({ [SIP]: taken, [LISTING]: empty });
    const answer = elevenLabsProvider(far.parts).dial(aDial());
    await far.clock.advance(2000);
    expect(meaning(await answer)).toBe('ambiguous');
    expect(far.paths().map((path) => path.split('?')[0])).toEqual([SIP, LISTING, LISTING]);
  });
});
