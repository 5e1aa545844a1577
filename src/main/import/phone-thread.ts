/**
 * A second thread for phone numbers, which are three quarters of the work of a check.
 *
 * The reader never waits for it while it has something to do itself: it hands over a batch when few are under way there,
 * and reads the others with its own hands. Answers are fetched without the event loop, because the reader's is busy.
 */
import { type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { judgePhones, type PhoneRules, type PhoneVerdicts } from './phone-verdicts.ts';

/** How many batches wait there at most: enough that it never stands still while this one parses and writes. */
const UNDER_WAY = 4;
/** The thread is asked for a sign of life so often, ms. */
const PATIENCE = 30_000;

type Answer = { verdicts: PhoneVerdicts } | { fault: string };

export interface PhoneWork {
  role: 'phones';
  port: MessagePort;
  /** Counts answers, so that the reader can wait for the next. */
  answers: Int32Array<SharedArrayBuffer>;
  rules: PhoneRules;
}

/** What the second thread does all its life: batches in, verdicts out, in their order. */
export function servePhones({ port, answers, rules }: PhoneWork): void {
  port.on('message', (cells: string[]) => {
    port.postMessage(answer(cells, rules));
    Atomics.add(answers, 0, 1);
    Atomics.notify(answers, 0);
  });
}

function answer(cells: readonly string[], rules: PhoneRules): Answer {
  try {
    return { verdicts: judgePhones(cells, rules) };
  } catch (error) {
    return { fault: String(error) };
  }
}

export class PhoneThread {
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly answers = new Int32Array(new SharedArrayBuffer(4));
  private sent = 0;
  private fetched = 0;

  constructor(workerUrl: URL, rules: PhoneRules) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1 as unknown as MessagePort;
    const work: PhoneWork = { role: 'phones', port: port2 as unknown as MessagePort, answers: this.answers, rules };
    this.worker = new Worker(workerUrl, { workerData: work, transferList: [work.port], resourceLimits: { maxYoungGenerationSizeMb: 24 } });
    this.worker.unref();
  }

  /** Whether it can take a batch without letting it lie. */
  get hasRoom(): boolean {
    return this.sent - Atomics.load(this.answers, 0) < UNDER_WAY;
  }

  send(cells: readonly string[]): void {
    this.sent += 1;
    this.port.postMessage(cells, []);
  }

  /** The next answer if it is there. */
  poll(): PhoneVerdicts | null {
    const received: { message: Answer } | undefined = receiveMessageOnPort(this.port);
    if (!received) return null;
    this.fetched += 1;
    if ('fault' in received.message) throw new Error(received.message.fault);
    return received.message.verdicts;
  }

  /** The next answer, waited for. */
  wait(): PhoneVerdicts {
    for (;;) {
      const seen = Atomics.load(this.answers, 0);
      const verdicts = this.poll();
      if (verdicts) return verdicts;
      // The answer is posted before it is counted: after the count it may take a moment until the port shows it.
      if (Atomics.wait(this.answers, 0, seen, seen > this.fetched ? 1 : PATIENCE) === 'timed-out' && seen === this.fetched) {
        throw new Error('the thread for phone numbers does not answer');
      }
    }
  }

  stop(): Promise<unknown> {
    this.port.close();
    return this.worker.terminate();
  }
}
