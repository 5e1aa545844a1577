/** Column shapes that every table uses alike. Instants are UTC milliseconds as plain numbers. */
import { type SQL, sql } from 'drizzle-orm';
import { type AnySQLiteColumn, check, integer, text } from 'drizzle-orm/sqlite-core';

export const instant = (name: string) => integer(name, { mode: 'number' });
export const flag = (name: string) => integer(name, { mode: 'boolean' });
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

/** CHECK that a text column holds one of the words of a table in `shared/domain/states.ts`. */
export function oneOf(name: string, column: AnySQLiteColumn, words: readonly string[]) {
  return check(name, sql`${column} IN (${list(words)})`);
}

/** The words as a list of SQL literals: constraints and partial indexes take no parameters. */
export function list(words: readonly string[]): SQL {
  return sql.raw(words.map((word) => `'${word}'`).join(', '));
}

export type Json = Record<string, unknown>;
