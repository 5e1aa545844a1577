import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, aContact, anAdmin, anEndedCall, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { type Actor, everyone, ownScope } from '../data/scope.ts';
import { handOverCampaigns } from './hand-over.ts';
import { pauseTx } from './stop.ts';

let world: World;
let admin: Actor;
let anna: Actor;
let bert: Actor;
beforeEach(() => {
  world = openWorld();
  admin = anAdmin(world);
  anna = aUser(world);
  bert = aUser(world);
});
afterEach(() => world.close());

const itemsOf = (campaignId: string) => world.data.queue.rowsOf(everyone, world.data.queue.line(campaignId, world.clock.now(), 0, 1000));

describe('handOverCampaigns', () => {
  it('gives campaigns with their people, calls and figures, and what ran goes on', async () => {
    const running = aCampaign(world, anna);
    const paused = aCampaign(world, anna, { status: 'paused' });
    const alone = aContact(world, anna);
    const item = anItem(world, running);
    const called = anEndedCall(world, anItem(world, running, { position: 2 }), 'completed');
    expect(await handOverCampaigns(world, admin, anna.userId, bert.userId)).toBe(2);
    const { data } = world;
    expect({
      owners: [running, paused].map(({ id }) => data.campaigns.get(everyone, id)).map((row) => [row?.userId, row?.status, row?.pausedBy]),
      item: data.items.get(ownScope(bert), item.id)?.userId,
      contact: data.contacts.get(ownScope(bert), item.contactId)?.userId,
      call: data.calls.get(everyone, called.id)?.userId,
      figures: data.figures.quarters(ownScope(bert), { from: 0, until: 9e14, practice: 'with' }).map(({ calls }) => calls),
      oldFigures: data.figures.quarters(ownScope(anna), { from: 0, until: 9e14, practice: 'with' }),
      alone: data.contacts.get(everyone, alone.id)?.userId,
    }).toEqual({
      owners: [
        [bert.userId, 'active', null],
        [bert.userId, 'paused', anna.userId],
      ],
      item: bert.userId,
      contact: bert.userId,
      call: bert.userId,
      figures: [1],
      oldFigures: [],
      alone: anna.userId,
    });
  });

  it('takes the new owner’s contact where both have the number', async () => {
    const campaign = aCampaign(world, anna);
    const hers = aContact(world, anna, { phone: '+493020999999', name: 'As Anna knows them' });
    const his = aContact(world, bert, { phone: '+493020999999', name: 'As Bert knows them' });
    const item = anItem(world, campaign, { contact: hers });
    await handOverCampaigns(world, admin, anna.userId, bert.userId);
    expect([world.data.items.get(everyone, item.id)?.contactId, world.data.contacts.get(everyone, hers.id)?.userId]).toEqual([
      his.id,
      anna.userId,
    ]);
  });

  it('goes on where it was cut short', async () => {
    const campaign = aCampaign(world, anna);
    const items = Array.from({ length: 450 }, (_, i) => anItem(world, campaign, { position: i + 1 }));
    const { data, clock } = world;
    data.database.write(() => {
      pauseTx(world, campaign, { by: 'ringmaster', reason: 'It is being handed over' });
      data.handOver.giveStepTx(
        { campaignId: campaign.id, from: anna.userId, to: bert.userId },
        data.handOver.range(campaign.id),
        200,
        clock.now(),
      );
    });
    const handing = handOverCampaigns(world, admin, anna.userId, bert.userId);
    await clock.advance(1);
    await handing;
    const after = data.campaigns.get(everyone, campaign.id);
    expect([
      after?.userId,
      after?.status,
      new Set(itemsOf(campaign.id).map(({ item, contact }) => `${item.userId} ${contact.userId}`)),
    ]).toEqual([bert.userId, 'active', new Set([`${bert.userId} ${bert.userId}`])]);
    expect(items.length).toBe(450);
  });

  it('is for admins, and to somebody else who is active', async () => {
    const off = aUser(world, { active: false });
    await expect(handOverCampaigns(world, anna, anna.userId, bert.userId)).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(handOverCampaigns(world, admin, anna.userId, anna.userId)).rejects.toMatchObject({ code: 'same_user' });
    await expect(handOverCampaigns(world, admin, anna.userId, off.userId)).rejects.toMatchObject({ code: 'user_switched_off' });
    await expect(handOverCampaigns(world, admin, 'user_none', bert.userId)).rejects.toMatchObject({ code: 'not_found' });
  });
});
