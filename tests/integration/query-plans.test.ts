/**
 * Every statement that a pass, a dial, a delivery, the watch and the lists run is asked how it finds its rows: a scan of a table that holds
 * millions would not be seen in tests on few rows, and would be felt by everyone on many.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { applyReport } from '../../src/main/calls/apply-report.ts';
import { callsBehind } from '../../src/main/analytics/calls-behind.ts';
import { listCalls, listDeliveries, readCall } from '../../src/main/calls/read-calls.ts';
import { listDoNotCall } from '../../src/main/compliance/do-not-call.ts';
import type { Database } from '../../src/main/data/database.ts';
import { openData } from '../../src/main/data/open.ts';
import { everyone } from '../../src/main/data/scope.ts';
import { openStores } from '../../src/main/data/stores.ts';
import { dial } from '../../src/main/dialer/dial.ts';
import { Pass } from '../../src/main/dialer/pass.ts';
import { watchCalls } from '../../src/main/dialer/watch.ts';
import { readQueue } from '../../src/main/queue/read-queue.ts';
import { aCampaign, anAdmin, anEndedCall, anItem, aUser, MIGRATIONS, openWorld, type World } from '../helpers/builders.ts';

const BIG = ['call_queue', 'contacts', 'calls', 'queue_history', 'webhook_inbox', 'do_not_call'];
const PAGE = { page: 3, limit: 20 };
const MOST = 10_001;

describe('the statements of the dialer', () => {
  it('find every row of a big table by an index', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-'));
    const opened = openData({ dataDir, migrationsFolder: MIGRATIONS, synchronous: 'OFF' });
    const { database } = opened;
    const prepared = vi.spyOn(database.sqlite, 'prepare');
    const stores = openStores(database);
    const held = prepared.mock.calls.map(([sql]) => sql);
    const world = openWorld({ data: stores });
    const provider = {
      name: 'practice' as const,
      can: { hangUp: true, withdraw: true, record: true, lookUpByReference: true },
      accountLimit: () => null,
      takeRateToken: () => true,
      nextRateTokenAt: (now: number) => now,
      dial: ({ reference }: { reference: string }) =>
        Promise.resolve({ kind: 'accepted' as const, providerCallId: `there-${reference}`, state: null }),
      lookUp: () => Promise.resolve({ kind: 'not-found' as const }),
      hangUp: () => Promise.resolve({ kind: 'cannot' as const }),
      withdraw: () => Promise.resolve({ kind: 'cannot' as const }),
      readDelivery: () => ({ kind: 'nothing' as const }),
      fetchRecording: () => Promise.resolve(null),
    };
    const parts = { ...world, data: stores, providers: { practice: provider } };
    const inThere = { ...world, data: stores };
    const user = aUser(inThere);
    const campaign = aCampaign(inThere, user);
    for (let i = 1; i <= 3; i += 1) anItem(inThere, campaign, { position: i });
    prepared.mockClear();
    const { claimed } = new Pass(parts).run(() => true);
    expect(claimed).toHaveLength(2);
    for (const call of claimed) await dial(parts, call);
    const [first] = stores.calls.up(everyone);
    const report = {
      providerCallId: first?.providerCallId ?? '',
      reference: first?.id ?? null,
      state: 'completed',
      at: null,
      durationSeconds: 9,
    } as const;
    database.write(() => applyReport(parts, first?.id ?? '', report, world.clock.now()));
    await world.clock.advance(120_000);
    await watchCalls(parts);

    // What the stores hold ready from the beginning, and what was asked for on the way.
    const asked = [...held, ...prepared.mock.calls.map(([sql]) => sql)];
    const scans = plansOf(database, asked).filter((step) => isScan(step));
    opened.close();
    world.close();
    rmSync(dataDir, { recursive: true, force: true });
    expect(scans).toEqual([]);
  });
});

describe('the statements of lists', () => {
  it('walk an index in the order that is shown, whatever is asked for', async () => {
    const world = openWorld();
    const { database } = world.data;
    const [user, admin] = [aUser(world), anAdmin(world)];
    const campaign = aCampaign(world, user);
    anEndedCall(world, anItem(world, campaign), 'busy');
    for (let i = 1; i <= 3; i += 1) anItem(world, campaign, { position: i });
    const prepared = vi.spyOn(database.sqlite, 'prepare');
    for (const actor of [user, admin]) {
      for (const campaignId of [undefined, campaign.id]) {
        for (const ended of [{}, { status: 'completed' }, { status: 'in-progress' }, { outcome: 'no-answer', counted: true }] as const) {
          listCalls(world, actor, { ...PAGE, campaignId, ...ended }, MOST);
        }
        for (const statuses of [undefined, ['queued'], ['failed']] as const) {
          await readQueue(world, actor, { ...PAGE, campaignId, statuses, sortBy: 'line', sortDir: 'asc' });
        }
        await callsBehind(world, actor, { ...PAGE, campaignId, days: 2, practice: true });
      }
      readCall(world, actor, world.data.calls.up(everyone)[0]?.id ?? lastCallId(world));
      listDeliveries(world, actor, PAGE, MOST);
      listDeliveries(world, actor, { ...PAGE, callId: 'call_1' }, MOST);
    }
    await listDoNotCall(world, PAGE);
    const asked = prepared.mock.calls.map(([sql]) => sql);
    const steps = plansOf(database, asked);
    world.close();
    expect(asked.length).toBeGreaterThan(40);
    expect(steps.filter((step) => isScan(step) || isSortOfAll(step))).toEqual([]);
  });
});

interface Step {
  detail: string;
  sql: string;
}

/** How SQLite would find the rows of each statement, step by step. */
function plansOf(database: Database, asked: readonly string[]): Step[] {
  const statements = new Set(asked.filter((sql) => !/^(BEGIN|COMMIT|ROLLBACK|EXPLAIN|CREATE)|LIKE/.test(sql)));
  return [...statements].flatMap((sql) =>
    (database.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parametersOf(sql)) as { detail: string }[]).map(({ detail }) => ({
      detail,
      sql,
    })),
  );
}

/** All rows from their end on, as far as a page goes, are no scan. */
const isScan = ({ detail, sql }: Step) =>
  !/^select [^()]* order by "\w+"\."id" desc limit \? offset \?$/.test(sql) &&
  BIG.some((table) => new RegExp(`^SCAN ${table}\\b(?!.*USING (COVERING )?INDEX)`).test(detail));

/** A page out of all rows sorted for it; what is sorted of a page that was found, or of walks cut to a page, is little. */
const isSortOfAll = ({ detail, sql }: Step) =>
  detail === 'USE TEMP B-TREE FOR ORDER BY' && /LIMIT/i.test(sql) && !sql.startsWith('SELECT id FROM (SELECT * FROM');

const lastCallId = (world: World) => world.data.database.sqlite.prepare('SELECT max(id) FROM calls').pluck().get() as string;

/** Something for every parameter: the plan does not depend on it. */
function parametersOf(sql: string): unknown[] {
  const named = [...sql.matchAll(/[@:$]([A-Za-z_]\w*)/g)].map(([, name]) => name as string);
  const unnamed = (sql.match(/\?/g) ?? []).map(() => null);
  return [...unnamed, ...(named.length > 0 ? [Object.fromEntries(named.map((name) => [name, null]))] : [])];
}
