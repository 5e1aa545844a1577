/**
 * The import's worker, and the second thread that it starts for phone numbers: one file, so that the built program finds itself.
 * Started by `start-reader.ts`; everything it needs is in its `workerData`.
 */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/domain/app-error.ts';
import { type PhoneWork, servePhones } from './phone-thread.ts';
import { readFile } from './read-file.ts';
import type { PlainError, ReadJob, ReadMessage } from './read-messages.ts';

const say = (message: ReadMessage) => parentPort?.postMessage(message);

const toPlain = ({ kind, code, message, details }: AppError): PlainError => ({ kind, code, message, details: [...details] });

async function read(job: ReadJob): Promise<void> {
  try {
    const result = await readFile(job, new URL(import.meta.url), {
      onHead: (reading) => say({ kind: 'head', reading }),
      onProgress: (progress) => say({ kind: 'progress', progress }),
    });
    say({ kind: 'checked', result });
  } catch (error) {
    say(
      error instanceof AppError
        ? { kind: 'refused', error: toPlain(error) }
        : { kind: 'fault', text: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    );
  }
}

/** The engine's calls go before an import. Linux alone gives a priority to a thread; elsewhere it would be the whole program's. */
function giveWay(): void {
  if (process.platform === 'linux') setPriority(0, 10);
}

const work = workerData as ReadJob | PhoneWork;
giveWay();
if (work.role === 'phones') servePhones(work);
else await read(work);
