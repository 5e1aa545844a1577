import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DATABASE_FILE, openData } from '../../src/main/data/open.ts';
import { restore } from '../../src/main/data/backup.ts';
import { everyone } from '../../src/main/data/scope.ts';
import { aCallUp, aCampaign, aContact, anAdmin, anEndedCall, anItem, aUser, MIGRATIONS } from '../helpers/builders.ts';
import { Child } from '../helpers/child.ts';
import { openKeptWorld } from '../helpers/kept-world.ts';
import { backToEarlier, NEW_COLUMN, parentsOf, rebuildParents, withLaterMigration, withMigrationsOf } from './folders.ts';
import type { HolderInput, HolderSaid } from './holder-process.ts';

let dataDir: string;
let file: string;
let copy: string;
const folders: string[] = [];
const children: Child<HolderSaid>[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-'));
  file = join(dataDir, DATABASE_FILE);
  copy = `${file}.before-migration`;
  populate();
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill();
    await child.ended;
  }
  for (const folder of [dataDir, ...folders.splice(0)]) rmSync(folder, { recursive: true, force: true });
});

/** Something in every table that others refer to, and in most that refer to them. */
function populate(): void {
  const world = openKeptWorld(dataDir);
  const { data, clock } = world;
  const user = aUser(world);
  const admin = anAdmin(world);
  const campaign = aCampaign(world, user);
  aCallUp(world, anItem(world, campaign));
  for (const end of ['completed', 'busy', 'voicemail', 'cancelled'] as const) anEndedCall(world, anItem(world, campaign), end);
  for (const status of ['draft', 'scheduled', 'paused', 'completed', 'cancelled'] as const) aCampaign(world, admin, { status });
  const waiting = anItem(world, campaign, { contact: aContact(world, user, { customFields: { plan: 'gold' } }) });
  data.database.write(() => {
    data.items.recordTx(waiting.id, clock.now(), { action: 'priority_updated', by: user.userId });
    data.settings.writeTx('dialing', { timeZone: 'Europe/Berlin' }, clock.now());
  });
  world.close();
}

function later(statements: readonly string[]): string {
  const folder = withLaterMigration(statements);
  folders.push(folder);
  return folder;
}

function inFile<T>(read: (sqlite: BetterSqlite3.Database) => T): T {
  const sqlite = new BetterSqlite3(file);
  try {
    return read(sqlite);
  } finally {
    sqlite.close();
  }
}

/** Every row of every table, but for what the migrations know of themselves. */
const everything = () =>
  inFile((sqlite) => {
    const tables = sqlite.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('__drizzle_migrations', 'sqlite_sequence')",
    );
    const rowsOf = (table: string) =>
      (sqlite.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => column !== NEW_COLUMN)),
      );
    return Object.fromEntries((tables.pluck().all() as string[]).toSorted().map((table) => [table, rowsOf(table)]));
  });

const made = (type: 'trigger' | 'index') =>
  inFile((sqlite) => sqlite.prepare('SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL ORDER BY name').all(type));

const open = (migrationsFolder = MIGRATIONS) => openData({ dataDir, migrationsFolder }).close();
const failed = expect.objectContaining({ code: 'migration_failed' }) as Error;

describe('a later migration that rebuilds every table to which others refer', () => {
  it('keeps every row, every index and every trigger', () => {
    const before = { rows: everything(), indexes: made('index'), triggers: made('trigger') };
    const parents = inFile(parentsOf);
    expect(parents).toEqual(expect.arrayContaining(['agents', 'call_campaigns', 'call_queue', 'contacts', 'users']));
    expect(parents.filter((parent) => before.rows[parent]?.length === 0)).toEqual([]);
    open(later(inFile(rebuildParents)));
    expect({ rows: everything(), indexes: made('index'), triggers: made('trigger') }).toEqual(before);
    expect(inFile((sqlite) => [sqlite.pragma('foreign_key_check'), sqlite.pragma('integrity_check', { simple: true })])).toEqual([
      [],
      'ok',
    ]);
    expect(inFile((sqlite) => sqlite.prepare(`SELECT DISTINCT ${NEW_COLUMN} FROM call_queue`).pluck().all())).toEqual(['x']);
    expect(existsSync(copy)).toBe(false);
  });

  it('leaves a store that still counts, refuses what does not follow and checks references', () => {
    const world = openKeptWorld(dataDir, undefined, later(inFile(rebuildParents)));
    try {
      const { data, clock } = world;
      const { sqlite } = data.database;
      const [id, campaignId] = sqlite.prepare("SELECT id, campaign_id FROM call_queue WHERE status = 'queued'").raw().get() as [
        number,
        string,
      ];
      const before = data.campaigns.countsOf(everyone, campaignId)!;
      data.database.write(() => data.items.moveTx({ id, campaignId }, 'queued', 'skipped', clock.now()));
      expect(data.campaigns.countsOf(everyone, campaignId)).toEqual({ ...before, queued: before.queued - 1, skipped: before.skipped + 1 });
      expect(() => sqlite.prepare("UPDATE call_queue SET status = 'failed' WHERE id = ?").run(id)).toThrow('this state does not follow');
      expect(() => sqlite.prepare('UPDATE call_queue SET contact_id = 999999 WHERE id = ?').run(id)).toThrow('FOREIGN KEY');
    } finally {
      world.close();
    }
  });
});

describe('a file of the first version', () => {
  it('keeps every row, every index and every trigger, and can carry a reopening', () => {
    const before = { rows: everything(), indexes: made('index'), triggers: made('trigger') };
    const first = withMigrationsOf(1);
    folders.push(first);
    backToEarlier(file, first);
    expect(inFile((sqlite) => sqlite.pragma('table_info(call_campaigns)'))).not.toContainEqual(
      expect.objectContaining({ name: 'respread_next' }),
    );
    open();
    expect({ rows: everything(), indexes: made('index'), triggers: made('trigger') }).toEqual(before);
    expect(
      inFile((sqlite) => [
        sqlite.prepare('SELECT DISTINCT reopened_by, respread_next FROM call_campaigns').raw().all(),
        sqlite.prepare("UPDATE call_campaigns SET carry = 'reopen' WHERE status = 'active'").run().changes,
        sqlite.pragma('foreign_key_check'),
        sqlite.pragma('integrity_check', { simple: true }),
      ]),
    ).toEqual([[[null, 0]], 1, [], 'ok']);
  });
});

describe('a later migration that goes wrong', () => {
  it.each([
    ['loses rows', ['DELETE FROM queue_history']],
    ['leaves references that point nowhere', ['UPDATE call_queue SET contact_id = 999999 WHERE id = 1']],
    ['drops a parent and its rows with it', ['DROP TABLE contacts', 'CREATE TABLE contacts (id integer PRIMARY KEY)']],
    ['cannot be run to its end', ["UPDATE users SET name = 'lost'", 'SELECT no_such_function()']],
  ])('puts everything back as it was where it %s', (_, statements) => {
    const before = { rows: everything(), indexes: made('index'), triggers: made('trigger') };
    expect(() => open(later(statements))).toThrow(failed);
    expect({ rows: everything(), indexes: made('index'), triggers: made('trigger') }).toEqual(before);
    // And the version of before goes on with it, without the copy coming back over what it writes.
    const world = openKeptWorld(dataDir);
    aUser(world, { id: 'written-since' });
    world.close();
    open();
    expect(everything().users).toHaveLength(before.rows.users!.length + 1);
  });

  it('is put back at the next start where the process ended before it was found good', () => {
    const before = everything();
    copyFileSync(file, copy);
    inFile((sqlite) => sqlite.exec('DELETE FROM queue_history'));
    open();
    expect(everything()).toEqual(before);
    expect(existsSync(copy)).toBe(false);
  });

  it('is put back at the next start where the process was killed in its middle', async () => {
    const before = everything();
    const endless =
      'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) INSERT INTO settings SELECT i, i, i FROM n LIMIT 1000000000';
    const child = hold(later([endless]));
    await vi.waitUntil(() => existsSync(copy), { timeout: 30_000, interval: 5 });
    child.kill();
    expect(await child.end()).toBe('SIGKILL');
    open();
    expect(everything()).toEqual(before);
  });

  it('does not come back over a backup that was restored', async () => {
    const backup = join(dataDir, 'a-backup.db');
    inFile((sqlite) => sqlite.prepare('VACUUM INTO ?').run(backup));
    const before = everything();
    inFile((sqlite) => sqlite.exec('DELETE FROM queue_history'));
    copyFileSync(file, copy);
    restore(dataDir, backup, 0);
    open();
    expect(everything()).toEqual(before);
  });
});

describe('openData', () => {
  it('refuses a file of a newer version and leaves it alone', () => {
    open(later(["UPDATE users SET name = 'written by a newer version'"]));
    const before = everything();
    expect(() => open()).toThrow(
      expect.objectContaining({
        code: 'data_too_new',
        message: 'This data was written by a newer Ringmaster. Install that version, or restore an older backup.',
      }) as Error,
    );
    expect(everything()).toEqual(before);
  });

  it('refuses a directory that another process has open, and takes it as soon as that process is killed', async () => {
    const child = hold(MIGRATIONS);
    await child.hear('open');
    expect(() => open()).toThrow(
      expect.objectContaining({
        code: 'data_in_use',
        message: expect.stringContaining(`Another Ringmaster has ${dataDir} open.`) as string,
      }) as Error,
    );
    child.kill();
    await child.end();
    open();
  });
});

function hold(migrationsFolder: string): Child<HolderSaid> {
  const input: HolderInput = { dataDir, migrationsFolder };
  const child = new Child<HolderSaid>(new URL('holder-process.ts', import.meta.url), input);
  children.push(child);
  return child;
}
