/**
 * A list in a statement that is kept: however many there are, it is one value, so that the statement need not be built anew.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

/** Whether the column is one of `ids`, to be bound as their JSON. */
export const inList = (column: AnySQLiteColumn): SQL => sql`${column} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`;
