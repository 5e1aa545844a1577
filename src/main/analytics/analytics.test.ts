import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aCallUp,
  aCampaign,
  aUser,
  anAdmin,
  anAgent,
  anEndedCall,
  anItem,
  openWorld,
  type World,
} from '../../../tests/helpers/builders.ts';
import { HOUR_MS } from '../../shared/domain/calendar.ts';
import type { CallEnd } from '../../shared/domain/states.ts';
import { countedOutcome } from '../data/rollup-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { changeDialing } from '../settings/dialing.ts';
import { campaignAnalytics } from './campaign-analytics.ts';
import { totals } from './totals.ts';

let world: World;
let ada: Actor;
let bob: Actor;
let admin: Actor;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world);
  bob = aUser(world);
  admin = anAdmin(world);
  changeDialing(world, admin, { timeZone: 'UTC' });
});
afterEach(() => world.close());

type Campaign = ReturnType<typeof aCampaign>;
const end = (campaign: Campaign, outcome: CallEnd, given: Parameters<typeof anEndedCall>[3] = {}) =>
  anEndedCall(world, anItem(world, campaign), outcome, given);
const realCampaign = (actor: Actor, given: object = {}) =>
  aCampaign(world, actor, { agentId: anAgent(world, actor, { provider: 'bolna' }).id, ...given });
const counts = (calls: number, successful: number, failed: number) => ({ calls, completed: successful + failed, successful, failed });
const sum = async (actor: Actor, query: Parameters<typeof totals>[2] = {}) => (await totals(world, actor, query)).analytics;
const all = <T>(asked: readonly Promise<T>[]) => Promise.all(asked);

describe('countedOutcome', () => {
  const call = { campaignId: 'campaign_1', origin: 'dialer', durationSeconds: 60, answeredByMachine: null } as const;

  it.each([
    [{ ...call, status: 'completed' }, 'completed'],
    [{ ...call, status: 'completed', durationSeconds: 0 }, 'no-answer'],
    [{ ...call, status: 'completed', durationSeconds: null }, 'no-answer'],
    [{ ...call, status: 'completed', answeredByMachine: true }, 'voicemail'],
    [{ ...call, status: 'busy' }, 'busy'],
    [{ ...call, status: 'unknown' }, 'unknown'],
    [{ ...call, status: 'cancelled', origin: 'call-now' }, 'cancelled'],
    [{ ...call, status: 'not-placed' }, null],
    [{ ...call, status: 'disconnected' }, null],
    [{ ...call, status: 'completed', origin: 'test' }, null],
    [{ ...call, status: 'completed', campaignId: null }, null],
  ] as const)('%j counts as %s', (given, outcome) => {
    expect(countedOutcome(given)).toBe(outcome);
  });
});

describe('campaignAnalytics', () => {
  it('counts people by the campaign’s counters, calls by outcome, day and hour', async () => {
    const campaign = aCampaign(world, ada, { timeZone: 'America/New_York' });
    end(campaign, 'completed', { durationSeconds: 30, cost: 2, costUnit: 'cents' });
    const longest = end(campaign, 'completed', { durationSeconds: 90, cost: 3, costUnit: 'cents' });
    end(campaign, 'no-answer');
    end(campaign, 'cancelled');
    // 23:30 in New York is the next day in UTC.
    end(campaign, 'busy', { claimedAt: Date.UTC(2026, 2, 3, 4, 30) });
    anItem(world, campaign);
    const hourly = Array.from({ length: 24 }, (_, hour) => ({ hour, ...counts(0, 0, 0) }));
    hourly[4] = { hour: 4, ...counts(4, 2, 1) };
    hourly[23] = { hour: 23, ...counts(1, 0, 1) };
    expect(await campaignAnalytics(world, ada, campaign.id)).toEqual({
      total: 6,
      completed: 4,
      successful: 2,
      failed: 2,
      successRate: 0.5,
      averageDuration: 60,
      calls: 5,
      talkSeconds: 120,
      cost: 5,
      costs: [{ unit: 'cents', amount: 5 }],
      attemptsToAnswer: { average: 1, median: 1 },
      longestSeconds: 90,
      longestCallId: longest.id,
      outcomes: { completed: 2, voicemail: 0, busy: 1, 'no-answer': 1, failed: 0, cancelled: 1, unknown: 0 },
      daily: [{ date: '2026-03-02', ...counts(5, 2, 2) }],
      hourly,
      timeZone: 'America/New_York',
      practiceIncluded: true,
    });
  });

  it('complaint 24: totals do not differ between screens', async () => {
    const campaign = aCampaign(world, ada);
    for (const outcome of ['completed', 'failed', 'busy', 'unknown', 'cancelled', 'voicemail'] as const) end(campaign, outcome);
    anItem(world, campaign, { status: 'skipped', completedAt: world.clock.now() });
    const figures = await campaignAnalytics(world, ada, campaign.id);
    const card = world.data.campaigns.countsOf(everyone, campaign.id)!;
    const days = figures.daily.reduce(
      (sums, day) => ({ ...counts(sums.calls + day.calls, sums.successful + day.successful, sums.failed + day.failed) }),
      counts(0, 0, 0),
    );
    expect(figures).toMatchObject({
      total: card.total,
      completed: card.completed + card.failed,
      successful: card.completed,
      failed: card.failed,
    });
    expect(days).toEqual(counts(figures.calls, figures.successful, figures.failed));
    expect(await sum(ada, { campaignId: campaign.id })).toMatchObject({ ...days, outcomes: figures.outcomes });
  });

  it('is not there for another supervisor, and is for an admin', async () => {
    const { id } = aCampaign(world, ada);
    await expect(campaignAnalytics(world, bob, id)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await campaignAnalytics(world, admin, id)).toMatchObject({ total: 0, successRate: 0, averageDuration: 0, daily: [] });
  });
});

describe('addTx', () => {
  it('takes out what it put in, where a later word replaces an unknown end', async () => {
    const campaign = realCampaign(ada);
    const call = end(campaign, 'unknown', { cost: 4 });
    // Asked before, so that what is remembered of the day has to go.
    expect((await sum(ada)).cost).toBe(4);
    const { data } = world;
    const now = world.clock.now();
    data.database.write(() => {
      data.calls.moveTx(call, 'completed', now, now, now, { durationSeconds: 42, cost: 1 });
      data.rollups.replaceTx(call, data.calls.get(everyone, call.id)!);
    });
    for (const figures of await all([campaignAnalytics(world, ada, campaign.id), sum(ada)])) {
      expect(figures).toMatchObject({ calls: 1, talkSeconds: 42, cost: 1, outcomes: { unknown: 0, completed: 1 } });
    }
  });

  it('takes the dates of a zone that is none from UTC, and loses no call', async () => {
    const campaign = aCampaign(world, ada);
    world.data.database.write(() => world.data.campaigns.changeTx(campaign, 0, { timeZone: 'Mars/Base' }));
    end(campaign, 'busy');
    expect((await campaignAnalytics(world, ada, campaign.id)).daily).toEqual([{ date: '2026-03-02', ...counts(1, 0, 1) }]);
  });

  it('leaves tests and calls that were not placed out of every figure', async () => {
    const campaign = realCampaign(ada);
    end(campaign, 'completed', { origin: 'test' });
    end(campaign, 'not-placed', { durationSeconds: null });
    aCallUp(world, anItem(world, campaign));
    const told = await all([campaignAnalytics(world, ada, campaign.id), sum(ada)]);
    expect(told.map(({ calls }) => calls)).toEqual([0, 0]);
  });
});

describe('totals', () => {
  it('are one’s own, for an admin everyone’s or one person’s', async () => {
    end(realCampaign(ada), 'completed');
    end(realCampaign(bob), 'busy');
    const told = await all([sum(ada), sum(bob), sum(admin), sum(admin, { userId: bob.userId })]);
    expect(told.map(({ total, successful }) => [total, successful])).toEqual([
      [1, 1],
      [1, 0],
      [2, 1],
      [1, 0],
    ]);
    expect((await sum(ada, { userId: bob.userId })).total).toBe(0);
  });

  it('hold a campaign, an agent, and refuse another’s campaign', async () => {
    const one = realCampaign(ada);
    const other = realCampaign(ada, { agentId: one.agentId });
    end(one, 'completed');
    end(other, 'busy');
    end(realCampaign(ada), 'failed');
    expect((await sum(ada, { campaignId: one.id })).outcomes.completed).toBe(1);
    expect((await sum(ada, { agentId: one.agentId })).total).toBe(2);
    await expect(totals(world, bob, { campaignId: one.id })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('hold a period by the dates of the installation', async () => {
    changeDialing(world, admin, { timeZone: 'Asia/Kolkata' });
    const campaign = realCampaign(ada);
    // Midnight of 3 March in Kolkata is 18:30 UTC of the 2nd.
    const midnight = Date.UTC(2026, 2, 2, 18, 30);
    for (const at of [midnight - 1, midnight, midnight + 24 * HOUR_MS - 1, midnight + 24 * HOUR_MS])
      end(campaign, 'busy', { claimedAt: at });
    const { analytics, from, to } = await totals(world, ada, { from: '2026-03-03', to: '2026-03-03' });
    expect([analytics.total, analytics.daily, from, to]).toEqual([
      2,
      [{ date: '2026-03-03', ...counts(2, 0, 2) }],
      '2026-03-03',
      '2026-03-03',
    ]);
    expect(analytics.hourly.filter((hour) => hour.calls > 0).map((hour) => hour.hour)).toEqual([0, 23]);
    expect(await totals(world, ada)).toMatchObject({ from: '2026-02-01', to: '2026-03-02' });
    expect(await totals(world, ada, { days: 7 })).toMatchObject({ from: '2026-02-24', to: '2026-03-02' });
  });

  it('refuse a period that ends before it begins, or is too long', async () => {
    for (const period of [
      { from: '2026-03-03', to: '2026-03-02' },
      { from: '2025-01-01', to: '2026-03-02' },
      { from: '2026-03-01', days: 7 },
    ]) {
      await expect(totals(world, ada, period)).rejects.toMatchObject({ code: 'bad_period' });
    }
  });

  it('show practice while no other provider is set up, and leave it out from then on unless asked', async () => {
    const practice = aCampaign(world, ada);
    end(practice, 'completed');
    expect(await sum(ada)).toMatchObject({ total: 1, practiceIncluded: true });
    expect((await sum(ada, { practice: false })).total).toBe(0);
    end(realCampaign(ada), 'busy');
    expect(await sum(ada)).toMatchObject({ total: 1, practiceIncluded: false, outcomes: { completed: 0, busy: 1 } });
    expect((await sum(ada, { practice: true })).total).toBe(2);
    expect(await sum(ada, { campaignId: practice.id })).toMatchObject({ total: 1, practiceIncluded: true });
  });

  it('follow a campaign to its new owner, and back', async () => {
    const campaign = realCampaign(ada);
    end(campaign, 'completed');
    end(realCampaign(ada), 'busy');
    const owners = async () => (await all([sum(ada), sum(bob)])).map(({ outcomes }) => [outcomes.completed, outcomes.busy]);
    world.data.database.write(() => world.data.rollups.handOverTx(campaign.id, ada.userId, bob.userId));
    expect(await owners()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    // A call that was up at the hand-over still counts for whom it was made for.
    end(campaign, 'completed');
    world.data.database.write(() => world.data.rollups.handOverTx(campaign.id, bob.userId, ada.userId));
    expect(await owners()).toEqual([
      [2, 1],
      [0, 0],
    ]);
  });

  it('are rid of practice, and of nothing else, when it is cleared', async () => {
    const practice = aCampaign(world, ada);
    end(practice, 'completed');
    end(realCampaign(ada), 'busy');
    world.data.database.write(() => world.data.practice.deleteFiguresTx(practice.id));
    expect(await sum(ada, { practice: true })).toMatchObject({ total: 1, outcomes: { busy: 1 } });
    expect((await campaignAnalytics(world, ada, practice.id)).calls).toBe(0);
  });
});
