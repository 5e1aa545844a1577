/** People who are called twice: complaints 8 to 10. The line counts. */
import { afterEach, describe, expect, it } from 'vitest';
import { addContacts } from '../../src/main/campaigns/add-people.ts';
import { resumeCampaign, startCampaign } from '../../src/main/campaigns/start.ts';
import { everyone } from '../../src/main/data/scope.ts';
import { openData } from '../../src/main/data/open.ts';
import type { Actor } from '../../src/main/parts.ts';
import { type Step, STEPS } from '../../src/main/ports/host.ts';
import { NO_FAULTS } from '../../src/shared/domain/practice-settings.ts';
import { PROVIDERS } from '../../src/shared/domain/states.ts';
import { aCampaign, aContact, anItem, aUser, MIGRATIONS } from '../helpers/builders.ts';
import { callList, dialed, numbersEnding, setDialing, untilDone } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

const LONG = process.env['RINGMASTER_TEST'] === 'long';
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let sim: Simulation;
afterEach(() => sim.close());

describe.each(PROVIDERS)('over %s, complaint 8: a restart or a repeated request calls twice', (through) => {
  const steps = STEPS.filter((step) => !step.startsWith('import.'));
  /** Between the commit of a claim and its dial; a claim is a change of slots as a release is. */
  const beforeSending = new Set<Step>(['claim.after-commit', 'release.after-commit', 'dial.before-send']);
  /** Over a vendor the first time alone, unless the whole is asked for. */
  const times = LONG || through === 'practice' ? [1, 4] : [1];
  const people = ['00', '01', '02', '03', '55'].flatMap((ending) => numbersEnding(ending, 3));

  /** Ends the engine at the n-th time that it comes to the step, as a kill does: what follows the step is not done. */
  const killAt = (step: Step, nth: number) => {
    let times = 0;
    return (reached: Step) => {
      if (reached !== step || ++times !== nth) return;
      sim.drop();
      throw new Error(`killed at ${step}`);
    };
  };
  const isDown = () => {
    try {
      return sim.world === undefined;
    } catch {
      return true;
    }
  };

  it.each(steps.flatMap((step) => times.map((nth) => [step, nth] as const)))(
    'killed at %s, time %i: the provider counts one',
    async (step, nth) => {
      sim = new Simulation({ through, signal: killAt(step, nth) });
      const ada = aUser(sim.world, { concurrentCallsLimit: 3 });
      const list = await callList(sim.world, ada, people);
      sim.start();
      await sim.clock.until(isDown, HOUR, `the kill at ${step}`);
      await sim.clock.advance(2 * SECOND);
      sim.restart();
      await untilDone(sim, [list], 6 * HOUR);
      const dials = dialed(sim);
      expect(dials).toHaveLength(new Set(dials).size);
      expect(sim.line.observe().referencesTwice).toEqual([]);
      // Whoever was claimed and not yet asked for is not called by guess: the outcome is unknown, and a person decides.
      const unknown = sim.world.data.database.sqlite.prepare("SELECT phone FROM calls WHERE status = 'unknown'").pluck().all() as string[];
      expect(people.filter((phone) => !dials.includes(phone)).toSorted()).toEqual(unknown.toSorted());
      if (!beforeSending.has(step)) expect(unknown).toEqual([]);
      if (step === 'claim.after-commit' || step === 'dial.before-send') expect(unknown.length).toBeGreaterThan(0);
    },
  );

  it('counts one for each, whatever is asked for again and however often the engine starts', async () => {
    sim = new Simulation({ through, practice: { faults: { ...NO_FAULTS, webhookRepeated: 1, timeoutAfterAccept: 0.3 } } });
    const ada = aUser(sim.world, { concurrentCallsLimit: 3 });
    const list = await callList(sim.world, ada, [...people, ...people], { draft: true });
    const contactIds = people.map((phone) => sim.world.data.contacts.byNumber(ada.userId, phone)!.id);
    startCampaign(sim.world, ada, list.id);
    expect(() => startCampaign(sim.world, ada, list.id)).toThrow(expect.objectContaining({ code: 'not_a_draft' }));
    for (let i = 0; i < 30; i += 1) {
      resumeCampaign(sim.world, ada, list.id);
      expect(await addContacts(sim.world, ada, { id: list.id, contactIds })).toMatchObject({ added: 0, known: people.length });
      sim.restart();
      await sim.clock.advance(3 * SECOND);
    }
    await untilDone(sim, [list], 6 * HOUR);
    expect(dialed(sim).toSorted()).toEqual(people.toSorted());
  });
});

describe('complaint 8: a second engine', () => {
  it('lets no second engine onto the same data', async () => {
    sim = new Simulation();
    expect(() => openData({ dataDir: sim.world.dataDir, migrationsFolder: MIGRATIONS })).toThrow(
      expect.objectContaining({ code: 'data_in_use' }),
    );
  });
});

describe.each(PROVIDERS)('over %s, complaint 9: a callback dialed several times', (through) => {
  const ten = Date.UTC(2026, 2, 2, 10);
  const at = { scheduledFor: ten, readyAt: ten, scheduledBy: 'callback' as const, callbackAt: ten, callbackRequested: 1 };

  async function throughTen(): Promise<void> {
    setDialing(sim.world, { passSeconds: 300 });
    await sim.clock.advanceTo(ten - 2 * SECOND);
    for (let i = 0; i < 8; i += 1) {
      sim.restart();
      await sim.clock.advance(700);
    }
    await sim.clock.advance(2 * HOUR);
  }

  it('makes one call of one callback, over restarts at that very second', async () => {
    sim = new Simulation({ through, practice: { faults: { ...NO_FAULTS, webhookRepeated: 1 } } });
    const ada = aUser(sim.world);
    const [phone] = numbersEnding('00', 1) as [string];
    anItem(sim.world, aCampaign(sim.world, ada), { contact: aContact(sim.world, ada, { phone }), ...at });
    sim.start();
    await throughTen();
    const { dials } = sim.line.observe();
    expect(dials.map(({ to }) => to)).toEqual([phone]);
    expect(dials[0]!.at).toBeGreaterThanOrEqual(ten);
    expect(dials[0]!.at).toBeLessThan(ten + 10 * SECOND);
  });

  it('makes one more call where it was asked for in the call itself', async () => {
    sim = new Simulation({ through, practice: { faults: { ...NO_FAULTS, webhookRepeated: 1, webhookShuffled: 1 } } });
    const ada = aUser(sim.world);
    const [phone] = numbersEnding('00', 1) as [string];
    const item = anItem(sim.world, aCampaign(sim.world, ada), { contact: aContact(sim.world, ada, { phone }) });
    sim.start();
    await sim.clock.advance(10 * SECOND);
    const { items, database } = sim.world.data;
    database.write(() => items.changeTx(item, sim.clock.now(), { callbackRequested: 1, callbackAt: ten }));
    await throughTen();
    expect(sim.line.observe().dials.map((dial) => [dial.to, dial.at >= ten])).toEqual([
      [phone, false],
      [phone, true],
    ]);
    expect(sim.world.data.items.get(everyone, item.id)).toMatchObject({ status: 'completed', attemptCount: 2 });
  });
});

describe('complaint 10: the same person called at 10:00 by one campaign and 10:02 by another', () => {
  const [both] = numbersEnding('00', 1) as [string];
  const [other] = numbersEnding('00', 1, 50) as [string];

  async function twoLists(gapMinutes: number): Promise<void> {
    sim = new Simulation();
    setDialing(sim.world, { gapMinutes });
    const owners: Actor[] = [aUser(sim.world), aUser(sim.world)];
    const lists = [await callList(sim.world, owners[0]!, [both]), await callList(sim.world, owners[1]!, [both, other])];
    sim.start();
    await untilDone(sim, lists, 6 * HOUR);
  }

  it('holds the gap across campaigns and supervisors, and lets the next in line go first', async () => {
    await twoLists(60);
    const { dials } = sim.line.observe();
    expect(dials.map(({ to }) => to)).toEqual([both, other, both]);
    expect(dials[1]!.at - dials[0]!.at).toBeLessThan(SECOND);
    const waited = dials[2]!.at - dials[0]!.downAt!;
    expect(waited).toBeGreaterThanOrEqual(60 * MINUTE);
    expect(waited).toBeLessThan(61 * MINUTE);
  });

  it('has one call at a time to a number even without a gap', async () => {
    await twoLists(0);
    const { dials, numbersUpTwice } = sim.line.observe();
    expect(numbersUpTwice).toEqual([]);
    expect(dials.map(({ to }) => to)).toEqual([both, other, both]);
    expect(dials[2]!.at - dials[0]!.downAt!).toBeLessThan(10 * SECOND);
  });
});
