import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCallUp, aCampaign, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import type { Call, CallFacts } from './call-store.ts';
import { everyone } from './scope.ts';

let world: World;
let calls: Call[];
beforeEach(() => {
  world = openWorld();
  const campaign = aCampaign(world, aUser(world));
  calls = [1, 2].map((position) => aCallUp(world, anItem(world, campaign, { position })));
});
afterEach(() => world.close());

/** Tells both calls, so that the second runs what was prepared for the first; answers what is read of them. */
function told(facts: (nth: number) => CallFacts): Call[] {
  const { data, clock } = world;
  data.database.write(() => calls.forEach((call, nth) => data.calls.tellTx(call, clock.now(), facts(nth))));
  return calls.map(({ id }) => data.calls.get(everyone, id)!);
}

describe('a statement kept for a set of columns', () => {
  it('writes the values of each run, encoded as their columns are', () => {
    const both = told((nth) => ({ extracted: { nth }, answeredByMachine: nth === 1, reason: `${nth}` }));
    expect(both).toMatchObject([
      { extracted: { nth: 0 }, answeredByMachine: false, reason: '0' },
      { extracted: { nth: 1 }, answeredByMachine: true, reason: '1' },
    ]);
  });

  it('writes null as nothing, also where the same columns had values before', () => {
    told((nth) => ({ extracted: { nth }, answeredByMachine: true, reason: `${nth}` }));
    const both = told(() => ({ extracted: null, answeredByMachine: null, reason: null }));
    expect(both).toMatchObject(Array.from({ length: 2 }, () => ({ extracted: null, answeredByMachine: null, reason: null })));
    const raw = world.data.database.sqlite.prepare('SELECT count(*) FROM calls WHERE extracted IS NULL AND answered_by_machine IS NULL');
    expect(raw.pluck().get()).toBe(2);
  });

  it('leaves alone what is not named, or undefined', () => {
    told((nth) => ({ extracted: { nth }, reason: 'before' }));
    const both = told((nth) => (nth === 0 ? { reason: 'after' } : ({ reason: undefined } as unknown as CallFacts)));
    expect(both).toMatchObject([
      { extracted: { nth: 0 }, reason: 'after' },
      { extracted: { nth: 1 }, reason: 'before' },
    ]);
  });
});
