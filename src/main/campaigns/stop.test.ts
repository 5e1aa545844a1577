import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCallUp, aCampaign, anAdmin, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { claimCalls } from '../dialer/claim.ts';
import type { Parts } from '../parts.ts';
import type { TelephonyProvider } from '../ports/provider.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { pauseAll, pauseUserTx, resumeAll } from './all.ts';
import { resumeCampaign } from './start.ts';
import { cancelCampaign, deleteCampaign, pauseCampaign } from './stop.ts';

/** A line on which two of three calls can be ended. */
function aLine(): TelephonyProvider {
  let asked = 0;
  return {
    name: 'practice',
    can: { hangUp: true, withdraw: false, record: false, lookUpByReference: true },
    accountLimit: () => null,
    takeRateToken: () => true,
    hangUp: () => Promise.resolve({ kind: (asked += 1) % 3 === 0 ? 'no-answer' : 'done', sentence: 'silence' }),
  } as unknown as TelephonyProvider;
}

let world: World;
let anna: Actor;
let admin: Actor;
beforeEach(() => {
  const providers: Parts['providers'] = { practice: aLine() };
  world = openWorld({ providers });
  anna = aUser(world, { concurrentCallsLimit: 5 });
  admin = anAdmin(world);
});
afterEach(() => world.close());

const statusOf = (id: string) => world.data.campaigns.get(everyone, id)?.status;
const campaignWithCallsUp = (n: number) => {
  const campaign = aCampaign(world, anna);
  for (let i = 1; i <= n; i += 1) aCallUp(world, anItem(world, campaign, { position: i }));
  return campaign;
};

describe('pauseCampaign', () => {
  it('complaint 20: lets calls that are up go on, and says how many', async () => {
    const campaign = campaignWithCallsUp(3);
    expect((await pauseCampaign(world, anna, { id: campaign.id, reason: 'Lunch' })).calls).toEqual({ up: 3, hungUp: 0, cannotHangUp: 0 });
    expect(world.data.calls.up(everyone).map(({ stoppedBy }) => stoppedBy)).toEqual([null, null, null]);
  });

  it('complaint 20: hangs them up where that is asked, and says how many it cannot', async () => {
    const campaign = campaignWithCallsUp(3);
    expect((await pauseCampaign(world, anna, { id: campaign.id, hangUp: true })).calls).toEqual({ up: 3, hungUp: 2, cannotHangUp: 1 });
    expect(world.data.calls.up(everyone).map(({ stoppedBy }) => stoppedBy)).toEqual(Array(3).fill(anna.userId));
  });

  it('claims nothing from the next pass on, and resuming claims again', async () => {
    const campaign = aCampaign(world, anna);
    anItem(world, campaign, { ready: 1 });
    await pauseCampaign(world, anna, { id: campaign.id });
    expect(claimCalls(world).claimed).toEqual([]);
    resumeCampaign(world, anna, campaign.id);
    expect(claimCalls(world).claimed).toHaveLength(1);
  });

  it('complaint 19: stays paused over days, until a person resumes it', async () => {
    const campaign = aCampaign(world, anna);
    anItem(world, campaign, { ready: 1 });
    await pauseCampaign(world, anna, { id: campaign.id });
    await world.clock.advanceTo(Date.UTC(2026, 2, 4, 9));
    expect([claimCalls(world).claimed, statusOf(campaign.id)]).toEqual([[], 'paused']);
  });

  it.each(['draft', 'completed', 'cancelled'] as const)('refuses a %s campaign', async (status) => {
    const campaign = aCampaign(world, anna, { status });
    await expect(pauseCampaign(world, anna, { id: campaign.id })).rejects.toMatchObject({ code: 'not_running' });
  });

  it('is not found for another supervisor, and open to an admin', async () => {
    const campaign = aCampaign(world, anna);
    await expect(pauseCampaign(world, aUser(world), { id: campaign.id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await pauseCampaign(world, admin, { id: campaign.id })).campaign.pausedBy).toBe(admin.userId);
  });
});

describe('resumeCampaign', () => {
  it('is scheduled where the start date has not come, active where it has', () => {
    const later = aCampaign(world, anna, { status: 'paused', startOn: '2026-03-05' });
    expect(resumeCampaign(world, anna, later.id)).toMatchObject({ status: 'scheduled', pausedBy: null, pausedAt: null });
    const today = aCampaign(world, anna, { status: 'paused' });
    expect(resumeCampaign(world, anna, today.id).status).toBe('active');
  });

  it('is refused while its supervisor is switched off', () => {
    const campaign = aCampaign(world, anna, { status: 'paused' });
    world.data.database.write(() => world.data.users.changeTx(anna.userId, { active: false }, world.clock.now()));
    expect(() => resumeCampaign(world, admin, campaign.id)).toThrow(expect.objectContaining({ code: 'user_switched_off' }));
  });

  it('is refused where no opening is left', async () => {
    const campaign = aCampaign(world, anna, { status: 'paused', endOn: '2026-03-03' });
    await world.clock.advanceTo(Date.UTC(2026, 2, 4));
    expect(() => resumeCampaign(world, anna, campaign.id)).toThrow(expect.objectContaining({ code: 'no_opening_left' }));
  });
});

describe('cancelCampaign', () => {
  it('gates its items with one row, for the dialer to carry through', async () => {
    const campaign = aCampaign(world, anna);
    anItem(world, campaign, { ready: 1 });
    const { campaign: after } = await cancelCampaign(world, anna, { id: campaign.id, reason: 'Wrong list' });
    expect(after).toMatchObject({
      status: 'cancelled',
      carry: 'cancel',
      carryAfter: 0,
      cancelledBy: anna.userId,
      cancelledReason: 'Wrong list',
    });
    expect([world.data.campaigns.countsOf(everyone, campaign.id)?.queued, claimCalls(world).claimed]).toEqual([1, []]);
  });

  it('refuses a completed campaign', async () => {
    const campaign = aCampaign(world, anna, { status: 'completed' });
    await expect(cancelCampaign(world, anna, { id: campaign.id })).rejects.toMatchObject({ code: 'already_over' });
  });
});

describe('deleteCampaign', () => {
  it('hides a draft and leaves nobody of it waiting', async () => {
    const campaign = aCampaign(world, anna, { status: 'draft' });
    const item = anItem(world, campaign);
    await deleteCampaign(world, anna, campaign.id);
    expect([statusOf(campaign.id), world.data.items.get(everyone, item.id)?.status]).toEqual([undefined, 'cancelled']);
  });

  it.each(['scheduled', 'active', 'paused'] as const)('refuses a %s campaign', async (status) => {
    const campaign = aCampaign(world, anna, { status });
    await expect(deleteCampaign(world, anna, campaign.id)).rejects.toMatchObject({ code: 'not_deletable' });
  });
});

describe('pauseAll and resumeAll', () => {
  it('hold all that is one’s own and take back what they paused, nothing else', async () => {
    const [running, scheduled, paused] = [
      aCampaign(world, anna),
      aCampaign(world, anna, { status: 'scheduled', startOn: '2026-03-09' }),
      aCampaign(world, anna, { status: 'paused' }),
    ];
    const other = aCampaign(world, aUser(world));
    expect((await pauseAll(world, anna)).paused).toBe(2);
    expect([running, scheduled, paused, other].map(({ id }) => statusOf(id))).toEqual(['paused', 'paused', 'paused', 'active']);
    expect([resumeAll(world, admin), resumeAll(world, anna)]).toEqual([0, 2]);
    expect([running, scheduled, paused].map(({ id }) => statusOf(id))).toEqual(['active', 'scheduled', 'paused']);
  });

  it('hold the whole system for an admin, and leave what a supervisor paused by hand since', async () => {
    const [hers, his] = [aCampaign(world, anna), aCampaign(world, aUser(world))];
    await pauseAll(world, admin);
    await pauseCampaign(world, anna, { id: hers.id, reason: 'I want to look first' });
    expect([resumeAll(world, admin), statusOf(hers.id), statusOf(his.id)]).toEqual([1, 'paused', 'active']);
  });

  it('hang up what is up where that is asked', async () => {
    campaignWithCallsUp(3);
    expect((await pauseAll(world, anna, { hangUp: true })).calls).toEqual({ up: 3, hungUp: 2, cannotHangUp: 1 });
  });
});

describe('pauseUserTx', () => {
  it('pauses what one user runs, so that no Resume all undoes it', async () => {
    const campaign = aCampaign(world, anna);
    await pauseAll(world, admin);
    const late = aCampaign(world, anna);
    const paused = world.data.database.write(() => pauseUserTx(world, anna.userId, { by: admin.userId, reason: 'user switched off' }));
    expect([paused, resumeAll(world, admin), statusOf(campaign.id), statusOf(late.id)]).toEqual([1, 0, 'paused', 'paused']);
  });
});
