/** The thread of the contact index: answers questions about contacts without holding up the engine's own. Started by `contact-index.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { KeptUsers } from './kept-users.ts';
import type { ThreadAnswer } from '../index-thread.ts';
import type { ContactAsked, ContactsFound } from './messages.ts';
import { openLines } from './read-lines.ts';

const { databaseFile } = workerData as { databaseFile: string };
const users = new KeptUsers(openLines(databaseFile), () => new Promise((go) => setImmediate(go)));

async function answer({ n, query, range, news }: ContactAsked & { n: number }): Promise<ThreadAnswer<ContactsFound>> {
  users.hear(news);
  try {
    return { n, found: await users.find(query, range) };
  } catch (error) {
    return { n, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on(
  'message',
  (question: ContactAsked & { n: number }) => void answer(question).then((told) => parentPort?.postMessage(told, [])),
);
