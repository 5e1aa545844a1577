import { ORPCError } from '@orpc/client';

interface Handling {
  request: { url: URL; body(): Promise<unknown> };
}

/**
 * The address says which thing is meant: a body that names another one is refused, for the two would be read as one input and the
 * body would win.
 */
export function keepPathId<T extends Handling, R>(options: T & { next(options?: T): R }): R {
  const { request } = options;
  const body = async () => {
    const given = await request.body();
    const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : undefined;
    const named = typeof id === 'number' ? String(id) : id;
    const same = typeof named === 'string' && request.url.pathname.split('/').includes(encodeURIComponent(named));
    if (id !== undefined && !same) {
      throw new ORPCError('BAD_REQUEST', { data: { issues: [{ path: ['id'], message: 'The address says which one is meant.' }] } });
    }
    return given;
  };
  return options.next({ ...options, request: { ...request, body } });
}
