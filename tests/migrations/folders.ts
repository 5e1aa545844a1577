/** Migrations that do not exist yet: folders for a test, which hold those of the program and one more. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
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
      .replace(`CREATE TABLE \`${table}\` (`, `CREATE TABLE \`__new_${table}\` (\`${NEW_COLUMN}\` text DEFAULT 'x' NOT NULL,`)
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
