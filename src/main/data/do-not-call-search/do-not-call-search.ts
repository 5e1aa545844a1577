/**
 * Which numbers a page of the do-not-call list shows, or of a search in it, out of a million, without holding up the engine's thread.
 *
 * A short list is looked at beside the engine's own work, and so are the first pages of a long one; what would look at more is asked of
 * a thread of its own, which keeps what it found until it is told of a change, always before the question that follows it. Answers
 * numbers; their rows are the store's. Called by `compliance/do-not-call.ts` alone.
 */
import type { Database } from '../database.ts';
import { indexThread } from '../index-thread.ts';
import { findNumbers } from './find-numbers.ts';
import type { NumbersAsked, NumbersFound, NumbersTold } from './messages.ts';
import { openNumbers } from './numbers.ts';

/** Beside the sources, or in the built program, where every part is one file in a folder of its own. */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./thread.ts', import.meta.url)
  : new URL('../worker/do-not-call-search.mjs', import.meta.url);

/** So many are looked at in two milliseconds or three; a hundred of the longest pages. */
const FEW = 20_000;

/** @param fewest up to so many numbers are looked at on the engine's thread. */
export function doNotCallSearch(database: Database, fewest = FEW) {
  const numbers = openNumbers(database.sqlite);
  // At least as high as there are numbers, and found without counting them.
  const lastRow = database.sqlite.prepare('SELECT coalesce(max(rowid), 0) FROM do_not_call').pluck();
  let changed = false;

  const takeNews = (): NumbersTold => {
    const told = { changed };
    changed = false;
    return told;
  };
  const thread = indexThread<NumbersTold, NumbersAsked & NumbersTold, NumbersFound>(database, {
    script: THREAD,
    what: 'search of the do-not-call list',
    onStart: takeNews,
  });
  database.onChange(({ topics }) => {
    if (topics.has('do-not-call')) changed = true;
  });

  return {
    /** The numbers of a part of the list or of a search in it, in their order, and how many there are. */
    async find(asked: NumbersAsked): Promise<NumbersFound> {
      const looksAtFew = asked.search === '' && asked.offset + asked.limit <= fewest;
      if (looksAtFew || (lastRow.get() as number) <= fewest) return findNumbers(numbers, asked);
      return thread.ask(() => ({ ...asked, ...takeNews() }));
    },

    /** Ends the thread and waits for it; the next question starts another. */
    stop: () => thread.stop(),
  };
}
