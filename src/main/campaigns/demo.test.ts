import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aContact, anAgent, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { INVENTED_PEOPLE } from '../../shared/domain/invented-people.ts';
import { type Actor, everyone, ownScope } from '../data/scope.ts';
import { createDemo } from './demo.ts';
import { readCampaign } from './summary.ts';

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld({ at: Date.UTC(2026, 2, 1, 3, 30) });
  anna = aUser(world);
});
afterEach(() => world.close());

describe('createDemo', () => {
  it('is open at any hour of any day, on the practice line, with everyone due at once', async () => {
    const { campaign, people } = await createDemo(world, anna, 'Asia/Tokyo');
    expect(people).toEqual({ added: INVENTED_PEOPLE.length, known: 0, missing: 0 });
    const { nextCallAt, ...told } = readCampaign(world, anna, campaign.id);
    expect(told.campaign).toMatchObject({ status: 'active', pacing: 'asap', timeZone: 'Asia/Tokyo' });
    expect(world.data.agents.get(everyone, campaign.agentId)).toMatchObject({ provider: 'practice', userId: anna.userId });
    expect(nextCallAt).toBe(world.clock.now());
  });

  it('uses the agent and the contacts that are there, another’s excepted', async () => {
    const bo = aUser(world);
    anAgent(world, bo);
    const mine = anAgent(world, anna);
    const [first] = INVENTED_PEOPLE;
    aContact(world, bo, { phone: first!.phoneNumber });
    const known = aContact(world, anna, { phone: first!.phoneNumber, name: 'Renamed' });
    const { campaign } = await createDemo(world, anna);
    const again = await createDemo(world, anna);
    expect([campaign.agentId, again.campaign.agentId]).toEqual([mine.id, mine.id]);
    expect(again.people.added).toBe(INVENTED_PEOPLE.length);
    expect(world.data.contacts.after(ownScope(anna), 0, 100).length).toBe(INVENTED_PEOPLE.length);
    expect(world.data.contacts.get(everyone, known.id)?.name).toBe('Renamed');
  });
});
