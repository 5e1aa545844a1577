/**
 * The rows of a checked file as a person looks at them, a stretch at a time.
 *
 * Decides nothing. Must never hold up the engine's thread, whatever a person looks for: each call goes over so many rows at most,
 * found or not, and leaves no file open behind it, for the next check replaces them. Called by `import/rows.ts` alone.
 */
import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { RefusalKind } from './staging.ts';

/** Rows that one call goes over: a few milliseconds. */
const STRETCH = 10_000;

export interface Stretch<T> {
  rows: T[];
  /** Where the next stretch begins; null at the end. */
  next: number | null;
}

/** A row that is taken. */
export interface TakenRow {
  at: number;
  line: number;
  phone: number;
  name: string;
  email: string | null;
  company: string | null;
  barred: 0 | 1;
}

/** A row that is not, or not as it came. */
export interface ToldRow {
  at: number;
  line: number;
  column: string;
  value: string;
  reason: string;
  cells: readonly string[];
}

const TAKEN = `SELECT n AS at, line, phone, name, email, company, barred FROM rows
  WHERE n > @after AND n <= @upTo AND known = @known ORDER BY n LIMIT @limit`;
const TOLD = `SELECT id AS at, line, column_name AS "column", value, reason, cells FROM refused
  WHERE id > @after AND id <= @upTo AND kind = @kind ORDER BY id LIMIT @limit`;

/** Rows that are taken behind `after`, new ones or those that are known; none where the file was cleared away. */
export function takenRows(file: string, known: 0 | 1, after: number, limit: number): Stretch<TakenRow> {
  return stretchOf<TakenRow>(file, { table: 'rows', key: 'n', query: TAKEN }, { known }, after, limit);
}

/** Refused rows and remarks of one kind behind `after`. */
export function toldRows(file: string, kind: RefusalKind, after: number, limit: number): Stretch<ToldRow> {
  const { rows, next } = stretchOf<ToldRow>(file, { table: 'refused', key: 'id', query: TOLD }, { kind }, after, limit);
  return { rows: rows.map((row) => ({ ...row, cells: JSON.parse(row.cells as unknown as string) as string[] })), next };
}

function stretchOf<T extends { at: number }>(
  file: string,
  { table, key, query }: { table: string; key: string; query: string },
  bound: object,
  after: number,
  limit: number,
): Stretch<T> {
  if (!existsSync(file)) return { rows: [], next: null };
  const sqlite = new BetterSqlite3(file, { readonly: true });
  try {
    const last = sqlite.prepare(`SELECT coalesce(max(${key}), 0) FROM ${table}`).pluck().get() as number;
    const upTo = after + STRETCH;
    const rows = sqlite.prepare(query).all({ ...bound, after, upTo, limit }) as T[];
    const reached = rows.length === limit ? (rows.at(-1)?.at ?? upTo) : upTo;
    return { rows, next: reached < last ? reached : null };
  } finally {
    sqlite.close();
  }
}
