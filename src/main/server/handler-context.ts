import type { ApiContext } from '../api/base.ts';

interface Handling {
  request: { headers: Readonly<Record<string, string | readonly string[] | undefined>> };
  context: ApiContext;
}

/** First on every transport: the Authorization header of this very request becomes part of what handlers are given. */
export function withAuthorization<T extends Handling, R>(options: T & { next(options?: T): R }): R {
  const header = options.request.headers.authorization;
  const authorization = typeof header === 'string' ? header : null;
  return options.next({ ...options, context: { ...options.context, authorization } });
}
