import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCallUp, aCampaign, anEndedCall, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import type { Call } from '../data/call-store.ts';
import { everyone } from '../data/scope.ts';
import type { CallReport } from '../ports/provider.ts';
import { takeHintTx } from './take-hint.ts';

let world: World;
beforeEach(() => {
  world = openWorld();
});
afterEach(() => world.close());

const hint = (call: Call, state: CallReport['state'], more: Partial<CallReport> = {}) =>
  world.data.database.write(() => takeHintTx(world, call.id, { providerCallId: 'p1', reference: null, state, at: null, ...more }));
const now = (call: Call) => world.data.calls.get(everyone, call.id)!;
const anItemOfSomebody = () => anItem(world, aCampaign(world, aUser(world)));
const aCall = () => aCallUp(world, anItemOfSomebody(), { providerCallId: 'p1', status: 'queued' });

describe('takeHintTx', () => {
  it('moves a call that is up, and adds no fact', () => {
    const call = aCall();
    hint(call, 'in-progress', { transcript: 'forged', cost: { amount: 9, unit: 'x' }, recordingUrl: 'https://elsewhere.example' });
    expect(now(call)).toMatchObject({ status: 'in-progress', transcript: null, cost: null, recordingUrl: null });
  });

  it.each(['disconnected', 'completed', 'failed', 'cancelled', 'no-answer'] as const)(
    'ends nothing and frees nothing at %s, but has the provider asked at once',
    (state) => {
      const call = aCall();
      expect(hint(call, state)).toMatch(/asked to confirm/);
      expect(now(call)).toMatchObject({ status: 'queued', slotReleasedAt: null, checkAt: world.clock.now() });
    },
  );

  it('changes nothing of a call that is over', () => {
    const call = anEndedCall(world, anItemOfSomebody(), 'completed', { transcript: 'agent: Hello.' });
    expect(hint(call, 'failed')).toBe('It changed nothing.');
    expect(now(call)).toEqual(call);
  });

  it('has the result asked for that a call was closed without, and changes nothing itself', () => {
    const call = anEndedCall(world, anItemOfSomebody(), 'completed');
    expect(hint(call, 'completed', { transcript: 'forged' })).toMatch(/asked for the result/);
    expect(now(call)).toEqual(call);
  });

  it('has a call that was given up looked at again', () => {
    const call = anEndedCall(world, anItemOfSomebody(), 'unknown');
    hint(call, 'completed');
    expect(now(call)).toMatchObject({ status: 'initiated', takenBack: true, checkAt: world.clock.now() });
  });

  it('does not go back a stage', () => {
    const call = aCallUp(world, anItemOfSomebody(), { providerCallId: 'p1', status: 'in-progress' });
    hint(call, 'ringing');
    expect(now(call).status).toBe('in-progress');
  });
});
