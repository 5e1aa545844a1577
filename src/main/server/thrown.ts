/** What was thrown on the way to an answer, as that answer; and refusals that only HTTP knows. */
import { AppError, type AppErrorOptions } from '../../shared/domain/app-error.ts';
import { isStoreFault } from '../data/store-fault.ts';
import type { Parts } from '../parts.ts';
import { BUG, type Refusal, refusal, refusalOf } from './envelope.ts';
import { storeFault } from './watch-faults.ts';

export interface JsonAnswer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

/** A refusal with a status that no kind of `AppError` has: 405, 415, 422. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly refusal: Refusal;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    { headers = {}, details = [] }: Pick<AppErrorOptions, 'details'> & { headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = 'HttpRefusal';
    this.status = status;
    this.refusal = refusal(code, message, { details });
    this.headers = headers;
  }
}

/** The answer for what was thrown. What is no refusal is logged with its stack, which never leaves the program. */
export function answerFor(parts: Parts, thrown: unknown, path: string): JsonAnswer {
  if (thrown instanceof HttpRefusal) return { status: thrown.status, body: thrown.refusal, headers: thrown.headers };
  if (thrown instanceof AppError) return refused(thrown);
  parts.log.error({ err: thrown, path }, 'a request failed');
  const full = isStoreFault(thrown);
  parts.metrics.fault(full ? 'store' : 'request');
  if (full) return refused(storeFault(parts, thrown));
  return { status: 500, body: BUG, headers: {} };
}

const refused = (error: AppError): JsonAnswer => ({
  status: error.status,
  body: refusalOf(error),
  headers: retryAfter(error.data),
});

/** When to ask again, where it is known: what an error tells in `retryAfterSeconds` is told in the header as well. */
export function retryAfter(data: Readonly<Record<string, unknown>>): Record<string, string> {
  const { retryAfterSeconds: seconds } = data;
  return typeof seconds === 'number' ? { 'retry-after': String(Math.max(1, Math.ceil(seconds))) } : {};
}
