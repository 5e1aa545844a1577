/** The engine's own faults and the provider's (rules 6, 13, 20): what stops, what is told, and how it goes on. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resumeCampaign } from '../../src/main/campaigns/start.ts';
import { everyone } from '../../src/main/data/scope.ts';
import { sleep } from '../../src/main/ports/clock.ts';
import { DEFAULT_PRACTICE, NO_FAULTS } from '../../src/shared/domain/practice-settings.ts';
import { aCampaign, aContact, anItem, aUser } from '../helpers/builders.ts';
import { Simulation, type SimulationOptions } from '../helpers/simulation.ts';

const MINUTE = 60_000;
/** Everyone answers and talks. */
const EASY = { completed: 1, 'no-answer': 0, busy: 0, voicemail: 0, failed: 0, rejected: 0 };

let simulation: Simulation;
afterEach(() => simulation.close());

/** A campaign of `people` who are due, of a user with the given limit. */
function begin(people: number, limit = 2, options: SimulationOptions = {}) {
  simulation = new Simulation({ practice: { ...DEFAULT_PRACTICE, outcomes: EASY }, ...options });
  const { world } = simulation;
  const user = aUser(world, { concurrentCallsLimit: limit });
  const campaign = aCampaign(world, user);
  // Ordinary numbers: none ends in 00 to 09.
  for (let i = 0; i < people; i += 1) {
    anItem(world, campaign, { position: i + 1, contact: aContact(world, user, { phone: `+4930255${5000 + i * 100 + 50}` }) });
  }
  return { user, campaign };
}

const problems = () => simulation.world.health.list().map(({ code }) => code);
const accepted = () => simulation.line.observe().accepted;

describe('a store that cannot be written to', () => {
  it('stops new calls and says so, has deliveries come again, and goes on by itself', async () => {
    begin(10);
    const { sqlite } = simulation.world.data.database;
    simulation.start();
    await simulation.clock.advance(1000);
    sqlite.pragma('query_only = ON');
    await simulation.clock.advance(10 * MINUTE);
    const before = accepted();
    expect([problems(), before]).toEqual([['store-cannot-write'], 2]);
    sqlite.pragma('query_only = OFF');
    await simulation.clock.advance(60 * MINUTE);
    expect([problems(), accepted(), simulation.world.data.calls.notOver().length]).toEqual([[], 10, 0]);
  });
});

describe('a provider that does not answer', () => {
  it('holds two slots and not all of them, sends one probe at a time, and is called as before when it is back', async () => {
    begin(40, 5, { practice: { ...DEFAULT_PRACTICE, outcomes: EASY, callsPerSecond: 1, faults: { ...NO_FAULTS, silence: 1 } } });
    const { calls } = simulation.world.data;
    simulation.start();
    let most = 0;
    for (let minute = 0; minute < 30; minute += 1) {
      await simulation.clock.advance(MINUTE);
      // The first dials went out before anything was known; from the second silence on it is one at a time.
      if (minute > 5) most = Math.max(most, calls.up(everyone).length);
    }
    expect(most).toBeLessThanOrEqual(2);
    expect(calls.health('practice').breakerOpenAt).not.toBeNull();
    simulation.configure({ faults: NO_FAULTS });
    await simulation.clock.advance(60 * MINUTE);
    expect([calls.health('practice').breakerOpenAt, calls.up(everyone).length]).toEqual([null, 0]);
    expect(accepted()).toBeGreaterThan(0);
  });
});

describe('a refusal that proves that no call was made', () => {
  it('spends no attempt and comes again with a growing pause', async () => {
    const { campaign } = begin(1, 1, { practice: { ...DEFAULT_PRACTICE, outcomes: EASY, faults: { ...NO_FAULTS, refuse429: 1 } } });
    simulation.start();
    await simulation.clock.advance(30 * MINUTE);
    const refused = simulation.line.observe().refused['429'] ?? 0;
    expect(refused).toBeGreaterThan(3);
    // At full pace it would have been 180.
    expect(refused).toBeLessThan(20);
    simulation.configure({ faults: NO_FAULTS });
    await simulation.clock.advance(60 * MINUTE);
    const counts = simulation.world.data.campaigns.countsOf(everyone, campaign.id);
    const [item] = simulation.world.data.database.sqlite.prepare('SELECT attempt_count AS attempts FROM call_queue').all() as {
      attempts: number;
    }[];
    expect([counts?.completed, item?.attempts]).toEqual([1, 1]);
  });

  it('fails the item for good where the number itself is wrong', async () => {
    const { user, campaign } = begin(0);
    const { world } = simulation;
    anItem(world, campaign, { contact: aContact(world, user, { phone: '+4930255505' }), maxAttempts: 3 });
    simulation.start();
    await simulation.clock.advance(5 * MINUTE);
    const item = world.data.database.sqlite
      .prepare('SELECT status, failure_reason AS reason, attempt_count AS attempts FROM call_queue')
      .get();
    expect([item, accepted()]).toEqual([{ status: 'failed', reason: 'wrong-number', attempts: 1 }, 0]);
  });
});

describe('a rate limit of the account', () => {
  it('is a condition of the claim: nothing claimed waits, so that a pause means now', async () => {
    begin(20, 5, { practice: { ...DEFAULT_PRACTICE, outcomes: EASY, callsPerSecond: 1 } });
    simulation.start();
    await simulation.clock.advance(3500);
    const { dials, refused } = simulation.line.observe();
    const gaps = dials.slice(1).map((dial, i) => dial.at - (dials[i]?.at ?? 0));
    expect([dials.length, Math.min(...gaps) >= 1000, refused]).toEqual([4, true, {}]);
    expect(simulation.world.data.calls.notOver().every((call) => call.status !== 'dialing')).toBe(true);
  });
});

describe('a clock that is wrong', () => {
  it('stops new calls with the reason while it is more than five minutes off the provider, and goes on when it is set right', async () => {
    begin(40, 1);
    simulation.start();
    await simulation.clock.advance(2 * MINUTE);
    simulation.clock.jump(20 * MINUTE);
    await simulation.clock.advance(10 * MINUTE);
    const stopped = accepted();
    await simulation.clock.advance(20 * MINUTE);
    expect([problems(), accepted()]).toEqual([['clock-off'], stopped]);
    simulation.clock.jump(-20 * MINUTE);
    await simulation.clock.advance(20 * MINUTE);
    expect(problems()).toEqual([]);
    expect(accepted()).toBeGreaterThan(stopped);
  });
});

describe('a computer that slept', () => {
  it('first learns what became of the calls that were up, then dials', async () => {
    begin(10);
    simulation.start();
    await simulation.clock.advance(5000);
    expect(accepted()).toBe(2);
    await simulation.clock.sleep(2 * 60 * MINUTE);
    await simulation.clock.advance(5000);
    const [first, second] = simulation.world.data.database.sqlite.prepare('SELECT status FROM calls ORDER BY claimed_at, id').pluck().all();
    expect([first, second]).toEqual(['completed', 'completed']);
    expect(simulation.line.observe().mostUp).toBe(2);
    expect(accepted()).toBe(4);
  });
});

describe('a campaign whose calls fail at the provider', () => {
  const list = (endings: readonly string[]) => {
    simulation = new Simulation();
    const user = aUser(simulation.world, { concurrentCallsLimit: 2 });
    const campaign = aCampaign(simulation.world, user);
    endings.forEach((ending, i) => {
      anItem(simulation.world, campaign, {
        position: i + 1,
        contact: aContact(simulation.world, user, { phone: `+4930266${1000 + i}${ending}` }),
      });
    });
    simulation.start();
    return { user, id: campaign.id };
  };
  const campaignNow = (id: string) => simulation.world.data.campaigns.get(everyone, id)!;

  it('is paused with the reason after five, and asks anew when somebody resumes it', async () => {
    const { user, id } = list(Array.from({ length: 30 }, () => '04'));
    await simulation.clock.advance(10 * MINUTE);
    expect(campaignNow(id)).toMatchObject({
      status: 'paused',
      pausedBy: 'ringmaster',
      pausedReason: expect.stringMatching(/5 of its last 5/),
    });
    // The one beside the fifth was up already, and one may have been claimed as it ended.
    expect(accepted()).toBeLessThanOrEqual(7);
    const before = accepted();
    resumeCampaign(simulation.world, user, id);
    await simulation.clock.advance(10 * MINUTE);
    expect(campaignNow(id).status).toBe('paused');
    expect(accepted() - before).toBeGreaterThanOrEqual(5);
    expect(accepted() - before).toBeLessThanOrEqual(7);
  });

  it.each([
    ['one in four fails', ['01', '02', '01', '04']],
    ['all are wrong numbers', ['05']],
    ['nobody answers', ['01', '02']],
  ])('goes on where %s', async (_, endings) => {
    const { id } = list(Array.from({ length: 12 }, (__, i) => endings[i % endings.length]!));
    await simulation.clock.advance(60 * MINUTE);
    expect(campaignNow(id).status).toBe('completed');
  });
});

describe('a host that is about to end or to sleep', () => {
  it('has no new call begun, with a sentence on every screen, until it wakes the dialer', async () => {
    begin(10);
    simulation.start();
    await simulation.clock.advance(5000);
    simulation.dialer.hold('Ringmaster quits once these calls are over.');
    await simulation.clock.advance(30 * MINUTE);
    expect([accepted(), problems(), simulation.world.data.calls.notOver().length]).toEqual([2, ['held'], 0]);
    simulation.dialer.wake();
    await simulation.clock.advance(5000);
    expect([accepted(), problems()]).toEqual([4, []]);
  });

  it('asks about the calls that were up before anything is dialed, however often it is woken', async () => {
    const { user } = begin(10);
    const { world, dialer, clock } = simulation;
    simulation.start();
    await clock.advance(2000);
    const provider = world.providers.practice!;
    const order: string[] = [];
    const noted =
      <Request, Answer>(way: string, ask: (request: Request) => Promise<Answer>) =>
      async (request: Request): Promise<Answer> => {
        order.push(way);
        await sleep(clock, 500);
        return await ask(request);
      };
    // Before they are watched: a watched one would ask itself.
    const [dial, lookUp] = [provider.dial.bind(provider), provider.lookUp.bind(provider)];
    vi.spyOn(provider, 'dial').mockImplementation(noted('dial', dial));
    vi.spyOn(provider, 'lookUp').mockImplementation(noted('lookUp', lookUp));
    // A slot is free from now on: without the wake the next call would go out at once.
    world.data.database.write(() => world.data.users.changeTx(user.userId, { concurrentCallsLimit: 3 }, clock.now()));
    dialer.wake();
    await clock.advance(100);
    dialer.wake();
    await clock.advance(700);
    // What the second wake asked for is still under way.
    expect([problems(), order.includes('dial')]).toEqual([['reconciling'], false]);
    await clock.advance(3000);
    expect([problems(), order.indexOf('dial') > order.indexOf('lookUp'), order.filter((way) => way === 'dial')]).toEqual([
      [],
      true,
      ['dial'],
    ]);
  });
});
