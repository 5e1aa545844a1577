/** When a campaign is over, and what a later end date brings back (domain.md, state machines; rules 5, 9 and 12). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addContacts } from '../../src/main/campaigns/add-people.ts';
import { cancelCampaign } from '../../src/main/campaigns/stop.ts';
import { startCampaign } from '../../src/main/campaigns/start.ts';
import { updateCampaign } from '../../src/main/campaigns/update.ts';
import { switchOff } from '../../src/main/accounts/users.ts';
import { endCallTx } from '../../src/main/calls/end-call.ts';
import { duplicateCampaign } from '../../src/main/campaigns/duplicate.ts';
import { readCampaign } from '../../src/main/campaigns/summary.ts';
import { type Actor, everyone } from '../../src/main/data/scope.ts';
import { Pass } from '../../src/main/dialer/pass.ts';
import { aCallUp, aCampaign, aContact, anAdmin, anAgent, anEndedCall, anItem, aUser, openWorld, type World } from '../helpers/builders.ts';
import { runPasses, unaskedProvider } from '../helpers/passes.ts';
import { importerOf, importFile, lines, settings, upload } from '../helpers/imports.ts';
import { whileTimeStands } from '../helpers/lists.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld({ at: NINE, providers: { practice: unaskedProvider } });
  anna = aUser(world);
});
afterEach(() => world.close());

const item = (id: number) => world.data.items.get(everyone, id)!;
const statusOf = (id: string) => world.data.campaigns.get(everyone, id)!.status;
const pass = () => runPasses(world);

describe('a campaign', () => {
  it('completes when the last one who waits is skipped at the claim', () => {
    const campaign = aCampaign(world, anna);
    const last = anItem(world, campaign);
    const { phone } = world.data.contacts.get(everyone, last.contactId)!;
    world.data.database.write(() => world.data.compliance.addNumberTx({ phone, reason: '', by: anna.userId, at: NINE }));
    pass();
    expect([item(last.id).status, statusOf(campaign.id)]).toEqual(['skipped', 'completed']);
  });

  it('completes when it is no longer kept open and nobody is left', () => {
    const campaign = aCampaign(world, anna, { keepOpen: true });
    anEndedCall(world, anItem(world, campaign), 'completed');
    expect(updateCampaign(world, anna, campaign.id, { keepOpen: false }).status).toBe('completed');
  });

  it('ends with the next pass when it is moved where its last day is over', () => {
    const campaign = aCampaign(world, anna, { timeZone: 'Etc/GMT+12', startOn: '2026-03-01', endOn: '2026-03-01' });
    const waiting = anItem(world, campaign);
    runPasses(world, { mayClaim: false });
    updateCampaign(world, anna, campaign.id, { timeZone: 'UTC' });
    runPasses(world, { mayClaim: false });
    expect([item(waiting.id).failureReason, statusOf(campaign.id)]).toEqual(['end-date', 'completed']);
  });

  it('that is kept open is active again with a later end date, though nobody is left', async () => {
    const campaign = aCampaign(world, anna, { keepOpen: true, endOn: '2026-03-02' });
    anEndedCall(world, anItem(world, campaign), 'completed');
    await world.clock.advanceTo(NINE + 24 * 60 * MINUTE);
    pass();
    expect(statusOf(campaign.id)).toBe('completed');
    expect(updateCampaign(world, anna, campaign.id, { endDate: '2026-03-05' })).toMatchObject({
      status: 'active',
      completedAt: null,
    });
  });
});

describe('a campaign of a supervisor who is switched off', () => {
  it('does not run when its file is in, and waits to be resumed', async () => {
    const agent = anAgent(world, anna);
    world.signal = (step) => {
      if (step === 'import.before-finish') switchOff(world, anAdmin(world), anna.userId);
    };
    const intent = { target: 'campaign', campaign: settings(agent.id) } as const;
    const { campaignId } = await importFile(world, anna, lines('phone', '+49301234567'), { intent });
    expect(world.data.campaigns.get(everyone, campaignId!)).toMatchObject({ status: 'paused', pausedReason: 'user switched off' });
  });
});

describe('a retry', () => {
  it('waits where nobody knows the time zone any more, for nothing can be told of its end date', () => {
    const campaign = aCampaign(world, anna, { timeZone: 'Mars/Olympus', maxAttempts: 2, endOn: '2026-03-02' });
    const busy = anItem(world, campaign);
    world.data.database.write(() => endCallTx(world, aCallUp(world, busy), 'busy', {}));
    expect(item(busy.id)).toMatchObject({ status: 'queued', scheduledFor: NINE + 60 * MINUTE });
  });
});

describe('people who come into a campaign', () => {
  const file = (...phones: string[]) => lines('phone', ...phones);

  it('are put into none that is cancelled between two steps', async () => {
    const campaign = aCampaign(world, anna);
    const contactIds = world.data.database.write(() => Array.from({ length: 600 }, () => aContact(world, anna).id));
    const adding = addContacts(world, anna, { id: campaign.id, contactIds });
    const counts = () => world.data.campaigns.countsOf(everyone, campaign.id)!;
    while (counts().total === 0) await Promise.resolve();
    await cancelCampaign(world, anna, { id: campaign.id });
    pass();
    await expect(whileTimeStands(world, adding)).rejects.toMatchObject({ code: 'campaign_cancelled' });
    expect(counts()).toMatchObject({ queued: 0, cancelled: 500 });
  });

  it('leave it completed where a file holds only those who were in it', async () => {
    const campaign = aCampaign(world, anna);
    anEndedCall(world, anItem(world, campaign, { contact: aContact(world, anna, { phone: '+49301234567' }) }), 'completed');
    world.data.database.write(() => world.data.campaigns.moveTx(campaign, 'active', 'completed', NINE));
    await importFile(world, anna, file('+49301234567'), { intent: { target: 'people', campaignId: campaign.id } });
    expect(statusOf(campaign.id)).toBe('completed');
  });

  it('complete it when the file that brought the last who wait is taken back', async () => {
    const campaign = aCampaign(world, anna);
    anEndedCall(world, anItem(world, campaign), 'completed');
    const importer = importerOf(world);
    const intent = { target: 'people', campaignId: campaign.id } as const;
    const { import: done } = await importer.importAll(anna, upload(world, file('+49301234567')), intent);
    expect(statusOf(campaign.id)).toBe('active');
    importer.undo(anna, done.id);
    await importer.idle();
    expect(statusOf(campaign.id)).toBe('completed');
  });
});

describe('a later end date', () => {
  it('reopens an item whose retry would have come after the earlier one', () => {
    const campaign = aCampaign(world, anna, { endOn: '2026-03-02', maxAttempts: 2, retryAfter: 600 });
    const busy = anItem(world, campaign);
    world.data.database.write(() => endCallTx(world, aCallUp(world, busy), 'busy', {}));
    expect([item(busy.id), statusOf(campaign.id)]).toMatchObject([{ status: 'failed', lastAttemptResult: 'busy' }, 'completed']);
    updateCampaign(world, anna, campaign.id, { endDate: '2026-03-03' });
    new Pass(world).run(() => false);
    expect([item(busy.id), statusOf(campaign.id)]).toMatchObject([{ status: 'queued', attemptCount: 1 }, 'active']);
  });

  it('reopens who had no common opening with the campaign before the earlier one', async () => {
    const campaign = aCampaign(world, anna, { useContactZone: true, endOn: '2026-03-02' });
    await world.clock.advanceTo(Date.UTC(2026, 2, 2, 17, 30));
    const contact = aContact(world, anna, { timeZone: 'Europe/Berlin' });
    const [tried, fresh] = [
      anItem(world, campaign, { contact, attemptCount: 1, maxAttempts: 2, lastAttemptResult: 'busy', scheduledBy: 'retry' }),
      anItem(world, campaign, { contact: aContact(world, anna, { timeZone: 'Europe/Berlin' }), position: 2 }),
    ];
    pass();
    expect([item(tried.id).status, item(fresh.id).status]).toEqual(['queued', 'queued']);
    await world.clock.advanceTo(Date.UTC(2026, 2, 3, 0, 5));
    pass();
    expect([item(tried.id), item(fresh.id)]).toMatchObject([
      { status: 'failed', lastAttemptResult: 'busy' },
      { status: 'skipped', failureReason: 'end-date' },
    ]);
    updateCampaign(world, anna, campaign.id, { endDate: '2026-03-03' });
    new Pass(world).run(() => false);
    expect([item(tried.id).status, item(fresh.id).status]).toEqual(['queued', 'queued']);
  });
});

describe('a campaign whose agent was deleted', () => {
  /** A campaign that was completed before its agent was deleted. */
  function withoutAgent() {
    const agent = anAgent(world, anna, { name: 'Eva' });
    const campaign = aCampaign(world, anna, { agentId: agent.id, status: 'completed' });
    world.data.database.write(() => world.data.agents.changeTx(agent.id, NINE, { deletedAt: NINE }));
    return campaign;
  }

  it('cannot be started from a copy', async () => {
    const { campaign } = await whileTimeStands(world, duplicateCampaign(world, anna, { id: withoutAgent().id }));
    anItem(world, campaign);
    expect(() => startCampaign(world, anna, campaign.id)).toThrow(expect.objectContaining({ code: 'no_such_agent' }));
  });

  it('says so when it is active again', () => {
    const campaign = withoutAgent();
    world.data.database.write(() => world.data.campaigns.moveTx(campaign, 'completed', 'active', NINE));
    anItem(world, world.data.campaigns.get(everyone, campaign.id)!);
    expect(readCampaign(world, anna, campaign.id).whyNoCalls?.sentence).toContain('Eva was deleted');
  });
});
