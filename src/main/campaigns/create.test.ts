import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, aContact, anAgent, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import type { NewCampaign } from '../../shared/contract/campaigns.ts';
import { MINUTE_MS } from '../../shared/domain/calendar.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { Carrying } from '../dialer/carry.ts';
import { changeDialing } from '../settings/dialing.ts';
import { createCampaign } from './create.ts';
import { duplicateCampaign } from './duplicate.ts';
import { startCampaign } from './start.ts';

const NINE = Date.UTC(2026, 2, 2, 9);

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld({ at: NINE });
  anna = aUser(world);
});
afterEach(() => world.close());

const asked = (given: Partial<NewCampaign> = {}): NewCampaign => ({
  name: 'Spring offer',
  agentId: given.agentId ?? anAgent(world, anna).id,
  nextAction: 'Offer a demo',
  firstCallTime: '09:00',
  lastCallTime: '18:00',
  timeZone: 'UTC',
  ...given,
});

const people = (n: number, given: object = {}) => Array.from({ length: n }, () => aContact(world, anna, given).id);
const queueOf = (campaignId: string) =>
  world.data.queue.rowsOf(everyone, world.data.queue.line(campaignId, world.clock.now(), 0, 1000)).map(({ item }) => item);

describe('createCampaign', () => {
  it('is active where the start date has come in its zone, else scheduled', async () => {
    const contactIds = people(1);
    const late = { timeZone: 'Pacific/Kiritimati', startDate: '2026-03-03' };
    const states = [
      await createCampaign(world, anna, asked({ contactIds })),
      await createCampaign(world, anna, asked({ contactIds, startDate: '2026-03-03' })),
      await createCampaign(world, anna, asked({ contactIds, ...late, startDate: '2026-03-02' })),
      await createCampaign(world, anna, asked({ contactIds, timeZone: 'Pacific/Niue', startDate: '2026-03-02' })),
      await createCampaign(world, anna, asked({ contactIds, draft: true })),
    ].map(({ campaign }) => campaign.status);
    expect(states).toEqual(['active', 'scheduled', 'active', 'scheduled', 'draft']);
  });

  it('fills what was left out: all week, the zone of the installation, spread, one attempt, no limit, today', async () => {
    const admin = aUser(world, { role: 'admin' });
    changeDialing(world, admin, { timeZone: 'Europe/Berlin' });
    const { name, agentId, nextAction, firstCallTime, lastCallTime } = asked();
    const { campaign } = await createCampaign(world, anna, {
      name,
      agentId,
      nextAction,
      firstCallTime,
      lastCallTime,
      contactIds: people(1),
    });
    expect(campaign).toMatchObject({
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      timeZone: 'Europe/Berlin',
      pacing: 'spread',
      maxAttempts: 1,
      retryAfter: 60,
      retryByOutcome: {},
      concurrencyLimit: null,
      startOn: '2026-03-02',
      endOn: null,
      openFrom: Date.UTC(2026, 2, 2, 8),
      openUntil: Date.UTC(2026, 2, 2, 17),
    });
  });

  it('spreads the people over the opening in the order of rule 3', async () => {
    const [unnamed, ada, rich] = [
      aContact(world, anna, { name: '', email: 'a@example.com', company: 'A' }),
      aContact(world, anna, { name: 'Ada' }),
      aContact(world, anna, { name: 'Bo', email: 'b@example.com' }),
    ].map(({ id }) => id);
    const { campaign, people: told } = await createCampaign(world, anna, asked({ contactIds: [unnamed!, ada!, rich!] }));
    expect(told).toEqual({ added: 3, known: 0, missing: 0 });
    expect(
      queueOf(campaign.id).map(({ contactId, position, score, scheduledFor, scheduledBy }) => ({
        contactId,
        position,
        score,
        at: scheduledFor - NINE,
        scheduledBy,
      })),
    ).toEqual([
      { contactId: rich, position: 3, score: 110, at: 0, scheduledBy: 'spread' },
      { contactId: ada, position: 2, score: 100, at: 180 * MINUTE_MS, scheduledBy: 'spread' },
      { contactId: unnamed, position: 1, score: 20, at: 360 * MINUTE_MS, scheduledBy: 'spread' },
    ]);
  });

  it('makes everyone due at the opening where pacing is as fast as allowed', async () => {
    const { campaign } = await createCampaign(world, anna, asked({ contactIds: people(3), pacing: 'asap', startDate: '2026-03-04' }));
    expect(queueOf(campaign.id).map(({ scheduledFor }) => scheduledFor)).toEqual(Array(3).fill(Date.UTC(2026, 2, 4, 9)));
  });

  it('leaves out contacts that are deleted, unknown or another’s, and names each person once', async () => {
    const bert = aUser(world);
    const [own] = people(1);
    const gone = aContact(world, anna, { name: 'Gone' });
    world.data.database.write(() => world.data.contacts.changeTx(gone.id, NINE, { deletedAt: NINE }));
    const foreign = aContact(world, bert).id;
    const { campaign, people: told } = await createCampaign(world, anna, asked({ contactIds: [own!, own!, gone.id, foreign, 999_999] }));
    expect([told, world.data.campaigns.countsOf(everyone, campaign.id)?.total]).toEqual([{ added: 1, known: 0, missing: 3 }, 1]);
  });

  it('starts a long list only when it is whole', async () => {
    const contactIds = people(1_201);
    const making = createCampaign(world, anna, asked({ contactIds }));
    await world.clock.until(() => world.data.campaigns.inStates(everyone, ['draft']).length === 1, 10);
    await world.clock.advance(1);
    const { campaign, people: told } = await making;
    const counts = world.data.campaigns.countsOf(everyone, campaign.id);
    expect([campaign.status, told.added, counts?.queued]).toEqual(['active', 1_201, 1_201]);
    const times = queueOf(campaign.id).map(({ scheduledFor }) => scheduledFor);
    expect(times.slice(1).every((at, i) => Math.abs(at - times[i]! - (540 * MINUTE_MS) / 1_201) <= 1)).toBe(true);
  });

  const REFUSALS: [string, Partial<NewCampaign>, string][] = [
    ['nobody to call', { contactIds: [] }, 'no_contacts'],
    ['no weekday', { weekdays: [] }, 'no_weekday'],
    ['first call not before last', { firstCallTime: '18:00', lastCallTime: '18:00' }, 'first_not_before_last'],
    ['an unknown zone', { timeZone: 'Europe/Berlim' }, 'unknown_time_zone'],
    ['an end before the start', { startDate: '2026-03-05', endDate: '2026-03-04' }, 'end_before_start'],
    ['no opening left before the end', { weekdays: [7], endDate: '2026-03-07' }, 'no_opening_left'],
    ['an agent of somebody else', { agentId: 'agent_none' }, 'no_such_agent'],
  ];
  it.each(REFUSALS)('refuses %s, and writes nothing', async (_what, given, code) => {
    const contactIds = people(1);
    await expect(createCampaign(world, anna, asked({ contactIds, ...given }))).rejects.toMatchObject({ code });
    expect(world.data.campaigns.count(everyone, {}, 10)).toBe(0);
  });

  it('keeps a broken window in a draft and refuses it at the start', async () => {
    const { campaign } = await createCampaign(world, anna, asked({ contactIds: people(1), weekdays: [], draft: true }));
    expect(campaign.status).toBe('draft');
    expect(() => startCampaign(world, anna, campaign.id)).toThrow(expect.objectContaining({ code: 'no_weekday' }));
  });

  it('starts an empty list that is kept open for a script', async () => {
    const { campaign } = await createCampaign(world, anna, asked({ keepOpen: true }));
    expect(campaign.status).toBe('active');
  });

  it('allows 60 new campaigns an hour and user, and the next an hour after the first', async () => {
    const given = asked({ contactIds: people(1), draft: true });
    for (let i = 0; i < 60; i += 1) await createCampaign(world, anna, given);
    await expect(createCampaign(world, anna, given)).rejects.toMatchObject({ kind: 'too-many', code: 'too_many_campaigns' });
    const bert = aUser(world);
    await createCampaign(world, bert, { ...given, agentId: anAgent(world, bert).id });
    await world.clock.advance(60 * MINUTE_MS + 1);
    await createCampaign(world, anna, given);
  });
});

describe('startCampaign', () => {
  it('spreads the people of a draft anew, gated until that is done', async () => {
    const { campaign } = await createCampaign(world, anna, asked({ contactIds: people(2), draft: true }));
    await world.clock.advanceTo(Date.UTC(2026, 2, 5, 12));
    expect(startCampaign(world, anna, campaign.id)).toMatchObject({
      status: 'active',
      carry: 'respread',
      startedAt: Date.UTC(2026, 2, 5, 12),
      openUntil: Date.UTC(2026, 2, 5, 18),
    });
    expect(() => startCampaign(world, anna, campaign.id)).toThrow(expect.objectContaining({ code: 'not_a_draft' }));
    const carrying = new Carrying(world);
    while (carrying.run());
    expect(world.data.campaigns.get(everyone, campaign.id)?.carry).toBeNull();
    expect(queueOf(campaign.id).map(({ scheduledFor }) => scheduledFor)).toEqual([Date.UTC(2026, 2, 5, 12), Date.UTC(2026, 2, 5, 15)]);
  });
});

describe('duplicateCampaign', () => {
  it('makes a draft with the same settings and people, starting today at the earliest and without a past end', async () => {
    const source = aCampaign(world, anna, { endOn: '2026-03-03', pacing: 'asap', concurrencyLimit: 3, weekdays: [1, 2] });
    anItem(world, source);
    anItem(world, source, { position: 2 });
    await world.clock.advanceTo(Date.UTC(2026, 2, 9, 9));
    const { campaign, people: told } = await duplicateCampaign(world, anna, { id: source.id });
    expect(campaign).toMatchObject({
      name: 'Spring offer (copy)',
      status: 'draft',
      pacing: 'asap',
      concurrencyLimit: 3,
      weekdays: [1, 2],
      startOn: '2026-03-09',
      endOn: null,
      startedAt: null,
    });
    expect(told).toEqual({ added: 2, known: 0, missing: 0 });
  });
});
