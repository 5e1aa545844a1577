import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, aContact, anEndedCall, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { addContacts } from './add-people.ts';
import { callAgain } from './reopen.ts';
import { settleCampaignTx } from './settle.ts';

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld();
  anna = aUser(world);
});
afterEach(() => world.close());

const item = (id: number) => world.data.items.get(everyone, id);
const statusOf = (id: string) => world.data.campaigns.get(everyone, id)?.status;

describe('callAgain', () => {
  it('puts back those whose last call ended so, and makes a completed campaign active', async () => {
    const campaign = aCampaign(world, anna);
    const ends = ['busy', 'no-answer', 'completed', 'failed'] as const;
    const items = ends.map((end, i) => {
      const row = anItem(world, campaign, { position: i + 1 });
      anEndedCall(world, row, end);
      return row;
    });
    world.data.database.write(() => settleCampaignTx(world, campaign.id));
    expect(statusOf(campaign.id)).toBe('completed');
    expect(await callAgain(world, anna, { id: campaign.id, outcomes: ['busy', 'no-answer', 'busy'] })).toBe(2);
    expect(statusOf(campaign.id)).toBe('active');
    expect(items.map(({ id }) => [item(id)?.status, item(id)?.maxAttempts, item(id)?.scheduledBy])).toEqual([
      ['queued', 2, 'hand'],
      ['queued', 2, 'hand'],
      ['completed', null, 'spread'],
      ['failed', null, 'spread'],
    ]);
  });

  it('tells a completed call that reached nobody from one that a machine answered', async () => {
    const campaign = aCampaign(world, anna);
    const [silent, machine] = [1, 2].map((position) => anItem(world, campaign, { position }));
    anEndedCall(world, silent!, 'completed', { durationSeconds: 0 });
    anEndedCall(world, machine!, 'completed', { durationSeconds: 0, answeredByMachine: true });
    expect(await callAgain(world, anna, { id: campaign.id, outcomes: ['voicemail'] })).toBe(1);
    expect([item(silent!.id)?.status, item(machine!.id)?.status]).toEqual(['failed', 'queued']);
  });

  it('goes in steps, each person once', async () => {
    const campaign = aCampaign(world, anna);
    for (let position = 1; position <= 450; position += 1) anEndedCall(world, anItem(world, campaign, { position }), 'busy');
    const calling = callAgain(world, anna, { id: campaign.id, outcomes: ['busy'] });
    await world.clock.advance(1);
    expect([await calling, world.data.campaigns.countsOf(everyone, campaign.id)?.queued]).toEqual([450, 450]);
  });

  it('puts nobody back into a cancelled campaign', async () => {
    const campaign = aCampaign(world, anna, { status: 'cancelled' });
    await expect(callAgain(world, anna, { id: campaign.id, outcomes: ['busy'] })).rejects.toMatchObject({ code: 'campaign_cancelled' });
  });
});

describe('addContacts', () => {
  it('makes people who come later due at once, and counts those who are in it', async () => {
    const campaign = aCampaign(world, anna);
    const known = anItem(world, campaign);
    anEndedCall(world, known, 'completed');
    const fresh = aContact(world, anna);
    await world.clock.advance(60_000);
    expect(await addContacts(world, anna, { id: campaign.id, contactIds: [known.contactId, fresh.id, 777] })).toEqual({
      added: 1,
      known: 1,
      missing: 1,
    });
    const [row] = world.data.queue.rowsOf(everyone, world.data.queue.line(campaign.id, world.clock.now(), 0, 10));
    expect(row?.item).toMatchObject({ contactId: fresh.id, position: 2, scheduledFor: world.clock.now(), scheduledBy: 'hand' });
    expect(item(known.id)?.status).toBe('completed');
  });

  it('makes a completed campaign active again', async () => {
    const campaign = aCampaign(world, anna, { status: 'completed' });
    await addContacts(world, anna, { id: campaign.id, contactIds: [aContact(world, anna).id] });
    expect(statusOf(campaign.id)).toBe('active');
  });

  it('leaves a completed campaign completed where nobody new came', async () => {
    const campaign = aCampaign(world, anna);
    const known = anItem(world, campaign);
    anEndedCall(world, known, 'completed');
    world.data.database.write(() => settleCampaignTx(world, campaign.id));
    await addContacts(world, anna, { id: campaign.id, contactIds: [known.contactId] });
    expect(statusOf(campaign.id)).toBe('completed');
  });

  it('spreads the whole list anew while the start is still to come', async () => {
    const campaign = aCampaign(world, anna, { status: 'scheduled', startOn: '2026-03-09' });
    await addContacts(world, anna, { id: campaign.id, contactIds: [aContact(world, anna).id] });
    expect(world.data.campaigns.get(everyone, campaign.id)?.carry).toBe('respread');
  });

  it('complaint 11: adding the same people twice puts nobody in and calls nobody again', async () => {
    const campaign = aCampaign(world, anna);
    const contactIds = [aContact(world, anna).id, aContact(world, anna).id];
    const first = await addContacts(world, anna, { id: campaign.id, contactIds });
    const again = await addContacts(world, anna, { id: campaign.id, contactIds });
    expect([first, again, world.data.campaigns.countsOf(everyone, campaign.id)?.total]).toEqual([
      { added: 2, known: 0, missing: 0 },
      { added: 0, known: 2, missing: 0 },
      2,
    ]);
  });

  it('refuses a cancelled campaign and one whose end date is over', async () => {
    const contactIds = [aContact(world, anna).id];
    const cancelled = aCampaign(world, anna, { status: 'cancelled' });
    await expect(addContacts(world, anna, { id: cancelled.id, contactIds })).rejects.toMatchObject({ code: 'campaign_cancelled' });
    const ended = aCampaign(world, anna, { status: 'completed', endOn: '2026-03-02' });
    await world.clock.advanceTo(Date.UTC(2026, 2, 3, 12));
    await expect(addContacts(world, anna, { id: ended.id, contactIds })).rejects.toMatchObject({ code: 'campaign_ended' });
  });
});
