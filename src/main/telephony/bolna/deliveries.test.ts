import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anExecution, EXECUTION_ID, PATH_SECRET } from '../../../../tests/helpers/bolna.ts';
import { deliveryAddress, readBolnaDelivery } from './deliveries.ts';

const RECEIVED = Date.UTC(2026, 2, 2, 9, 1);
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (body: unknown, path = PATH_SECRET, secret = PATH_SECRET) =>
  readBolnaDelivery(secret, {
    path,
    headers: {},
    body: body instanceof Uint8Array ? body : bytes(JSON.stringify(body)),
    receivedAt: RECEIVED,
  });
const keyOf = (given: Record<string, unknown>) => {
  const reading = read(anExecution(given));
  return reading.kind === 'report' ? reading.key : reading;
};

describe('readBolnaDelivery', () => {
  it('reads an execution as a hint, for nothing proves who sent it', () => {
    expect(read(anExecution({ status: 'ringing' }))).toMatchObject({
      kind: 'report',
      hint: true,
      unproven: true,
      key: `${EXECUTION_ID} ringing 0 2026-03-02T09:00:40.500512`,
      report: { providerCallId: EXECUTION_ID, reference: 'call_1', state: 'ringing', at: Date.UTC(2026, 2, 2, 9, 0, 40, 500) },
    });
  });

  it('gives two copies one key, and every change of the execution its own', () => {
    expect(keyOf({})).toBe(keyOf({ transcript: 'other' }));
    const changes = [{}, { id: 'other' }, { status: 'busy' }, { retry_count: 1 }, { updated_at: null }];
    expect(new Set(changes.map(keyOf)).size).toBe(changes.length);
    expect(keyOf({ retry_count: 0 })).toBe(keyOf({ retry_count: null }));
  });

  it('ignores keys that it does not know', () => {
    expect(read(anExecution({ smart_status: 'x', workflow_retries: null, tool: { name: 'lookup' } })).kind).toBe('report');
  });

  it.each([
    ['a batch', { batch_id: 'a'.repeat(32), status: 'completed' }],
    ['a tool', { call_sid: 'x', name: 'lookup' }],
    ['a call to the agent', anExecution({ telephony_data: { call_type: 'inbound' } })],
    ['a status that is not known', anExecution({ status: 'dreaming' })],
    ['an id that is none', anExecution({ id: null })],
    ['nothing', {}],
  ])('says nothing of a call where the body is of %s', (_name, body) => {
    expect(read(body)).toEqual({ kind: 'nothing' });
  });

  it.each(['', 'quiet-harbour-4', `${PATH_SECRET}/`, `${PATH_SECRET}x`, `x/${PATH_SECRET}`, PATH_SECRET.toUpperCase()])(
    'refuses the path %j before it reads anything, without the secret in the reason',
    (path) => {
      const reading = read(bytes('not json'), path);
      expect(reading).toEqual({ kind: 'refused', reason: 'its address does not hold our secret word' });
    },
  );

  it('refuses everything while there is no secret', () => {
    expect(read(anExecution(), '', '').kind).toBe('refused');
  });

  it('reads what was sent to the very address that it hands out', () => {
    const secret = 'a/b ü';
    const address = deliveryAddress('https://example.invalid', secret);
    expect(read(anExecution(), new URL(address).pathname.slice('/webhooks/bolna/'.length), secret).kind).toBe('report');
  });

  it.each(['not json', '[]', 'null', '"text"', '7', '', '{"id":'])('finds %j malformed', (text) => {
    expect(read(bytes(text))).toEqual({ kind: 'refused', reason: 'the body is not a JSON object', malformed: true });
  });

  it('finds bytes malformed that are no text', () => {
    const [start, end] = JSON.stringify(anExecution({ transcript: '|' }))
      .split('|')
      .map(bytes);
    expect(read(Buffer.concat([start!, new Uint8Array([0xff, 0xfe]), end!]))).toMatchObject({ kind: 'refused', malformed: true });
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.uint8Array(), fc.string(), (body, path) => void [read(body), read(body, path)]));
    fc.assert(fc.property(fc.json(), (text) => void read(bytes(text))));
    const field = fc.constantFrom(...Object.keys(anExecution()));
    fc.assert(
      fc.property(field, fc.jsonValue(), (name, value) => {
        expect(['report', 'nothing']).toContain(read(anExecution({ [name]: value })).kind);
      }),
    );
    expect(read(bytes(`{"id":"x","status":"busy","extracted_data":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).kind).toBe('report');
  });
});
