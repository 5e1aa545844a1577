import { describe, expect, it } from 'vitest';
import { aHandle, aSpace, type Answer, PROJECT_PATH, TO } from '../../../../tests/helpers/signalwire-space.ts';
import { A_MONDAY_MORNING } from '../../../../tests/helpers/virtual-clock.ts';

const LOG = 'GET /api/voice/logs/c1';
const END = 'POST /api/calling/calls';
const CALL = `GET ${PROJECT_PATH}/Calls/c1`;
const CHANGE = `POST ${PROJECT_PATH}/Calls/c1`;
const log = (status: string): Answer => [200, { id: 'c1', status, to: TO, created_at: new Date(A_MONDAY_MORNING).toISOString() }];
const call = (status: string): Answer => [200, { sid: 'c1', status, to: TO }];
const ended: Answer = [200, { id: 'c1', status: 'ended' }];
const refused = (code: number | string): Answer => [400, { errors: [{ code, message: 'cannot be changed' }] }];

const act = async (what: 'hangUp' | 'withdraw', answers: Record<string, Answer | Answer[]>, handle = {}) => {
  const { provider, sent } = aSpace(answers);
  const answer = await provider[what](aHandle(handle));
  return { answer: answer.kind, said: sent.filter(({ method }) => method === 'POST').map(({ body }) => body) };
};
const end = (reason: string) => JSON.stringify({ command: 'calling.end', id: 'c1', params: { reason } });

describe('hangUp', () => {
  it.each([
    ['queued', 'cancel'],
    ['created', 'cancel'],
    ['ringing', 'cancel'],
    ['answered', 'hangup'],
  ])('ends a call of the Calling interface that is %s with the reason %s', async (status, reason) => {
    expect(await act('hangUp', { [LOG]: log(status), [END]: ended })).toEqual({ answer: 'done', said: [end(reason)] });
  });

  it.each([
    ['queued', 'canceled'],
    ['ringing', 'canceled'],
    ['in-progress', 'completed'],
  ])('makes a call of the compatibility interface that is %s %s', async (status, word) => {
    expect(await act('hangUp', { [CALL]: call(status), [CHANGE]: [200, { sid: 'c1' }] })).toEqual({
      answer: 'done',
      said: [`Status=${word}`],
    });
  });

  it('ends a call that was answered between the two questions', async () => {
    const answers = { [CALL]: call('ringing'), [CHANGE]: [refused(10000), [200, { sid: 'c1' }] satisfies Answer] };
    expect(await act('hangUp', answers)).toEqual({ answer: 'done', said: ['Status=canceled', 'Status=completed'] });
  });

  it.each([10000, '21220'])('is too late where the call has moved on (%s)', async (code) => {
    expect((await act('hangUp', { [CALL]: call('in-progress'), [CHANGE]: refused(code) })).answer).toBe('too-late');
  });

  it.each(['completed', 'busy', 'no-answer', 'failed', 'canceled'])(
    'is too late for a call that is %s, and asks for nothing',
    async (status) => {
      expect(await act('hangUp', { [CALL]: call(status) })).toEqual({ answer: 'too-late', said: [] });
    },
  );

  it.each<[Answer, string]>([
    [[404, { errors: ['Not found'] }], 'too-late'],
    [[422, { errors: [{ code: 'call_not_found', message: 'Call not found', attribute: 'id' }] }], 'too-late'],
    [[422, { errors: [{ code: 'invalid', message: 'is invalid', attribute: 'params.reason' }] }], 'no-answer'],
    [[401, {}], 'no-answer'],
    [[503], 'no-answer'],
    [new Error('reset'), 'no-answer'],
  ])('reads %j of the Calling interface', async (answer, expected) => {
    expect((await act('hangUp', { [LOG]: log('answered'), [END]: answer })).answer).toBe(expected);
  });

  it('finds a call whose id is not known by its number, and cannot end one that is nowhere', async () => {
    const listed: Answer = [
      200,
      { data: [{ id: 'c1', status: 'answered', to: TO, created_at: new Date(A_MONDAY_MORNING).toISOString() }] },
    ];
    const answers = { 'GET /api/voice/logs': listed, [END]: ended };
    expect(await act('hangUp', answers, { providerCallId: null })).toEqual({ answer: 'done', said: [end('hangup')] });
    expect((await act('hangUp', {})).answer).toBe('cannot');
    expect((await act('hangUp', { [LOG]: [500] })).answer).toBe('no-answer');
  });
});

describe('withdraw', () => {
  it('takes back what is queued, in either interface', async () => {
    expect(await act('withdraw', { [LOG]: log('queued'), [END]: ended })).toEqual({ answer: 'done', said: [end('cancel')] });
    expect(await act('withdraw', { [CALL]: call('queued'), [CHANGE]: [200, {}] })).toEqual({ answer: 'done', said: ['Status=canceled'] });
    expect((await act('withdraw', { [CALL]: call('queued'), [CHANGE]: refused(10000) })).answer).toBe('too-late');
  });

  it.each(['initiated', 'ringing', 'answered', 'completed'])('leaves a call alone that is %s', async (status) => {
    expect(await act('withdraw', { [LOG]: log(status) })).toEqual({ answer: 'too-late', said: [] });
  });

  it('cannot take back what is nowhere, and says where nothing answers', async () => {
    expect((await act('withdraw', {})).answer).toBe('cannot');
    expect((await act('withdraw', { [LOG]: [500] })).answer).toBe('no-answer');
  });
});
