/**
 * Which contacts match a search, in any order, out of a million, without holding up the engine's thread (decision 0009).
 *
 * A thread of its own keeps them in memory; it is started when somebody first asks. With each question it is told what was committed
 * since the last one, so that an answer never lags behind what was written before it was asked for. Answers ids; the rows are the
 * store's. Called by the verbs in `contacts/` alone.
 */
import type { Changes } from '../changes.ts';
import type { Database } from '../database.ts';
import { indexThread } from '../index-thread.ts';
import { MOST_CHANGED } from './kept-users.ts';
import type { ContactAsked, ContactNews, ContactQuery, ContactRange, ContactsFound } from './messages.ts';

/** Beside the sources, or in the built program, where every part is one file in a folder of its own. */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./thread.ts', import.meta.url)
  : new URL('../worker/contact-index.mjs', import.meta.url);

const noNews = (): ContactNews => ({ changed: [], everything: false, doNotCall: false });

export function contactIndex(database: Database) {
  const changed = new Set<number>();
  let news = noNews();

  const takeNews = (): ContactNews => {
    const told = { ...news, changed: [...changed] };
    news = noNews();
    changed.clear();
    return told;
  };
  const thread = indexThread<{ news: ContactNews }, ContactAsked, ContactsFound>(database, {
    script: THREAD,
    what: 'contact index',
    onStart: takeNews,
  });

  const hear = (changes: Changes) => {
    if (!thread.isUp()) return;
    for (const id of changes.contacts) changed.add(id);
    if (changes.everyContact || changed.size > MOST_CHANGED) {
      news.everything = true;
      changed.clear();
    }
    if (changes.topics.has('do-not-call')) news.doNotCall = true;
  };
  database.onChange(hear);

  return {
    /** The ids of a part of those that match, in their order, and how many match in all. */
    find: (query: ContactQuery, range: ContactRange): Promise<ContactsFound> => thread.ask(() => ({ query, range, news: takeNews() })),

    /** Ends the thread and waits for it; the next question starts another. */
    stop: () => thread.stop(),
  };
}
