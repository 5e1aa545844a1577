/** Migrations that do not exist yet: folders for a test, which hold those of the program and one more. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { migrateFile } from '../../src/main/data/migrate.ts';
import { MIGRATIONS } from '../helpers/builders.ts';

interface Journal {
  entries: { idx: number; version: string; when: number; tag: string; breakpoints: boolean }[];
}

/** The program's migrations and after them one with these statements. */
export function withLaterMigration(statements: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringmaster-migrations-'));
  cpSync(MIGRATIONS, folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
  const last = journal.entries.at(-1)!;
  const tag = `${String(last.idx + 1).padStart(4, '0')}_later`;
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag });
  writeFileSync(file, JSON.stringify(journal));
  writeFileSync(join(folder, `${tag}.sql`), statements.join(';\n--> statement-breakpoint\n'));
  return folder;
}

/** The first `count` of the program's migrations: those of an earlier version. */
export function withMigrationsOf(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringmaster-migrations-'));
  cpSync(MIGRATIONS, folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

/**
 * Makes `file` what an earlier version would have written: its schema from `folder`, and every row with the columns that it knew.
 */
export function backToEarlier(file: string, folder: string): void {
  const newer = `${file}.newer`;
  renameSync(file, newer);
  migrateFile(file, folder);
  const sqlite = new BetterSqlite3(file);
  const names = (query: string) => sqlite.prepare(query).pluck().all() as string[];
  sqlite.pragma('foreign_keys = OFF');
  sqlite.prepare('ATTACH ? AS newer').run(newer);
  // The rows come as they are: no trigger may count them a second time.
  for (const name of names("SELECT name FROM main.sqlite_master WHERE type = 'trigger'")) sqlite.exec(`DROP TRIGGER ${name}`);
  for (const table of names("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> '__drizzle_migrations'")) {
    const columns = (sqlite.pragma(`main.table_info(${table})`) as { name: string }[]).map(({ name }) => `"${name}"`).join(', ');
    sqlite.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`);
  }
  sqlite.close();
  rmSync(newer);
  // Its triggers again.
  migrateFile(file, folder);
}

/** A column that a rebuilt table has and the one before had not. */
export const NEW_COLUMN = 'came_later';

/**
 * Rebuilds every table that others refer to, as SQLite wants it for whatever ALTER TABLE cannot do: a new table, its rows, the old
 * one dropped, the new one renamed, its indexes made again.
 */
export function rebuildParents(sqlite: BetterSqlite3.Database): string[] {
  return parentsOf(sqlite).flatMap((table) => {
    const sql = (type: string) =>
      sqlite
        .prepare('SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type = ? AND sql IS NOT NULL')
        .pluck()
        .all(table, type) as string[];
    const columns = (sqlite.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => `"${name}"`).join(', ');
    const create = sql('table')[0]!
      // A table that was rebuilt before has other quotes around its name.
      .replace(
        new RegExp(`^CREATE TABLE [\`"]${table}[\`"] \\(`),
        `CREATE TABLE \`__new_${table}\` (\`${NEW_COLUMN}\` text DEFAULT 'x' NOT NULL,`,
      )
      .replaceAll(`"${table}".`, `"__new_${table}".`);
    return [
      create,
      `INSERT INTO __new_${table} (${columns}) SELECT ${columns} FROM ${table}`,
      `DROP TABLE ${table}`,
      `ALTER TABLE __new_${table} RENAME TO ${table}`,
      ...sql('index'),
    ];
  });
}

/** Tables that others refer to. */
export function parentsOf(sqlite: BetterSqlite3.Database): string[] {
  const tables = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all() as string[];
  const referred = tables.flatMap((table) => (sqlite.pragma(`foreign_key_list(${table})`) as { table: string }[]).map((key) => key.table));
  return [...new Set(referred)].toSorted();
}
