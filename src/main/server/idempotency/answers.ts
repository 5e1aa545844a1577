/**
 * Requests that came with an Idempotency-Key: each is done at most once, and its answer is given again to whoever sends it again.
 *
 * The key is recorded before anything is done, so that no end of the program, however sudden, lets the same be done twice. Where it
 * ended in between, nobody knows how far it came: then it is said, and not tried. Of two at once the second waits for the first.
 */
import { createHmac } from 'node:crypto';
import { conflict } from '../../../shared/domain/app-error.ts';
import { keptSecret } from '../../accounts/kept-secret.ts';
import type { KeyedRequest, RequestKey } from '../../data/idempotency-store.ts';
import type { Parts } from '../../parts.ts';
import { HttpRefusal } from '../thrown.ts';

/** How long a key is known. */
export const KEPT_MS = 24 * 3_600_000;
/** Longest answer that is kept. */
const MOST_ANSWER_BYTES = 4 << 20;
/** Statuses with which nothing was done: the same request may be right a moment later. */
const FREE = new Set([401, 403, 429, 503]);

export interface Answer {
  status: number;
  /** JSON. */
  body: unknown;
  headers?: Record<string, string>;
}

export interface AskedRequest extends RequestKey {
  /** `POST /api/contacts` */
  route: string;
  fingerprint: string;
}

export class KeyedAnswers {
  private readonly parts: Parts;
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Whether a request with this key was begun before and is still known. */
  knows(request: RequestKey): boolean {
    return this.recorded(request) !== undefined;
  }

  /**
   * The answer to a request: that of `work`, or the one that was given when it came first.
   * @param work never rejects but for what is a bug; then nothing is known of it.
   * @throws HttpRefusal 422 where the key came with something else; AppError `idempotency_unknown`, `idempotency_answer_too_large`.
   */
  async answer(asked: AskedRequest, work: () => Promise<Answer>): Promise<Answer> {
    const request = { ...asked, fingerprint: this.underOwnKey(asked.fingerprint) };
    const name = JSON.stringify([request.userId, request.key]);
    for (;;) {
      const before = this.recorded(request);
      if (before) refuseOther(before, request);
      const first = this.underWay.get(name);
      if (!first) return before ? this.again(before) : await this.begin(name, request, work);
      await first;
    }
  }

  private begin(name: string, request: AskedRequest, work: () => Promise<Answer>): Promise<Answer> {
    const { data, clock } = this.parts;
    data.database.write(() => data.idempotency.beginTx({ ...request, createdAt: clock.now() }));
    const doing = this.finish(request, work);
    const settled = doing.then(
      () => {},
      () => {},
    );
    this.underWay.set(name, settled);
    void settled.then(() => this.underWay.delete(name));
    return doing;
  }

  private async finish(request: RequestKey, work: () => Promise<Answer>): Promise<Answer> {
    const answer = await work();
    try {
      this.record(request, answer);
    } catch (error) {
      // It was done, and whoever asked is told so; only a repeat will not know.
      this.parts.log.error({ err: error }, 'the answer to a request with a key could not be kept');
    }
    return answer;
  }

  private record(request: RequestKey, { status, body }: Answer): void {
    const { data, secrets } = this.parts;
    if (FREE.has(status)) return data.database.write(() => data.idempotency.freeTx(request));
    const text = JSON.stringify(body);
    const sealed = text.length > MOST_ANSWER_BYTES ? null : secrets.seal(text);
    data.database.write(() => data.idempotency.endTx(request, status, sealed));
  }

  private recorded(request: RequestKey): KeyedRequest | undefined {
    const { data, clock } = this.parts;
    const row = data.idempotency.get(request);
    return row && row.createdAt + KEPT_MS > clock.now() ? row : undefined;
  }

  private again({ status, sealedAnswer }: KeyedRequest): Answer {
    if (status === null) throw unknown('It is not known whether this was done: it broke off in the middle.');
    if (sealedAnswer === null)
      throw conflict('idempotency_answer_too_large', `This was answered with ${status} before; the answer was too large to be kept.`);
    return { status, body: JSON.parse(this.opened(sealedAnswer)), headers: { 'idempotent-replayed': 'true' } };
  }

  private opened(sealed: string): string {
    try {
      return this.parts.secrets.open(sealed);
    } catch (error) {
      this.parts.log.warn({ err: error }, 'a kept answer could not be opened');
      throw unknown('This was answered before, and the answer cannot be read any more.');
    }
  }

  /** Of a body that holds a password, nothing may be kept by which it could be guessed. */
  private underOwnKey(fingerprint: string): string {
    return createHmac('sha256', keptSecret(this.parts, 'idempotency')).update(fingerprint).digest('base64url');
  }
}

const unknown = (sentence: string) => conflict('idempotency_unknown', `${sentence} Look whether it was; to do it, use a new key.`);

function refuseOther(before: KeyedRequest, { route, fingerprint }: AskedRequest): void {
  if (before.route === route && before.fingerprint === fingerprint) return;
  throw new HttpRefusal(
    422,
    'idempotency_key_reused',
    'This Idempotency-Key was used for another request. Use a new key for each thing that is to be done.',
  );
}
