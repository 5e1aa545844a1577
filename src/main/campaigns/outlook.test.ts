import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, anEndedCall, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/domain/calendar.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { Actor } from '../data/scope.ts';
import { campaignOutlook } from './outlook.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE_AND_A_HALF = 90_000;

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld({ at: NINE });
  anna = aUser(world, { limit: 2 } as object);
});
afterEach(() => world.close());

/** People who wait, each due at its time. */
function waiting(campaign: Campaign, times: readonly number[]): void {
  times.forEach((at, i) =>
    anItem(world, campaign, { position: i + 1, scheduledFor: at, readyAt: at, ready: at <= world.clock.now() ? 1 : 0 }),
  );
}
const filled = (hours: number[] | null) => hours?.flatMap((count, hour) => (count > 0 ? [[hour, count]] : []));

describe('campaignOutlook', () => {
  it('tells spread calls by their hours, their pace, and when the last is over', () => {
    const campaign = aCampaign(world, anna);
    waiting(
      campaign,
      Array.from({ length: 18 }, (_, i) => NINE + i * 30 * MINUTE_MS),
    );
    const { doneBy, everyMs, planned } = campaignOutlook(world, anna, campaign.id);
    expect(filled(planned)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17].map((hour) => [hour, 2]));
    expect([everyMs, doneBy]).toEqual([30 * MINUTE_MS, NINE + 8.5 * HOUR_MS + MINUTE_AND_A_HALF]);
  });

  it('does not plan retries before their time', () => {
    const campaign = aCampaign(world, anna, { pacing: 'asap' });
    const tomorrow = NINE + 26 * HOUR_MS;
    waiting(campaign, [NINE + 5 * HOUR_MS, tomorrow, tomorrow]);
    const { doneBy, everyMs, planned } = campaignOutlook(world, anna, campaign.id);
    expect(filled(planned)).toEqual([[14, 1]]);
    expect([everyMs, doneBy]).toEqual([null, tomorrow + MINUTE_AND_A_HALF]);
  });

  it('lays what is due at once over the hours that the slots need, and goes on in the next opening', () => {
    const campaign = aCampaign(world, anna, { pacing: 'asap', concurrencyLimit: 1 });
    waiting(
      campaign,
      Array.from({ length: 400 }, () => NINE),
    );
    const { doneBy, planned } = campaignOutlook(world, anna, campaign.id);
    expect(filled(planned)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17].map((hour) => [hour, 40]));
    // 40 are left for the next day: an hour of work.
    expect(doneBy).toBe(NINE + 25 * HOUR_MS);
  });

  it('lets what is due while it is shut wait at the door', async () => {
    const campaign = aCampaign(world, anna);
    await world.clock.advance(10 * HOUR_MS);
    waiting(campaign, [NINE + 9 * HOUR_MS, NINE + 11 * HOUR_MS, NINE + 24 * HOUR_MS]);
    expect(filled(campaignOutlook(world, anna, campaign.id).planned)).toEqual([[9, 3]]);
  });

  it('tells nothing while it does not run, nobody waits, or the limit is 0', () => {
    const nothing = { doneBy: null, everyMs: null, planned: null };
    const paused = aCampaign(world, anna, { status: 'paused' });
    waiting(paused, [NINE]);
    const done = aCampaign(world, anna);
    anEndedCall(world, anItem(world, done), 'completed');
    expect([campaignOutlook(world, anna, paused.id), campaignOutlook(world, anna, done.id)]).toEqual([nothing, nothing]);
  });

  it('says that not all are called before the end date', () => {
    const campaign = aCampaign(world, anna, { pacing: 'asap', endOn: '2026-03-02' });
    waiting(campaign, [NINE, NINE + 30 * HOUR_MS]);
    expect(campaignOutlook(world, anna, campaign.id)).toMatchObject({ doneBy: null });
    expect(() => campaignOutlook(world, aUser(world), campaign.id)).toThrow('There is no such campaign.');
  });
});
