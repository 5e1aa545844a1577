/** Calls that never end, and ends that do not stay: complaints 5 to 7. What the line lived through is the truth. */
import { afterEach, describe, expect, it } from 'vitest';
import { Inbox } from '../../src/main/webhooks/inbox.ts';
import { NO_FAULTS, type PracticeFaults } from '../../src/shared/domain/practice-settings.ts';
import { PROVIDERS, type ProviderName } from '../../src/shared/domain/states.ts';
import { aUser } from '../helpers/builders.ts';
import { abilitiesOf } from '../helpers/far-end.ts';
import { callList, dialed, numbersEnding, setDialing, untilDone } from '../helpers/lists.ts';
import { seededRandom } from '../helpers/seeded-ids.ts';
import { Simulation } from '../helpers/simulation.ts';

const LONG = process.env['RINGMASTER_TEST'] === 'long';
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The stages that each tells of: ElevenLabs knows neither waiting nor ringing. */
const STAGES = ['dialing', 'queued', 'initiated', 'ringing', 'in-progress', 'disconnected'];
/** What was said on SignalWire's calls is ElevenLabs' to tell: it is only asked for, and not after the end. Bolna's hint has it asked for. */
const TELLS_RESULTS: Readonly<Record<ProviderName, boolean>> = { practice: true, bolna: true, signalwire: false, elevenlabs: true };
const STAGES_TOLD: Readonly<Record<ProviderName, readonly string[]>> = {
  practice: STAGES,
  bolna: STAGES,
  signalwire: STAGES,
  elevenlabs: ['dialing', 'initiated', 'in-progress', 'disconnected'],
};

let sim: Simulation;
afterEach(() => sim.close());

const read = (query: string) => sim.world.data.database.sqlite.prepare(query).all() as Record<string, unknown>[];
const theCall = () => read('SELECT * FROM calls ORDER BY claimed_at LIMIT 1')[0]!;
const stateOfCall = () => (read('SELECT status FROM calls').length === 0 ? null : theCall()['status']);

describe.each(PROVIDERS)('over %s, complaint 5: "in progress" for five days', (through) => {
  it('closes by polling a call whose last delivery was dropped', async () => {
    sim = new Simulation({ through });
    const list = await callList(sim.world, aUser(sim.world), numbersEnding('00', 1));
    sim.start();
    await sim.clock.until(() => stateOfCall() === 'in-progress', 2 * MINUTE);
    sim.configure({ faults: { ...NO_FAULTS, webhookLost: 1 } });
    await untilDone(sim, [list], HOUR);
    const [dial] = sim.line.observe().dials;
    const call = theCall();
    expect(call['status']).toBe('completed');
    // Some count whole seconds.
    const lived = sim.line.byReference(String(call['id']))[0]!.duration_seconds!;
    expect(Math.abs(Number(call['duration_seconds']) - lived)).toBeLessThanOrEqual(0.5);
    expect(Number(call['ended_at']) - dial!.downAt!).toBeLessThanOrEqual(2 * MINUTE);
  });
});

describe.each(PROVIDERS)('over %s, complaint 6: accepted but never dispatched, stuck', (through) => {
  it.each(STAGES_TOLD[through])('comes to its end from %s, though nothing is sent any more and the engine was dropped', async (stage) => {
    sim = new Simulation({ through, practice: { faults: { ...NO_FAULTS, timeoutAfterAccept: stage === 'dialing' ? 1 : 0 } } });
    const list = await callList(sim.world, aUser(sim.world), numbersEnding('07', 1));
    sim.start();
    await sim.clock.until(() => stateOfCall() === stage, 10 * MINUTE, stage);
    sim.configure({ faults: { ...NO_FAULTS, webhookLost: 1 } });
    sim.drop();
    await sim.clock.advance(5 * SECOND);
    sim.restart();
    await untilDone(sim, [list], HOUR);
    expect(theCall()['status']).toBe('completed');
    expect(dialed(sim)).toHaveLength(1);
  });

  const { withdraw } = abilitiesOf(through);
  it.runIf(withdraw)('takes back at closing time what the provider accepted and never began, and calls it the next day', async () => {
    // So slow a line that nothing begins within the day.
    sim = new Simulation({ through, practice: { speed: 1e-6 } });
    setDialing(sim.world, { passSeconds: 900 });
    const list = await callList(sim.world, aUser(sim.world), numbersEnding('00', 1));
    sim.start();
    await sim.clock.advance(9 * HOUR - SECOND);
    expect(sim.line.observe()).toMatchObject({ accepted: 1, up: 1 });
    sim.configure({ speed: 1 });
    await sim.clock.advance(2 * SECOND);
    expect(sim.line.observe()).toMatchObject({ accepted: 1, up: 0 });
    await untilDone(sim, [list], 16 * HOUR);
    expect(new Date(sim.line.observe().dials[1]!.at).toISOString()).toBe('2026-03-03T09:00:00.000Z');
    expect(read('SELECT status, attempt_count FROM call_queue')).toEqual([{ status: 'completed', attempt_count: 1 }]);
  });

  it('closes a call with what is known where its result does not come within 20 minutes', async () => {
    // Ten times slower: the late result would come after two and a half hours.
    sim = new Simulation({ through, practice: { speed: 0.1 } });
    const list = await callList(sim.world, aUser(sim.world), numbersEnding('07', 1), { concurrencyLimit: 1 });
    sim.start();
    await untilDone(sim, [list], 2 * HOUR);
    const call = theCall();
    expect(call).toMatchObject({ status: 'completed', transcript: null });
    expect(Number(call['ended_at']) - Number(call['slot_released_at'])).toBeGreaterThanOrEqual(20 * MINUTE);
    expect(Number(call['ended_at']) - Number(call['slot_released_at'])).toBeLessThanOrEqual(22 * MINUTE);
    // What comes after the end still adds what was missing, where it comes and is signed.
    if (!TELLS_RESULTS[through]) return;
    await sim.clock.advance(3 * HOUR);
    expect(theCall()).toMatchObject({ status: 'completed', transcript: expect.stringContaining(':') });
  });

  it('has a next look, not far away, at every call that is not over, at every second of a bad day', async () => {
    const faults = { ...NO_FAULTS, webhookLost: 0.5, timeoutAfterAccept: 0.2, fail500AfterAccept: 0.1, silence: 0.1 };
    sim = new Simulation({ through, practice: { faults } });
    const phones = ['00', '01', '03', '07', '08', '09', '55'].flatMap((ending) => numbersEnding(ending, 3));
    const list = await callList(sim.world, aUser(sim.world, { concurrentCallsLimit: 6 }), phones);
    sim.start();
    const unwatched = sim.world.data.database.sqlite.prepare(
      `SELECT c.id, c.status, c.check_at - ? AS inMs FROM calls c LEFT JOIN call_queue q ON q.call_id = c.id
       WHERE c.ended_at IS NULL AND (c.check_at IS NULL OR inMs > 105000 OR q.status IS NOT 'processing')`,
    );
    const seconds = LONG || through === 'practice' ? 20 * 60 : 5 * 60;
    for (let second = 0; second < seconds; second += 1) {
      await sim.clock.advance(SECOND);
      expect(unwatched.all(sim.clock.now())).toEqual([]);
    }
    await untilDone(sim, [list], 3 * HOUR);
    expect(read('SELECT count(*) AS n FROM calls WHERE check_at IS NOT NULL OR slot_released_at IS NULL')).toEqual([{ n: 0 }]);
  });
});

describe.each(PROVIDERS)('over %s, complaint 7: a late event overwrites the final state', (through) => {
  const people = ['00', '01', '02', '03', '04', '06', '07', '55'].flatMap((ending) => numbersEnding(ending, 4));
  const TOLD = `SELECT phone, status, duration_seconds, cost, transcript, summary, extracted, recording_url IS NULL AS mute, hung_up_by,
    answered_by_machine FROM calls ORDER BY phone`;
  const FIGURES = `SELECT status, count(*) AS n, sum(attempt_count) AS attempts FROM call_queue GROUP BY status`;

  async function live(faults: Partial<PracticeFaults>) {
    sim = new Simulation({ through, practice: { faults: { ...NO_FAULTS, ...faults } } });
    const list = await callList(sim.world, aUser(sim.world, { concurrentCallsLimit: 8 }), people);
    sim.start();
    await untilDone(sim, [list], 6 * HOUR);
    await sim.clock.advance(HOUR);
  }
  const ends = () => ({
    calls: read(TOLD),
    items: read(FIGURES),
    rollups: read('SELECT outcome, sum(calls) AS n FROM call_buckets GROUP BY outcome'),
  });

  it('comes to the same end when deliveries are shuffled, late, repeated, or do not come at all', async () => {
    await live({});
    const clean = ends();
    expect(clean.calls).toHaveLength(people.length);
    sim.close();
    await live({ webhookShuffled: 1, webhookLate: 0.5, webhookRepeated: 1 });
    expect(sim.line.observe().webhooks.repeated).toBeGreaterThan(people.length);
    expect(ends()).toEqual(clean);
    sim.close();
    await live({ webhookLost: 1 });
    expect(sim.line.observe().webhooks.delivered).toBe(0);
    expect(ends()).toEqual(clean);
  });

  it('changes nothing when every delivery is applied again in any order', async () => {
    await live({});
    const before = {
      ...ends(),
      stages: read('SELECT id, slot_released_at, ended_at, ringing_at, answered_at, disconnected_at FROM calls'),
    };
    const random = seededRandom(3);
    const ids = read('SELECT id FROM webhook_inbox').map(({ id }) => ({ id: Number(id), key: random() }));
    expect(ids.length).toBeGreaterThan(through === 'elevenlabs' ? people.length / 2 : 2 * people.length);
    const inbox = new Inbox(sim.world);
    for (const { id } of ids.toSorted((a, b) => a.key - b.key)) expect(inbox.applyAgain(id).state).toBe('applied');
    expect({
      ...ends(),
      stages: read('SELECT id, slot_released_at, ended_at, ringing_at, answered_at, disconnected_at FROM calls'),
    }).toEqual(before);
  });
});
