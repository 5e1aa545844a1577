import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, anEndedCall, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { CALL_AGAIN_OUTCOMES } from '../../shared/contract/campaigns.ts';
import type { Actor } from '../data/scope.ts';
import { notReached } from './not-reached.ts';
import { callAgain } from './reopen.ts';

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld();
  anna = aUser(world);
});
afterEach(() => world.close());

describe('notReached', () => {
  it('counts by each outcome whom calling again puts back', async () => {
    const campaign = aCampaign(world, anna);
    let position = 0;
    const item = () => anItem(world, campaign, { position: (position += 1) });
    for (const end of ['busy', 'busy', 'no-answer', 'voicemail', 'failed', 'unknown', 'cancelled', 'completed'] as const)
      anEndedCall(world, item(), end);
    anEndedCall(world, item(), 'completed', { durationSeconds: 0 });
    anEndedCall(world, item(), 'completed', { durationSeconds: 0, answeredByMachine: true });
    const skipped = item();
    world.data.database.write(() => world.data.items.moveTx(skipped, 'queued', 'skipped', world.clock.now(), {}));
    item();
    const people = await notReached(world, anna, campaign.id);
    expect(people).toEqual({ busy: 2, 'no-answer': 2, voicemail: 2, failed: 1, unknown: 1, cancelled: 1, skipped: 1 });
    for (const outcome of CALL_AGAIN_OUTCOMES)
      expect([outcome, await callAgain(world, anna, { id: campaign.id, outcomes: [outcome] })]).toEqual([outcome, people[outcome]]);
  });

  it('goes in steps without losing anyone', async () => {
    const campaign = aCampaign(world, anna);
    const { database } = world.data;
    const people = database.sqlite.prepare(
      `INSERT INTO contacts (user_id, phone, name, created_at, updated_at) VALUES (@userId, '+49302' || @number, '', 0, 0)`,
    );
    const items = database.sqlite.prepare(
      `INSERT INTO call_queue (user_id, campaign_id, contact_id, named, score, position, scheduled_for, scheduled_by, ready_at,
         last_attempt_result, status, completed_at, created_at, updated_at)
       VALUES (@userId, @campaignId, last_insert_rowid(), 0, 0, @number, 0, 'spread', 0, @result, 'failed', 0, 0, 0)`,
    );
    database.write(() => {
      for (let number = 1; number <= 10_001; number += 1) {
        people.run({ userId: anna.userId, number: 200_000 + number });
        items.run({ userId: anna.userId, campaignId: campaign.id, number, result: number % 2 === 1 ? 'busy' : 'failed' });
      }
    });
    const counting = notReached(world, anna, campaign.id);
    for (let step = 0; step < 2; step += 1) await world.clock.advance(1);
    expect(await counting).toMatchObject({ busy: 5_001, failed: 5_000 });
  });

  it('is asked of what one may see alone', async () => {
    const campaign = aCampaign(world, anna);
    await expect(notReached(world, aUser(world), campaign.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});
