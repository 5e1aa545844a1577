import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aCallUp,
  aCampaign,
  aContact,
  anAdmin,
  anAgent,
  anEndedCall,
  anItem,
  aUser,
  openWorld,
  type World,
} from '../../../tests/helpers/builders.ts';
import type { Parts } from '../parts.ts';
import type { TelephonyProvider } from '../ports/provider.ts';
import type { Actor } from '../data/scope.ts';
import { readMatching } from './read-matching.ts';
import { type QueueQuery, readCampaignQueue, readQueue, readQueueItem } from './read-queue.ts';
import { peopleWaiting, readStatistics } from './statistics.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;
const ALL: QueueQuery = { sortBy: 'line', sortDir: 'asc', page: 1, limit: 20 };
const practice = { name: 'practice', accountLimit: () => null } as unknown as TelephonyProvider;

let world: World;
let anna: Actor;
beforeEach(() => {
  const providers: Parts['providers'] = { practice };
  world = openWorld({ at: NINE, providers });
  anna = aUser(world);
});
afterEach(() => world.close());

const idsOf = async (actor: Actor, query: Partial<QueueQuery> = {}) =>
  (await readQueue(world, actor, { ...ALL, ...query })).entries.map(({ row }) => row.item.id);

describe('readMatching', () => {
  const read = (actor: Actor, query: Partial<QueueQuery>) => readMatching(world, actor, { ...ALL, limit: 10_000, ...query });

  it('answers the ids that the pages hold, in their order, whatever is asked for, and nobody else’s', async () => {
    const [first, second] = [aCampaign(world, anna), aCampaign(world, anna)];
    const foreign = aCampaign(world, aUser(world));
    const items = [first, second, first].map((campaign, place) =>
      anItem(world, campaign, { scheduledFor: NINE - place, readyAt: NINE - place }),
    );
    anItem(world, foreign);
    const done = anItem(world, second);
    anEndedCall(world, done, 'completed');
    const queries: Partial<QueueQuery>[] = [
      {},
      { statuses: ['queued'] },
      { statuses: ['completed'] },
      { campaignId: first.id, statuses: ['queued'] },
      { sortBy: 'priority', sortDir: 'desc', statuses: ['queued'] },
    ];
    for (const query of queries) expect(await read(anna, query)).toEqual(await idsOf(anna, { ...query, limit: 200 }));
    expect(await read(anna, { statuses: ['queued'] })).toHaveLength(items.length);
    expect(await read(anna, { statuses: ['completed'] })).toEqual([done.id]);
    expect(await read(anna, { statuses: ['queued'], limit: 2 })).toHaveLength(2);
    await expect(read(anna, { campaignId: foreign.id })).rejects.toThrow('There is no such campaign.');
  });
});

describe('readCampaignQueue', () => {
  it('shows those being called, those waiting in their order, those done; with position, estimate and reason', async () => {
    const campaign = aCampaign(world, anna, { concurrencyLimit: 1 });
    const done = anItem(world, campaign, { position: 1 });
    anEndedCall(world, done, 'completed');
    const [first, second, planned] = [
      anItem(world, campaign, { position: 2, ready: 1, priority: 5 }),
      anItem(world, campaign, { position: 3, ready: 1 }),
      anItem(world, campaign, { position: 4, scheduledFor: NINE + 60 * MINUTE, readyAt: NINE + 60 * MINUTE }),
    ];
    const up = anItem(world, campaign, { position: 5 });
    aCallUp(world, up);
    const { entries, total } = await readCampaignQueue(world, anna, { ...ALL, campaignId: campaign.id });
    expect(total).toBe(5);
    expect(
      entries.map(({ row, position, waiting }) => [
        row.item.id,
        row.item.status,
        position,
        waiting?.waitingFor.code,
        waiting && waiting.estimatedAt! - NINE,
      ]),
    ).toEqual([
      [up.id, 'processing', null, undefined, null],
      [first.id, 'queued', 1, 'limit-full', 0],
      // The median of the calls so far is 0 ms: the clock stands still in this test.
      [second.id, 'queued', 2, 'limit-full', 0],
      [planned.id, 'queued', 3, 'planned', 60 * MINUTE],
      [done.id, 'completed', null, undefined, null],
    ]);
  });

  it('tells of an item with an agent of its own why that one does not call', async () => {
    const campaign = aCampaign(world, anna);
    const contact = aContact(world, anna);
    aCallUp(world, anItem(world, aCampaign(world, anna), { contact }));
    const own = anAgent(world, anna, { provider: 'elevenlabs' });
    const items = [anItem(world, campaign, { contact, ready: 1, agentId: own.id }), anItem(world, campaign, { ready: 1, position: 2 })];
    const { entries } = await readCampaignQueue(world, anna, { ...ALL, campaignId: campaign.id });
    // A practice call to the number does not stand against a real one.
    expect(entries.map(({ row, waiting }) => [row.item.id, waiting?.waitingFor.code])).toEqual([
      [items[0]!.id, 'provider'],
      [items[1]!.id, 'turn'],
    ]);
    expect(entries[0]?.waiting?.waitingFor.sentence).toContain('is not set up');
  });

  it('pages over the states without a gap', async () => {
    const campaign = aCampaign(world, anna);
    for (let position = 1; position <= 9; position += 1) {
      const item = anItem(world, campaign, { position, ready: position % 2 });
      if (position > 6) anEndedCall(world, item, 'busy');
    }
    const idsIn = async (query: Partial<QueueQuery>) =>
      (await readCampaignQueue(world, anna, { ...ALL, ...query, campaignId: campaign.id })).entries.map(({ row }) => row.item.id);
    const whole = await idsIn({});
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => idsIn({ page, limit: 2 })));
    expect([whole.length, pages.flat()]).toEqual([9, whole]);
  });

  it('estimates by the calls before it and the smallest limit, 90 s where there is no median', async () => {
    const campaign = aCampaign(world, anna);
    const items = [1, 2, 3, 4, 5].map((position) => anItem(world, campaign, { position, ready: 1 }));
    const { entries } = await readCampaignQueue(world, anna, { ...ALL, campaignId: campaign.id });
    expect(entries.map(({ row, waiting }) => [row.item.id, waiting?.estimatedWaitMs])).toEqual(items.map(({ id }, i) => [id, i * 45_000]));
  });

  it('does not know the wait while paused', async () => {
    const campaign = aCampaign(world, anna, { status: 'paused' });
    anItem(world, campaign, { ready: 1 });
    const [entry] = (await readCampaignQueue(world, anna, { ...ALL, campaignId: campaign.id })).entries;
    expect([entry?.position, entry?.waiting?.estimatedAt, entry?.waiting?.waitingFor.code]).toEqual([1, null, 'paused']);
  });

  it('finds by part of a name or number, with the position in the whole line', async () => {
    const campaign = aCampaign(world, anna);
    anItem(world, campaign, { position: 1, ready: 1 });
    const grace = anItem(world, campaign, {
      position: 2,
      ready: 1,
      contact: aContact(world, anna, { name: 'Grace Hopper', phone: '+441632960961' }),
    });
    for (const search of ['hop', '1632 960']) {
      const { entries, total } = await readCampaignQueue(world, anna, { ...ALL, campaignId: campaign.id, search });
      expect([entries.map(({ row, position }) => [row.item.id, position]), total]).toEqual([[[grace.id, 2]], 1]);
    }
  });

  it('is not found for another supervisor', async () => {
    const campaign = aCampaign(world, anna);
    await expect(readCampaignQueue(world, aUser(world), { ...ALL, campaignId: campaign.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('readQueue', () => {
  it('merges campaigns as they would be called: in turn what is due, then by time, what is paused last', async () => {
    const [a, b, paused] = [aCampaign(world, anna), aCampaign(world, anna), aCampaign(world, anna, { status: 'paused' })];
    const held = anItem(world, paused, { ready: 1 });
    const [a1, a2] = [1, 2].map((position) => anItem(world, a, { position, ready: 1 }));
    const later = anItem(world, a, { position: 3, scheduledFor: NINE + 2 * MINUTE, readyAt: NINE + 2 * MINUTE });
    const b1 = anItem(world, b, { position: 1, ready: 1 });
    const sooner = anItem(world, b, { position: 2, scheduledFor: NINE + MINUTE, readyAt: NINE + MINUTE });
    const up = anItem(world, b, { position: 3 });
    aCallUp(world, up);
    const order = await idsOf(anna);
    expect([order[0], order.slice(4)]).toEqual([up.id, [sooner.id, later.id, held.id]]);
    expect(new Set(order.slice(1, 4))).toEqual(new Set([a1!.id, a2!.id, b1.id]));
    expect(order.indexOf(b1.id)).toBeLessThan(3);
    const pages = await Promise.all([1, 2, 3, 4].map((page) => idsOf(anna, { page, limit: 2 })));
    expect(pages.flat()).toEqual(order);
  });

  it('shows a supervisor her own, an admin everyone’s, with the total of the counters', async () => {
    const mine = anItem(world, aCampaign(world, anna));
    const bert = aUser(world);
    const his = anItem(world, aCampaign(world, bert));
    expect([await idsOf(anna), await idsOf(bert), new Set(await idsOf(anAdmin(world)))]).toEqual([
      [mine.id],
      [his.id],
      new Set([mine.id, his.id]),
    ]);
    expect((await readQueue(world, anAdmin(world), ALL)).total).toBe(2);
  });

  it('sorts and filters by what is asked', async () => {
    const campaign = aCampaign(world, anna);
    const low = anItem(world, campaign, { position: 1, priority: 1 });
    const high = anItem(world, campaign, { position: 2, priority: 9 });
    const called = anItem(world, campaign, { position: 3, callbackRequested: 1, callbackAt: NINE + MINUTE, scheduledBy: 'callback' });
    expect([
      await idsOf(anna, { sortBy: 'priority', sortDir: 'desc', limit: 2 }),
      await idsOf(anna, { callbacks: true }),
      await idsOf(anna, { campaignId: campaign.id, search: 'nobody' }),
    ]).toEqual([[high.id, low.id], [called.id], []]);
  });
});

describe('readStatistics', () => {
  it('adds up the counters and tells rate, wait, next call and success', async () => {
    const campaign = aCampaign(world, anna);
    anEndedCall(world, anItem(world, campaign, { position: 1 }), 'completed');
    anEndedCall(world, anItem(world, campaign, { position: 2 }), 'busy');
    for (const position of [3, 4, 5]) anItem(world, campaign, { position, ready: 1 });
    anItem(world, campaign, { position: 6, scheduledFor: NINE + 30 * MINUTE, readyAt: NINE + 30 * MINUTE });
    anItem(world, aCampaign(world, aUser(world)));
    aCampaign(world, anna, { status: 'completed' });
    expect(readStatistics(world, anna)).toEqual({
      queued: 4,
      processing: 0,
      completed: 1,
      failed: 1,
      skipped: 0,
      cancelled: 0,
      dueNow: 3,
      currentRate: 2,
      averageWaitMs: 0,
      nextScheduledCallAt: NINE,
      doneToday: 2,
      successRateToday: 0.5,
    });
    await world.clock.advanceTo(Date.UTC(2026, 2, 2, 20));
    expect(readStatistics(world, anna)).toMatchObject({ dueNow: 0, currentRate: 0, nextScheduledCallAt: Date.UTC(2026, 2, 3, 9) });
  });
});

describe('peopleWaiting', () => {
  it('is what the queue lists, those of a draft included', async () => {
    for (const status of ['active', 'draft', 'paused'] as const) anItem(world, aCampaign(world, anna, { status }));
    anItem(world, aCampaign(world, aUser(world)));
    const { total } = await readQueue(world, anna, { ...ALL, statuses: ['queued'] });
    expect([peopleWaiting(world, anna), total]).toEqual([3, 3]);
  });
});

describe('readQueueItem', () => {
  it('tells of one item what its list tells', async () => {
    const campaign = aCampaign(world, anna, { concurrencyLimit: 1 });
    anItem(world, campaign, { position: 1, ready: 1 });
    const second = anItem(world, campaign, { position: 2, ready: 1 });
    const [, listed] = (await readCampaignQueue(world, anna, { ...ALL, campaignId: campaign.id })).entries;
    expect(readQueueItem(world, anna, second.id)).toEqual(listed);
    expect(listed?.position).toBe(2);
  });

  it('has no position where it does not wait, and is not there for others', () => {
    const item = anItem(world, aCampaign(world, anna));
    anEndedCall(world, item, 'busy');
    expect(readQueueItem(world, anna, item.id)).toMatchObject({ position: null, waiting: null });
    expect(() => readQueueItem(world, aUser(world), item.id)).toThrow('There is no such queue item.');
    expect(readQueueItem(world, anAdmin(world), item.id).row.item.id).toBe(item.id);
  });
});
