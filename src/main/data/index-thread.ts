/**
 * A thread that answers questions from what it keeps in memory: started with the first question, one question after another,
 * told with each what was committed since the last one. Whoever asks of rows by the million asks here, not the engine's thread.
 */
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/domain/app-error.ts';
import type { Database } from './database.ts';

/** What comes back: the number of the question, and what was found or why nothing could be. */
export type ThreadAnswer<Found> = { n: number; found: Found } | { n: number; failure: string };

/** Rows pass through on their way into columns, which lie outside of this. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

interface Waiting<Found> {
  resolve: (found: Found) => void;
  reject: (error: Error) => void;
}

export interface IndexThread<Told extends object, Asked extends Told, Found> {
  /** Whether there is one to be told what changes. */
  isUp(): boolean;
  /** Starts the thread where there is none. @param asked read after that, so that what is told counts from the start. */
  ask(asked: () => Asked): Promise<Found>;
  /** Tells something without a question; nothing where there is no thread. */
  tell(told: Told): void;
  /** Ends the thread and waits for it; the next question starts another. */
  stop(): Promise<void>;
}

/** @param what its name in a failure. @param onStart forgets what was noted for a thread before. */
export function indexThread<Told extends object, Asked extends Told, Found>(
  database: Database,
  { script, what, onStart }: { script: URL; what: string; onStart: () => void },
): IndexThread<Told, Asked, Found> {
  let worker: Worker | null = null;
  let asked = 0;
  const waiting = new Map<number, Waiting<Found>>();

  function fail(thread: Worker, error: Error): void {
    if (worker !== thread) return;
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const thread = new Worker(script, { workerData: { databaseFile: database.sqlite.name }, resourceLimits: MEMORY });
    thread.on('message', (answer: ThreadAnswer<Found>) => {
      const asker = waiting.get(answer.n);
      waiting.delete(answer.n);
      if (waiting.size === 0) thread.unref();
      if ('found' in answer) asker?.resolve(answer.found);
      else asker?.reject(new Error(`The ${what} failed: ${answer.failure}`));
    });
    thread.once('error', (error) => fail(thread, error instanceof Error ? error : new Error(String(error))));
    thread.once('exit', (code) => fail(thread, new Error(`The ${what} ended with ${code}.`)));
    onStart();
    return thread;
  }

  const stop = async (): Promise<void> => {
    const thread = worker;
    if (thread === null) return;
    // Nobody's fault: whoever asked last did so while the program ends.
    fail(thread, new AppError('unavailable', 'ending', 'Ringmaster is ending. Ask again when it runs.'));
    await thread.terminate();
  };
  database.onClose(() => void stop());

  return {
    isUp: () => worker !== null,
    ask(question) {
      const thread = (worker ??= start());
      asked += 1;
      const n = asked;
      return new Promise((resolve, reject) => {
        waiting.set(n, { resolve, reject });
        // As long as somebody waits for it, the process does not end.
        thread.ref();
        thread.postMessage({ n, ...question() }, []);
      });
    },
    tell: (told) => worker?.postMessage({ n: 0, ...told }, []),
    stop,
  };
}
