/** Calls at the wrong time of day: complaints 16 to 19, by the instants at which the line was asked to call. */
import { afterEach, describe, expect, it } from 'vitest';
import { pauseAll } from '../../src/main/campaigns/all.ts';
import { resumeCampaign } from '../../src/main/campaigns/start.ts';
import { pauseCampaign } from '../../src/main/campaigns/stop.ts';
import { readCampaign } from '../../src/main/campaigns/summary.ts';
import { everyone } from '../../src/main/data/scope.ts';
import { listNotices } from '../../src/main/settings/notices.ts';
import { aCampaign, aContact, anItem, aUser } from '../helpers/builders.ts';
import { callList, dialed, numbersEnding, setDialing, untilDone } from '../helpers/lists.ts';
import { Simulation } from '../helpers/simulation.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let sim: Simulation;
afterEach(() => sim.close());

const instants = () => sim.line.observe().dials.map(({ at }) => new Date(at).toISOString());
const at = (instant: string) => Date.parse(instant);

describe('complaint 16: daylight saving moves the window', () => {
  // Zone, the local window, and the openings in UTC of the day before the change, its own day and the day after.
  it.each([
    ['Europe/Berlin', '09:00', '09:04', ['2026-03-28T08:00Z', '2026-03-29T07:00Z', '2026-03-30T07:00Z']],
    ['Europe/Berlin', '09:00', '09:04', ['2026-10-24T07:00Z', '2026-10-25T08:00Z', '2026-10-26T08:00Z']],
    ['Europe/London', '09:00', '09:04', ['2026-03-28T09:00Z', '2026-03-29T08:00Z', '2026-03-30T08:00Z']],
    ['America/New_York', '09:00', '09:04', ['2026-03-07T14:00Z', '2026-03-08T13:00Z', '2026-03-09T13:00Z']],
    ['America/New_York', '09:00', '09:04', ['2026-10-31T13:00Z', '2026-11-01T14:00Z', '2026-11-02T14:00Z']],
    ['America/Phoenix', '09:00', '09:04', ['2026-03-07T16:00Z', '2026-03-08T16:00Z', '2026-03-09T16:00Z']],
    ['America/Phoenix', '09:00', '09:04', ['2026-10-31T16:00Z', '2026-11-01T16:00Z', '2026-11-02T16:00Z']],
    ['Australia/Lord_Howe', '09:00', '09:04', ['2026-04-03T22:00Z', '2026-04-04T22:30Z', '2026-04-05T22:30Z']],
    ['Asia/Kolkata', '09:00', '09:04', ['2026-03-28T03:30Z', '2026-03-29T03:30Z', '2026-03-30T03:30Z']],
    // 02:00 to 03:00 does not exist: the window opens at the next minute that does.
    ['Europe/Berlin', '02:30', '03:10', ['2026-03-28T01:30Z', '2026-03-29T01:00Z', '2026-03-30T00:30Z']],
    // The hour that comes twice counts once, the first.
    ['Europe/Berlin', '02:30', '02:34', ['2026-10-24T00:30Z', '2026-10-25T00:30Z', '2026-10-26T01:30Z']],
  ])('calls in %s from %s to %s', async (timeZone, firstCallTime, lastCallTime, openings) => {
    const opens = openings.map(at);
    sim = new Simulation({ at: opens[0]! - 2 * HOUR });
    setDialing(sim.world, { passSeconds: 900 });
    // One after another they ring out within half a minute: more of them than three openings hold.
    await callList(sim.world, aUser(sim.world, { concurrentCallsLimit: 1 }), numbersEnding('01', 180), {
      timeZone,
      firstCallTime,
      lastCallTime,
    });
    sim.start();
    await sim.clock.advanceTo(opens[2]! + 3 * HOUR);
    const dials = sim.line.observe().dials.map((dial) => dial.at);
    const length = (i: number) => (lastCallTime === '03:10' ? [40, 10, 40][i]! : 4) * MINUTE;
    const within = (i: number) => dials.filter((dial) => dial >= opens[i]! && dial < opens[i]! + length(i));
    expect(dials).toHaveLength([0, 1, 2].flatMap(within).length);
    for (const i of [0, 1, 2]) {
      expect(within(i)[0]! - opens[i]!).toBeLessThan(SECOND);
      expect(opens[i]! + length(i) - within(i).at(-1)!).toBeLessThan(40 * SECOND);
    }
  });
});

describe('complaint 17: an overdue retry goes out at night, or after the end date', () => {
  const retry = { maxAttempts: 3, retryAfter: 120 };

  it('holds a retry that is due while it is shut until the opening, though the engine was down at its time', async () => {
    sim = new Simulation({ at: at('2026-03-02T17:30Z') });
    setDialing(sim.world, { passSeconds: 900 });
    const list = await callList(sim.world, aUser(sim.world), numbersEnding('02', 1), { retry });
    sim.start();
    await sim.clock.advance(HOUR);
    sim.drop();
    await sim.clock.advanceTo(at('2026-03-03T03:00Z'));
    sim.restart();
    await untilDone(sim, [list], 24 * HOUR);
    const [first, second, third] = sim.line.observe().dials;
    expect(instants()).toHaveLength(3);
    expect(new Date(first!.at).toISOString()).toBe('2026-03-02T17:30:00.000Z');
    expect(second!.at - at('2026-03-03T09:00Z')).toBeLessThan(SECOND);
    // Within the window it is the policy's time that counts.
    expect(third!.at - second!.downAt!).toBeGreaterThanOrEqual(120 * MINUTE);
    expect(third!.at - second!.downAt!).toBeLessThan(120 * MINUTE + 2 * SECOND);
  });

  it('makes none after the end date', async () => {
    sim = new Simulation({ at: at('2026-03-02T17:30Z') });
    setDialing(sim.world, { passSeconds: 900 });
    const ada = aUser(sim.world, { concurrentCallsLimit: 1 });
    const list = await callList(sim.world, ada, [...numbersEnding('02', 1), ...numbersEnding('01', 150)], { retry, endDate: '2026-03-02' });
    sim.start();
    await sim.clock.advance(30 * HOUR);
    expect(instants().every((dial) => dial < '2026-03-02T18:00')).toBe(true);
    expect(dialed(sim).filter((phone) => phone === numbersEnding('02', 1)[0])).toHaveLength(1);
    const { campaign, counts } = readCampaign(sim.world, ada, list.id);
    // Who was never tried is skipped, who was tried failed; nobody waits, and the campaign is done and says so.
    const tried = new Set(dialed(sim)).size;
    expect({ status: campaign.status, ...counts }).toMatchObject({ status: 'completed', queued: 0, failed: tried, skipped: 151 - tried });
    expect(listNotices(sim.world, ada).map(({ code }) => code)).toEqual(['end-date-passed']);
  });
});

describe('complaint 18: a broken time zone lets calls through', () => {
  it('refuses a zone that nobody knows', async () => {
    sim = new Simulation();
    const refused = callList(sim.world, aUser(sim.world), numbersEnding('00', 1), { timeZone: 'Mars/Base' });
    await expect(refused).rejects.toMatchObject({ code: 'unknown_time_zone' });
  });

  it('makes no call and warns where the zone of a running campaign is not known any more', async () => {
    sim = new Simulation();
    setDialing(sim.world, { passSeconds: 900 });
    const ada = aUser(sim.world);
    const list = await callList(sim.world, ada, numbersEnding('00', 3));
    // A file from another computer, whose zones are newer than ours: the opening that was computed there is stale tomorrow.
    sim.world.data.database.write(() => sim.world.data.campaigns.changeTx(list, sim.clock.now(), { timeZone: 'Mars/Base' }));
    sim.start();
    await sim.clock.advance(30 * HOUR);
    expect(sim.line.observe().accepted).toBe(0);
    expect(listNotices(sim.world, ada)).toEqual([
      expect.objectContaining({ code: 'time-zone-unknown', level: 'error', campaignId: list.id }),
    ]);
    expect(readCampaign(sim.world, ada, list.id).whyNoCalls).not.toBeNull();
  });

  it("makes no call where the contact's own zone is asked for and not known", async () => {
    sim = new Simulation();
    const ada = aUser(sim.world);
    const campaign = aCampaign(sim.world, ada, { useContactZone: true });
    const [odd, plain] = numbersEnding('00', 2) as [string, string];
    const item = anItem(sim.world, campaign, { contact: aContact(sim.world, ada, { phone: odd, timeZone: 'Mars/Base' }) });
    anItem(sim.world, campaign, { contact: aContact(sim.world, ada, { phone: plain, timeZone: 'Europe/Berlin' }), position: 2 });
    sim.start();
    await untilDone(sim, [campaign], HOUR);
    expect(dialed(sim)).toEqual([plain]);
    expect(sim.world.data.items.get(everyone, item.id)).toMatchObject({ status: 'skipped', failureReason: 'no-opening' });
  });
});

describe('complaint 19: paused campaigns start again in the morning', () => {
  it.each([
    [
      'a pause',
      async () => {
        for (const list of sim.world.data.campaigns.inStates(everyone, ['active'])) {
          await pauseCampaign(sim.world, { userId: list.userId, role: 'supervisor' }, { id: list.id, reason: 'Wrong list' });
        }
      },
    ],
    ['a Pause all', () => pauseAll(sim.world, { userId: 'root', role: 'admin' })],
  ])('%s holds over days and restarts', async (_what, pause) => {
    sim = new Simulation();
    setDialing(sim.world, { passSeconds: 900 });
    const ada = aUser(sim.world);
    const list = await callList(sim.world, ada, numbersEnding('00', 40), { retry: { maxAttempts: 3, retryAfter: 60 } });
    sim.start();
    await sim.clock.advance(MINUTE);
    await pause();
    const before = sim.line.observe().accepted;
    expect(before).toBeGreaterThan(0);
    for (let day = 0; day < 4; day += 1) {
      await sim.clock.advance(12 * HOUR);
      sim.restart();
      await sim.clock.sleep(6 * HOUR);
      await sim.clock.advance(6 * HOUR);
    }
    expect(sim.line.observe().accepted).toBe(before);
    expect(readCampaign(sim.world, ada, list.id).campaign).toMatchObject({ status: 'paused' });
    resumeCampaign(sim.world, ada, list.id);
    await sim.clock.advance(2 * HOUR);
    expect(sim.line.observe().accepted).toBeGreaterThan(before);
  });
});
