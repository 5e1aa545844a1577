/**
 * From the last word of a call, sent over HTTP, to the dial of the next one: delivery verified, stored and answered, applied, the
 * slot released, the next call claimed and asked for.
 */
import { Dialer } from '../src/main/dialer/dialer.ts';
import { systemClock } from '../src/main/ports/clock.ts';
import type { DialRequest, RawDelivery, TelephonyProvider } from '../src/main/ports/provider.ts';
import { Inbox } from '../src/main/webhooks/inbox.ts';
import { startWebhookListener } from '../src/main/webhooks/listener.ts';
import { acceptsAll, gatherCrowd, START } from './crowd.ts';
import { percentile, round } from './statistics.ts';

const SIZE = { items: 20_000, users: 20, campaigns: 40, userLimit: 1, systemLimit: 20, hard: false };

export interface DeliveryFigures {
  p50Ms: number;
  p99Ms: number;
  deliveries: number;
}

export async function measureDelivery(deliveries: number): Promise<DeliveryFigures> {
  const begin = Date.now();
  const clock = { ...systemClock, now: () => START + Date.now() - begin };
  const dialed = new Dialed();
  const crowd = gatherCrowd(SIZE, { clock, provider: dialed.provider });
  const { parts } = crowd;
  const listener = await startWebhookListener(parts, 0);
  const inbox = new Inbox(parts);
  const dialer = new Dialer(parts);
  try {
    inbox.start();
    const up: string[] = [];
    for (let i = 0; i < SIZE.systemLimit; i += 1) dialed.next((reference) => up.push(reference));
    dialer.start();
    while (up.length < SIZE.systemLimit) await new Promise((done) => setTimeout(done, 10));
    await new Promise((done) => setTimeout(done, 500));
    const times: number[] = [];
    for (let i = 0; i < deliveries; i += 1) {
      const reference = up.shift() as string;
      const next = new Promise<number>((done) =>
        dialed.next((dialedReference) => {
          up.push(dialedReference);
          done(performance.now());
        }),
      );
      const before = performance.now();
      const answer = await fetch(listener.url('practice'), { method: 'POST', body: JSON.stringify({ reference }) });
      if (answer.status !== 200) throw new Error(`a delivery was answered with ${answer.status}`);
      times.push((await next) - before);
    }
    return { p50Ms: round(percentile(times, 0.5)), p99Ms: round(percentile(times, 0.99)), deliveries };
  } finally {
    await dialer.stop();
    inbox.stop();
    await listener.stop();
    crowd.close();
  }
}

/** A provider whose dials can be waited for, and whose deliveries name a call that has ended. */
class Dialed {
  private readonly waiting: ((reference: string) => void)[] = [];

  readonly provider: TelephonyProvider = {
    ...acceptsAll,
    dial: (request: DialRequest) => {
      this.waiting.shift()?.(request.reference);
      return acceptsAll.dial(request);
    },
    readDelivery: (delivery: RawDelivery) => {
      const { reference } = JSON.parse(new TextDecoder().decode(delivery.body)) as { reference: string };
      const report = {
        providerCallId: `there_${reference}`,
        reference,
        state: 'completed',
        at: delivery.receivedAt,
        durationSeconds: 30,
      } as const;
      return { kind: 'report', key: reference, report };
    },
  };

  next(told: (reference: string) => void): void {
    this.waiting.push(told);
  }
}
