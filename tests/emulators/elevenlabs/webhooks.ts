/**
 * The workspace's webhook: its signature, its tries, and that it is switched off by itself where nobody takes it for long.
 * Never rejects: a delivery that nobody took is the vendor's own affair.
 */
import { createHmac } from 'node:crypto';
import type { Clock } from '../../../src/main/ports/clock.ts';
import { chanceOf } from '../../../src/main/telephony/practice/chance.ts';
import type { Fields } from '../routes.ts';
import type { ElevenLabsOptions } from './options.ts';

export interface WebhooksParts {
  clock: Clock;
  options: () => ElevenLabsOptions;
  /** How many of the line's seconds are one of the clock's. */
  speed: () => number;
  post: (request: Request) => Promise<Response>;
}

export const SIGNATURE_HEADER = 'elevenlabs-signature';

/** Seconds before each further try. */
const WAITS = [30, 2 * 60, 8 * 60, 30 * 60] as const;
const MOST_PENDING = 100;
const FAILURES_TO_DISABLE = 10;
const SUCCESS_COUNTS_MS = 7 * 24 * 60 * 60_000;
/** Audio leaves in pieces of this size, without its length ahead. */
const CHUNK = 64 * 1024;

/** The value of the header. @param t unix seconds */
export const signatureOf = (secret: string, t: number, body: string): string =>
  `t=${t},v0=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;

const mayTryAgain = (status: number) => status >= 500 || status === 429 || status === 408;

export class Webhooks {
  isAutoDisabled = false;
  mostRecentFailure: { code: number | null; at: number } | null = null;
  private readonly parts: WebhooksParts;
  private failures = 0;
  private lastSuccessAt: number | null = null;
  private readonly pending = new Set<() => void>();

  constructor(parts: WebhooksParts) {
    this.parts = parts;
  }

  /** Sends an event; resolves when its first try is over. */
  async send(type: string, data: Fields): Promise<void> {
    const { hugeBytes } = this.parts.options();
    const padded = hugeBytes > 0 ? { ...data, padding: 'x'.repeat(hugeBytes) } : data;
    const body = JSON.stringify({ type, event_timestamp: Math.floor(this.parts.clock.now() / 1000), data: padded });
    await this.attempt(type, body, 0);
  }

  /** As if it had just been set up. */
  reset(): void {
    this.isAutoDisabled = false;
    this.mostRecentFailure = null;
    this.failures = 0;
    this.lastSuccessAt = null;
  }

  stop(): void {
    for (const cancel of this.pending) cancel();
    this.pending.clear();
  }

  private async attempt(type: string, body: string, tries: number): Promise<void> {
    const { webhookUrl } = this.parts.options();
    if (webhookUrl === null || this.isAutoDisabled) return;
    const status = await this.post(webhookUrl, body, type === 'post_call_audio');
    if (status === 200) {
      this.failures = 0;
      this.lastSuccessAt = this.parts.clock.now();
      return;
    }
    this.failed(status);
    const wait = WAITS[tries];
    const again = this.parts.options().retries && type === 'post_call_transcription' && status !== null && mayTryAgain(status);
    if (!again || wait === undefined || this.pending.size >= MOST_PENDING) return;
    const jitter = 1 + 0.1 * chanceOf('webhook retry', body, tries)();
    const cancel = this.parts.clock.after((wait * jitter * 1000) / this.parts.speed(), () => {
      this.pending.delete(cancel);
      void this.attempt(type, body, tries + 1);
    });
    this.pending.add(cancel);
  }

  /** The status of the answer; null where there was none. */
  private async post(url: string, body: string, inChunks: boolean): Promise<number | null> {
    const { webhookSecret, wrongSignature, signatureAgeSeconds } = this.parts.options();
    const t = Math.floor(this.parts.clock.now() / 1000) - signatureAgeSeconds;
    const signature = signatureOf(wrongSignature ? `not ${webhookSecret}` : webhookSecret, t, body);
    const headers = { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature };
    const sent = inChunks ? { body: chunked(body), duplex: 'half' as const } : { body };
    try {
      return (await this.parts.post(new Request(url, { method: 'POST', headers, ...sent }))).status;
    } catch {
      return null;
    }
  }

  private failed(code: number | null): void {
    const now = this.parts.clock.now();
    this.failures++;
    this.mostRecentFailure = { code, at: now };
    const stale = this.lastSuccessAt === null || now - this.lastSuccessAt > SUCCESS_COUNTS_MS;
    if (this.failures >= FAILURES_TO_DISABLE && stale) this.isAutoDisabled = true;
  }
}

function chunked(body: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(body);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += CHUNK)));
    },
  });
}
