import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aForm, aJson, aSpace, PUBLIC_URL, raw, SIGNING_KEY } from '../../../../tests/helpers/signalwire-space.ts';
import type { RawDelivery } from '../../ports/provider.ts';
import { formSignature } from './signature.ts';

const read = (delivery: RawDelivery, parts = {}) => aSpace({}, { parts }).provider.readDelivery(delivery);
const report = (delivery: RawDelivery) => {
  const reading = read(delivery);
  return reading.kind === 'report' ? reading.report : reading;
};
const AT = Date.UTC(2026, 8, 1, 9, 31, 2);
const status = (over: Record<string, string> = {}) => ({
  AccountSid: '11111111-2222-4333-8444-555555555555',
  ApiVersion: '2010-04-01',
  CallSid: 's1',
  CallStatus: 'ringing',
  Direction: 'outbound-api',
  From: '+15550100001',
  To: '+15550100002',
  CallbackSource: 'call-progress-events',
  SequenceNumber: '3',
  Timestamp: 'Tue, 01 Sep 2026 09:31:02 +0000',
  ...over,
});

describe('a status callback', () => {
  it.each([
    ['queued', 'queued'],
    ['initiated', 'initiated'],
    ['ringing', 'ringing'],
    ['in-progress', 'in-progress'],
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
    // Over and answered: what was said, and whether a machine answered, is asked for.
    ['completed', 'disconnected'],
  ])('reads %s as %s', (word, state) => {
    expect(read(aForm(status({ CallStatus: word })))).toEqual({
      kind: 'report',
      report: { providerCallId: 's1', reference: 'call_abc', state, at: AT },
      key: 's1:sequence:3',
    });
  });

  it('tells what goes with the end', () => {
    const more = { CallDuration: '31', HangupBy: 'callee', RecordingUrl: 'https://demo.signalwire.com/r/1', SipResultCode: '200' };
    expect(report(aForm(status({ CallStatus: 'completed', ...more })))).toEqual({
      providerCallId: 's1',
      reference: 'call_abc',
      state: 'disconnected',
      at: AT,
      durationSeconds: 31,
      hungUpBy: 'callee',
      recordingUrl: 'https://demo.signalwire.com/r/1',
    });
    const refused = [{ SipResultCode: '480' }, { SipResponseCode: '480' }, { SipResultCode: '480', SipInviteResultPhrase: 'Away' }];
    expect(refused.map((fields) => report(aForm(status({ CallStatus: 'no-answer', CallDuration: '0', ...fields }))))).toMatchObject([
      { reason: 'SIP 480' },
      { reason: 'SIP 480' },
      { reason: 'Away (SIP 480)' },
    ]);
  });

  it('is a voicemail where a machine answered', () => {
    const fields = { CallStatus: 'completed', AnsweredBy: 'machine_end_beep', CallDuration: '0' };
    expect(report(aForm(status(fields)))).toMatchObject({ state: 'voicemail', answeredByMachine: true, durationSeconds: 0 });
  });

  it('has equal keys for two copies, by its sequence number, else by its status and time', () => {
    const key = (fields: Record<string, string>) => (read(aForm(fields)) as { key: string }).key;
    expect(key(status({ AudioInMos: '4.1' }))).toBe(key(status()));
    expect(key(status({ SequenceNumber: '4' }))).not.toBe(key(status()));
    const { SequenceNumber: _, ...without } = status();
    expect(key(without)).toBe('s1:status:ringing:Tue, 01 Sep 2026 09:31:02 +0000');
  });

  it('says nothing of a call where it has no id or no known status', () => {
    const { CallSid: _, ...without } = status();
    expect([read(aForm(without)), read(aForm(status({ CallStatus: 'flying' })))]).toEqual([{ kind: 'nothing' }, { kind: 'nothing' }]);
  });

  it('may come as JSON whose hash is in the signed address', () => {
    const body = JSON.stringify(status());
    const query = `?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const signature = formSignature(SIGNING_KEY, `${PUBLIC_URL}/webhooks/signalwire/hush/call_abc${query}`, []);
    const delivery = raw(body, 'application/json', signature, { query });
    expect(read(delivery)).toMatchObject({ kind: 'report', key: 's1:sequence:3', report: { state: 'ringing' } });
    expect(read({ ...delivery, body: new TextEncoder().encode(body.replace('ringing', 'busy')) })).toMatchObject({ kind: 'refused' });
  });
});

describe('the other callbacks of a call', () => {
  it('tell a recording, which is finished when the call is over', () => {
    const fields = { CallSid: 's1', RecordingSid: 'r1', RecordingUrl: 'https://demo.signalwire.com/r1', RecordingStatus: 'completed' };
    expect(read(aForm(fields))).toEqual({
      kind: 'report',
      report: {
        providerCallId: 's1',
        reference: 'call_abc',
        state: 'disconnected',
        at: null,
        recordingUrl: 'https://demo.signalwire.com/r1',
      },
      key: 's1:recording:r1',
    });
    expect(read(aForm({ ...fields, RecordingStatus: 'in-progress' }))).toEqual({ kind: 'nothing' });
    expect(read(aForm({ ...fields, RecordingStatus: 'absent' }))).toEqual({ kind: 'nothing' });
  });

  it('tell who answered', () => {
    expect(read(aForm({ CallSid: 's1', AnsweredBy: 'machine_start' }))).toEqual({
      kind: 'report',
      report: { providerCallId: 's1', reference: 'call_abc', state: 'in-progress', at: null, answeredByMachine: true },
      key: 's1:answered-by:machine_start',
    });
    expect(read(aForm({ CallSid: 's1', AnsweredBy: 'unknown' }))).toEqual({ kind: 'nothing' });
  });
});

describe('a status as JSON', () => {
  const said = (state: string, more = {}) => ({ providerCallId: 'c1', reference: 'call_abc', state, at: null, ...more });
  it.each([
    [{ id: 'c1', status: 'ringing' }, said('ringing')],
    [{ call_id: 'c1', call_state: 'created' }, said('initiated')],
    [{ call_id: 'c1', call_state: 'answered', timestamp: '2026-09-01T09:31:02Z' }, said('in-progress', { at: AT })],
    [
      { event_type: 'calling.call.state', timestamp: AT / 1000, params: { call_id: 'c1', call_state: 'ringing' } },
      said('ringing', { at: AT }),
    ],
    [{ event: 'call.state', params: { call_id: 'c1', state: 'answered' } }, said('in-progress')],
    [{ id: 'event1', call: { call_id: 'c1', call_state: 'ringing' } }, said('ringing')],
    [{ id: 'event1', params: { call: { id: 'c1', state: 'ringing' } } }, said('ringing')],
    [{ call_id: 'c1', call_state: 'ended', end_reason: 'busy' }, said('busy', { reason: 'busy' })],
    [{ call_id: 'c1', call_state: 'ended', reason: 'noAnswer' }, said('no-answer', { reason: 'noAnswer' })],
    [{ call_id: 'c1', state: 'ENDED', end_reason: 'NO_ANSWER' }, said('no-answer', { reason: 'NO_ANSWER' })],
    [{ call_id: 'c1', status: 'ended', end_reason: 'cancel' }, said('cancelled', { reason: 'cancel' })],
    [{ call_id: 'c1', status: 'ended', end_reason: 'hangup' }, said('disconnected', { reason: 'hangup' })],
    [{ call_id: 'c1', status: 'ended', end_reason: 'brand_new' }, said('disconnected', { reason: 'brand_new' })],
    [{ event_type: null, call_id: 'c1', status: 'ended' }, said('disconnected')],
    [
      { call_id: 'c1', call_state: 'answered', recording_url: 'https://x.test/r' },
      said('disconnected', { recordingUrl: 'https://x.test/r' }),
    ],
    [{ id: 'c1', status: 'ringing', url: 'https://demo.signalwire.com/swml' }, said('ringing')],
  ])('reads %j, as a hint', (body, expected) => {
    expect(read(aJson(body))).toEqual({ kind: 'report', report: expected, key: expect.stringMatching(/^c1:[0-9a-f]{64}$/), hint: true });
  });

  it.each([
    [
      {
        event_type: 'calling.call.detect',
        params: { call_id: 'c1', detect: { type: 'machine', params: { event: 'MACHINE', beep: true } } },
      },
      said('in-progress', { answeredByMachine: true }),
    ],
    [
      { event_type: 'calling.call.record', params: { call_id: 'c1', state: 'finished', record: { url: 'https://demo.signalwire.com/r' } } },
      said('disconnected', { recordingUrl: 'https://demo.signalwire.com/r' }),
    ],
    [
      { event_type: 'calling.call.record', params: { call_id: 'c1', state: 'finished', url: 'https://demo.signalwire.com/r' } },
      said('disconnected', { recordingUrl: 'https://demo.signalwire.com/r' }),
    ],
  ])('reads %j, whose form is documented', (body, expected) => {
    expect(read(aJson(body))).toEqual({ kind: 'report', report: expected, key: expect.stringMatching(/^c1:[0-9a-f]{64}$/) });
  });

  it.each([
    [{ ping: true }],
    [{ call_id: 'c1' }],
    [{ status: 'ringing' }],
    [{ call_id: 'c1', call_state: 'flying' }],
    [{ call_id: 'c1', params: { state: 'recording', record: { url: 'https://demo.signalwire.com/r' } } }],
    [[]],
    [null],
    [7],
  ])('takes nothing from %j', (body) => {
    expect(read(aJson(body))).toEqual({ kind: 'nothing' });
  });

  it('has equal keys for two copies, and others for what differs', () => {
    const key = (body: object) => (read(aJson(body)) as { key: string }).key;
    const ringing = { call_id: 'c1', call_state: 'ringing' };
    expect(key(ringing)).toBe(key({ ...ringing }));
    expect(key(ringing)).not.toBe(key({ ...ringing, call_state: 'answered' }));
  });
});

describe('what is not believed', () => {
  it.each([
    ['another secret in its path', aForm(status(), { path: 'other/call_abc' }), 'secret'],
    ['no secret', aForm(status(), { path: '' }), 'secret'],
    ['no reference', aForm(status(), { path: 'hush/' }), 'none of ours'],
    ['more of a path', aForm(status(), { path: 'hush/call_abc/more' }), 'none of ours'],
    ['the address of the instructions', aForm(status(), { path: 'hush/call_abc/cxml' }), 'none of ours'],
    ['a path that cannot be read', aForm(status(), { path: 'hush/%E0%A4' }), 'none of ours'],
    ['another key', aForm(status(), { key: 'other' }), 'does not fit'],
    ['a signature for another call', aForm(status(), { signedUrl: `${PUBLIC_URL}/webhooks/signalwire/hush/call_xyz` }), 'does not fit'],
    ['no signature', aForm(status(), { header: 'x-other' }), 'missing'],
    ['an empty body', aForm({}), 'empty'],
    ['JSON with the signature of a form', { ...aForm(status()), body: new TextEncoder().encode('{"call_id":"c1"}') }, 'does not fit'],
  ])('%s', (_, delivery, reason) => {
    const reading = read(delivery);
    expect(reading).toEqual({ kind: 'refused', reason: expect.stringContaining(reason) });
    expect(JSON.stringify(reading)).not.toMatch(/hush|PSK_/);
  });

  it('a delivery to a call without a public address, or without a key or a secret to hold it against', () => {
    expect(read(aForm(status()), { publicUrlOf: () => null })).toMatchObject({ kind: 'refused' });
    expect(read(aForm(status()), { signingKey: () => null })).toMatchObject({ reason: expect.stringContaining('signing key') });
    expect(read(aForm(status(), { path: '/call_abc' }), { pathSecret: () => '' })).toMatchObject({ kind: 'refused' });
  });

  it('takes the port that the sender adds, and the other name of the header', () => {
    const signedUrl = `${PUBLIC_URL}:443/webhooks/signalwire/hush/call_abc`;
    expect(report(aForm(status(), { signedUrl }))).toMatchObject({ state: 'ringing' });
    expect(report(aForm(status(), { header: 'x-twilio-signature' }))).toMatchObject({ state: 'ringing' });
  });

  it('is malformed where it is signed and cannot be read', () => {
    expect(read(aJson('{"call_id":'))).toEqual({ kind: 'refused', reason: 'the body is not JSON', malformed: true });
  });

  it('never throws, whatever bytes come', () => {
    const bodies = ['{', '[', '%', '=&=', '\u0000', '{"params":{"call":[1]},"call":7,"detect":null}', 'CallSid=%E0%A4%A'];
    const types = ['application/json', 'application/x-www-form-urlencoded', '', 'text/xml'];
    const noise = new Uint8Array(300).map((_, i) => (i * 7919) % 256);
    for (const type of types) {
      for (const body of [...bodies.map((text) => new TextEncoder().encode(text)), noise, new Uint8Array()]) {
        for (const path of ['hush/call_abc', '', '/', '%', 'hush/%00/cxml']) {
          const headers = { 'content-type': type, 'x-signalwire-signature': 'x' };
          expect(read({ path, headers, body, receivedAt: AT }).kind).toBe('refused');
        }
      }
    }
  });
});
