import { afterEach, describe, expect, it } from 'vitest';
import { aCampaign, anItem, aUser } from '../helpers/builders.ts';
import { Simulation } from '../helpers/simulation.ts';
import { NO_FAULTS } from '../../src/shared/domain/practice-settings.ts';

const SECOND = 1000;

let simulation: Simulation;
afterEach(() => simulation.close());

const statuses = () => simulation.world.data.database.sqlite.prepare('SELECT status FROM calls').pluck().all();

describe('a dial of which nobody knows whether it arrived', () => {
  it('is looked for over two minutes before it is given up, however often the engine is started anew meanwhile', async () => {
    simulation = new Simulation({ practice: { faults: { ...NO_FAULTS, silence: 1 } } });
    const { world } = simulation;
    anItem(world, aCampaign(world, aUser(world)));
    simulation.start();
    await simulation.clock.advance(SECOND);
    for (let restart = 0; restart < 5; restart += 1) {
      simulation.restart();
      await simulation.clock.advance(15 * SECOND);
      expect(statuses()).toEqual(['dialing']);
    }
    await simulation.clock.advance(150 * SECOND);
    expect(statuses()).toEqual(['unknown']);
  });

  it('keeps its slot over three starts within seconds, long after it was dialed', async () => {
    simulation = new Simulation({ practice: { faults: { ...NO_FAULTS, silence: 1 } } });
    const { world } = simulation;
    anItem(world, aCampaign(world, aUser(world)));
    simulation.start();
    await simulation.clock.advance(SECOND);
    simulation.drop();
    await simulation.clock.advance(600 * SECOND);
    for (let start = 0; start < 4; start += 1) {
      simulation.restart();
      await simulation.clock.advance(2 * SECOND);
    }
    expect(statuses()).toEqual(['dialing']);
    await simulation.clock.advance(150 * SECOND);
    expect(statuses()).toEqual(['unknown']);
  });
});
