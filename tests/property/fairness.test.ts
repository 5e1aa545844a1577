/**
 * Rule 7 and complaint 21, from the order of the dials at the line: of any two users who both have somebody to call and a free slot
 * of their own, neither gets two turns more than the other. Watched by a referee that shares no code with the dialer.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/main/parts.ts';
import { changeConcurrency } from '../../src/main/settings/concurrency.ts';
import { PROVIDERS, type ProviderName } from '../../src/shared/domain/states.ts';
import { anAdmin, aUser } from '../helpers/builders.ts';
import { callList, numbersEnding } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';
import { type Way, ways } from './ways.ts';

const LONG_RUN = process.env['RINGMASTER_TEST'] === 'long';
/** A share over each vendor unless the whole is asked for. */
const runsOver = (through: ProviderName) => (LONG_RUN ? 1_000 : through === 'practice' ? 15 : 2);
const SECOND = 1_000;
/** People of one list: more than any user gets to call in a run. */
const LONG = 25;

interface Plan {
  seed: number;
  systemLimit: number;
  /** Two lists of one user share that user's turns. */
  users: { limit: number; lists: number; joinsAfterSeconds: number }[];
  crashAfterSeconds: number | null;
  way: Way;
}

const plans: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat({ max: 1_000_000 }),
  systemLimit: fc.integer({ min: 1, max: 7 }),
  users: fc.array(
    fc.record({
      limit: fc.integer({ min: 1, max: 4 }),
      lists: fc.integer({ min: 1, max: 2 }),
      joinsAfterSeconds: fc.constantFrom(0, 0, 0, 40, 200),
    }),
    { minLength: 2, maxLength: 5 },
  ),
  crashAfterSeconds: fc.option(fc.integer({ min: 1, max: 300 })),
  way: ways,
});

/** Counts the turns of every pair of users while both could take one. */
class Referee {
  readonly faults: string[] = [];
  private readonly limits: readonly number[];
  private readonly up: number[];
  private readonly has: boolean[];
  /** Turns of the first and of the second of a pair since both could take one. */
  private readonly turns = new Map<string, [number, number]>();

  constructor(limits: readonly number[]) {
    this.limits = limits;
    this.up = limits.map(() => 0);
    this.has = limits.map(() => false);
  }

  joins(user: number): void {
    this.has[user] = true;
  }

  lineUp(user: number): void {
    for (const [pair, turns] of this.turns) {
      const place = pair.split(' ').indexOf(String(user));
      if (place < 0) continue;
      turns[place] = turns[place]! + 1;
      if (Math.abs(turns[0] - turns[1]) > 1) this.faults.push(`of ${pair} the turns are ${turns.join(' and ')}`);
    }
    this.move(user, 1);
  }

  lineDown(user: number): void {
    this.move(user, -1);
  }

  private move(user: number, by: 1 | -1): void {
    this.up[user] = this.up[user]! + by;
    this.look();
  }

  /** A pair of which one has no slot of its own left begins anew when it has one again. */
  private look(): void {
    for (let a = 0; a < this.limits.length; a += 1) {
      for (let b = a + 1; b < this.limits.length; b += 1) {
        const pair = `${a} ${b}`;
        if (!this.couldCall(a) || !this.couldCall(b)) this.turns.delete(pair);
        else if (!this.turns.has(pair)) this.turns.set(pair, [0, 0]);
      }
    }
  }

  private couldCall(user: number): boolean {
    return this.has[user]! && this.up[user]! < this.limits[user]!;
  }
}

interface Seen {
  faults: string[];
  dialsOf: number[];
}

async function live(through: ProviderName, plan: Plan): Promise<Seen> {
  const { seed, systemLimit, users, crashAfterSeconds, way } = plan;
  const sim = new Simulation({
    seed,
    through,
    ...way,
    practice: { seed, outcomes: { completed: 4, 'no-answer': 2, busy: 1, voicemail: 1, failed: 1, rejected: 0 } },
  });
  try {
    const { clock, line } = sim;
    changeConcurrency(sim.world, anAdmin(sim.world), { systemLimit });
    const actors = users.map(({ limit }) => aUser(sim.world, { concurrentCallsLimit: limit }));
    const userOf = new Map<string, number>();
    const dialsOf = users.map(() => 0);
    const referee = new Referee(users.map(({ limit }) => limit));
    line.watch((what, { to }) => {
      const user = userOf.get(to)!;
      if (what === 'down') return referee.lineDown(user);
      dialsOf[user]! += 1;
      referee.lineUp(user);
    });
    const join = async (user: number) => {
      for (let k = 0; k < users[user]!.lists; k += 1) {
        const phones = numbersEnding('55', LONG, user * 500 + k * 100);
        for (const phone of phones) userOf.set(phone, user);
        await callList(sim.world, actors[user] as Actor, phones);
      }
      referee.joins(user);
    };
    const events = [
      ...users.map(({ joinsAfterSeconds: at }, user) => ({ at, run: () => join(user) })),
      ...(crashAfterSeconds === null ? [] : [{ at: crashAfterSeconds, run: () => sim.restart() }]),
    ].toSorted((a, b) => a.at - b.at);
    const begun = clock.now();
    const first = events.findIndex(({ at }) => at > 0);
    for (const [k, { at, run }] of events.entries()) {
      if (k === first) sim.start();
      await clock.advanceTo(begun + at * SECOND);
      run();
    }
    if (first < 0) sim.start();
    while (Math.max(...dialsOf) < LONG - 5 && clock.now() < begun + 3_600_000) await clock.advance(10 * SECOND);
    return { faults: referee.faults, dialsOf };
  } finally {
    sim.close();
  }
}

describe.each(PROVIDERS)('free slots of the system, over %s', (through) => {
  it('go in turn: of two users who could both call, neither gets two turns more than the other', { timeout: 3_600_000 }, async () => {
    const runs = runsOver(through);
    let dials = 0;
    await fc.assert(
      fc.asyncProperty(plans, async (given) => {
        const { faults, dialsOf } = await live(through, given);
        dials += dialsOf.reduce((sum, n) => sum + n, 0);
        expect(faults).toEqual([]);
      }),
      { numRuns: runs, seed: Number(process.env['RINGMASTER_SEED'] ?? 7_112_026) },
    );
    // The runs say something only if many turns were taken in them.
    expect(dials).toBeGreaterThan(runs * 25);
  });
});

describe('free slots of the system', () => {
  it('leave nobody out who joins late: the newcomer is the next to dial', async () => {
    const sim = new Simulation();
    const { world, clock } = sim;
    changeConcurrency(world, anAdmin(world), { systemLimit: 2 });
    const early = [aUser(world, { concurrentCallsLimit: 5 }), aUser(world, { concurrentCallsLimit: 5 })];
    for (const [k, user] of early.entries()) await callList(world, user, numbersEnding('00', 30, k * 100));
    sim.start();
    await clock.advance(10 * 60 * SECOND);
    const before = sim.line.observe().accepted;
    const late = numbersEnding('00', 3, 500);
    await callList(world, aUser(world), late);
    await clock.until(() => sim.line.observe().accepted >= before + 6, 3_600_000);
    const places = sim.line
      .observe()
      .dials.slice(before, before + 6)
      .flatMap(({ to }, i) => (late.includes(to) ? [i] : []));
    sim.close();
    // Two others take a turn between two of the newcomer's.
    expect(places).toEqual([0, 3]);
  });
});
