/** The thread of the queue index: answers questions about the queue without holding up the engine's own. Started by `queue-index.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import type { ThreadAnswer } from '../index-thread.ts';
import { KeptQueue } from './kept-queue.ts';
import type { QueueAsked, QueueFound, QueueTold } from './messages.ts';
import { openRows } from './read-rows.ts';

const { databaseFile } = workerData as { databaseFile: string };
const sqlite = new BetterSqlite3(databaseFile, { readonly: true });
sqlite.pragma('cache_size = -8192');
const queue = new KeptQueue(openRows(sqlite), () => new Promise((go) => setImmediate(go)));

async function answer({ n, query, range }: QueueAsked & { n: number }): Promise<ThreadAnswer<QueueFound>> {
  try {
    return { n, found: await queue.find(query, range) };
  } catch (error) {
    return { n, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (told: (QueueAsked | QueueTold) & { n: number }) => {
  queue.hear(told.news);
  if ('query' in told) void answer(told).then((found) => parentPort?.postMessage(found, []));
  else queue.settle();
});
