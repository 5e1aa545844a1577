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
import { changeConcurrency } from '../settings/concurrency.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { Actor } from '../data/scope.ts';
import { pauseCampaign } from './stop.ts';
import { countTabs, listCampaigns, readCampaign } from './summary.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const aLine = (account: number | null = null) =>
  ({ name: 'practice', accountLimit: () => account, takeRateToken: () => true }) as unknown as TelephonyProvider;

let world: World;
let anna: Actor;
const open = (line: TelephonyProvider | null = aLine()) => {
  const providers: Parts['providers'] = line ? { practice: line } : {};
  world = openWorld({ at: NINE, providers });
  anna = aUser(world, { name: 'Anna' });
};
beforeEach(() => open());
afterEach(() => world.close());

const whyOf = (campaign: Campaign) => readCampaign(world, anna, campaign.id).whyNoCalls;
const nextOf = (campaign: Campaign) => readCampaign(world, anna, campaign.id).nextCallAt;

describe('whyNoCalls', () => {
  it('complaint 25: says nothing while calls may go out', () => {
    const campaign = aCampaign(world, anna);
    anItem(world, campaign, { ready: 1 });
    expect([whyOf(campaign), nextOf(campaign)]).toEqual([null, NINE]);
  });

  it('complaint 25: the window is closed', async () => {
    const campaign = aCampaign(world, anna, { timeZone: 'Europe/Berlin' });
    anItem(world, campaign, { ready: 1 });
    await world.clock.advanceTo(Date.UTC(2026, 2, 2, 19, 32));
    expect(whyOf(campaign)).toEqual({
      code: 'window-closed',
      sentence: 'The calling window is closed: it is 20:32 in Berlin. It opens tomorrow at 09:00 there.',
      until: Date.UTC(2026, 2, 3, 8),
    });
    expect(nextOf(campaign)).toBe(Date.UTC(2026, 2, 3, 8));
  });

  it('complaint 25: paused, by whom and why', async () => {
    const campaign = aCampaign(world, anna);
    await world.clock.advance(7 * 60_000);
    await pauseCampaign(world, anna, { id: campaign.id, reason: 'wrong list' });
    expect([whyOf(campaign), nextOf(campaign)]).toEqual([
      { code: 'paused', sentence: 'Anna paused it at 09:07: wrong list.', until: null },
      null,
    ]);
  });

  it('complaint 25: a limit of 0', () => {
    const campaign = aCampaign(world, anna);
    anItem(world, campaign, { ready: 1 });
    changeConcurrency(world, anAdmin(world), { systemLimit: 0 });
    expect(whyOf(campaign)).toEqual({ code: 'limit-full', sentence: 'The system’s limit is 0, no new calls.', until: null });
  });

  it('complaint 25: the slots are taken by other campaigns, and not a word while they are its own', () => {
    const [own, other] = [aCampaign(world, anna), aCampaign(world, anna)];
    for (const campaign of [own, other]) anItem(world, campaign, { ready: 1, position: 9 });
    for (const position of [1, 2]) aCallUp(world, anItem(world, other, { position }));
    expect([whyOf(own)?.sentence, whyOf(other)]).toEqual(['The supervisor’s 2 slots are in use.', null]);
  });

  it('complaint 25: the account of the provider is full, its breaker is open, or it is not set up', () => {
    for (const [line, code] of [
      [aLine(0), 'limit-full'],
      [aLine(), 'provider'],
      [null, 'provider'],
    ] as const) {
      world.close();
      open(line);
      const campaign = aCampaign(world, anna);
      anItem(world, campaign, { ready: 1 });
      world.data.database.write(() =>
        world.data.calls.setHealthTx('practice', { ambiguousInRow: 2, breakerOpenAt: NINE, lastReason: 'time-out' }),
      );
      if (code === 'limit-full')
        world.data.database.write(() =>
          world.data.calls.setHealthTx('practice', { ambiguousInRow: 0, breakerOpenAt: null, lastReason: null }),
        );
      expect(whyOf(campaign)?.code).toBe(code);
    }
  });

  it('complaint 25: the next call is planned, asked for, or a retry', () => {
    const at = NINE + 30 * 60_000;
    const cases = [
      [{ scheduledBy: 'spread' as const }, 'planned'],
      [{ scheduledBy: 'retry' as const, attemptCount: 1 }, 'retry'],
      [{ scheduledBy: 'callback' as const, callbackRequested: 1, callbackAt: at }, 'callback'],
    ] as const;
    for (const [given, code] of cases) {
      const campaign = aCampaign(world, anna);
      anItem(world, campaign, { scheduledFor: at, readyAt: at, ...given });
      expect([whyOf(campaign)?.code, whyOf(campaign)?.until, nextOf(campaign)]).toEqual([code, at, at]);
    }
  });

  it('complaint 25: nobody waits, or whoever is next was called a moment ago', () => {
    const idle = aCampaign(world, anna, { keepOpen: true });
    expect(whyOf(idle)?.code).toBe('nobody-waiting');
    const contact = aContact(world, anna);
    anEndedCall(world, anItem(world, aCampaign(world, anna), { contact }), 'busy');
    const campaign = aCampaign(world, anna);
    anItem(world, campaign, { contact, readyAt: NINE + 3_600_000 });
    expect([whyOf(campaign)?.code, whyOf(campaign)?.until]).toEqual(['gap', NINE + 3_600_000]);
  });

  it('complaint 25: the engine cannot, in a broken zone nobody can', () => {
    const campaign = aCampaign(world, anna);
    anItem(world, campaign, { ready: 1 });
    world.health.raise('clock-off', 'The clock of this computer is wrong.', NINE);
    expect(whyOf(campaign)?.sentence).toBe('The clock of this computer is wrong.');
    world.health.clear('clock-off');
    const broken = aCampaign(world, anna, { timeZone: 'Mars/Base' });
    anItem(world, broken, { ready: 1 });
    expect([whyOf(broken)?.code, nextOf(broken)]).toEqual(['no-opening', null]);
  });
});

describe('listCampaigns', () => {
  const all = { sortBy: 'createdAt', sortDir: 'desc', page: 1, limit: 20 } as const;

  it('shows a supervisor her own, an admin everyone’s, with counters and calls up', async () => {
    const campaign = aCampaign(world, anna);
    aCallUp(world, anItem(world, campaign));
    anItem(world, campaign, { position: 2 });
    aCampaign(world, aUser(world), { name: 'Bert’s' });
    const { campaigns, total } = listCampaigns(world, anna, all, 10_000);
    expect(total).toBe(1);
    expect(campaigns[0]).toMatchObject({
      campaign: { id: campaign.id },
      callsUp: 1,
      counts: { total: 2, queued: 1, processing: 1 },
      agent: { provider: 'practice' },
      owner: { name: 'Anna' },
    });
    expect(listCampaigns(world, anAdmin(world), all, 10_000).total).toBe(2);
  });

  it('filters by state and by any part of the name, signs included', () => {
    aCampaign(world, anna, { name: '100 % sure' });
    aCampaign(world, anna, { name: '100 sure', status: 'paused' });
    const names = (filter: object) =>
      listCampaigns(world, anna, { ...all, ...filter }, 10_000).campaigns.map(({ campaign }) => campaign.name);
    expect([names({ search: '0 %' }), names({ search: 'SURE', statuses: ['paused'] }), names({ sortBy: 'name', sortDir: 'asc' })]).toEqual([
      ['100 % sure'],
      ['100 sure'],
      ['100 % sure', '100 sure'],
    ]);
  });

  it('pages, and counts no further than asked', () => {
    const agentId = anAgent(world, anna).id;
    for (let i = 0; i < 5; i += 1) aCampaign(world, anna, { name: `C${i}`, agentId });
    const page = listCampaigns(world, anna, { ...all, sortBy: 'name', sortDir: 'asc', page: 2, limit: 2 }, 3);
    expect([page.campaigns.map(({ campaign }) => campaign.name), page.total]).toEqual([['C2', 'C3'], 3]);
  });
});

describe('countTabs', () => {
  it('counts paused with the active ones and cancelled with the completed ones', () => {
    for (const status of ['draft', 'scheduled', 'active', 'paused', 'completed', 'cancelled'] as const) aCampaign(world, anna, { status });
    expect(countTabs(world, anna)).toEqual({ drafts: 1, scheduled: 1, active: 2, completed: 2 });
  });
});
