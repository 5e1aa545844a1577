/** A test call: it takes a slot like any call, and is seen in no campaign and no figure. The line counts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anAgent, type World } from '../helpers/builders.ts';
import { type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';

let test: TestEngine;
let rest: Rest;
let ada: Person;
let agentId: string;

beforeEach(async () => {
  test = await startEngine();
  rest = await test.serve();
  ada = await test.person('supervisor', { limit: 1 });
  const world: World = { ...test.parts, clock: test.clock, dataDir: test.dataDir, close() {} };
  agentId = anAgent(world, ada.actor).id;
});
afterEach(() => test.stop());

const testCall = (phoneNumber: string, who = ada) =>
  test.during(rest.ask('POST', `/agents/${agentId}/test-call`, { phoneNumber, nextAction: 'Say hello' }, who));
const figures = async () => (await rest.ask('GET', '/analytics?practice=true', undefined, ada)).body.analytics.calls;

describe('POST /agents/{id}/test-call', () => {
  it('calls the number once, tells the call, holds a slot, and gives it back', async () => {
    const { status, body } = await testCall('+4930255500');
    expect([status, body.call.origin, body.call.campaignId, body.call.up]).toEqual([200, 'test', null, true]);
    expect(test.line.observe().dials.map(({ to }) => to)).toEqual(['+4930255500']);
    expect((await rest.ask('GET', '/settings/concurrency', undefined, ada)).body.concurrency).toMatchObject({
      userActive: 1,
      userAvailable: 0,
    });
    await test.clock.advance(10 * 60_000);
    const call = (await rest.ask('GET', `/calls/${body.call.id}`, undefined, ada)).body.call;
    expect(call).toMatchObject({ outcome: 'completed', up: false, userData: { next_action: 'Say hello' } });
    expect((await rest.ask('GET', '/settings/concurrency', undefined, ada)).body.concurrency).toMatchObject({ userActive: 0 });
    expect(await figures()).toBe(0);
  });

  it('is refused with the reason where there is no slot, and calls nobody', async () => {
    await testCall('+4930255500');
    const { status, body } = await testCall('+4930255600');
    expect([status, body.error.code]).toEqual([409, 'no_room']);
    expect(body.error.message).toMatch(/1 of your slots/);
    expect(test.line.observe().accepted).toBe(1);
  });

  it('says to somebody without any slot who can change that', async () => {
    const idle = await test.person('admin', { limit: 0 });
    const { status, body } = await testCall('+4930255500', idle);
    expect([status, body.error.code]).toEqual([409, 'no_room']);
    expect(body.error.message).toMatch(/^Your limit is 0 calls at a time\./);
  });

  it.each([
    ['no number', '12', 400, 'bad_phone_number'],
    ['a number on the do-not-call list', '+442079460900', 409, 'do_not_call'],
  ])('is refused for %s', async (_, phoneNumber, status, code) => {
    await rest.ask('POST', '/do-not-call', { phoneNumber: '+442079460900' }, ada);
    const answer = await testCall(phoneNumber);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(test.line.observe().accepted).toBe(0);
  });

  it('ends without a call where the provider refuses the number', async () => {
    const { body } = await testCall('+4930255505');
    expect(body.call).toMatchObject({ status: 'failed', up: false, reason: expect.stringContaining('refuses the number') });
  });
});
