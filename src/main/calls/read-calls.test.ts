import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCallUp, aCampaign, anEndedCall, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { CALL_ENDS } from '../../shared/domain/states.ts';
import { campaignAnalytics } from '../analytics/campaign-analytics.ts';
import type { CallFilter } from '../data/call-list-store.ts';
import type { Actor } from '../data/scope.ts';
import { callView } from './call-view.ts';
import { listCalls } from './read-calls.ts';

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld();
  anna = aUser(world);
});
afterEach(() => world.close());

const list = (filter: CallFilter) => listCalls(world, anna, { page: 1, limit: 50, ...filter }, 10_000);

/** One call of every end, those that reached nobody or a machine, one that is up and a test to one's own phone. */
function everyCall(): string {
  const campaign = aCampaign(world, anna);
  let position = 0;
  const ended = (...[end, given]: [end: (typeof CALL_ENDS)[number], given?: object]) =>
    anEndedCall(world, anItem(world, campaign, { position: (position += 1) }), end, given);
  for (const end of CALL_ENDS) ended(end);
  ended('completed');
  ended('completed', { durationSeconds: 0 });
  ended('completed', { durationSeconds: null });
  ended('completed', { durationSeconds: 20, answeredByMachine: true });
  ended('completed', { durationSeconds: 0, answeredByMachine: true });
  ended('completed', { origin: 'test' });
  aCallUp(world, anItem(world, campaign, { position: (position += 1) }));
  return campaign.id;
}

describe('listCalls', () => {
  it('finds under each outcome as many calls as the figures count', async () => {
    const campaignId = everyCall();
    const { outcomes, calls } = await campaignAnalytics(world, anna, campaignId);
    const found = Object.keys(outcomes).map((outcome) => [outcome, list({ campaignId, counted: true, outcome: outcome as never }).total]);
    expect(Object.fromEntries(found)).toEqual(outcomes);
    expect(outcomes).toMatchObject({ completed: 2, 'no-answer': 3, voicemail: 3, unknown: 1 });
    expect(list({ campaignId, counted: true }).total).toBe(calls);
  });

  it('tells each call by the outcome under which it is found', () => {
    const campaignId = everyCall();
    for (const outcome of CALL_ENDS) {
      const told = list({ campaignId, outcome }).calls.map((row) => callView(row).outcome);
      expect(new Set(told)).toEqual(new Set([outcome]));
    }
    const up = list({ campaignId, status: 'dialing' }).calls.map((row) => callView(row).outcome);
    expect(up).toEqual([null]);
  });
});
