import { describe, expect, it } from 'vitest';
import { type Step, STEPS } from '../../src/main/ports/host.ts';
import { DEFAULT_PRACTICE, NO_FAULTS } from '../../src/shared/domain/practice-settings.ts';
import { seededRandom } from '../helpers/seeded-ids.ts';
import { CrashRun } from './crash-run.ts';
import { seedPeople } from './people.ts';
import { setUp, type Way } from './ways.ts';

const LONG = process.env['RINGMASTER_TEST'] === 'long';
/** Where the store and the vendor know different things: asked or not yet, answered and not recorded, told and not applied, over. */
const TELLING: readonly Step[] = ['dial.before-send', 'dial.after-send', 'delivery.after-store', 'release.after-commit'];
/** Of each vendor. */
const KILLS = LONG ? 200 : TELLING.length;
const MOST_PASSED: Readonly<Record<string, number>> = { claim: 6, dial: 6, release: 6, delivery: 12 };
const PEOPLE = LONG ? 40 + 7 * KILLS : 24;
const FINISH_MS = 90_000 + 1000 * PEOPLE;
const TIMEOUT_MS = LONG ? 3_600_000 : 240_000;
const SEED = Number(process.env['RINGMASTER_SEED'] ?? 1);

/** As in the run over the practice line: deliveries get lost, come twice, late and in the wrong order, and some answers never come. */
const LINE = {
  ...DEFAULT_PRACTICE,
  speed: 20,
  faults: { ...NO_FAULTS, webhookLost: 0.05, webhookRepeated: 0.1, webhookShuffled: 0.1, timeoutAfterAccept: 0.01 },
};

const WAYS: readonly { name: string; way: Way }[] = [
  { name: 'Bolna', way: { provider: 'bolna' } },
  { name: 'ElevenLabs', way: { provider: 'elevenlabs' } },
  { name: 'SignalWire', way: { provider: 'signalwire', mode: 'swml' } },
  // Its results are awaited for minutes.
  ...(LONG ? [{ name: 'SignalWire by callbacks', way: { provider: 'signalwire', mode: 'cxml' } } as const] : []),
];

const STEPS_OF_CALLS = STEPS.filter((step) => !step.startsWith('import.'));

// They mostly wait: side by side they take little longer than one.
describe.concurrent('an engine that is killed while it calls over a vendor', () => {
  it.each(WAYS)(
    `loses nothing and calls nobody twice over $name, with ${KILLS} kills`,
    async ({ name, way }) => {
      const run = new CrashRun(way);
      try {
        const { calls, unknown } = await killAndFinish(run, way);
        console.log(`${name}: ${run.deaths.length} kills, ${calls} calls, ${unknown} with an unknown end (seed ${SEED})`);
        expect(new Set(run.deaths.map(({ where }) => where))).toEqual(new Set(LONG ? STEPS_OF_CALLS : TELLING));
      } finally {
        await run.close();
      }
    },
    TIMEOUT_MS,
  );
});

async function killAndFinish(run: CrashRun, way: Way): Promise<{ calls: number; unknown: number }> {
  const random = seededRandom(SEED);
  const url = await run.startLine(LINE);
  seedPeople(run.dataDir, run.startAt, PEOPLE, (world) => setUp(world, way, url));
  for (const step of plan(random)) {
    await run.killAt({ step, countdown: 1 + Math.floor(random() * (MOST_PASSED[step.split('.')[0]!] ?? 1)) });
  }
  return await run.finish(FINISH_MS);
}

/** Each step as often as the others, in an order that the seed decides. */
function plan(random: () => number): Step[] {
  const steps = LONG ? STEPS_OF_CALLS : TELLING;
  return Array.from({ length: KILLS }, (_, i) => ({ step: steps[i % steps.length]!, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ step }) => step);
}
