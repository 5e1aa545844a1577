/** Everything that the space sends to its customer: signed, given up after its time, counted. */
import type { Clock } from '../../../src/main/ports/clock.ts';
import type { Fields } from './callbacks.ts';
import type { SignalWireOptions } from './options.ts';
import { SIGNATURE_HEADER, signatureFor, signForm, signJson } from './signatures.ts';
import type { Hook } from './space-call.ts';

/** Milliseconds until an answer must have come; `#rt=` in an address changes it. */
const READ_TIMEOUT_MS = 5000;
const TRIES = 3;
/** Seconds of the line's time before the second and the third try of what the space repeats by itself. */
const BACK_OFF_SECONDS = [2, 10] as const;

export interface OutboxParts {
  clock: Clock;
  post: (request: Request) => Promise<Response>;
  options: () => SignalWireOptions;
  /** Seconds of the line's time in a second. */
  speed: () => number;
}

export class Outbox {
  /** Requests sent, those among them that were not answered with 2xx, and deliveries given up after their last try. */
  readonly counts = { sent: 0, failed: 0, dropped: 0 };
  private readonly parts: OutboxParts;
  private readonly timers = new Set<() => void>();

  constructor(parts: OutboxParts) {
    this.parts = parts;
  }

  /** Sends form fields once, signed by scheme B. Rejects where no answer came in time. */
  async form({ url, method }: Hook, fields: Fields): Promise<Response> {
    const { signingKey, signatures, paddingBytes } = this.parts.options();
    const [address] = url.split('#') as [string];
    const all: Fields = paddingBytes > 0 ? [...fields, ['Padding', 'x'.repeat(paddingBytes)]] : fields;
    if (method === 'GET') {
      const target = new URL(address);
      for (const [name, value] of all) target.searchParams.append(name, value);
      const signature = signatureFor(signatures, target.href, (over) => signForm(signingKey, over, []));
      return this.send(url, new Request(target, { headers: signed(signature) }));
    }
    const signature = signatureFor(signatures, address, (over, content) => signForm(signingKey, over, content === 'whole' ? all : []));
    const body = new URLSearchParams(all.map(([name, value]) => [name, value])).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signed(signature) };
    return this.send(url, new Request(address, { method, headers, body }));
  }

  /** Posts JSON once, signed by scheme A. Rejects where no answer came in time. */
  async json(url: string, value: Record<string, unknown>): Promise<Response> {
    const { signingKey, signatures, paddingBytes } = this.parts.options();
    const [address] = url.split('#') as [string];
    const body = JSON.stringify(paddingBytes > 0 ? { ...value, padding: 'x'.repeat(paddingBytes) } : value);
    const signature = signatureFor(signatures, address, (over, content) => signJson(signingKey, over, content === 'whole' ? body : ''));
    const headers = { 'content-type': 'application/json', ...signed(signature) };
    return this.send(url, new Request(address, { method: 'POST', headers, body }));
  }

  /** What the line may take for the answer, so that its own tries are those of the space. */
  statusForLine(status: number): number {
    const { retries } = this.parts.options();
    if (retries === 'server-errors' || (status >= 200 && status < 300)) return status;
    return retries === 'all' ? 503 : 200;
  }

  /** Sends what the line does not repeat: three tries in all, then it is dropped. */
  async thrice(once: () => Promise<Response>): Promise<void> {
    for (let nth = 0; nth < TRIES; nth++) {
      if (nth > 0) await this.wait(BACK_OFF_SECONDS[nth - 1]!);
      const status = await once().then(
        (answer) => this.statusForLine(answer.status),
        () => 503,
      );
      if (status < 300) return;
      if (status < 500 && status !== 429 && status !== 408) break;
    }
    this.counts.dropped++;
  }

  /** Resolves after so many seconds of the line's time; never once the space is stopped. */
  wait(seconds: number): Promise<void> {
    if (seconds <= 0) return Promise.resolve();
    return new Promise((done) => {
      const cancel = this.parts.clock.after((seconds * 1000) / this.parts.speed(), () => {
        this.timers.delete(cancel);
        done();
      });
      this.timers.add(cancel);
    });
  }

  stop(): void {
    for (const cancel of this.timers) cancel();
    this.timers.clear();
  }

  private async send(configured: string, request: Request): Promise<Response> {
    this.counts.sent++;
    const gone = new AbortController();
    let cancel = () => {};
    const late = new Promise<never>((_, reject) => {
      cancel = this.parts.clock.after(readTimeoutMs(configured), () => {
        gone.abort();
        reject(new Error('no answer came in time'));
      });
    });
    try {
      const answer = await Promise.race([this.parts.post(new Request(request, { signal: gone.signal })), late]);
      if (!answer.ok) this.counts.failed++;
      return answer;
    } catch (error) {
      this.counts.failed++;
      throw error;
    } finally {
      cancel();
    }
  }
}

const signed = (signature: string | null): Record<string, string> => (signature === null ? {} : { [SIGNATURE_HEADER]: signature });

/** `#ot=1000&rt=5000&tt=15000`: the time to answer, from 100 to 15,000 ms. */
function readTimeoutMs(url: string): number {
  const wished = Number(new URLSearchParams(url.split('#')[1] ?? '').get('rt') ?? Number.NaN);
  return wished >= 100 && wished <= 15_000 ? wished : READ_TIMEOUT_MS;
}
