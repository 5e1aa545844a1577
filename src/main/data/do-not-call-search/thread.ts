/** The thread that searches the do-not-call list without holding up the engine's own. Started by `do-not-call-search.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import type { ThreadAnswer } from '../index-thread.ts';
import { findNumbers, FoundLately } from './find-numbers.ts';
import type { NumbersAsked, NumbersFound, NumbersTold } from './messages.ts';
import { openNumbers } from './numbers.ts';

const { databaseFile } = workerData as { databaseFile: string };
const sqlite = new BetterSqlite3(databaseFile, { readonly: true });
sqlite.pragma('cache_size = -8192');
const numbers = openNumbers(sqlite);
const lately = new FoundLately();

function answer({ n, ...asked }: NumbersAsked & { n: number }): ThreadAnswer<NumbersFound> {
  try {
    return { n, found: findNumbers(numbers, asked, lately) };
  } catch (error) {
    return { n, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', ({ changed, ...asked }: NumbersAsked & NumbersTold & { n: number }) => {
  if (changed) lately.forget();
  parentPort?.postMessage(answer(asked), []);
});
