/** What is looked up is found, and is the right one: after another call to the same number, and whichever way our clock was set. */
import { afterEach, describe, expect, it } from 'vitest';
import { NO_FAULTS } from '../../src/shared/domain/practice-settings.ts';
import { PROVIDERS } from '../../src/shared/domain/states.ts';
import { aUser } from '../helpers/builders.ts';
import { callList, numbersEnding, setDialing } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ROUND_THE_CLOCK = { firstCallTime: '00:00', lastCallTime: '24:00' };
let sim: Simulation;
afterEach(() => sim.close());

const WAYS = PROVIDERS.flatMap((through) =>
  (through === 'signalwire' ? (['swml', 'cxml'] as const) : (['swml'] as const)).map((signalWireMode) => ({ through, signalWireMode })),
);
const calls = () =>
  sim.world.data.database.sqlite.prepare('SELECT status, slot_released_at IS NULL AS held FROM calls ORDER BY claimed_at').all();

describe.each(WAYS)('a dial over $through ($signalWireMode) that is not answered', (way) => {
  it('is not taken for the call before it to the same number: it was never made, and its slot is freed', async () => {
    sim = new Simulation(way);
    setDialing(sim.world, { gapMinutes: 0 });
    const busy = numbersEnding('02', 1);
    for (let list = 0; list < 2; list++) await callList(sim.world, aUser(sim.world), busy);
    sim.line.watch((what) => {
      if (what === 'down') sim.configure({ faults: { ...NO_FAULTS, silence: 1 } });
    });
    sim.start();
    await sim.clock.advance(10 * MINUTE);
    expect(sim.line.observe().refused).toEqual({ 0: 1 });
    expect(calls()).toEqual([
      { status: 'busy', held: 0 },
      { status: 'unknown', held: 0 },
    ]);
  });

  it.each([
    [90, 'before'],
    [-90, 'before'],
    [90, 'after'],
    [-90, 'after'],
  ])('is found though our clock is set by %i minutes %s it', async (minutes, when) => {
    const faults = { ...NO_FAULTS, webhookLost: 1, timeoutAfterAccept: 1 };
    sim = new Simulation({ ...way, practice: { faults } });
    if (when === 'before') sim.clock.jump(minutes * MINUTE);
    await callList(sim.world, aUser(sim.world), numbersEnding('00', 1), ROUND_THE_CLOCK);
    sim.start();
    await sim.clock.until(() => sim.line.observe().accepted === 1, HOUR);
    if (when === 'after') sim.clock.jump(minutes * MINUTE);
    await sim.clock.advance(HOUR);
    expect(calls()).toEqual([{ status: 'completed', held: 0 }]);
  });
});
