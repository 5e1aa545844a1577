import { describe, expect, it } from 'vitest';
import { aHandle, anExecution, bolnaWith, EXECUTION_ID, type Reply } from '../../../../tests/helpers/bolna.ts';

const refusal = (status: number): Reply => ({ status, body: { error: 1, message: 'Call cannot be stopped' } });
const execution = (status: string): Reply => ({ body: anExecution({ status }) });

describe('taking back a call at Bolna', () => {
  const withdrawn = async (replies: Reply[], providerCallId: string | null = EXECUTION_ID) => {
    const { provider, clock, sent } = bolnaWith(replies);
    const answer = await provider.withdraw(aHandle(clock, { providerCallId }));
    return {
      answer,
      asked: sent.map(({ method, path, body }) => `${method} ${path.replace(/\?.*/, '')}${body === null ? '' : ' with a body'}`),
    };
  };

  it('stops the execution', async () => {
    const { answer, asked } = await withdrawn([{ body: { message: 'done', status: 'stopped', execution_id: EXECUTION_ID } }]);
    expect(answer).toEqual({ kind: 'done' });
    expect(asked).toEqual([`POST /call/${EXECUTION_ID}/stop`]);
  });

  it.each(['initiated', 'ringing', 'in-progress', 'call-disconnected', 'completed', 'no-answer', 'stopped', 'canceled'])(
    'is too late where it was refused and the call is %s',
    async (status) => {
      for (const code of [400, 404, 409, 422])
        expect((await withdrawn([refusal(code), execution(status)])).answer).toEqual({ kind: 'too-late' });
    },
  );

  it.each(['queued', 'rescheduled', 'prepared'])('cannot where it was refused though the call is %s', async (status) => {
    expect((await withdrawn([refusal(400), execution(status)])).answer).toEqual({ kind: 'cannot' });
  });

  it('cannot where Bolna does not know the call', async () => {
    expect((await withdrawn([refusal(404), { status: 404 }])).answer).toEqual({ kind: 'cannot' });
  });

  it.each<[string, Reply[]]>([
    ['a 500', [{ status: 500 }]],
    ['a refused key', [{ status: 403, body: { detail: 'Unrecognized access token' } }]],
    ['a pace that is too fast', [{ status: 429 }]],
    ['no connection', [new TypeError('fetch failed')]],
    ['a refusal after which the call has no answer', [refusal(400), { status: 500 }]],
  ])('has no answer in %s', async (_name, replies) => {
    const { answer, asked } = await withdrawn(replies);
    expect([answer.kind, asked.length]).toEqual(['no-answer', replies.length]);
  });

  it('looks for the id by our reference where the dial had no answer', async () => {
    const list: Reply = { body: { data: [anExecution({ status: 'queued' })], has_more: false } };
    const { answer, asked } = await withdrawn([list, execution('queued'), { body: { status: 'stopped' } }], null);
    expect(answer).toEqual({ kind: 'done' });
    expect(asked.at(-1)).toBe(`POST /call/${EXECUTION_ID}/stop`);
    expect((await withdrawn([{ body: { data: [], has_more: false } }], null)).answer).toEqual({ kind: 'cannot' });
    expect((await withdrawn([{ status: 500 }], null)).answer.kind).toBe('no-answer');
  });
});

it('says honestly that Bolna hangs up nothing, and asks for nothing', async () => {
  const { provider, clock, sent } = bolnaWith([]);
  expect(provider.can).toEqual({ hangUp: false, withdraw: true, record: false, lookUpByReference: true });
  expect(await provider.hangUp(aHandle(clock))).toEqual({ kind: 'cannot' });
  expect(sent).toEqual([]);
});

it('tells by itself how a call goes on only where there is a public address', () => {
  const { provider } = bolnaWith([]);
  expect([
    provider.tellsProgress!({ publicUrl: 'https://example.invalid', providerAgentId: 'a' }),
    provider.tellsProgress!({ publicUrl: null, providerAgentId: 'a' }),
  ]).toEqual([true, false]);
});
