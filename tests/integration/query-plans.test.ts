/**
 * Every statement that a pass, a dial, a delivery and the watch run is asked how it finds its rows: a scan of a table that holds
 * millions would not be seen in tests on few rows, and would be felt by everyone on many.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { applyReport } from '../../src/main/calls/apply-report.ts';
import { openData } from '../../src/main/data/open.ts';
import { everyone } from '../../src/main/data/scope.ts';
import { openStores } from '../../src/main/data/stores.ts';
import { dial } from '../../src/main/dialer/dial.ts';
import { Pass } from '../../src/main/dialer/pass.ts';
import { watchCalls } from '../../src/main/dialer/watch.ts';
import { aCampaign, anItem, aUser, MIGRATIONS, openWorld } from '../helpers/builders.ts';

const BIG = ['call_queue', 'contacts', 'calls', 'queue_history', 'webhook_inbox'];

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
    const statements = new Set(asked.filter((sql) => !/^(BEGIN|COMMIT|ROLLBACK)|LIKE/.test(sql)));
    const scans = [...statements].flatMap((sql) => {
      const plan = database.sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parametersOf(sql)) as { detail: string }[];
      return plan
        .filter(({ detail }) => BIG.some((table) => new RegExp(`^SCAN ${table}\\b(?!.*USING (COVERING )?INDEX)`).test(detail)))
        .map(({ detail }) => `${detail}: ${sql}`);
    });
    opened.close();
    world.close();
    rmSync(dataDir, { recursive: true, force: true });
    expect(scans).toEqual([]);
  });
});

/** Something for every parameter: the plan does not depend on it. */
function parametersOf(sql: string): unknown[] {
  const named = [...sql.matchAll(/[@:$]([A-Za-z_]\w*)/g)].map(([, name]) => name as string);
  const unnamed = (sql.match(/\?/g) ?? []).map(() => null);
  return [...unnamed, ...(named.length > 0 ? [Object.fromEntries(named.map((name) => [name, null]))] : [])];
}
