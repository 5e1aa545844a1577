/** Success criteria 3 to 6 and 8 to 10 of the campaign document, each by what the far end of the line saw. */
import { afterEach, describe, expect, it } from 'vitest';
import { campaignAnalytics } from '../../src/main/analytics/campaign-analytics.ts';
import { changeConcurrency } from '../../src/main/settings/concurrency.ts';
import { NO_FAULTS } from '../../src/shared/domain/practice-settings.ts';
import { aContact, anAdmin, aUser } from '../helpers/builders.ts';
import { callList, countUp, dialed, numbersEnding, setDialing, untilDone } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let sim: Simulation;
afterEach(() => sim.close());

/** Lists of so many people each, one for each limit; the group of a number is its user's place. */
async function supervisors(limits: readonly number[], people: number) {
  const owners = limits.map((limit) => aUser(sim.world, { concurrentCallsLimit: limit }));
  const groupOf = (phone: string) => String(Math.floor((Number(phone.slice('+49302'.length, -2)) - 1_000) / 200));
  const most = countUp(sim, groupOf);
  const all = countUp(sim, () => 'all');
  const lists = [];
  for (const [k, owner] of owners.entries()) lists.push(await callList(sim.world, owner, numbersEnding('55', people, k * 200)));
  return { owners, lists, groupOf, most, all };
}

describe('success criterion 3: System respects user concurrency limits (never exceeded)', () => {
  it('has never more calls of a user up than the limit, and all of them where there is room', async () => {
    const faults = { ...NO_FAULTS, webhookLost: 0.1, webhookRepeated: 0.3, webhookShuffled: 0.3, timeoutAfterAccept: 0.05 };
    sim = new Simulation({ practice: { faults } });
    changeConcurrency(sim.world, anAdmin(sim.world), { systemLimit: 50 });
    const { lists, most } = await supervisors([1, 2, 3, 5], 25);
    sim.start();
    await untilDone(sim, lists, 9 * HOUR);
    expect(Object.fromEntries(most)).toEqual({ 0: 1, 1: 2, 2: 3, 3: 5 });
  });

  it('starts none above a limit that was lowered, and hangs up none', async () => {
    sim = new Simulation();
    const admin = anAdmin(sim.world);
    const { owners } = await supervisors([4], 40);
    sim.start();
    await sim.clock.advance(5 * SECOND);
    expect(sim.line.observe().up).toBe(4);
    changeConcurrency(sim.world, admin, { users: [{ userId: owners[0]!.userId, limit: 1 }] });
    expect(sim.line.observe().up).toBe(4);
    const upAtDial: number[] = [];
    sim.line.watch((what) => what === 'up' && upAtDial.push(sim.line.observe().up));
    await sim.clock.advance(30 * MINUTE);
    expect(upAtDial.length).toBeGreaterThan(5);
    expect(Math.max(...upAtDial)).toBe(1);
  });
});

describe('success criterion 4: System respects system limits with fair round-robin', () => {
  it('has never more calls up than the system allows, and gives each supervisor the same turns', async () => {
    sim = new Simulation();
    changeConcurrency(sim.world, anAdmin(sim.world), { systemLimit: 3 });
    const { groupOf, all } = await supervisors([3, 3, 3, 3], 40);
    sim.start();
    await sim.clock.until(() => sim.line.observe().accepted >= 80, 8 * HOUR);
    expect(all.get('all')).toBe(3);
    const turns = [0, 0, 0, 0];
    for (const phone of dialed(sim)) {
      turns[Number(groupOf(phone))]! += 1;
      expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
    }
  });
});

describe('success criterion 5: Calls distributed evenly in time window (±5 min variance)', () => {
  it.each([
    [7, '2026-03-02T06:00Z', '2026-03-02T09:00Z'],
    [108, '2026-03-02T06:00Z', '2026-03-02T09:00Z'],
    // Begun in the middle of the day, over what is left of it.
    [54, '2026-03-02T13:30Z', '2026-03-02T13:30Z'],
  ])('dials call i of %i within five minutes of its even time, created at %s', async (n, createdAt, from) => {
    sim = new Simulation({ at: Date.parse(createdAt) });
    setDialing(sim.world, { passSeconds: 900 });
    await callList(sim.world, aUser(sim.world), numbersEnding('55', n), { pacing: 'spread' });
    sim.start();
    await sim.clock.advanceTo(Date.parse('2026-03-02T18:30Z'));
    const begin = Date.parse(from);
    const stepMs = (Date.parse('2026-03-02T18:00Z') - begin) / n;
    const { dials } = sim.line.observe();
    expect(dials).toHaveLength(n);
    for (const [i, { at }] of dials.entries()) expect(Math.abs(at - (begin + i * stepMs))).toBeLessThanOrEqual(5 * MINUTE);
  });
});

describe('success criterion 6: Named contacts called before unnamed contacts', () => {
  it('dials every named one first, in whatever order they came', async () => {
    sim = new Simulation();
    const ada = aUser(sim.world, { concurrentCallsLimit: 3 });
    const phones = numbersEnding('01', 24);
    const named = phones.filter((_, i) => i % 3 === 1);
    for (const phone of phones) {
      // What else is known of the others does not outweigh a name.
      const unnamed = { name: '', firstName: '', lastName: '', email: 'x@example.com', company: 'Works Ltd' };
      aContact(sim.world, ada, { phone, ...(named.includes(phone) ? { email: null, company: null } : unnamed) });
    }
    const list = await callList(sim.world, ada, phones);
    sim.start();
    await untilDone(sim, [list], 2 * HOUR);
    expect(dialed(sim).slice(0, named.length).toSorted()).toEqual(named.toSorted());
    expect(dialed(sim)).toHaveLength(phones.length);
  });
});

describe('success criterion 8: Campaign analytics accurate (< 1% error)', () => {
  it.each([
    ['all is delivered', NO_FAULTS],
    [
      'deliveries are lost, late, repeated and shuffled',
      { ...NO_FAULTS, webhookLost: 0.3, webhookLate: 0.3, webhookRepeated: 0.3, webhookShuffled: 0.3 },
    ],
  ])('tells what the line lived through, where %s', async (_what, faults) => {
    sim = new Simulation({ practice: { faults } });
    const ada = aUser(sim.world, { concurrentCallsLimit: 8 });
    const list = await callList(sim.world, ada, numbersEnding('55', 100), { retry: { maxAttempts: 2, retryAfter: 10 } });
    sim.start();
    await untilDone(sim, [list], 9 * HOUR);
    await sim.clock.advance(HOUR);
    const calls = sim.line.observe().dials.map(({ id }) => sim.line.byId(id)!);
    const spoke = calls.filter((call) => call.status === 'completed' && call.answered_by === 'human' && (call.duration_seconds ?? 0) > 0);
    const spokenSeconds = spoke.reduce((sum, call) => sum + (call.duration_seconds ?? 0), 0);
    const count = (status: string) => calls.filter((call) => call.status === status).length;
    const told = await campaignAnalytics(sim.world, ada, list.id);
    expect(told).toMatchObject({
      total: 100,
      successful: spoke.length,
      failed: 100 - spoke.length,
      successRate: spoke.length / 100,
      outcomes: { completed: spoke.length, busy: count('busy'), 'no-answer': count('no-answer'), cancelled: 0, unknown: 0 },
    });
    expect(Math.abs(told.averageDuration / (spokenSeconds / spoke.length) - 1)).toBeLessThan(0.01);
    expect(told.daily.reduce((sum, day) => sum + day.calls, 0)).toBe(told.calls);
    expect(calls.length).toBeGreaterThan(110);
  });
});

describe('success criterion 9: No calls outside time window (100% compliance)', () => {
  it('dials inside the window of each zone only, over changes of the clock, sleeps and restarts', async () => {
    sim = new Simulation({ at: Date.parse('2026-03-27T00:00Z'), practice: { faults: { ...NO_FAULTS, refuse429: 0.2, webhookLost: 0.2 } } });
    setDialing(sim.world, { passSeconds: 900, gapMinutes: 0 });
    changeConcurrency(sim.world, anAdmin(sim.world), { systemLimit: 50 });
    const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'America/Phoenix', 'Pacific/Auckland'];
    const weekdays = [1, 2, 3, 4, 5, 7];
    for (const [k, timeZone] of zones.entries()) {
      const owner = aUser(sim.world, { concurrentCallsLimit: 1 });
      const given = { timeZone, weekdays, firstCallTime: '10:00', lastCallTime: '10:20', retry: { maxAttempts: 9, retryAfter: 45 } };
      await callList(sim.world, owner, numbersEnding('01', 60, k * 200), given);
    }
    sim.start();
    for (let k = 0; k < 12; k += 1) {
      await sim.clock.advance(4 * HOUR + 7 * MINUTE);
      if (k % 4 === 1) await sim.clock.sleep(2 * HOUR);
      if (k % 4 === 3) sim.restart();
      if (k % 3 === 2) await sim.clock.advance(5 * HOUR);
    }
    const { dials } = sim.line.observe();
    const local = dials.map(({ to, at }) => wall(at, zones[Math.floor((Number(to.slice('+49302'.length, -2)) - 1_000) / 200)]!));
    expect(local.filter(({ time, weekday }) => time < '10:00' || time >= '10:20' || weekday === 'Sat')).toEqual([]);
    expect(new Set(local.map(({ weekday, zone }) => `${weekday} ${zone}`)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(local.map(({ zone }) => zone)).size).toBe(zones.length);
  });

  function wall(at: number, zone: string) {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
      hourCycle: 'h23',
    }).formatToParts(at);
    const get = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    return { zone, weekday: get('weekday'), time: `${get('hour')}:${get('minute')}` };
  }
});

describe('success criterion 10: Unfinished calls continue next day automatically', () => {
  it('goes on where it stopped, day after day, until everybody was called once', async () => {
    sim = new Simulation();
    setDialing(sim.world, { passSeconds: 900 });
    const ada = aUser(sim.world, { concurrentCallsLimit: 1 });
    const phones = numbersEnding('01', 45);
    const list = await callList(sim.world, ada, phones, { firstCallTime: '09:00', lastCallTime: '09:10' });
    sim.start();
    await untilDone(sim, [list], 96 * HOUR);
    const { dials } = sim.line.observe();
    expect(dials.map(({ to }) => to)).toEqual(phones);
    const days = Map.groupBy(dials, ({ at }) => new Date(at).toISOString().slice(0, 10));
    expect([...days.keys()]).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
    for (const [day, [first]] of days) expect(first!.at - Date.parse(`${day}T09:00Z`)).toBeLessThan(SECOND);
  });
});
