import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, anAdmin, anAgent, anEndedCall, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import type { CallEnd } from '../../shared/domain/states.ts';
import type { Actor } from '../data/scope.ts';
import { changeDialing } from '../settings/dialing.ts';
import { breakdown } from './breakdown.ts';
import { totals } from './totals.ts';

let world: World;
let ada: Actor;
let bob: Actor;
let admin: Actor;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world, { name: 'Ada' });
  bob = aUser(world, { name: 'Bob' });
  admin = anAdmin(world);
  changeDialing(world, admin, { timeZone: 'UTC' });
});
afterEach(() => world.close());

function made(actor: Actor, name: string, agentId: string, ends: readonly CallEnd[]): string {
  const campaign = aCampaign(world, actor, { name, agentId });
  for (const end of ends) anEndedCall(world, anItem(world, campaign), end, end === 'completed' ? { durationSeconds: 40 } : {});
  return campaign.id;
}

describe('breakdown', () => {
  it('adds up to the totals by campaign, agent and person, most calls first', async () => {
    const nora = anAgent(world, ada, { provider: 'bolna', name: 'Nora' }).id;
    const otto = anAgent(world, bob, { provider: 'bolna', name: 'Otto' }).id;
    const few = made(ada, 'Few', nora, ['completed', 'cancelled', 'not-placed']);
    const many = made(ada, 'Many', nora, ['completed', 'busy', 'busy']);
    const his = made(bob, 'His', otto, ['voicemail']);
    const told = await breakdown(world, admin);
    const row = (id: string, name: string, ownerName: string, calls: number, completed: number, successful: number) => ({
      id,
      name,
      ownerName,
      deleted: false,
      calls,
      completed,
      successful,
      failed: completed - successful,
      talkSeconds: successful * 40,
    });
    expect(told.campaigns).toEqual([row(many, 'Many', 'Ada', 3, 3, 1), row(few, 'Few', 'Ada', 2, 1, 1), row(his, 'His', 'Bob', 1, 1, 0)]);
    expect(told.agents).toEqual([row(nora, 'Nora', 'Ada', 5, 4, 2), row(otto, 'Otto', 'Bob', 1, 1, 0)]);
    expect(told.users).toEqual([row(ada.userId, 'Ada', 'Ada', 5, 4, 2), row(bob.userId, 'Bob', 'Bob', 1, 1, 0)]);
    const { analytics, from, to } = await totals(world, admin);
    expect([told.from, told.to, told.users.reduce((sum, { calls }) => sum + calls, 0)]).toEqual([from, to, analytics.calls]);
  });

  it('is one’s own, narrowed as the totals are, and follows a new name though no figure changed', async () => {
    const nora = anAgent(world, ada, { provider: 'bolna', name: 'Nora' }).id;
    const id = made(ada, 'Renewals', nora, ['busy']);
    made(ada, 'Other', nora, ['busy']);
    made(bob, 'His', anAgent(world, bob, { provider: 'bolna' }).id, ['busy']);
    const names = async () => (await breakdown(world, ada, { campaignId: id })).campaigns.map(({ name }) => name);
    expect(await names()).toEqual(['Renewals']);
    world.data.database.sqlite.prepare('UPDATE call_campaigns SET name = ? WHERE id = ?').run('Renewals again', id);
    expect(await names()).toEqual(['Renewals again']);
    expect((await breakdown(world, ada)).users.map(({ name }) => name)).toEqual(['Ada']);
  });
});
