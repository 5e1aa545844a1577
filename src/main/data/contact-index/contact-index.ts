/**
 * Which contacts match a search, in any order, out of a million, without holding up the engine's thread (decision 0009).
 *
 * A thread of its own keeps them in memory; it is started when somebody first asks. With each question it is told what was committed
 * since the last one, so that an answer never lags behind what was written before it was asked for. Answers ids; the rows are the
 * store's. Called by the verbs in `contacts/` alone.
 */
import { Worker } from 'node:worker_threads';
import type { Changes } from '../changes.ts';
import type { Database } from '../database.ts';
import { MOST_CHANGED } from './kept-users.ts';
import type { Answer, ContactNews, ContactQuery, ContactRange, ContactsFound } from './messages.ts';

/** Beside the sources, or in the built program, where every part is one file in a folder of its own. */
const THREAD = import.meta.url.endsWith('.ts')
  ? new URL('./thread.ts', import.meta.url)
  : new URL('../worker/contact-index.mjs', import.meta.url);

/** Rows pass through on their way into columns, which lie outside of this. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

interface Waiting {
  resolve: (found: ContactsFound) => void;
  reject: (error: Error) => void;
}

const noNews = (): ContactNews => ({ changed: [], everything: false, doNotCall: false });

export function contactIndex(database: Database) {
  let worker: Worker | null = null;
  let asked = 0;
  const waiting = new Map<number, Waiting>();
  const changed = new Set<number>();
  let news = noNews();

  const hear = (changes: Changes) => {
    if (worker === null) return;
    for (const id of changes.contacts) changed.add(id);
    if (changes.everyContact || changed.size > MOST_CHANGED) {
      news.everything = true;
      changed.clear();
    }
    if (changes.topics.has('do-not-call')) news.doNotCall = true;
  };
  database.onChange(hear);

  function fail(thread: Worker, error: Error): void {
    if (worker !== thread) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const thread = new Worker(THREAD, { workerData: { databaseFile: database.sqlite.name }, resourceLimits: MEMORY });
    thread.on('message', (answer: Answer) => {
      const asker = waiting.get(answer.n);
      waiting.delete(answer.n);
      if (waiting.size === 0) thread.unref();
      if ('found' in answer) asker?.resolve(answer.found);
      else asker?.reject(new Error(`The contact index failed: ${answer.failure}`));
    });
    thread.once('error', (error) => fail(thread, error instanceof Error ? error : new Error(String(error))));
    thread.once('exit', (code) => fail(thread, new Error(`The contact index ended with ${code}.`)));
    changed.clear();
    news = noNews();
    return thread;
  }

  const stop = async (): Promise<void> => {
    const thread = worker;
    if (thread === null) return;
    fail(thread, new Error('The contact index was stopped.'));
    await thread.terminate();
  };
  database.onClose(() => void stop());

  return {
    /** The ids of a part of those that match, in their order, and how many match in all. */
    find(query: ContactQuery, range: ContactRange): Promise<ContactsFound> {
      const thread = (worker ??= start());
      const told: ContactNews = { ...news, changed: [...changed] };
      news = noNews();
      changed.clear();
      asked += 1;
      const n = asked;
      return new Promise((resolve, reject) => {
        waiting.set(n, { resolve, reject });
        // As long as somebody waits for it, the process does not end.
        thread.ref();
        thread.postMessage({ n, query, range, news: told }, []);
      });
    },

    /** Ends the thread and waits for it; the next question starts another. */
    stop,
  };
}
