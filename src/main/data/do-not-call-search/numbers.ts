/**
 * What a list of forbidden numbers reads of the database: numbers in their order, the latest first, those of one file by number.
 *
 * Each answer is one statement and so one state of the list, whoever adds to it meanwhile. A search walks the index in that order and
 * ends where enough is found; one that finds little looks at all of them, 0.1 µs a number and more.
 */
import type BetterSqlite3 from 'better-sqlite3';
import { searchedDigits } from '../../../shared/domain/fold-text.ts';

const PART = 'ORDER BY added_at DESC, phone LIMIT @limit OFFSET @offset';

export function openNumbers(sqlite: BetterSqlite3.Database) {
  const all = sqlite.prepare(`SELECT phone FROM do_not_call ${PART}`).pluck();
  const searched = sqlite
    .prepare(`SELECT phone FROM do_not_call WHERE reason LIKE @reason ESCAPE '\\' OR phone LIKE @digits ${PART}`)
    .pluck();
  const count = sqlite.prepare('SELECT count(*) FROM (SELECT 1 FROM do_not_call LIMIT ?)').pluck();

  return {
    /** A part of those that a search finds; an empty one finds all. */
    find(search: string, offset: number, limit: number): string[] {
      if (search === '') return all.all({ offset, limit }) as string[];
      const escaped = search.replace(/[\\%_]/g, (sign) => `\\${sign}`);
      const digits = searchedDigits(search);
      return searched.all({ reason: `%${escaped}%`, digits: digits && `%${digits}%`, offset, limit }) as string[];
    },

    /** How many there are, counted no further than `most`. */
    count: (most: number) => count.get(most) as number,
  };
}

export type Numbers = ReturnType<typeof openNumbers>;
