/**
 * Rule 14 over each provider: whatever becomes of the deliveries, the store comes to the same end, for polling alone must reach it.
 * Rule 13: a dial that times out after it was accepted is never asked for again.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DialAnswer, TelephonyProvider } from '../../src/main/ports/provider.ts';
import { NO_FAULTS, type PracticeFaults } from '../../src/shared/domain/practice-settings.ts';
import { PROVIDERS, type ProviderName } from '../../src/shared/domain/states.ts';
import { aUser } from '../helpers/builders.ts';
import { callList, setDialing, untilDone } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';
import { type Way, ways } from './ways.ts';

const LONG = process.env['RINGMASTER_TEST'] === 'long';
/** Plans over each provider, each lived through three times. */
const PLANS = Number(process.env['RINGMASTER_RUNS'] ?? (LONG ? 500 : 10));
const HOUR = 3_600_000;
/** No gap, no window and no end date: only what is told decides, not when it is. */
const ROUND_THE_CLOCK = { firstCallTime: '00:00', lastCallTime: '24:00' };

interface Plan {
  seed: number;
  way: Way;
  limit: number;
  maxAttempts: number;
  /** The last two figures of a number each. */
  endings: readonly string[];
  lateSeconds: number;
}

/** Numbers that end so are refused as wrong ones. */
const WRONG = '05';
const ending = fc.constantFrom('00', '01', '02', '03', '04', WRONG, '06', '07', '08', '11', '12', '13', '14');
const plans: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat({ max: 1_000_000 }),
  way: ways,
  limit: fc.integer({ min: 1, max: 4 }),
  maxAttempts: fc.integer({ min: 1, max: 2 }),
  endings: fc.array(ending, { minLength: 1, maxLength: 4 }),
  lateSeconds: fc.integer({ min: 1, max: 600 }),
});

/** Enough people for a dial in twenty to be a few. */
const crowds = fc.tuple(plans, fc.array(ending, { minLength: 15, maxLength: 20 })).map(([plan, endings]) => ({ ...plan, endings }));

const phonesOf = ({ endings }: Plan) => endings.map((figures, i) => `+49302${1000 + i}${figures}`);

/** Lives a list through, with retries ten minutes after, until long after its last call. @returns also what each dial was answered. */
async function live(through: ProviderName, plan: Plan, faults: Partial<PracticeFaults>) {
  const practice = { seed: plan.seed, faults: { ...NO_FAULTS, lateSeconds: plan.lateSeconds, ...faults } };
  const sim = new Simulation({ seed: plan.seed, through, ...plan.way, practice });
  // Many of a list fail by their numbers: its breaker would rightly pause it, and it would not come to its end.
  setDialing(sim.world, { passSeconds: 900, gapMinutes: 0, breaker: { atLeastCalls: 1_000 } });
  const retry = { maxAttempts: plan.maxAttempts, retryAfter: 10 };
  const ada = aUser(sim.world, { concurrentCallsLimit: plan.limit });
  const list = await callList(sim.world, ada, phonesOf(plan), { ...ROUND_THE_CLOCK, retry });
  const answers = noteAnswers(sim);
  sim.start();
  await untilDone(sim, [list], 12 * HOUR);
  // The last deliveries of the last call, as late as they come.
  await sim.clock.advance(HOUR);
  return { sim, answers };
}

/** What each dial was answered, by its reference. */
function noteAnswers({ world, farEnd }: Simulation): ReadonlyMap<string, DialAnswer['kind']> {
  const providers = world.providers as Partial<Record<ProviderName, TelephonyProvider>>;
  const provider = providers[farEnd.name]!;
  const answers = new Map<string, DialAnswer['kind']>();
  const dial: TelephonyProvider['dial'] = async (request) => {
    const answer = await provider.dial(request);
    answers.set(request.reference, answer.kind);
    return answer;
  };
  providers[farEnd.name] = { ...provider, dial };
  return answers;
}

const CALLS = `SELECT phone, attempt, status, duration_seconds, answered_by_machine, transcript, summary, extracted, cost, cost_unit,
  recording_url IS NULL AS mute FROM calls WHERE status <> 'not-placed' ORDER BY phone, attempt`;
const ITEMS = `SELECT p.phone, q.status, q.attempt_count, q.last_attempt_result, q.failure_reason
  FROM call_queue q JOIN contacts p ON p.id = q.contact_id ORDER BY p.phone`;
const COUNTERS = 'SELECT total, queued, processing, completed, failed, skipped, cancelled FROM campaign_counts';
const FIGURES = 'SELECT outcome, sum(calls) AS n FROM call_buckets GROUP BY outcome ORDER BY outcome';

function endOf(sim: Simulation) {
  const { sqlite } = sim.world.data.database;
  const [calls, items, counters, figures] = [CALLS, ITEMS, COUNTERS, FIGURES].map((query) => sqlite.prepare(query).all());
  return { calls, items, counters, figures, dials: sim.line.observe().accepted };
}

async function endWith(through: ProviderName, plan: Plan, faults: Partial<PracticeFaults>) {
  const { sim } = await live(through, plan, faults);
  try {
    return { end: endOf(sim), webhooks: { ...sim.line.observe().webhooks } };
  } finally {
    sim.close();
  }
}

const BAD = { webhookLost: 0.2, webhookRepeated: 0.2, webhookShuffled: 1, webhookLate: 1 };
const TIMEOUT = 4 * HOUR;

describe.each(PROVIDERS)('deliveries of %s', (through) => {
  it('come to the same end when a fifth is lost, a fifth repeated, all shuffled and late, and when none comes', {
    timeout: TIMEOUT,
  }, async () => {
    const seen = { lost: 0, repeated: 0 };
    const runs = PLANS;
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const { end } = await endWith(through, plan, {});
        const bad = await endWith(through, plan, BAD);
        expect(bad.end).toEqual(end);
        const none = await endWith(through, plan, { webhookLost: 1 });
        expect(none.webhooks.delivered).toBe(0);
        expect(none.end).toEqual(end);
        seen.lost += bad.webhooks.lost;
        seen.repeated += bad.webhooks.repeated;
      }),
      { numRuns: runs, seed: 20_261_127, endOnFailure: true },
    );
    // The runs say something only if deliveries were lost and repeated in them.
    expect(Math.min(seen.lost, seen.repeated)).toBeGreaterThan(runs);
  });
});

describe.each(PROVIDERS)('dials of %s that time out after they were accepted', (through) => {
  it('are never asked for again: one call for each attempt', { timeout: TIMEOUT }, async () => {
    let timedOut = 0;
    const runs = Math.ceil(PLANS / 5);
    await fc.assert(
      fc.asyncProperty(crowds, async (plan) => {
        const { sim, answers } = await live(through, plan, { timeoutAfterAccept: 0.05 });
        const attempts = sim.world.data.database.sqlite.prepare('SELECT id, phone, item_id AS item, attempt FROM calls').all() as Attempt[];
        const made = attempts.map(({ id }) => sim.line.byReference(id).length);
        const { referencesTwice, accepted } = sim.line.observe();
        sim.close();
        expect(referencesTwice).toEqual([]);
        // A number that is refused as a wrong one is no call: those that always are, and any other by chance.
        expect(attempts.filter(({ id, phone }) => phone.endsWith(WRONG) && answers.get(id) !== 'no-call')).toEqual([]);
        expect(made).toEqual(attempts.map(({ id }) => (answers.get(id) === 'no-call' ? 0 : 1)));
        expect(accepted).toBe(made.reduce((sum, n) => sum + n, 0));
        expect(new Set(attempts.map(({ item, attempt }) => `${item}/${attempt}`)).size).toBe(attempts.length);
        timedOut += [...answers.values()].filter((kind) => kind === 'ambiguous').length;
      }),
      { numRuns: runs, seed: 20_261_129, endOnFailure: true },
    );
    expect(timedOut).toBeGreaterThan(runs / 5);
  });
});

interface Attempt {
  id: string;
  phone: string;
  item: number;
  attempt: number;
}
