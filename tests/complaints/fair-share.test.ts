/** Who waits behind whom: complaint 21, by the order of the dials at the line. */
import { afterEach, describe, expect, it } from 'vitest';
import { createCampaign } from '../../src/main/campaigns/create.ts';
import { changeConcurrency } from '../../src/main/settings/concurrency.ts';
import { aContact, anAdmin, anAgent, aUser } from '../helpers/builders.ts';
import { callList, dialed, numbersEnding, whileTimeStands } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

let sim: Simulation;
afterEach(() => sim.close());

describe('complaint 21: one big list starves the others', () => {
  it('lets B with one contact dial within one round, though A has 10,000', async () => {
    sim = new Simulation();
    const { world, clock } = sim;
    const [ada, bob] = [aUser(world, { concurrentCallsLimit: 50 }), aUser(world)];
    changeConcurrency(world, anAdmin(world), { systemLimit: 3 });
    const contactIds = world.data.database.write(() => numbersEnding('00', 10_000).map((phone) => aContact(world, ada, { phone }).id));
    const given = {
      name: 'Big',
      nextAction: 'Talk',
      firstCallTime: '09:00',
      lastCallTime: '18:00',
      timeZone: 'UTC',
      pacing: 'asap' as const,
    };
    await whileTimeStands(world, createCampaign(world, ada, { ...given, agentId: anAgent(world, ada).id, contactIds }));
    sim.start();
    await clock.advance(10 * 60_000);
    const before = dialed(sim).length;
    expect(before).toBeGreaterThan(10);
    const [bobs] = numbersEnding('55', 1) as [string];
    await callList(world, bob, [bobs]);
    await clock.until(() => sim.line.observe().accepted >= before + 2, 30 * 60_000);
    expect(dialed(sim).slice(before, before + 2)).toContain(bobs);
  });
});
