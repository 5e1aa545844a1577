/** Campaigns and the queue through their routes: the contract's shapes, and who may ask. */
import { createRouterClient, ORPCError } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { campaignsRouter } from '../../src/main/api/campaigns.ts';
import { queueRouter } from '../../src/main/api/queue.ts';
import type { Actor } from '../../src/main/parts.ts';
import type { TelephonyProvider } from '../../src/main/ports/provider.ts';
import { aCallUp, aCampaign, aContact, anAdmin, anAgent, anItem, aUser, openWorld, type World } from '../helpers/builders.ts';

const line = {
  name: 'practice',
  can: { hangUp: true, withdraw: false, record: false, lookUpByReference: true },
  accountLimit: () => null,
  hangUp: () => Promise.resolve({ kind: 'done' }),
} as unknown as TelephonyProvider;

let world: World;
let anna: Actor;
let bert: Actor;
let admin: Actor;
beforeEach(() => {
  world = openWorld({ providers: { practice: line } });
  anna = aUser(world, { name: 'Anna' });
  bert = aUser(world);
  admin = anAdmin(world);
});
afterEach(() => world.close());

const routes = { campaigns: campaignsRouter, queue: queueRouter };
const inbox = { applyAgain: () => ({ state: 'unmatched' as const, note: null }) };
const as = (actor: Actor | null) =>
  createRouterClient(routes, {
    context: { parts: world, inbox, authorization: null, authenticate: () => Promise.resolve(actor) } as never,
  });

/** The status and the word of a refusal. */
async function refusal(asked: Promise<unknown>): Promise<unknown> {
  try {
    await asked;
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    return [error.status, error.defined ? (error.data as { code: string }).code : error.code];
  }
  return 'not refused';
}

const asked = () => ({
  name: ' Spring offer ',
  agentId: anAgent(world, anna).id,
  nextAction: 'Offer a demo',
  firstCallTime: '09:00',
  lastCallTime: '18:00',
  timeZone: 'UTC',
});

describe('the routes of campaigns', () => {
  it('carry a campaign through its life', async () => {
    const { campaigns } = as(anna);
    const contactIds = [aContact(world, anna).id, aContact(world, anna).id];
    const { campaign, people } = await campaigns.create({ ...asked(), contactIds, draft: true });
    expect([people, campaign]).toMatchObject([
      { added: 2, known: 0, missing: 0 },
      {
        name: 'Spring offer',
        status: 'draft',
        practice: true,
        totalContacts: 2,
        completedCalls: 0,
        successfulCalls: 0,
        failedCalls: 0,
        progress: 0,
        startDate: '2026-03-02',
        endDate: null,
        opening: { from: new Date('2026-03-02T09:00:00Z'), until: new Date('2026-03-02T18:00:00Z') },
        whyNoCalls: { code: 'not-started' },
        nextCallAt: null,
        paused: null,
      },
    ]);
    const { id } = campaign;
    expect((await campaigns.start({ id })).campaign).toMatchObject({
      status: 'active',
      working: 'respread',
      nextCallAt: new Date('2026-03-02T09:00:00Z'),
    });
    expect((await campaigns.update({ id, retry: { maxAttempts: 2 } })).campaign.retry).toEqual({
      maxAttempts: 2,
      retryAfter: 60,
      byOutcome: {},
    });
    expect(await campaigns.pause({ id, reason: 'Lunch' })).toMatchObject({
      campaign: { status: 'paused', paused: { by: anna.userId, byName: 'Anna', reason: 'Lunch', all: false } },
      calls: { up: 0, hungUp: 0, cannotHangUp: 0 },
    });
    expect((await campaigns.resume({ id })).campaign).toMatchObject({ status: 'active', paused: null });
    expect(await campaigns.addContacts({ id, contactIds: [aContact(world, anna).id, ...contactIds] })).toMatchObject({
      added: 1,
      known: 2,
      campaign: { totalContacts: 3 },
    });
    expect((await campaigns.duplicate({ id })).campaign).toMatchObject({ name: 'Spring offer (copy)', status: 'draft', totalContacts: 3 });
    expect((await campaigns.cancel({ id, reason: 'Wrong list' })).campaign).toMatchObject({
      status: 'cancelled',
      cancelReason: 'Wrong list',
    });
    await campaigns.delete({ id });
    expect(await refusal(campaigns.get({ id }))).toEqual([404, 'not_found']);
    expect(await campaigns.list({})).toMatchObject({ count: 1, total: 1, totalIsExact: true, page: 1, pages: 1 });
    expect(await campaigns.tabs({})).toEqual({ tabs: { active: 0, scheduled: 0, completed: 0, drafts: 1 } });
  });

  it('say how many calls were up, hung up, and cannot be', async () => {
    const campaign = aCampaign(world, anna);
    aCallUp(world, anItem(world, campaign));
    expect(await as(admin).campaigns.cancel({ id: campaign.id, hangUp: true })).toMatchObject({
      calls: { up: 1, hungUp: 1, cannotHangUp: 0 },
    });
  });

  it('pause and resume all', async () => {
    aCampaign(world, anna);
    aCampaign(world, bert);
    expect(await as(anna).campaigns.pauseAll()).toEqual({ paused: 1, calls: { up: 0, hungUp: 0, cannotHangUp: 0 } });
    expect(await as(admin).campaigns.pauseAll({})).toMatchObject({ paused: 1 });
    expect([await as(anna).campaigns.resumeAll(), await as(admin).campaigns.resumeAll({})]).toEqual([{ resumed: 1 }, { resumed: 1 }]);
  });

  it('name what is wrong with a request', async () => {
    const { campaigns } = as(anna);
    expect(await refusal(campaigns.create({ ...asked(), contactIds: [] }))).toEqual([400, 'no_contacts']);
    expect(await refusal(campaigns.create({ ...asked(), contactId: [1] } as never))).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal(campaigns.create({ ...asked(), firstCallTime: '9:00' }))).toEqual([400, 'BAD_REQUEST']);
    expect(await refusal(campaigns.list({ status: 'running' }))).toEqual([400, 'unknown_status']);
    const { id } = aCampaign(world, anna, { status: 'cancelled' });
    expect(await refusal(campaigns.update({ id, nextAction: 'Other' }))).toEqual([409, 'not_editable']);
  });

  it('forecast before the start', async () => {
    const { forecast } = await as(anna).campaigns.forecast({
      firstCallTime: '09:00',
      lastCallTime: '18:00',
      timeZone: 'UTC',
      morePeople: 90,
    });
    expect(forecast).toMatchObject({
      total: 90,
      callable: 90,
      skipped: 0,
      refusal: null,
      plan: { calls: 90, firstAt: new Date('2026-03-02T09:00:00Z'), everyMs: 360_000 },
    });
  });

  it('let nobody ask who is not signed in, and hide what is another’s', async () => {
    const { id } = aCampaign(world, anna);
    expect(await refusal(as(null).campaigns.list({}))).toEqual([401, 'not_signed_in']);
    const { campaigns, queue } = as(bert);
    for (const attempt of [
      campaigns.get({ id }),
      campaigns.update({ id, name: 'Mine' }),
      campaigns.pause({ id }),
      campaigns.resume({ id }),
      campaigns.cancel({ id }),
      campaigns.start({ id }),
      campaigns.delete({ id }),
      campaigns.duplicate({ id }),
      campaigns.addContacts({ id, contactIds: [1] }),
      campaigns.callAgain({ id, outcomes: ['busy'] }),
      queue.ofCampaign({ id }),
      queue.list({ campaignId: id }),
    ]) {
      expect(await refusal(attempt)).toEqual([404, 'not_found']);
    }
  });
});

describe('the routes of the queue', () => {
  it('tell position, estimate and reason', async () => {
    const campaign = aCampaign(world, anna);
    const items = [1, 2].map((position) => anItem(world, campaign, { position, ready: 1 }));
    const { items: rows, ...page } = await as(anna).queue.ofCampaign({ id: campaign.id });
    expect(page).toEqual({ count: 2, total: 2, totalIsExact: true, page: 1, pages: 1 });
    expect(rows).toMatchObject([
      {
        id: items[0]!.id,
        queueId: `queue_${items[0]!.id}`,
        status: 'queued',
        position: 1,
        estimatedAt: new Date('2026-03-02T09:00:00Z'),
        estimatedWait: 0,
        waitingFor: { code: 'turn', sentence: 'Due, next in its turn', until: null },
        contact: { name: 'Ada Lovelace', doNotCall: false },
      },
      { id: items[1]!.id, position: 2, estimatedWait: 45 },
    ]);
    expect(await as(anna).queue.list({ status: 'queued,processing', limit: 1 })).toMatchObject({ count: 1, total: 2, pages: 2 });
  });

  it('tell the queue in figures', async () => {
    anItem(world, aCampaign(world, anna), { ready: 1 });
    const { statistics } = await as(anna).queue.statistics();
    expect(statistics).toMatchObject({
      queued: 1,
      dueNow: 1,
      currentRate: 0,
      averageWait: 0,
      nextScheduledCall: new Date('2026-03-02T09:00:00Z'),
      doneToday: 0,
      successRateToday: null,
    });
  });
});
