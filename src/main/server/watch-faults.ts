import { ORPCError } from '@orpc/server';
import { AppError, HTTP_STATUS } from '../../shared/domain/app-error.ts';
import { toContractError } from '../api/base.ts';
import { isStoreFault, STORE_FAULT_SENTENCE } from '../data/store-fault.ts';
import type { Parts } from '../parts.ts';

/** The loop tries whether the store can write again with each pass. */
const TRIED_AGAIN_SECONDS = 10;

/**
 * Around every handler, whichever transport asks. What a person was refused passes, and so does a stream that was left. A store
 * that cannot write is told to whoever asked and to every screen (rule 20). The rest is a bug: logged with its stack, which
 * never leaves the program.
 */
export function watchFaults(parts: Parts) {
  return async <R>({ next, path }: { next: () => R | Promise<R>; path: readonly string[] }): Promise<R> => {
    try {
      return await next();
    } catch (error) {
      const left = error instanceof Error && error.name === 'AbortError';
      const refused = error instanceof ORPCError && error.status < HTTP_STATUS.bug;
      if (refused || left) throw error;
      // Told in a sentence to whoever asked: a vendor that does not answer is no bug of ours.
      if (error instanceof ORPCError && error.code === 'UNAVAILABLE') {
        parts.log.warn({ route: path.join('.'), reason: error.message }, 'something that was asked for is not there now');
        throw error;
      }
      parts.log.error({ err: error, route: path.join('.') }, 'a request failed');
      parts.metrics.fault(isStoreFault(error) ? 'store' : 'request');
      throw isStoreFault(error) ? toContractError(storeFault(parts, error)) : error;
    }
  };
}

/** Raises the problem that stands until the store can write again. */
export function storeFault({ health, clock }: Parts, cause: unknown): AppError {
  health.raise('store-cannot-write', STORE_FAULT_SENTENCE, clock.now());
  return new AppError('unavailable', 'store_cannot_write', STORE_FAULT_SENTENCE, {
    cause,
    data: { retryAfterSeconds: TRIED_AGAIN_SECONDS },
  });
}
