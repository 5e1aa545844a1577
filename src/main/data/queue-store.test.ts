import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCampaign, aContact, anItem, aUser, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { compareCallbacks, compareItems } from '../../shared/domain/claim-order.ts';
import type { Contact } from './contact-store.ts';
import type { QueueItem } from './item-store.ts';
import { type Actor, everyone } from './scope.ts';

let world: World;
let owner: Actor;
let contacts: Contact[];
beforeAll(() => {
  world = openWorld();
  owner = aUser(world);
  contacts = Array.from({ length: 24 }, (_, i) => aContact(world, owner, i % 3 === 0 ? { name: '' } : {}));
});
afterAll(() => world.close());

const waiting = fc.record({
  priority: fc.integer({ min: 0, max: 1 }),
  score: fc.integer({ min: 0, max: 2 }),
  dueIn: fc.constantFrom(-2, -1, 0, 1, 2),
  callback: fc.boolean(),
});

/** The line as the rules say it: due callbacks, what is ready by rule 3, then the rest by its time. */
function reference(items: readonly QueueItem[], now: number): number[] {
  const inOrder = (item: QueueItem) => ({ ...item, name: item.named ? 'named' : '' });
  const byRank = (a: QueueItem, b: QueueItem) => compareItems(inOrder(a), inOrder(b));
  const due = items.filter((item) => item.callbackRequested === 1 && item.callbackAt! <= now);
  const ready = items.filter((item) => item.ready === 1 && item.callbackRequested === 0);
  const later = items.filter((item) => !due.includes(item) && !ready.includes(item));
  return [
    ...due.toSorted((a, b) => compareCallbacks({ id: a.id, callbackAt: a.callbackAt! }, { id: b.id, callbackAt: b.callbackAt! })),
    ...ready.toSorted(byRank),
    ...later.toSorted((a, b) => a.readyAt - b.readyAt || byRank(a, b)),
  ].map(({ id }) => id);
}

describe('the line of a campaign', () => {
  it('has the order of the rules, in pages and in positions', () => {
    fc.assert(
      fc.property(fc.array(waiting, { maxLength: contacts.length }), fc.integer({ min: 1, max: 7 }), (given, limit) => {
        const now = world.clock.now();
        const campaign = aCampaign(world, owner);
        const items = given.map(({ priority, score, dueIn, callback }, i) => {
          const at = now + dueIn * 60_000;
          const timed = callback
            ? { callbackRequested: 1, callbackAt: at, scheduledBy: 'callback' as const }
            : { ready: at <= now ? 1 : 0 };
          return anItem(world, campaign, {
            contact: contacts[i]!,
            priority,
            score,
            position: i + 1,
            scheduledFor: at,
            readyAt: at,
            ...timed,
          });
        });
        const expected = reference(items, now);
        const pages: number[] = [];
        for (let offset = 0; offset < items.length; offset += limit) pages.push(...world.data.queue.line(campaign.id, now, offset, limit));
        expect(pages).toEqual(expected);
        const positions = world.data.queue.positionsOf(
          items.map(({ id }) => id),
          now,
        );
        expect(expected.map((id) => positions.get(id))).toEqual(expected.map((_, i) => i + 1));
      }),
      { numRuns: 60 },
    );
  });

  it('begins with what the claim would take', () => {
    const campaign = aCampaign(world, owner);
    const now = world.clock.now();
    for (const [i, score] of [5, 9, 7].entries()) anItem(world, campaign, { score, position: i + 1, ready: 1 });
    const [first] = world.data.queue.line(campaign.id, now, 0, 1);
    expect(first).toBe(world.data.claims.firstInLine(campaign.id)?.itemId);
  });

  it('is walked by its indexes, never sorted', () => {
    const campaign = aCampaign(world, owner);
    for (const part of [
      'ready = 1 AND callback_requested = 0 ORDER BY priority DESC, named DESC, score DESC, position',
      'ready = 0 ORDER BY ready_at, priority DESC, named DESC, score DESC, position',
    ]) {
      const plan = world.data.database.sqlite
        .prepare(`EXPLAIN QUERY PLAN SELECT id FROM call_queue WHERE campaign_id = ? AND status = 'queued' AND ${part} LIMIT 20`)
        .all(campaign.id) as { detail: string }[];
      expect(plan.map(({ detail }) => detail).join()).toMatch(/USING (COVERING )?INDEX queue_(claim|due) \(campaign_id=\?\)$/);
    }
  });

  it('is empty for items that do not wait', () => {
    const campaign = aCampaign(world, owner);
    const item = anItem(world, campaign);
    world.data.database.write(() => world.data.items.moveTx(item, 'queued', 'cancelled', world.clock.now()));
    expect([
      world.data.queue.line(campaign.id, world.clock.now(), 0, 10),
      world.data.queue.positionsOf([item.id], world.clock.now()).size,
    ]).toEqual([[], 0]);
    expect(world.data.queue.inState(campaign.id, 'cancelled', 0, 10)).toEqual([item.id]);
    expect(world.data.items.get(everyone, item.id)?.status).toBe('cancelled');
  });
});
