import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, anAgent, anEndedCall, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { Carrying } from '../dialer/carry.ts';
import { updateCampaign } from './update.ts';

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld();
  anna = aUser(world);
});
afterEach(() => world.close());

const item = (id: number) => world.data.items.get(everyone, id);
/** What it was refused with; undefined where it was not. */
function refusalOf(act: () => unknown): unknown {
  try {
    return void act();
  } catch (error) {
    return error;
  }
}
function carryThrough(): void {
  const carrying = new Carrying(world);
  while (carrying.run());
}

describe('updateCampaign', () => {
  it('moves the opening with the window and spreads anew', () => {
    const campaign = aCampaign(world, anna);
    const after = updateCampaign(world, anna, campaign.id, { firstCallTime: '10:00', lastCallTime: '24:00', weekdays: [3, 2, 3] });
    expect(after).toMatchObject({
      weekdays: [2, 3],
      openFrom: Date.UTC(2026, 2, 3, 10),
      openUntil: Date.UTC(2026, 2, 4),
      carry: 'respread',
      carryAfter: 0,
    });
  });

  it.each([
    ['its name', { name: 'Other' }],
    ['retries', { retry: { maxAttempts: 3 } }],
    ['an end date', { endDate: '2026-04-01' }],
  ])('spreads nothing anew for %s', (_what, change) => {
    const campaign = aCampaign(world, anna);
    expect(updateCampaign(world, anna, campaign.id, change).carry).toBeNull();
  });

  it('merges retries into what holds', () => {
    const campaign = aCampaign(world, anna, { maxAttempts: 2, retryAfter: 30, retryByOutcome: { busy: 5 } });
    const { maxAttempts, retryAfter, retryByOutcome } = updateCampaign(world, anna, campaign.id, { retry: { maxAttempts: 4 } });
    expect([maxAttempts, retryAfter, retryByOutcome]).toEqual([4, 30, { busy: 5 }]);
  });

  it('refuses what may not be changed now, naming each field, and then changes nothing', () => {
    const campaign = aCampaign(world, anna);
    anEndedCall(world, anItem(world, campaign), 'busy');
    expect(
      refusalOf(() => updateCampaign(world, anna, campaign.id, { name: 'Other', startDate: '2026-03-09', timeZone: 'Asia/Kolkata' })),
    ).toMatchObject({
      kind: 'conflict',
      code: 'not_editable',
      details: [{ path: 'timeZone' }, { path: 'startDate' }].map((detail) => expect.objectContaining(detail)),
    });
    expect(world.data.campaigns.get(everyone, campaign.id)?.name).toBe('Spring offer');
  });

  it('takes a campaign back as it was read, in any state', () => {
    const campaign = aCampaign(world, anna, { status: 'cancelled' });
    const same = { firstCallTime: '09:00', weekdays: [1, 2, 3, 4, 5, 6, 7], startDate: campaign.startOn, timeZone: 'UTC', endDate: null };
    expect(updateCampaign(world, anna, campaign.id, same)).toEqual(campaign);
  });

  it('refuses a window that can never be open, unless it is a draft’s', () => {
    const draft = aCampaign(world, anna, { status: 'draft' });
    expect(updateCampaign(world, anna, draft.id, { timeZone: 'Mars/Base' }).openFrom).toBeNull();
    const running = aCampaign(world, anna);
    expect(refusalOf(() => updateCampaign(world, anna, running.id, { timeZone: 'Mars/Base' }))).toMatchObject({
      code: 'unknown_time_zone',
    });
  });

  it('gives the campaign another agent, one’s own or shared', () => {
    const campaign = aCampaign(world, anna);
    const bert = aUser(world);
    const shared = anAgent(world, bert, { shared: true });
    expect(updateCampaign(world, anna, campaign.id, { agentId: shared.id }).agentId).toBe(shared.id);
    expect(refusalOf(() => updateCampaign(world, anna, campaign.id, { agentId: anAgent(world, bert).id }))).toMatchObject({
      code: 'no_such_agent',
    });
  });

  it('reopens with a later end date what the earlier one closed, and nothing else', async () => {
    const { data, clock } = world;
    const campaign = aCampaign(world, anna, { endOn: '2026-03-02' });
    const [untried, tried, barred, done] = [1, 2, 3, 4].map((position) =>
      anItem(world, campaign, { position, ...(position === 2 ? { attemptCount: 1, lastAttemptResult: 'busy' } : {}) }),
    );
    data.database.write(() => {
      data.items.moveTx(barred!, 'queued', 'skipped', clock.now(), { failureReason: 'do-not-call' });
      anEndedCall(world, done!, 'completed');
    });
    await clock.advanceTo(Date.UTC(2026, 2, 3, 1));
    data.database.write(() => {
      data.duties.expireStepTx(campaign.id, clock.now());
      data.campaigns.moveTx(campaign, 'active', 'completed', clock.now());
    });
    expect([item(untried!.id)?.status, item(tried!.id)?.status]).toEqual(['skipped', 'failed']);

    const after = updateCampaign(world, anna, campaign.id, { endDate: '2026-03-06' });
    expect(after).toMatchObject({ status: 'active', completedAt: null, carry: 'reopen', openFrom: Date.UTC(2026, 2, 3, 9) });
    carryThrough();
    expect(data.campaigns.get(everyone, campaign.id)).toMatchObject({ status: 'active', carry: null, neverCalled: 0 });
    expect([untried, tried, barred, done].map((row) => [item(row!.id)?.status, item(row!.id)?.maxAttempts])).toEqual([
      ['queued', null],
      ['queued', 2],
      ['skipped', null],
      ['completed', null],
    ]);
    expect(data.items.historyOf(tried!.id).at(-1)).toMatchObject({ action: 'reopened', by: anna.userId });
  });

  it('leaves a campaign completed of which the end date closed nobody', () => {
    const campaign = aCampaign(world, anna, { endOn: '2026-03-02' });
    anEndedCall(world, anItem(world, campaign), 'busy');
    world.data.database.write(() => world.data.campaigns.moveTx(campaign, 'active', 'completed', world.clock.now()));
    expect(updateCampaign(world, anna, campaign.id, { endDate: '2026-03-06' })).toMatchObject({ status: 'completed', carry: null });
  });

  it('stops the closing of items when the end date moves while it goes on', async () => {
    const campaign = aCampaign(world, anna, { endOn: '2026-03-02' });
    anItem(world, campaign);
    await world.clock.advanceTo(Date.UTC(2026, 2, 3, 1));
    world.data.database.write(() => world.data.duties.carryTx(campaign.id, 'expire'));
    expect(updateCampaign(world, anna, campaign.id, { endDate: null })).toMatchObject({ status: 'active', carry: null });
  });

  it('is for one’s own campaigns, an admin’s too', () => {
    const campaign = aCampaign(world, anna);
    expect(refusalOf(() => updateCampaign(world, aUser(world, { role: 'admin' }), campaign.id, { name: 'Mine' }))).toMatchObject({
      code: 'not_found',
    });
  });
});
