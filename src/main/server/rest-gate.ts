/** What every request over REST passes first, whichever port it came to: who asks, how often, and whether the same was asked before. */
import type { IncomingMessage } from 'node:http';
import { AppError } from '../../shared/domain/app-error.ts';
import type { Actor, Parts } from '../parts.ts';
import { type Answer, KeyedAnswers } from './idempotency/answers.ts';
import { idempotencyKeyOf } from './idempotency/header.ts';
import { type Asking, RequestRate } from './request-rate.ts';

/** A request as far as it can be sent again. */
export interface Repeatable {
  isRepeat: boolean;
  answer(fingerprint: string, work: () => Promise<Answer>): Promise<Answer>;
}

export class RestGate {
  private readonly authenticate: (authorization: string | null) => Promise<Actor | null>;
  private readonly rate: RequestRate;
  private readonly answers: KeyedAnswers;

  constructor(parts: Parts, authenticate: RestGate['authenticate']) {
    this.authenticate = authenticate;
    this.rate = new RequestRate(parts);
    this.answers = new KeyedAnswers(parts);
  }

  /** For what asks for nobody. @throws AppError `too_many_requests`. */
  passByAddress(incoming: IncomingMessage): void {
    this.rate.take(incoming, null);
  }

  /** Who asks; null where nobody in particular does. @throws AppError `too_many_requests`. */
  async enter(incoming: Asking): Promise<Actor | null> {
    const actor = await this.authenticate(incoming.headers.authorization ?? null);
    this.rate.take(incoming, actor);
    return actor;
  }

  /** @throws AppError `bad_idempotency_key`. */
  repeatable(incoming: IncomingMessage, url: URL, actor: Actor): Repeatable {
    const key = idempotencyKeyOf(incoming);
    if (key === null) return { isRepeat: false, answer: (_, work) => work() };
    const request = { userId: actor.userId, key, route: `${incoming.method} ${url.pathname}${url.search}` };
    return {
      isRepeat: this.answers.knows(request),
      // An admin, or an admin's token, is told of what is another's: the same asked with less is another request.
      answer: (fingerprint, work) => this.answers.answer({ ...request, fingerprint: `${actor.role} ${fingerprint}` }, work),
    };
  }
}

/** @throws AppError `not_signed_in`. */
export function mustBeSomebody(actor: Actor | null): Actor {
  if (!actor) throw new AppError('not-signed-in', 'not_signed_in', 'Sign in first.');
  return actor;
}
