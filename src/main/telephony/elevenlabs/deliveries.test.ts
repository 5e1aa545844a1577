import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aConversation, anElevenLabs, anUnanswered } from '../../../../tests/helpers/elevenlabs-account.ts';
import type { DeliveryReading } from '../../ports/provider.ts';
import { elevenLabsProvider } from './provider.ts';
import { isSecret, whyUnsigned } from './signature.ts';

const SECRET = 'wsec_emulator_secret';
const SIGNED = 1_780_308_000;
const MINUTE = 60_000;
const bytes = (text: string) => new TextEncoder().encode(text);
const VECTOR = {
  body: bytes(
    '{"type":"post_call_transcription","event_timestamp":1780308000,"data":{"agent_id":"agent_01","conversation_id":"conv_01","status":"done"}}',
  ),
  header: `t=${SIGNED},v0=e3b4a2dcc374cf7d237cfd57adef1c4501368b883f1fb7753aaf767aa221de00`,
};

const sign = (body: Uint8Array, t: number | string = SIGNED) =>
  `t=${t},v0=${createHmac('sha256', SECRET).update(`${t}.`).update(body).digest('hex')}`;

function read(
  body: Uint8Array | object,
  given: { path?: string; header?: string; after?: number; webhookSecret?: string | null; keepAudio?: boolean } = {},
): DeliveryReading {
  const raw = body instanceof Uint8Array ? body : bytes(JSON.stringify(body));
  const { webhookSecret } = given;
  const { parts } = anElevenLabs({}, webhookSecret === undefined ? {} : { webhookSecret });
  const settings = () => ({ ...parts.settings(), keepAudio: given.keepAudio ?? true });
  return elevenLabsProvider({ ...parts, settings }).readDelivery({
    path: given.path ?? 'word',
    headers: { 'elevenlabs-signature': given.header ?? sign(raw) },
    body: raw,
    receivedAt: SIGNED * 1000 + (given.after ?? 0),
  });
}

const event = (type: string, data: unknown) => ({ type, event_timestamp: SIGNED, data });

describe('the signature of a delivery', () => {
  it('fits the vector', () => {
    expect(whyUnsigned(SECRET, VECTOR.header, VECTOR.body, SIGNED * 1000)).toBeNull();
    expect(read(VECTOR.body, { header: VECTOR.header })).toMatchObject({ kind: 'report', report: { providerCallId: 'conv_01' } });
  });

  it('is one of several while the secret is exchanged', () => {
    const [time, mac] = VECTOR.header.split(',');
    expect(whyUnsigned(SECRET, `${time}, v0=${'0'.repeat(64)}, ${mac}`, VECTOR.body, SIGNED * 1000)).toBeNull();
  });

  it.each([
    ['missing', '', 0],
    ['without a time', VECTOR.header.split(',')[1]!, 0],
    ['without a code', `t=${SIGNED}`, 0],
    ['of another time', VECTOR.header.replace(String(SIGNED), String(SIGNED + 1)), 0],
    ['cut', VECTOR.header.slice(0, -1), 0],
    ['31 minutes old', VECTOR.header, 31 * MINUTE],
    ['6 minutes ahead', VECTOR.header, -6 * MINUTE],
  ])('is refused where it is %s', (_, header, after) => {
    const reading = read(VECTOR.body, { header, after });
    expect(reading).toMatchObject({ kind: 'refused' });
    expect(reading).not.toHaveProperty('malformed');
    expect(JSON.stringify(reading)).not.toContain(SECRET);
  });

  it.each([29 * MINUTE, -4 * MINUTE])('holds %i ms after it was made', (after) => {
    expect(read(VECTOR.body, { header: VECTOR.header, after }).kind).toBe('report');
  });

  it('is of the bytes, not of what they mean', () => {
    const other = bytes(new TextDecoder().decode(VECTOR.body).replace(',', ', '));
    expect(read(other, { header: VECTOR.header }).kind).toBe('refused');
  });

  it('comes before anything is read', () => {
    expect(read(bytes('{'), { header: VECTOR.header })).toEqual({ kind: 'refused', reason: expect.stringContaining('does not fit') });
  });

  it.each([null, ''])('is refused with a sentence while the secret is %j', (webhookSecret) => {
    expect(read(VECTOR.body, { header: VECTOR.header, webhookSecret })).toEqual({
      kind: 'refused',
      reason: expect.stringContaining('no webhook secret'),
    });
  });

  it('does not help at an address without our word', () => {
    for (const path of ['', 'wor', 'words', 'word/more']) expect(read(VECTOR.body, { path }).kind).toBe('refused');
    expect([isSecret('word', 'word'), isSecret('', ''), isSecret('word', '')]).toEqual([true, false, false]);
  });
});

describe('the result of a conversation', () => {
  it('is a report with its key', () => {
    const reading = read(event('post_call_transcription', aConversation()));
    expect(reading).toMatchObject({
      kind: 'report',
      key: `post_call_transcription:conv_1:${SIGNED}`,
      report: { providerCallId: 'conv_1', reference: 'call_1', state: 'completed', durationSeconds: 27, summary: 'Visit confirmed.' },
    });
    expect(reading).not.toHaveProperty('hint');
    expect(read(event('unredacted_post_call_transcription', aConversation()))).toEqual(reading);
  });

  it('is only a hint where the trunk may know better how the call ended', () => {
    expect(read(event('post_call_transcription', anUnanswered()))).toMatchObject({ hint: true, report: { state: 'no-answer' } });
    const twilio = anUnanswered({ metadata: { phone_call: { type: 'twilio' } } });
    expect(read(event('post_call_transcription', twilio))).not.toHaveProperty('hint');
  });
});

describe('a call that did not come about', () => {
  const failure = (data: object) => read(event('call_initiation_failure', { agent_id: 'agent_1', conversation_id: 'conv_1', ...data }));

  it('is a report of how it ended', () => {
    const metadata = { type: 'sip', body: { sip_status_code: 486, error_reason: 'Busy Here' } };
    expect(failure({ failure_reason: 'busy', metadata })).toEqual({
      kind: 'report',
      key: `call_initiation_failure:conv_1:${SIGNED}`,
      report: {
        providerCallId: 'conv_1',
        reference: null,
        state: 'busy',
        at: SIGNED * 1000,
        durationSeconds: 0,
        reason: 'busy 486 Busy Here',
      },
    });
  });

  it.each<[data: object, state: string]>([
    [{ failure_reason: 'no-answer' }, 'no-answer'],
    [{ failure_reason: 'no_answer' }, 'no-answer'],
    [{ failure_reason: 'unknown' }, 'failed'],
    [{ failure_reason: 'unknown', metadata: { type: 'sip', body: { sip_status_code: '480' } } }, 'no-answer'],
    [{ failure_reason: 'unknown', metadata: { type: 'sip', body: { sip_status_code: 603 } } }, 'busy'],
    [{ failure_reason: 'unknown', metadata: { type: 'sip', body: { error_reason: 'Busy Here' } } }, 'busy'],
    [{ failure_reason: 'unknown', metadata: { type: 'sip', body: { sip_status_code: 404 } } }, 'failed'],
    [{ failure_reason: 'unknown', metadata: { type: 'sip', sip_status_code: 486 } }, 'busy'],
    [{ failure_reason: 'unknown', metadata: { type: 'twilio', body: { CallSid: 'CA1', CallStatus: 'no-answer', To: '+1' } } }, 'no-answer'],
    [{ metadata: { type: 'twilio', body: { CallStatus: 'busy' } } }, 'busy'],
    [{ failure_reason: 'unknown', metadata: { type: 'twilio', body: { CallStatus: 'failed', SipResponseCode: '503' } } }, 'failed'],
    [{ failure_reason: null, metadata: null }, 'failed'],
    [{ metadata: { body: 'text' } }, 'failed'],
  ])('%j is %s', (data, state) => {
    expect(failure(data)).toMatchObject({ kind: 'report', report: { state, durationSeconds: 0 } });
  });

  it('carries our reference where it is told', () => {
    expect(failure({ user_id: 'call_1' })).toMatchObject({ report: { reference: 'call_1' } });
    expect(failure({ conversation_initiation_client_data: { dynamic_variables: { call_reference: 'call_2' } } })).toMatchObject({
      report: { reference: 'call_2' },
    });
  });

  it('says nothing of a call where it names no conversation', () => {
    expect(failure({ conversation_id: null, failure_reason: 'busy' })).toEqual({ kind: 'nothing' });
  });
});

describe('a recording', () => {
  it('is taken and dropped where recordings are not kept: a refusal would count against the webhook', () => {
    const recording = event('post_call_audio', { conversation_id: 'conv_1', full_audio: 'AAAA' });
    expect(read(recording, { keepAudio: false })).toEqual({ kind: 'nothing' });
  });

  it('is handed on as it was', () => {
    const full_audio = Buffer.from([0xff, 0xfb, 0x90, 0x00]).toString('base64');
    expect(read(event('post_call_audio', { agent_id: 'agent_1', conversation_id: 'conv_1', full_audio }))).toEqual({
      kind: 'recording',
      providerCallId: 'conv_1',
      audio: new Uint8Array([0xff, 0xfb, 0x90, 0x00]),
      contentType: 'audio/mpeg',
    });
  });

  it.each([
    { conversation_id: 'conv_1' },
    { conversation_id: 'conv_1', full_audio: '' },
    { full_audio: 'AAAA' },
    { conversation_id: 'conv_1', full_audio: 7 },
  ])('is none in %j', (data) => {
    expect(read(event('post_call_audio', data))).toMatchObject({ kind: 'refused', malformed: true });
  });
});

describe('what is signed and cannot be used', () => {
  it('says nothing of a call where its event is of something else', () => {
    expect(read(event('voice_removed', {}))).toEqual({ kind: 'nothing' });
  });

  it.each([
    ['no JSON', bytes('{"type":')],
    ['nothing', bytes('')],
    ['no UTF-8', new Uint8Array([...bytes('{"type":"voice_removed'), 0xff, ...bytes('"}')])],
    ['a list', bytes('[]')],
    ['null', bytes('null')],
    ['no type', bytes('{"data":{}}')],
    ['a type that is no text', bytes('{"type":7}')],
    ['a result without data', bytes('{"type":"post_call_transcription"}')],
    ['a result without a conversation', bytes('{"type":"post_call_transcription","data":{"resourceSpans":[]}}')],
    ['a result whose data is a text', bytes('{"type":"post_call_transcription","data":"x"}')],
  ])('is malformed: %s', (_, body) => {
    expect(read(body)).toMatchObject({ kind: 'refused', malformed: true });
  });
});
