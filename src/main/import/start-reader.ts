/** The engine's end of the import's worker. */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/domain/app-error.ts';
import type { FileReading, ReadJob, ReadMessage, ReadProgress, ReadResult } from './read-messages.ts';

export interface ReaderRun {
  /** Rejects with the `AppError` of the file, with what broke in the worker, or with `ReaderStopped`. */
  done: Promise<ReadResult>;
  stop(): void;
}

export interface ReaderEvents {
  onHead(reading: FileReading): void;
  onProgress(progress: ReadProgress): void;
}

/** The reading was stopped by whoever began it. */
export class ReaderStopped extends Error {
  override readonly name = 'ReaderStopped';
}

/** Rows and columns of one file fit many times over; a worker that wants more is broken and must not take the engine with it. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

/** Reads and checks a file in a thread of its own. */
export function startReader(workerUrl: URL, job: ReadJob, events: ReaderEvents): ReaderRun {
  const worker = new Worker(workerUrl, { workerData: job, resourceLimits: MEMORY });
  let stopped = false;
  const done = new Promise<ReadResult>((resolve, reject) => {
    worker.on('message', (message: ReadMessage) => {
      switch (message.kind) {
        case 'head':
          return events.onHead(message.reading);
        case 'progress':
          return events.onProgress(message.progress);
        case 'checked':
          return resolve(message.result);
        case 'refused': {
          const { kind, code, message: sentence, details } = message.error;
          return reject(new AppError(kind, code, sentence, { details }));
        }
        case 'fault':
          return reject(new Error(`The import's worker failed: ${message.text}`));
      }
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(stopped ? new ReaderStopped() : new Error(`The import's worker ended with ${code}.`)));
  });
  return {
    done,
    stop() {
      stopped = true;
      void worker.terminate();
    },
  };
}
