import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, aContact, anItem, aUser, openWorld, type World } from '../../../../tests/helpers/builders.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { FINAL_ITEM_STATES, ITEM_STATES } from '../../../shared/domain/states.ts';
import type { Campaign } from '../campaign-store.ts';
import { contacts, queueItems } from '../schema/index.ts';
import { type Actor, everyone, ownScope } from '../scope.ts';
import { QUEUE_SORTS, type QueuePlace, type QueueQuery, type QueueRange } from './messages.ts';
import { queueIndex } from './queue-index.ts';

const MINUTE = 60_000;
const NAMES = ['Ada', 'Zoë Xu', 'zoe xu', 'Bruno', ''];
const ALL: QueueQuery = { sortBy: 'id', sortDir: 'asc' };

let world: World;
let owners: Actor[];
let campaigns: Campaign[];
beforeEach(() => {
  world = openWorld();
  owners = [aUser(world), aUser(world)];
  campaigns = [owners[0]!, owners[0]!, owners[1]!].map((owner) => aCampaign(world, owner));
});
afterEach(() => world.close());

const run = (sql: string, ...values: unknown[]) => world.data.database.write(() => world.data.database.sqlite.prepare(sql).run(...values));
const found = (query: Partial<QueueQuery>, range: QueueRange = { offset: 0, limit: 1_000 }, actor?: Actor) =>
  world.data.queueIndex.find(actor ? ownScope(actor) : everyone, { ...ALL, ...query }, range);

/** An item as a list has it; what it says is enough to tell whether a filter finds it and where it stands. */
const anyItem = fc.record({
  campaign: fc.nat({ max: 2 }),
  name: fc.constantFrom(...NAMES),
  status: fc.constantFrom(...ITEM_STATES.filter((state) => state !== 'processing')),
  priority: fc.integer({ min: -1, max: 1 }),
  score: fc.nat({ max: 2 }),
  attemptCount: fc.nat({ max: 2 }),
  lastAttemptAt: fc.option(fc.nat({ max: 3 })),
  dueIn: fc.integer({ min: -2, max: 2 }),
  ready: fc.boolean(),
  callback: fc.boolean(),
});

function add(given: ReturnType<typeof anyItem.generate>['value'], position: number): void {
  const { campaign, name, status, lastAttemptAt, dueIn, ready, callback, ...fields } = given;
  const at = world.clock.now() + dueIn * MINUTE;
  const waits = status === 'queued';
  anItem(world, campaigns[campaign]!, {
    ...fields,
    position,
    status,
    contact: aContact(world, owners[campaign === 2 ? 1 : 0]!, { name }),
    lastAttemptAt,
    scheduledFor: at,
    readyAt: at,
    ready: waits && !callback && ready ? 1 : 0,
    ...(waits && callback ? { callbackRequested: 1, callbackAt: at } : {}),
    completedAt: waits ? null : at,
    createdAt: at,
    updatedAt: at,
  });
}

/** The same question, asked of the rows one by one. */
function expected(query: QueueQuery, userId: string | null): number[] {
  const { orm } = world.data.database;
  const people = new Map(
    orm
      .select()
      .from(contacts)
      .all()
      .map((contact) => [contact.id, contact]),
  );
  const deleted = new Set(world.data.database.sqlite.prepare('SELECT id FROM call_campaigns WHERE deleted_at IS NOT NULL').pluck().all());
  const nameOf = (id: number) => foldText(people.get(id)?.name ?? '');
  const holds = (id: number, text: string) => nameOf(id).includes(foldText(text)) || (people.get(id)?.phone ?? '').includes(text);
  const keyOf = (item: typeof queueItems.$inferSelect) => {
    if (query.sortBy === 'name') return nameOf(item.contactId);
    if (query.sortBy === 'dueAt') return item.status === 'queued' ? item.scheduledFor : null;
    return item[query.sortBy];
  };
  return orm
    .select()
    .from(queueItems)
    .all()
    .filter(
      (item) =>
        item.removedAt === null &&
        !deleted.has(item.campaignId) &&
        (userId === null || item.userId === userId) &&
        (query.campaignId === undefined || item.campaignId === query.campaignId) &&
        (query.contactId === undefined || item.contactId === query.contactId) &&
        (query.statuses?.includes(item.status) ?? true) &&
        (query.callbacksOnly !== true || item.callbackRequested === 1) &&
        (!query.search || holds(item.contactId, query.search)),
    )
    .map((item) => ({ id: item.id, key: keyOf(item) }))
    .toSorted((a, b) => {
      if (a.key === b.key) return a.id - b.id;
      if (a.key === null || b.key === null) return a.key === null ? 1 : -1;
      return (a.key < b.key ? -1 : 1) * (query.sortDir === 'asc' ? 1 : -1);
    })
    .map(({ id }) => id);
}

describe('the index of the queue', () => {
  it('finds and sorts as the rows say, whatever was done to them by whichever statement', async () => {
    const question = fc.record({
      sortBy: fc.constantFrom(...QUEUE_SORTS),
      sortDir: fc.constantFrom('asc' as const, 'desc' as const),
      statuses: fc.option(fc.subarray([...ITEM_STATES], { minLength: 1 }), { nil: undefined }),
      campaign: fc.option(fc.nat({ max: 2 }), { nil: undefined }),
      contactId: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined, freq: 5 }),
      callbacksOnly: fc.boolean(),
      search: fc.option(fc.constantFrom('zoe', 'XU', 'bru', '3021000', 'zzz'), { nil: undefined }),
      owner: fc.option(fc.nat({ max: 1 }), { nil: undefined }),
    });
    const change = fc.constantFrom(
      'UPDATE call_queue SET priority = priority + 3 WHERE id % 3 = 0',
      "UPDATE call_queue SET status = 'cancelled', completed_at = 1, ready = 0, callback_requested = 0 WHERE status = 'queued' AND id % 2 = 0",
      "UPDATE call_queue SET removed_at = 1 WHERE status = 'failed'",
      'UPDATE call_queue SET scheduled_for = scheduled_for + 90000, updated_at = updated_at + 1 WHERE id % 4 = 1',
      "DELETE FROM call_queue WHERE status = 'skipped'",
      "UPDATE call_campaigns SET status = 'completed', completed_at = 1 WHERE id = (SELECT min(id) FROM call_campaigns) AND status = 'active'",
    );
    const rename = fc.record({ id: fc.integer({ min: 1, max: 20 }), name: fc.constantFrom(...NAMES) });
    let position = 0;
    const step = fc.record({ items: fc.array(anyItem, { maxLength: 6 }), change, rename, question, page: fc.nat({ max: 2 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const { items, change: sql, rename: renamed, question: asked, page } of steps) {
          for (const item of items) add(item, (position += 1));
          run(sql);
          world.data.database.write(() => world.data.contacts.changeTx(renamed.id, 0, { name: renamed.name }));
          const { campaign, owner, ...rest } = asked;
          const query = { ...rest, campaignId: campaign === undefined ? undefined : campaigns[campaign]!.id };
          const whole = expected(query, owner === undefined ? null : owners[owner]!.userId);
          const range = { offset: page * 3, limit: 3 };
          const answer = await found(query, range, owner === undefined ? undefined : owners[owner]);
          expect([answer.ids, answer.total]).toEqual([whole.slice(range.offset, range.offset + 3), whole.length]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('hears of every column that a list asks for', async () => {
    const [first, second] = [1, 2].map((position) => anItem(world, campaigns[0]!, { position }).id);
    const orders: [QueueQuery['sortBy'], string][] = [
      ['priority', 'priority = 9'],
      ['attemptCount', 'attempt_count = 9'],
      ['lastAttemptAt', 'last_attempt_time = 9'],
      ['scheduledFor', 'scheduled_for = scheduled_for + 9'],
      ['dueAt', 'scheduled_for = scheduled_for + 9'],
      ['updatedAt', 'updated_at = updated_at + 9'],
    ];
    for (const [sortBy, change] of orders) {
      run('UPDATE call_queue SET last_attempt_time = 1');
      expect([sortBy, (await found({ sortBy })).ids]).toEqual([sortBy, [first, second]]);
      run(`UPDATE call_queue SET ${change} WHERE id = ?`, first);
      expect([sortBy, (await found({ sortBy })).ids]).toEqual([sortBy, [second, first]]);
      run('UPDATE call_queue SET scheduled_for = 1, updated_at = 1');
    }
    const at = world.clock.now();
    for (const change of ['priority = 1', 'named = 2', 'score = score + 1', 'ready = 1', 'ready_at = ready_at - 9']) {
      run('UPDATE call_queue SET priority = 0, named = 1, score = 1, ready = 0, ready_at = ?', at);
      const before = await found({}, { offset: 0, limit: 9, positionsAt: at });
      run(`UPDATE call_queue SET ${change} WHERE id = ?`, second);
      const { positions } = await found({}, { offset: 0, limit: 9, positionsAt: at });
      expect([change, before.positions, positions]).toEqual([change, [1, 2], [2, 1]]);
    }
  });

  it('tells each its place in the line as the walk of the line has it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyItem, { maxLength: 12 }), async (items) => {
        items.forEach((item, i) => add(item, i));
        const now = world.clock.now();
        const { ids, positions } = await found({ sortBy: 'priority' }, { offset: 0, limit: 1_000, positionsAt: now });
        const told = world.data.queue.positionsOf(ids, now);
        expect(positions).toEqual(ids.map((id) => told.get(id) ?? null));
      }),
      { numRuns: 25 },
    );
  });

  it('loses nobody and shows nobody twice behind a place, while those before it go and others come', async () => {
    for (const name of ['Ada', 'Bruno', 'Chen', 'Dilara', 'Emil', 'Fatou', 'Grace', 'Hana']) {
      for (const campaign of [0, 2])
        anItem(world, campaigns[campaign]!, { contact: aContact(world, owners[campaign === 2 ? 1 : 0]!, { name }) });
    }
    for (const sortBy of QUEUE_SORTS) {
      for (const sortDir of ['asc', 'desc'] as const) {
        const query: QueueQuery = { sortBy, sortDir, statuses: ['queued'] };
        const before = (await found(query)).ids;
        const seen: number[] = [];
        let after: QueuePlace | undefined;
        const gone = new Set<number>();
        do {
          const { ids, next } = await found(query, { offset: 0, limit: 3, after });
          seen.push(...ids);
          after = next ?? undefined;
          // The first of the page is called and done with: with numbered pages the next page would begin one too far.
          if (seen.length < 7 && ids[0] !== undefined) {
            gone.add(ids[0]);
            run("UPDATE call_queue SET status = 'cancelled', completed_at = 1 WHERE id = ?", ids[0]);
          }
        } while (after !== undefined);
        expect([sortBy, sortDir, seen]).toEqual([sortBy, sortDir, before]);
        expect(gone.size).toBeGreaterThan(1);
        run(
          "UPDATE call_queue SET status = 'queued', completed_at = NULL, created_at = id % 4, updated_at = id % 3 WHERE status = 'cancelled'",
        );
      }
    }
  });

  it('answers the same question anew once anything of it changed', async () => {
    const [ada, bruno, chen] = ['Ada', 'Bruno', 'Chen'].map((name) => aContact(world, owners[0]!, { name }));
    const queued = async (sortBy: QueueQuery['sortBy']) => (await found({ sortBy, statuses: ['queued'] })).ids;
    const brunos = anItem(world, campaigns[0]!, { contact: bruno! }).id;
    expect(await queued('id')).toEqual([brunos]);
    const adas = anItem(world, campaigns[1]!, { contact: ada! }).id;
    expect(await queued('id')).toEqual([brunos, adas]);
    expect(await queued('name')).toEqual([adas, brunos]);
    const chens = anItem(world, campaigns[0]!, { contact: chen! }).id;
    expect(await queued('name')).toEqual([adas, brunos, chens]);
    world.data.database.write(() => world.data.contacts.changeTx(chen!.id, 0, { name: 'Aaron' }));
    expect(await queued('name')).toEqual([chens, adas, brunos]);
    run("UPDATE call_campaigns SET status = 'completed', completed_at = 1, deleted_at = 1 WHERE id = ?", campaigns[1]!.id);
    expect(await queued('name')).toEqual([chens, brunos]);
    run("UPDATE call_queue SET status = 'cancelled', completed_at = 1 WHERE id = ?", brunos);
    expect(await queued('name')).toEqual([chens]);
  });

  it('goes on behind a name that nobody bears any more', async () => {
    const [ada, bruno, chen] = ['Ada', 'Bruno', 'Chen'].map((name) => aContact(world, owners[0]!, { name }));
    const [chens, , brunos] = [chen!, ada!, bruno!].map((contact) => anItem(world, campaigns[0]!, { contact }).id);
    const { next } = await found({ sortBy: 'name' }, { offset: 0, limit: 2 });
    world.data.database.write(() => world.data.contacts.changeTx(bruno!.id, 0, { name: 'Zoe' }));
    const behind = await found({ sortBy: 'name' }, { offset: 0, limit: 2, after: next ?? undefined });
    expect(behind.ids).toEqual([chens, brunos]);
  });

  it('answers from its thread what was committed before it was asked', async () => {
    const index = queueIndex(world.data.database, 0);
    const ids = [1, 2, 3, 4].map((position) => anItem(world, campaigns[0]!, { position }).id);
    const at = world.clock.now();
    anItem(world, campaigns[0]!, { position: 5, status: 'cancelled', completedAt: at });
    run("UPDATE call_queue SET removed_at = 1 WHERE status = 'cancelled'");
    const ask = (statuses: QueueQuery['statuses']) => index.find(everyone, { ...ALL, statuses }, { offset: 0, limit: 10 });
    try {
      expect((await ask(['queued'])).ids).toEqual(ids);
      run("UPDATE call_queue SET status = 'cancelled', completed_at = 1 WHERE id > ? AND removed_at IS NULL", ids[1]);
      const later = anItem(world, campaigns[0]!, { position: 6 }).id;
      expect([(await ask(['queued'])).ids, (await ask(FINAL_ITEM_STATES)).ids]).toEqual([
        [ids[0], ids[1], later],
        [ids[2], ids[3]],
      ]);
    } finally {
      await index.stop();
    }
  });
});
