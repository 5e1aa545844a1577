import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Step, STEPS } from '../../src/main/ports/host.ts';
import { DEFAULT_PRACTICE, NO_FAULTS } from '../../src/shared/domain/practice-settings.ts';
import { seededRandom } from '../helpers/seeded-ids.ts';
import { CrashRun } from './crash-run.ts';
import { seedPeople } from './people.ts';

const LONG = process.env['RINGMASTER_TEST'] === 'long';
/** With those of the imports 200, and 20. */
const KILLS = LONG ? 164 : 14;
/** One kill in five comes at no step at all. */
const ANYWHERE = 1 / 5;
/** How often a step is passed in the life of an engine, at most: between two kills some calls are made, never all. */
const MOST_PASSED: Readonly<Record<string, number>> = { claim: 6, dial: 6, release: 6, delivery: 25 };
const PEOPLE = 40 + 7 * KILLS;
/** Longest that the last engine may take for whoever is left. */
const FINISH_MS = 60_000 + 500 * PEOPLE;
/** An engine starts in half a second where nothing else runs. */
const TIMEOUT_MS = LONG ? 3_600_000 : 240_000;
const SEED = Number(process.env['RINGMASTER_SEED'] ?? 1);

/** A line that is quick, and no better than real ones: webhooks get lost, come twice, late and in the wrong order. */
const LINE = {
  ...DEFAULT_PRACTICE,
  speed: 20,
  faults: { ...NO_FAULTS, webhookLost: 0.05, webhookRepeated: 0.1, webhookShuffled: 0.1, timeoutAfterAccept: 0.01 },
};

const steps = STEPS.filter((step) => !step.startsWith('import.'));

let run: CrashRun;

beforeEach(() => {
  run = new CrashRun();
});
afterEach(() => run.close());

describe('an engine that is killed while it calls', () => {
  it(
    `loses nothing and calls nobody twice, over ${KILLS} kills`,
    async () => {
      const random = seededRandom(SEED);
      seedPeople(run.dataDir, run.startAt, PEOPLE);
      await run.startLine(LINE);
      for (const step of plan(random)) {
        if (step === null) await run.killAfter(random() * 500);
        else await run.killAt({ step, countdown: 1 + Math.floor(random() * (MOST_PASSED[step.split('.')[0]!] ?? 1)) });
      }
      const { calls, unknown } = await run.finish(FINISH_MS);
      const where = Map.groupBy(run.deaths, (death) => death.where);
      console.log(`${run.deaths.length} kills, ${calls} calls at the line, ${unknown} attempts with an unknown end (seed ${SEED}):`);
      for (const [name, deaths] of where) console.log(`  ${deaths.length} × ${name}`);
      expect(new Set(where.keys())).toEqual(new Set([...steps, 'anywhere']));
    },
    TIMEOUT_MS,
  );
});

/** Where each engine dies: every step at least once, in an order that the seed decides; null is anywhere. */
function plan(random: () => number): (Step | null)[] {
  const anywhere = Math.max(1, Math.min(Math.round(KILLS * ANYWHERE), KILLS - steps.length));
  const places = Array.from({ length: KILLS }, (_, i) => (i < anywhere ? null : steps[(i - anywhere) % steps.length]!));
  return places
    .map((place) => ({ place, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ place }) => place);
}
