/**
 * The import's worker, and the second thread that it starts for phone numbers: one file, so that the built program finds itself.
 * Started by `start-reader.ts`; everything it needs is in its `workerData`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/domain/app-error.ts';
import { type PhoneWork, servePhones } from './phone-thread.ts';
import { readFile } from './read-file.ts';
import type { PlainError, ReadJob, ReadMessage } from './read-messages.ts';
import { yieldToCalls } from './yield-to-calls.ts';

const say = (message: ReadMessage) => parentPort?.postMessage(message, []);

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

yieldToCalls();
const work = workerData as ReadJob | PhoneWork;
if (work.role === 'phones') servePhones(work);
else await read(work);
