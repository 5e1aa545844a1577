import { describe, expect, it } from 'vitest';
import { runSwml } from './swml.ts';

const CONNECT = { connect: { to: 'sip:a@b.test', headers: [{ name: 'X-Row', value: '${envs.row}' }] } };
const connected = { kind: 'sip', address: 'sip:a@b.test', headers: { 'X-Row': 'r7' }, action: null };

const run = (main: unknown[], { says = 'human', others = {} }: { says?: string; others?: Record<string, unknown[]> } = {}) =>
  runSwml({ version: '1.0.0', sections: { main, ...others } }, { variables: { row: 'r7' }, detect: () => Promise.resolve(says) });

/** From text, for an object with a `then` of its own is taken for a promise. */
const when = (condition: string, steps: string): unknown => JSON.parse(`{"when":${JSON.stringify(condition)},"then":${steps}}`);

describe('runSwml', () => {
  it('connects with its headers, whether the document is an object or text', async () => {
    expect(await run([{ answer: {} }, CONNECT])).toEqual(connected);
    const text = JSON.stringify({ sections: { main: ['answer', CONNECT] } });
    expect(await runSwml(text, { variables: { row: 'r7' }, detect: () => Promise.resolve('') })).toEqual(connected);
  });

  it.each([
    ['machine', { kind: 'hang-up' }],
    ['human', connected],
  ])('takes the branch for a %s', async (says, expected) => {
    const branch = { cond: [when("vars.detect_result == 'machine'", '[{"hangup":{}}]'), { else: [CONNECT] }] };
    const cases = { switch: { variable: 'detect_result', case: { machine: [{ hangup: {} }] }, default: [{ execute: { dest: 'talk' } }] } };
    expect(await run([{ detect_machine: {} }, branch], { says })).toEqual(expected);
    expect(await run([{ detect_machine: {} }, cases], { says, others: { talk: [CONNECT] } })).toEqual(expected);
  });

  it.each([
    ["detect_result != 'machine' && row == 'r7'", 'human', connected],
    ["detect_result != 'machine' && row == 'r8'", 'human', { kind: 'hang-up' }],
    ["%{vars.detect_result != 'machine' || envs.row == 'r8'}", 'machine', { kind: 'hang-up' }],
  ])('understands %s', async (condition, says, expected) => {
    const cond = [when(condition, JSON.stringify([CONNECT])), { else: [{ hangup: {} }] }];
    expect(await run([{ detect_machine: {} }, { cond }], { says })).toEqual(expected);
  });

  it('ends a document that goes in circles, and one that has no main section', async () => {
    expect(await run([{ transfer: { dest: 'main' } }])).toMatchObject({ kind: 'bad' });
    expect(await runSwml('not JSON', { variables: {}, detect: () => Promise.resolve('') })).toMatchObject({ kind: 'bad' });
  });

  it('says so where it does not understand a condition', async () => {
    await expect(run([{ cond: [when('a > 3', '[]')] }])).rejects.toThrow(/a > 3/);
  });
});
