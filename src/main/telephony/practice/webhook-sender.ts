/**
 * Sends the webhooks of the practice line: signed, tried three times where nobody takes them, and lost, repeated, late or out of
 * order as often as the settings ask. What waits to be sent is not kept over a restart: then it is lost, as in life.
 */
import type { PracticeSettings } from '../../../shared/domain/practice-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import { between, chanceOf } from './chance.ts';
import { SIGNATURE_HEADER, signDelivery } from './signature.ts';
import type { WebhookCounts } from './tally.ts';
import type { LineCall, LineEvent } from './wire.ts';

export interface Webhook {
  headers: Readonly<Record<string, string>>;
  body: Uint8Array<ArrayBuffer>;
}

/** Hands one webhook to whoever listens and resolves to the status of the answer; rejects where there was none. */
export type SendWebhook = (webhook: Webhook) => Promise<number>;

export interface WebhookSenderParts {
  clock: Clock;
  secret: string;
  send: SendWebhook;
  settings: () => PracticeSettings;
}

/** Seconds of the line's time before the second and the third try. */
const BACK_OFF_SECONDS = [2, 10] as const;
/** A webhook that is shuffled waits up to so many seconds, in which others overtake it. */
const SHUFFLED_SECONDS = 12;
const REPEATED_SECONDS = 8;

/** Answers after which the same webhook may be taken at a later try. */
const mayTryAgain = (status: number) => status >= 500 || status === 429 || status === 408;

export class WebhookSender {
  readonly counts: WebhookCounts = { delivered: 0, lost: 0, repeated: 0, refused: 0 };
  private readonly parts: WebhookSenderParts;
  private readonly timers = new Set<() => void>();
  private stopped = false;

  constructor(parts: WebhookSenderParts) {
    this.parts = parts;
  }

  /** Tells that a call came to its present status, its step number `sequence`. */
  tell(call: LineCall, sequence: number, nth: number): void {
    const { faults, seed } = this.parts.settings();
    const chance = chanceOf(seed, 'webhook', call.to, nth, sequence);
    const [lost, late, shuffled, held, repeated, again] = [chance(), chance(), chance(), chance(), chance(), chance()] as const;
    if (lost < faults.webhookLost) {
      this.counts.lost++;
      return;
    }
    const event: LineEvent = { event_id: `${call.id}:${sequence}`, sequence, call };
    const body = new TextEncoder().encode(JSON.stringify(event));
    const lateSeconds = late < faults.webhookLate ? faults.lateSeconds : 0;
    const heldSeconds = shuffled < faults.webhookShuffled ? between(0, SHUFFLED_SECONDS, held) : 0;
    this.in(lateSeconds + heldSeconds, () => void this.attempt(body, 0));
    if (repeated < faults.webhookRepeated) {
      this.counts.repeated++;
      this.in(lateSeconds + heldSeconds + between(0.2, REPEATED_SECONDS, again), () => void this.attempt(body, 0));
    }
  }

  stop(): void {
    this.stopped = true;
    for (const cancel of this.timers) cancel();
    this.timers.clear();
  }

  private async attempt(body: Uint8Array<ArrayBuffer>, tries: number): Promise<void> {
    const status = await this.post(body);
    if (this.stopped) return;
    if (status !== null && status >= 200 && status < 300) {
      this.counts.delivered++;
      return;
    }
    if (status !== null && !mayTryAgain(status)) {
      this.counts.refused++;
      return;
    }
    const wait = BACK_OFF_SECONDS[tries];
    if (wait === undefined) this.counts.lost++;
    else this.in(wait, () => void this.attempt(body, tries + 1));
  }

  /** The status of the answer; null where there was none. Signed anew at each try, for a signature grows old. */
  private async post(body: Uint8Array<ArrayBuffer>): Promise<number | null> {
    const headers = {
      'content-type': 'application/json',
      [SIGNATURE_HEADER]: signDelivery(this.parts.secret, body, this.parts.clock.now()),
    };
    try {
      return await this.parts.send({ headers, body });
    } catch {
      return null;
    }
  }

  /** Runs after so many seconds of the line's own time; at once where it is none. */
  private in(seconds: number, run: () => void): void {
    if (seconds === 0) {
      run();
      return;
    }
    const cancel = this.parts.clock.after((seconds * 1000) / this.parts.settings().speed, () => {
      this.timers.delete(cancel);
      run();
    });
    this.timers.add(cancel);
  }
}
