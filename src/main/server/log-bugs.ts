import { ORPCError } from '@orpc/server';
import { HTTP_STATUS } from '../../shared/domain/app-error.ts';
import type { Logger } from '../ports/host.ts';

/** Logs what a handler should never have thrown, with its stack; what a person was refused is no bug, nor is a stream that was left. */
export function logBugs(log: Logger) {
  return async <R>({ next, path }: { next(): R | Promise<R>; path: readonly string[] }): Promise<R> => {
    try {
      return await next();
    } catch (error) {
      const left = error instanceof Error && error.name === 'AbortError';
      const refused = error instanceof ORPCError && error.status < HTTP_STATUS.bug;
      if (!refused && !left) log.error({ err: error, route: path.join('.') }, 'a request failed');
      throw error;
    }
  };
}
