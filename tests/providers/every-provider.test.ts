/** The main job over each provider: a list is called to its end, once each, and the store tells the ends that the line lived through. */
import { afterEach, describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../src/shared/domain/states.ts';
import { aUser } from '../helpers/builders.ts';
import { callList, dialed, numbersEnding, untilDone } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

const HOUR = 3_600_000;
let sim: Simulation;
afterEach(() => sim.close());

const WAYS = PROVIDERS.flatMap((through) => [
  { through, pollingOnly: false },
  { through, pollingOnly: true },
]);

describe('a list over each provider', () => {
  it.each(WAYS)('$through, polling only: $pollingOnly', async (way) => {
    sim = new Simulation(way);
    const phones = ['00', '01', '02', '03', '04', '05', '06', '07'].flatMap((ending) => numbersEnding(ending, 2));
    const list = await callList(sim.world, aUser(sim.world, { concurrentCallsLimit: 4 }), phones);
    sim.start();
    await untilDone(sim, [list], 6 * HOUR);
    await sim.clock.advance(HOUR);
    const ends = sim.world.data.database.sqlite
      .prepare('SELECT phone, status, duration_seconds AS seconds, reason FROM calls ORDER BY phone')
      .all();
    const said = (ending: string) =>
      (ends as { phone: string; status: string }[]).filter(({ phone }) => phone.endsWith(ending)).map(({ status }) => status);
    expect(dialed(sim)).toHaveLength(14);
    expect(sim.line.observe().referencesTwice).toEqual([]);
    expect(Object.fromEntries(['00', '01', '02', '03', '04', '05', '06', '07'].map((ending) => [ending, said(ending)]))).toEqual({
      '00': ['completed', 'completed'],
      '01': ['no-answer', 'no-answer'],
      '02': ['busy', 'busy'],
      '03': ['voicemail', 'voicemail'],
      '04': ['failed', 'failed'],
      '05': ['failed', 'failed'],
      '06': ['completed', 'completed'],
      '07': ['completed', 'completed'],
    });
  });
});
