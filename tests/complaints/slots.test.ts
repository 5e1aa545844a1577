/** Slots that are never given back, and limits that lower each other: complaints 1 to 4, counted at the far end of the line. */
import { afterEach, describe, expect, it } from 'vitest';
import { freeSlot } from '../../src/main/calls/free-slot.ts';
import type { Actor } from '../../src/main/parts.ts';
import { cancelCampaign, pauseCampaign } from '../../src/main/campaigns/stop.ts';
import { everyone } from '../../src/main/data/scope.ts';
import { readConcurrency } from '../../src/main/settings/concurrency.ts';
import { NO_FAULTS, type PracticeFaults } from '../../src/shared/domain/practice-settings.ts';
import { PROVIDERS, type ProviderName } from '../../src/shared/domain/states.ts';
import { aCampaign, aContact, anAdmin, anAgent, anItem, aUser } from '../helpers/builders.ts';
import { abilitiesOf } from '../helpers/far-end.ts';
import { callList, countUp, dialed, numbersEnding, setDialing, slowDials, untilDone } from '../helpers/lists.ts';
import { seededRandom } from '../helpers/seeded-ids.ts';
import { Simulation } from '../helpers/simulation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A share over each vendor unless the whole is asked for. */
const cancelsOver = (through: ProviderName) => (process.env['RINGMASTER_TEST'] === 'long' || through === 'practice' ? 1_000 : 100);

let sim: Simulation;
afterEach(() => sim.close());

describe.each(PROVIDERS)('over %s, complaint 1: an unanswered call keeps its slot for 20 minutes', (through) => {
  it('asks the provider by the ring limit and 60 seconds, and its answer frees the slot', async () => {
    sim = new Simulation({ through });
    const ada = aUser(sim.world, { concurrentCallsLimit: 1 });
    // The first rings out, and nothing at all is sent about it.
    const list = await callList(sim.world, ada, [...numbersEnding('08', 1), ...numbersEnding('00', 1)]);
    sim.start();
    await untilDone(sim, [list], 10 * MINUTE);
    const [first, second] = sim.line.observe().dials;
    expect(first?.to).toBe(numbersEnding('08', 1)[0]);
    expect(second!.at).toBeGreaterThanOrEqual(first!.downAt!);
    expect(second!.at - first!.at).toBeLessThanOrEqual(45_000 + 60_000 + 1_000);
  });
});

describe.each(PROVIDERS)('over %s, complaint 2: cancelling a batch leaks slots, the campaign stalls', (through) => {
  const { hangUp } = abilitiesOf(through);
  const cancels = cancelsOver(through);
  it(`counts no call as up after ${cancels} cancels at any moment of a call${hangUp ? '' : ', though none can be hung up'}`, {
    timeout: 120_000,
  }, async () => {
    sim = new Simulation({ through, practice: { faults: { ...NO_FAULTS, webhookLost: 0.2, webhookLate: 0.2, timeoutAfterAccept: 0.05 } } });
    const ada = aUser(sim.world, { concurrentCallsLimit: 2 });
    const admin = anAdmin(sim.world);
    const agentId = anAgent(sim.world, ada).id;
    const people = Array.from({ length: 40 }, () => aContact(sim.world, ada));
    const random = seededRandom(7);
    setDialing(sim.world, { gapMinutes: 0, passSeconds: 60 });
    sim.start();
    for (let i = 0; i < cancels; i += 1) {
      // Round the clock, for the thousand batches take days.
      const window = { firstCallTime: '00:00', lastCallTime: '24:00' };
      const batch = aCampaign(sim.world, ada, { agentId, ...window });
      for (let k = 0; k < 10; k += 1) anItem(sim.world, batch, { contact: people[(i * 3 + k) % people.length]!, position: k + 1 });
      await sim.clock.advance(Math.floor(random() * 60_000));
      const stopped = cancelCampaign(sim.world, ada, { id: batch.id, hangUp: i % 2 === 0 });
      await sim.clock.advance(Math.floor(random() * 5_000));
      await stopped;
    }
    expect(sim.line.observe().accepted).toBeGreaterThan(cancels);
    sim.configure({ faults: NO_FAULTS });
    await sim.clock.advance(HOUR);
    expect(sim.line.observe().up).toBe(0);
    expect(readConcurrency(sim.world, admin)).toMatchObject({ systemActive: 0, systemAvailable: 10 });

    const before = sim.line.observe().accepted;
    const fresh = await callList(sim.world, ada, numbersEnding('00', 3), { firstCallTime: '00:00', lastCallTime: '24:00', agentId });
    await sim.clock.advance(5_000);
    expect(sim.line.observe().accepted - before).toBe(2);
    await untilDone(sim, [fresh], HOUR);
  });
});

describe.each(PROVIDERS)('over %s, complaint 2: cancelling a batch while a dial is in the air', (through) => {
  it('leaves nobody waiting whose dial is refused after the cancel', async () => {
    sim = new Simulation({ through, practice: { faults: { ...NO_FAULTS, refuse429: 1 } } });
    const ada = aUser(sim.world);
    const batch = await callList(sim.world, ada, numbersEnding('00', 4));
    slowDials(sim, 3_000);
    sim.start();
    await sim.clock.advance(1_000);
    await cancelCampaign(sim.world, ada, { id: batch.id });
    await sim.clock.advance(HOUR);
    const { queued, processing, cancelled } = sim.world.data.campaigns.countsOf(everyone, batch.id)!;
    expect({ queued, processing, cancelled }).toEqual({ queued: 0, processing: 0, cancelled: 4 });
    expect(sim.line.observe()).toMatchObject({ accepted: 0, refused: { 429: 2 } });
  });
});

describe.each(PROVIDERS)('over %s, complaint 3: a slot kept after "no answer" → refused for ever', (through) => {
  it.each([
    ['completed', '00'],
    ['no-answer', '01'],
    ['busy', '02'],
    ['voicemail', '03'],
    ['failed', '04'],
    ['refused as a wrong number', '05'],
    ['completed with 0 seconds', '06'],
    ['a result that comes late', '07'],
    ['nothing sent at all', '08'],
    ['a dial that is never answered', '09'],
  ])('releases once after: %s', async (_end, ending) => {
    sim = new Simulation({ through, practice: { faults: { ...NO_FAULTS, webhookRepeated: 1 } } });
    const ada = aUser(sim.world, { concurrentCallsLimit: 1 });
    const most = countUp(sim, () => 'all');
    const list = await callList(sim.world, ada, [...numbersEnding(ending, 3), ...numbersEnding('00', 1, 3)]);
    sim.start();
    await untilDone(sim, [list], 2 * HOUR);
    const dials = dialed(sim);
    expect(new Set(dials)).toEqual(new Set([...(ending === '05' ? [] : numbersEnding(ending, 3)), ...numbersEnding('00', 1, 3)]));
    expect(dials).toHaveLength(new Set(dials).size);
    // A slot given back twice would let two calls be up under a limit of one.
    expect(most.get('all')).toBe(1);
    expect(readConcurrency(sim.world, ada)).toMatchObject({ userActive: 0, userAvailable: 1 });
  });

  const { hangUp } = abilitiesOf(through);
  const releasedAt = () => sim.world.data.database.sqlite.prepare('SELECT slot_released_at FROM calls').pluck().get();

  async function upWith(faults: Partial<PracticeFaults>) {
    sim = new Simulation({ through, practice: { faults: { ...NO_FAULTS, webhookLost: 1, ...faults } } });
    const ada = aUser(sim.world, { concurrentCallsLimit: 1 });
    const list = await callList(sim.world, ada, numbersEnding('07', 1));
    sim.start();
    await sim.clock.advance(12_000);
    expect(releasedAt()).toBeNull();
    return { ada, list };
  }

  /** Whether the slot is free, and is so for good since one and the same moment. */
  async function isReleasedOnce(ada: Actor): Promise<boolean> {
    const at = releasedAt();
    await sim.clock.advance(HOUR);
    return at !== null && releasedAt() === at && readConcurrency(sim.world, ada).userActive === 0;
  }

  it(`releases once after: ${hangUp ? 'hung up by a person' : 'a person who would hang up, which cannot be: at its own end'}`, async () => {
    const { ada, list } = await upWith({});
    const { calls } = await pauseCampaign(sim.world, ada, { id: list.id, hangUp: true });
    expect(calls).toMatchObject(hangUp ? { hungUp: 1, cannotHangUp: 0 } : { hungUp: 0, cannotHangUp: 1 });
    await sim.clock.advance(2_000);
    expect(sim.line.observe().up).toBe(hangUp ? 0 : 1);
    if (!hangUp) {
      expect(releasedAt()).toBeNull();
      await sim.clock.until(() => releasedAt() !== null, 10 * MINUTE);
      expect(sim.line.observe().up).toBe(0);
    }
    expect(await isReleasedOnce(ada)).toBe(true);
  });

  it('releases once after: freed by an admin, where no look-up answers', async () => {
    const { ada } = await upWith({ timeoutAfterAccept: 1 });
    const [call] = sim.world.data.calls.up(everyone);
    freeSlot(sim.world, anAdmin(sim.world), call!.id, 'It is over, I have looked');
    await sim.clock.advance(2_000);
    expect(await isReleasedOnce(ada)).toBe(true);
  });
});

describe.each(PROVIDERS)("over %s, complaint 4: a campaign's limit lowers the whole account's", (through) => {
  it('holds each limit at its own level', async () => {
    sim = new Simulation({ through });
    const ada = aUser(sim.world, { concurrentCallsLimit: 4 });
    const bob = aUser(sim.world, { concurrentCallsLimit: 1 });
    const phones = { small: numbersEnding('00', 4), open: numbersEnding('00', 24, 100), bobs: numbersEnding('00', 4, 200) };
    const groupOf = (phone: string) => (phones.small.includes(phone) ? 'small' : phones.open.includes(phone) ? 'open' : 'bobs');
    const most = countUp(sim, groupOf);
    const all = countUp(sim, () => 'all');
    const adas = countUp(sim, (phone) => (groupOf(phone) === 'bobs' ? 'bob' : 'ada'));
    const lists = [
      await callList(sim.world, ada, phones.small, { concurrencyLimit: 1 }),
      await callList(sim.world, ada, phones.open),
      await callList(sim.world, bob, phones.bobs, { concurrencyLimit: 3 }),
    ];
    sim.start();
    await sim.clock.advance(5_000);
    // One of the small list, and the three slots that are left to its owner for the other; Bob has his own.
    expect(dialed(sim).map(groupOf).toSorted()).toEqual(['bobs', 'open', 'open', 'open', 'small']);
    await untilDone(sim, lists, 8 * HOUR);
    expect(Object.fromEntries([...most, ...all, ...adas])).toEqual({ small: 1, open: 4, bobs: 1, all: 5, ada: 4, bob: 1 });
  });
});
