/**
 * How many requests a second whoever asks may send: each token for itself, and each address where no token that is good came. Kept
 * in memory and bounded: of very many, the one that was silent longest is forgotten, which gives it a full second again.
 */
import { AppError } from '../../shared/domain/app-error.ts';
import { bearerOf } from '../accounts/authenticate.ts';
import { networkOf } from '../accounts/network-of.ts';
import { hashOf } from '../accounts/token.ts';
import type { Actor, Parts } from '../parts.ts';
import { type TokenBucket, tokenBucket } from '../ports/token-bucket.ts';
import { apiSettings } from '../settings/api-access.ts';

const MOST_KEPT = 10_000;

/** Requests a second that one token may send. */
const requestsPerSecond = (parts: Pick<Parts, 'data'>): number => apiSettings(parts).perSecond;

/** What a request says of who sent it. */
export interface Asking {
  headers: { authorization?: string | undefined };
  socket: { remoteAddress?: string | undefined };
}

export class RequestRate {
  private readonly parts: Parts;
  private readonly buckets = new Map<string, TokenBucket>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** How many senders are remembered. */
  get size(): number {
    return this.buckets.size;
  }

  /**
   * Takes one request of whoever sent it.
   * @param actor who the request's token is good for; null counts it for the address.
   * @throws AppError `too_many_requests`.
   */
  take(incoming: Asking, actor: Actor | null): void {
    const now = this.parts.clock.monotonic();
    const bucket = this.bucketOf(senderOf(incoming, actor));
    if (bucket.take(now)) return;
    const seconds = Math.max(1, Math.ceil((bucket.nextAt(now) - now) / 1000));
    throw new AppError(
      'too-many',
      'too_many_requests',
      `At most ${requestsPerSecond(this.parts)} requests a second are taken. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
      { data: { retryAfterSeconds: seconds } },
    );
  }

  private bucketOf(sender: string): TokenBucket {
    const bucket = this.buckets.get(sender) ?? tokenBucket(() => requestsPerSecond(this.parts));
    // Set anew, so that the map's order is that of the last requests.
    this.buckets.delete(sender);
    this.buckets.set(sender, bucket);
    const oldest = this.buckets.keys().next().value;
    if (this.buckets.size > MOST_KEPT && oldest !== undefined) this.buckets.delete(oldest);
    return bucket;
  }
}

/**
 * A token that proves nobody is no sender of its own, or a new one for each request would pass any limit; nor is a good one that is
 * written in another way (`bearer`, `BEARER`), or another address of the same machine.
 */
function senderOf({ headers, socket }: Asking, actor: Actor | null): string {
  if (!actor) return `address ${networkOf(socket.remoteAddress ?? '')}`;
  return `token ${hashOf(bearerOf(headers.authorization ?? null) ?? '')}`;
}
