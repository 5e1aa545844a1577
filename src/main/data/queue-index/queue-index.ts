/**
 * Which items of the queue a list shows, by any filter and in any order, out of a million, without holding up the engine's thread
 * (decision 0016).
 *
 * Few items are kept beside the engine's own work, many in a thread of their own. What changes is noted by triggers of this
 * connection alone, so that no statement can forget to tell; with each question the index is told what was committed since the last
 * one, so that an answer never lags behind what was written before it was asked for. Answers ids; the rows are the store's. Called by
 * the verbs in `queue/` alone.
 */
import type { Changes } from '../changes.ts';
import type { Database } from '../database.ts';
import { indexThread } from '../index-thread.ts';
import { KeptQueue } from './kept-queue.ts';
import type { QueueAsked, QueueFound, QueueNews, QueueQuery, QueueRange, QueueTold } from './messages.ts';
import { openRows } from './read-rows.ts';
import { type Scope, scopeValue } from '../scope.ts';

/** Beside the sources, or in the built program, where every part is one file in a folder of its own. */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./thread.ts', import.meta.url)
  : new URL('../worker/queue-index.mjs', import.meta.url);

/** So many items are read in a few milliseconds: a thread for them would cost more than it spares. */
const FEW = 10_000;
/** Told without a question, so that none waits for the news of a long night. */
const MOST_UNTOLD = { items: 5_000, commits: 200 };

/** The columns by which items are found and sorted, here and in their lines. */
const NOTED = [
  'user_id',
  'campaign_id',
  'contact_id',
  'status',
  'priority',
  'attempt_count',
  'scheduled_for',
  'last_attempt_time',
  'callback_requested',
  'callback_time',
  'ready',
  'ready_at',
  'named',
  'score',
  'updated_at',
  'removed_at',
];
// Temporary ones belong to this connection: no other one that writes has to know the function, and no migration them.
const TRIGGERS = `
  CREATE TEMP TRIGGER queue_noted_change AFTER UPDATE OF ${NOTED.join(', ')} ON main.call_queue BEGIN SELECT note_queue_item(NEW.id); END;
  CREATE TEMP TRIGGER queue_noted_end AFTER DELETE ON main.call_queue BEGIN SELECT note_queue_item(OLD.id); END;`;

/** @param fewest up to so many items no thread is begun for them. */
export function queueIndex(database: Database, fewest = FEW) {
  const { sqlite } = database;
  const lastId = sqlite.prepare('SELECT coalesce(max(id), 0) FROM call_queue').pluck();
  const items = new Set<number>();
  const contacts = new Set<number>();
  let everyContact = false;
  let commits = 0;
  let isWatched = false;
  let few: KeptQueue | null = null;

  const takeNews = (): QueueNews => {
    const told = { items: [...items], contacts: [...contacts], everyContact };
    items.clear();
    contacts.clear();
    everyContact = false;
    commits = 0;
    return told;
  };
  const thread = indexThread<QueueTold, QueueAsked, QueueFound>(database, { script: THREAD, what: 'queue index', onStart: takeNews });
  const isKept = () => few !== null || thread.isUp();

  function watch(): void {
    if (isWatched) return;
    isWatched = true;
    sqlite.function('note_queue_item', (id: unknown) => {
      if (isKept()) items.add(Number(id));
      return null;
    });
    sqlite.exec(TRIGGERS);
  }

  database.onChange((changes: Changes) => {
    if (!isKept()) return;
    for (const id of changes.contacts) contacts.add(id);
    everyContact ||= changes.everyContact;
    commits += 1;
    if (thread.isUp() && (items.size > MOST_UNTOLD.items || commits > MOST_UNTOLD.commits)) thread.tell({ news: takeNews() });
  });

  return {
    /** The ids of a part of those that match, in their order, and how many match in all. */
    find(scope: Scope, asked: QueueQuery, range: QueueRange): Promise<QueueFound> {
      watch();
      const query = { ...asked, userId: scopeValue(scope) };
      if (thread.isUp() || (lastId.get() as number) > fewest) {
        few = null;
        return thread.ask(() => ({ query, range, news: takeNews() }));
      }
      if (few === null) takeNews();
      few ??= new KeptQueue(openRows(sqlite), () => Promise.resolve());
      few.hear(takeNews());
      return few.find(query, range);
    },

    /** Ends the thread and waits for it; the next question starts another. */
    stop: () => thread.stop(),
  };
}
