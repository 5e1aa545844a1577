import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aCallUp,
  aCampaign,
  anAdmin,
  anAgent,
  anEndedCall,
  anItem,
  aUser,
  openWorld,
  type World,
} from '../../../tests/helpers/builders.ts';
import { OUTCOME_NAMES } from '../../shared/contract/analytics.ts';
import { DAY_MS, HOUR_MS } from '../../shared/domain/calendar.ts';
import { CALL_ENDS } from '../../shared/domain/states.ts';
import { countedOutcome } from '../data/rollup-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { changeDialing } from '../settings/dialing.ts';
import { callsBehind } from './calls-behind.ts';
import { exportFigures } from './export.ts';
import { totals } from './totals.ts';

/** A Monday. */
const NINE = Date.UTC(2026, 2, 2, 9);

let world: World;
let ada: Actor;
let bob: Actor;
let admin: Actor;

beforeEach(() => {
  world = openWorld({ at: NINE });
  ada = aUser(world, { name: 'Ada' });
  bob = aUser(world, { name: 'Bob' });
  admin = anAdmin(world, { name: 'Zoe' });
  changeDialing(world, admin, { timeZone: 'UTC' });
});
afterEach(() => world.close());

const realCampaign = (actor: Actor, given: object = {}) =>
  aCampaign(world, actor, { agentId: anAgent(world, actor, { provider: 'bolna', name: 'Nora' }).id, ...given });
type Ended = Parameters<typeof anEndedCall>;
const end = (campaign: ReturnType<typeof realCampaign>, outcome: Ended[2], given: Ended[3] = {}) =>
  anEndedCall(world, anItem(world, campaign), outcome, given);
type Asked = Partial<Parameters<typeof callsBehind>[2]>;
const behind = (actor: Actor, query: Asked = {}) => callsBehind(world, actor, { page: 1, limit: 20, ...query });
const idsOf = async (actor: Actor, query: Asked = {}) => (await behind(actor, query)).calls.map(({ row }) => row.call.id);

/** Calls of every end over three days and two hours of each. */
function fill(actor: Actor): void {
  const campaign = realCampaign(actor);
  for (let day = 0; day < 3; day += 1) {
    for (const hour of [0, 1]) {
      for (const outcome of CALL_ENDS) end(campaign, outcome, { claimedAt: NINE - day * DAY_MS + hour * HOUR_MS });
    }
  }
  aCallUp(world, anItem(world, campaign));
  end(campaign, 'completed', { origin: 'test' });
}

describe('callsBehind', () => {
  it('shows as many calls as each figure says, and those', async () => {
    fill(ada);
    const { analytics, heat } = await totals(world, ada);
    for (const outcome of OUTCOME_NAMES) {
      const { calls, total } = await behind(ada, { outcome });
      expect([outcome, total, calls.map((call) => call.outcome)]).toEqual([
        outcome,
        analytics.outcomes[outcome],
        Array(analytics.outcomes[outcome]).fill(outcome),
      ]);
    }
    for (const { hour, calls } of analytics.hourly) expect((await behind(ada, { hour })).total).toBe(calls);
    for (const { weekday, hour, calls, successful } of heat) {
      const all = await behind(ada, { weekday, hour });
      expect([all.total, all.calls.length, all.calls.filter((call) => call.outcome === 'completed').length]).toEqual([
        calls,
        calls,
        successful,
      ]);
    }
    const nineAndTen = await behind(ada, { weekday: 1, hour: 9, lastHour: 10 });
    expect(nineAndTen.total).toBe(heat.filter(({ weekday }) => weekday === 1).reduce((sum, { calls }) => sum + calls, 0));
    expect(nineAndTen.calls).toHaveLength(nineAndTen.total);
    for (const { date, calls } of analytics.daily) expect((await behind(ada, { from: date, to: date })).total).toBe(calls);
    expect(heat.map(({ weekday, hour }) => [weekday, hour])).toEqual(
      [1, 6, 7].flatMap((weekday) => [9, 10].map((hour) => [weekday, hour])),
    );
  });

  it('pages over days and hours without a gap, newest first, with the whole total on each page', async () => {
    fill(ada);
    const whole = await behind(ada, { limit: 200 });
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((page) => behind(ada, { page, limit: 5 })));
    expect(whole.total).toBe(3 * 2 * OUTCOME_NAMES.length);
    expect(pages.flatMap(({ calls }) => calls)).toEqual(whole.calls);
    expect(pages.map(({ total }) => total)).toEqual(Array(9).fill(whole.total));
    const times = whole.calls.map(({ row }) => row.call.claimedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it('is one’s own, an admin’s everyone’s with their names, and of nobody’s campaign but one’s own', async () => {
    const hers = end(realCampaign(ada), 'completed');
    const his = realCampaign(bob);
    end(his, 'busy');
    expect(await idsOf(ada)).toEqual([hers.id]);
    expect(await idsOf(ada, { userId: bob.userId })).toEqual([]);
    expect((await behind(admin)).calls.map(({ userName }) => userName).toSorted()).toEqual(['Ada', 'Bob']);
    expect((await behind(admin, { campaignId: his.id })).calls.map(({ outcome }) => outcome)).toEqual(['busy']);
    await expect(behind(ada, { campaignId: his.id })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('takes hours and dates from the clock of the installation', async () => {
    changeDialing(world, admin, { timeZone: 'Asia/Kolkata' });
    const call = end(realCampaign(ada), 'busy', { claimedAt: Date.UTC(2026, 2, 1, 18, 40) });
    expect(await idsOf(ada, { hour: 0, weekday: 1, from: '2026-03-02', to: '2026-03-02' })).toEqual([call.id]);
    expect(await idsOf(ada, { hour: 18 })).toEqual([]);
  });
});

describe('what counts, asked of the calls themselves', () => {
  it('is what the rollups count', async () => {
    const campaign = realCampaign(ada);
    for (const durationSeconds of [null, 0, 30]) {
      for (const answeredByMachine of [null, false, true]) {
        for (const outcome of CALL_ENDS) {
          for (const origin of ['dialer', 'call-now', 'test'] as const)
            end(campaign, outcome, { durationSeconds, answeredByMachine, origin });
        }
      }
    }
    const rows = world.data.database.orm.query.calls.findMany().sync();
    const asked = { from: NINE, until: NINE + 1, practice: 'with' } as const;
    for (const outcome of OUTCOME_NAMES) {
      const found = world.data.figures.callsBehind(everyone, asked, outcome, -1).map(({ id }) => id);
      expect([outcome, found.toSorted()]).toEqual([
        outcome,
        rows
          .filter((row) => countedOutcome(row) === outcome)
          .map(({ id }) => id)
          .toSorted(),
      ]);
    }
  });
});

describe('the memory of days', () => {
  it('asks again for the day that changed, and for no other', async () => {
    const campaign = realCampaign(ada);
    for (let day = 0; day < 5; day += 1) end(campaign, 'busy', { claimedAt: NINE - day * DAY_MS });
    const before = await totals(world, ada);
    const quarters = vi.spyOn(world.data.figures, 'quarters');
    const facts = vi.spyOn(world.data.figures, 'facts');
    expect(await totals(world, ada)).toEqual(before);
    expect([quarters.mock.calls.length, facts.mock.calls.length]).toEqual([0, 0]);
    end(campaign, 'completed', { claimedAt: NINE - DAY_MS, durationSeconds: 12 });
    const after = await totals(world, ada);
    expect([after.analytics.calls, after.analytics.longestSeconds]).toEqual([6, 12]);
    expect([quarters.mock.calls.length, facts.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('exportFigures', () => {
  it('complaint 24: tells the same sums by day and campaign, escapes formulas, and keeps units apart', async () => {
    const offer = realCampaign(ada, { name: '=cmd|calc' });
    end(offer, 'completed', { cost: 3, costUnit: 'cents' });
    end(offer, 'completed', { cost: 0.5, costUnit: 'USD', durationSeconds: 30 });
    end(offer, 'cancelled', { claimedAt: NINE - DAY_MS });
    end(realCampaign(bob, { name: 'Renewals, winter' }), 'busy');
    const { fileName, csv } = await exportFigures(world, admin);
    const figures = 'calls,completed,successful,failed,success_rate,talk_seconds';
    const outcomes = OUTCOME_NAMES.map((name) => `outcome_${name.replace('-', '_')}`).join();
    expect([fileName, csv.replace(/^\uFEFF/, '').split('\r\n')]).toEqual([
      'figures-2026-02-01-to-2026-03-02.csv',
      [
        `date,supervisor,campaign,agent,practice,${figures},${outcomes},cost_USD,cost_cents`,
        `2026-03-02,Ada,"'=cmd|calc",Nora,no,2,2,2,0,1.0000,90,2,0,0,0,0,0,0,0.5,3`,
        `2026-03-02,Bob,"Renewals, winter",Nora,no,1,1,0,1,0.0000,0,0,0,1,0,0,0,0,0,0`,
        `2026-03-01,Ada,"'=cmd|calc",Nora,no,1,0,0,0,0.0000,0,0,0,0,0,0,1,0,0,0`,
        '',
      ],
    ]);
  });

  it('holds one’s own only', async () => {
    end(realCampaign(bob, { name: 'His', agentId: anAgent(world, bob, { provider: 'bolna' }).id }), 'busy');
    expect((await exportFigures(world, ada)).csv).not.toContain('His');
  });
});
