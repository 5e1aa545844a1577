import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aCallUp,
  aCampaign,
  aContact,
  aUser,
  anAdmin,
  anAgent,
  anEndedCall,
  anItem,
  openWorld,
  type World,
} from '../../../tests/helpers/builders.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { PracticeClearing } from './clear-practice.ts';

let world: World;
let ada: Actor;
let admin: Actor;
let clearing: PracticeClearing;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world);
  admin = anAdmin(world);
  clearing = new PracticeClearing(world);
});
afterEach(() => {
  clearing.stop();
  world.close();
});

/** Every row of the tables that a clearing could touch. */
const TABLES = ['calls', 'call_queue', 'queue_history', 'webhook_inbox', 'campaign_hours', 'call_buckets', 'campaign_counts', 'contacts'];
const all = (table: string, where = '1') => world.data.database.sqlite.prepare(`SELECT * FROM ${table} WHERE ${where}`).all();
const rowsOf = (campaignId: string) => {
  const item = `item_id IN (SELECT id FROM call_queue WHERE campaign_id = '${campaignId}')`;
  const own = ['calls', 'call_queue', 'campaign_hours', 'call_buckets', 'campaign_counts'].map((table) =>
    all(table, `campaign_id = '${campaignId}'`),
  );
  return [...own, all('queue_history', item), all('call_campaigns', `id = '${campaignId}'`)];
};
const counts = () => Object.fromEntries(TABLES.map((table) => [table, all(table).length]));

const realAgent = (owner: Actor) => anAgent(world, owner, { provider: 'bolna', providerAgentId: 'there' });

/** Ends a campaign that has had calls, without carrying anything. */
function complete(campaign: Campaign): Campaign {
  world.data.database.write(() => world.data.campaigns.moveTx(campaign, campaign.status, 'completed', world.clock.now()));
  return world.data.campaigns.get(everyone, campaign.id)!;
}

/** A campaign with calls that are over, their history and what was delivered. */
function withCalls(owner: Actor, given: Parameters<typeof aCampaign>[2] = {}, calls = 3): Campaign {
  const campaign = aCampaign(world, owner, given);
  for (let position = 1; position <= calls; position += 1) {
    const item = anItem(world, campaign, { position });
    const call = anEndedCall(world, item, position % 2 === 0 ? 'busy' : 'completed');
    world.data.database.write(() => {
      world.data.items.recordTx(item.id, 1, { action: 'claimed', by: 'ringmaster' });
      const delivery = {
        provider: 'practice' as const,
        key: `k${call.id}`,
        receivedAt: 1,
        path: 'events',
        headers: {},
        body: '{}',
        providerCallId: null,
      };
      const id = world.data.inbox.insertTx(delivery);
      world.data.database.sqlite.prepare("UPDATE webhook_inbox SET call_id = ?, state = 'applied' WHERE id = ?").run(call.id, id);
    });
  }
  return campaign;
}

async function clear(options = { includeRunning: false }): Promise<void> {
  await clearing.begin(admin, options);
  await world.clock.advance(5_000);
}

describe('clearing practice', () => {
  it('is for admins', async () => {
    await expect(clearing.begin(ada, { includeRunning: false })).rejects.toMatchObject({ code: 'admins_only' });
  });

  it('says before what there is, and takes exactly that', async () => {
    complete(withCalls(ada));
    complete(withCalls(admin, {}, 2));
    const before = all('contacts');
    expect(clearing.state()).toEqual({ campaigns: 2, people: 5, calls: 5, running: 0, clearing: null });
    await clear();
    expect(counts()).toMatchObject({ calls: 0, call_queue: 0, queue_history: 0, webhook_inbox: 0, campaign_hours: 0, call_buckets: 0 });
    expect(all('contacts')).toEqual(before);
    expect(world.data.campaigns.list(everyone, { sortBy: 'name', sortDir: 'asc', page: 1, limit: 10 })).toEqual([]);
    expect(clearing.state()).toEqual({ campaigns: 0, people: 0, calls: 0, running: 0, clearing: null });
  });

  it('touches nothing of a campaign that calls real people', async () => {
    const real = complete(withCalls(ada, { agentId: realAgent(ada).id }));
    const before = rowsOf(real.id);
    complete(withCalls(ada));
    await clear();
    expect(rowsOf(real.id)).toEqual(before);
  });

  it('takes only the practice calls of a campaign that practised before it was real', async () => {
    const campaign = withCalls(ada, {}, 2);
    const agent = realAgent(ada);
    world.data.database.write(() => world.data.campaigns.changeTx(campaign, 1, { agentId: agent.id }));
    anEndedCall(world, anItem(world, { ...campaign, agentId: agent.id }, { position: 9 }), 'completed');
    const people = all('call_queue');
    await clear();
    expect(all('calls')).toMatchObject([{ provider: 'bolna', practice: 0 }]);
    expect(all('campaign_hours')).toMatchObject([{ practice: 0, calls: 1 }]);
    expect(all('call_buckets')).toMatchObject([{ practice: 0, calls: 1 }]);
    expect(all('call_queue')).toEqual(people);
    expect(world.data.campaigns.get(everyone, campaign.id)).toBeDefined();
  });

  it('leaves a practice campaign whole that once called with a real agent, or has people of one', async () => {
    const agent = realAgent(ada);
    const once = withCalls(ada, { agentId: agent.id }, 1);
    const practice = anAgent(world, ada);
    world.data.database.write(() => world.data.campaigns.changeTx(once, 1, { agentId: practice.id }));
    complete(world.data.campaigns.get(everyone, once.id)!);
    const own = aCampaign(world, ada, { agentId: practice.id });
    anItem(world, own, { agentId: agent.id, status: 'cancelled', completedAt: 1 });
    complete(own);
    const before = [rowsOf(once.id), rowsOf(own.id)];
    await clear();
    expect([rowsOf(once.id), rowsOf(own.id)]).toEqual(before);
  });

  it('leaves drafts and what runs, unless that is included', async () => {
    const draft = aCampaign(world, ada, { status: 'draft' });
    anItem(world, draft);
    const running = withCalls(ada);
    anItem(world, running, { position: 9 });
    const before = [rowsOf(draft.id), rowsOf(running.id)];
    expect(clearing.state()).toMatchObject({ campaigns: 0, calls: 0, running: 1 });
    await clear();
    expect([rowsOf(draft.id), rowsOf(running.id)]).toEqual(before);
  });

  it('waits for the last calls of what it cancelled, and says so', async () => {
    const running = withCalls(ada);
    const call = aCallUp(world, anItem(world, running, { position: 9 }));
    await clear({ includeRunning: true });
    expect(world.data.campaigns.get(everyone, running.id)?.status).toBe('cancelled');
    expect(clearing.state()).toMatchObject({ campaigns: 1, running: 0, clearing: { waiting: true } });
    // What the dialer does: the call ends, the carry is carried through.
    world.data.database.write(() => {
      const now = world.clock.now();
      world.data.calls.moveTx(call, 'completed', now, now, now);
      world.data.items.moveTx(world.data.items.get(everyone, call.itemId!)!, 'processing', 'completed', world.clock.now(), {
        callId: null,
      });
      world.data.duties.carryTx(running.id, null);
    });
    await world.clock.advance(5_000);
    expect(counts()).toMatchObject({ calls: 0, call_queue: 0 });
    expect(clearing.state().clearing).toBeNull();
  });

  it('goes on after a restart, in steps of 500 people', async () => {
    const campaign = aCampaign(world, ada);
    const contact = (n: number) => aContact(world, ada, { phone: `+4930${1_000_000 + n}` });
    for (let n = 0; n < 1_200; n += 1) anItem(world, campaign, { contact: contact(n), position: n });
    world.data.database.write(() => {
      world.data.database.sqlite.prepare("UPDATE call_queue SET status = 'cancelled', completed_at = 1, ready = 0").run();
    });
    complete(campaign);
    const steps = vi.spyOn(world.data.practice, 'deleteItemsTx').mockImplementationOnce((id) => {
      clearing.stop();
      return world.data.practice.deleteItemsTx(id);
    });
    await clear();
    expect(all('call_queue')).toHaveLength(700);
    clearing = new PracticeClearing(world);
    clearing.resume();
    await world.clock.advance(1_000);
    expect(steps.mock.results.map(({ value }) => value as number)).toEqual([500, 500, 500, 200, 0]);
    expect(counts()).toMatchObject({ call_queue: 0, contacts: 1_200 });
    expect(clearing.state().clearing).toBeNull();
  });
});
