import { describe, expect, it } from 'vitest';
import { AGENT_ID, aDial, BOLNA_KEY, bolnaWith, EXECUTION_ID, PHONE, type Reply } from '../../../../tests/helpers/bolna.ts';
import { DEFAULT_BOLNA } from '../../../shared/domain/provider-settings.ts';
import type { DialAnswer } from '../../ports/provider.ts';

const CALLER = '+15550100001';
const accepted = { body: { message: 'done', status: 'queued', execution_id: EXECUTION_ID } };
const dialed = async (reply: Reply, callerNumber: string | null = null) => bolnaWith([reply]).provider.dial(aDial({ callerNumber }));
const refused = async (status: number, body: unknown, callerNumber: string | null = null) => dialed({ status, body }, callerNumber);
const meaning = (answer: DialAnswer) => (answer.kind === 'no-call' ? answer.why : answer.kind);

describe('a dial to Bolna', () => {
  it('is one POST with the reference among the variables, and asks neither for a schedule nor for retries', async () => {
    const { provider, sent } = bolnaWith([accepted]);
    const answer = await provider.dial(aDial({ variables: { first_name: 'Mira', call_reference: 'from a file' }, callerNumber: CALLER }));
    expect(answer).toEqual({ kind: 'accepted', providerCallId: EXECUTION_ID, state: 'queued' });
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/call',
        url: 'https://api.bolna.ai/call',
        headers: { authorization: `Bearer ${BOLNA_KEY}`, accept: 'application/json', 'content-type': 'application/json' },
        body: {
          agent_id: AGENT_ID,
          recipient_phone_number: PHONE,
          from_phone_number: CALLER,
          user_data: { first_name: 'Mira', call_reference: 'call_1' },
        },
      },
    ]);
  });

  it.each([null, ''])('leaves the caller number to the account where the agent has %j', async (callerNumber) => {
    const { provider, sent } = bolnaWith([accepted]);
    await provider.dial(aDial({ callerNumber }));
    expect(sent[0]!.body).not.toHaveProperty('from_phone_number');
  });

  it.each([
    ['scheduled', 'queued'],
    ['rescheduled', 'queued'],
    ['initiated', 'initiated'],
    ['stopped', null],
    ['balance-low', null],
    ['a new word', null],
    [7, null],
  ])('takes status %j of the answer as %j', async (status, state) => {
    expect(await dialed({ body: { status, execution_id: EXECUTION_ID } })).toMatchObject({ kind: 'accepted', state });
  });

  it.each<[string, Reply]>([
    ['a 200 without an id', { body: { message: 'done', status: 'queued' } }],
    ['a 200 with nothing', {}],
    ['a 200 with an id that is null', { body: { execution_id: null } }],
    ['a 500', { status: 500, body: { error: 1, message: 'Invalid recipient_phone_number' } }],
    ['a 502', { status: 502 }],
    ['a 408', { status: 408 }],
    ['a reset', Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) })],
  ])('is ambiguous after %s, and is not sent again', async (_name, reply) => {
    const { provider, sent } = bolnaWith([reply]);
    expect(meaning(await provider.dial(aDial()))).toBe('ambiguous');
    expect(sent).toHaveLength(1);
  });

  it('is ambiguous when no answer came in the time that the settings allow', async () => {
    const { provider, sent, clock } = bolnaWith(['silence'], { settings: () => ({ ...DEFAULT_BOLNA, timeoutMs: 3000 }) });
    const answer = provider.dial(aDial());
    await clock.advance(3000);
    expect(meaning(await answer)).toBe('ambiguous');
    expect(sent).toHaveLength(1);
  });

  it.each<[number, unknown, string]>([
    [400, { error: 1001, message: 'agent_id is required' }, 'wrong-setup'],
    [400, { error: 1002, message: 'recipient_phone_number is required' }, 'wrong-contact'],
    [400, { error: 1003, message: 'Invalid from_phone_number' }, 'wrong-setup'],
    [400, { error: 1004, message: 'Scheduled time should be atleast 2 minutes in the future' }, 'wrong-setup'],
    [400, { error: 1005, message: 'Something else' }, 'wrong-setup'],
    [400, { error: 1006, message: 'Insufficient wallet balance' }, 'stop-everything'],
    [400, { error: 1007, message: 'Concurrency limit reached' }, 'try-later'],
    [400, { error: 1008, message: 'Trial accounts can call verified recipient numbers only' }, 'wrong-setup'],
    [400, { error: 1009, message: `${PHONE} cannot be called` }, 'wrong-contact'],
    [400, { detail: 'Agent not found' }, 'wrong-setup'],
    [400, { error: 'Unrecognized access token' }, 'stop-everything'],
    [400, undefined, 'wrong-setup'],
    [401, { error: 401, message: 'Access denied' }, 'stop-everything'],
    [401, undefined, 'stop-everything'],
    [402, { message: 'Payment required' }, 'stop-everything'],
    [403, { detail: 'Unrecognized access token' }, 'stop-everything'],
    [404, { error: 404, message: 'agent does not exist' }, 'wrong-setup'],
    [422, { detail: [{ loc: ['body', 'recipient_phone_number'], msg: 'value is not valid', type: 'value_error' }] }, 'wrong-contact'],
    [422, { detail: [{ loc: ['body', 'from_phone_number'], msg: 'value is not valid', type: 'value_error' }] }, 'wrong-setup'],
    [422, { detail: [{ loc: ['body', 'agent_id'], msg: 'not a uuid', type: 'value_error' }] }, 'wrong-setup'],
    [422, { detail: [{ loc: ['body', 'user_data'], msg: 'too long' }] }, 'wrong-setup'],
    [429, { error: 429, message: 'Rate limit exceeded' }, 'try-later'],
    [429, undefined, 'try-later'],
    [409, { message: 'conflict' }, 'try-later'],
  ])('refused with %i %j is %s', async (status, body, why) => {
    const answer = await refused(status, body);
    expect([answer.kind, meaning(answer)]).toEqual(['no-call', why]);
  });

  it('blames the only number that was sent, and in doubt between two the set-up', async () => {
    const body = { error: 1, message: 'Invalid phone number, use E.164' };
    expect([meaning(await refused(400, body)), meaning(await refused(400, body, CALLER))]).toEqual(['wrong-contact', 'wrong-setup']);
    expect(meaning(await refused(400, { message: `${CALLER} is not yours` }, CALLER))).toBe('wrong-setup');
  });

  it('says what Bolna said and what to do', async () => {
    expect(await refused(422, { detail: [{ loc: ['body', 'recipient_phone_number'], msg: 'is not valid.' }, 'and more'] })).toEqual({
      kind: 'no-call',
      why: 'wrong-contact',
      sentence: 'Bolna refuses the number: recipient_phone_number: is not valid; and more. Correct it at the contact.',
    });
    expect(await refused(403, { detail: 'Unrecognized access token' })).toMatchObject({
      sentence: 'Bolna refuses the key (Unrecognized access token). Set a valid one in Settings → Telephony.',
    });
  });

  it('waits as long as Bolna asks it to, where it does', async () => {
    expect(await dialed({ status: 429, body: { message: 'slow down' }, headers: { 'retry-after': '30' } })).toMatchObject({
      why: 'try-later',
      retryAfterMs: 30_000,
    });
    expect(await refused(429, {})).not.toHaveProperty('retryAfterMs');
  });

  it.each(['', 'bn-two\nlines', 'bn-with space', 'bn-ü'])('is not sent with the key %j, which no sentence repeats', async (key) => {
    const { provider, sent, clock } = bolnaWith([], { key: () => key });
    const answer = await provider.dial(aDial());
    expect([sent.length, meaning(answer)]).toEqual([0, 'wrong-setup']);
    const told = JSON.stringify([answer, await provider.desk!.readAccount(), clock.waiting]);
    if (key !== '') expect(told).not.toContain(JSON.stringify(key).slice(1, -1));
  });

  it.each(['nowhere', 'https://user:hunter2@api.bolna.ai'])('is not sent to %s', async (baseUrl) => {
    const { provider, sent } = bolnaWith([], { settings: () => ({ ...DEFAULT_BOLNA, baseUrl }) });
    const answer = await provider.dial(aDial());
    expect([sent.length, meaning(answer)]).toEqual([0, 'wrong-setup']);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it('keeps the key out of a sentence even where Bolna repeats it', async () => {
    const answer = await refused(403, { detail: `Unrecognized access token ${BOLNA_KEY}` });
    expect(JSON.stringify(answer)).not.toContain(BOLNA_KEY);
    expect(answer).toMatchObject({ sentence: expect.stringContaining('token …') });
  });

  it('takes the settings of the moment', async () => {
    let baseUrl = 'http://127.0.0.1:1';
    const { provider, sent } = bolnaWith([accepted, accepted], { settings: () => ({ ...DEFAULT_BOLNA, baseUrl }) });
    await provider.dial(aDial());
    baseUrl = 'http://127.0.0.1:2';
    await provider.dial(aDial());
    expect(sent.map(({ url }) => url)).toEqual(['http://127.0.0.1:1/call', 'http://127.0.0.1:2/call']);
  });
});
