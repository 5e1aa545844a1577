import { ORPCError } from '@orpc/client';

interface Handling {
  request: { method: string; url: URL; body(): Promise<unknown> };
}

/**
 * The address says which thing is meant: a body or a query that names another one is refused, for the two would be read as one
 * input and what is named beside the address would win.
 */
export function keepPathId<T extends Handling, R>(options: T & { next(options?: T): R }): R {
  const { request } = options;
  const { url, method } = request;
  if (method === 'GET' && url.searchParams.has('id')) refuseOther(url, url.searchParams.get('id'));
  const body = async () => {
    const given = await request.body();
    if (typeof given === 'object' && given !== null && 'id' in given) refuseOther(url, given.id);
    return given;
  };
  return options.next({ ...options, request: { ...request, body } });
}

function refuseOther({ pathname }: URL, id: unknown): void {
  if (id === undefined) return;
  const named = typeof id === 'number' ? String(id) : id;
  if (typeof named === 'string' && pathname.split('/').includes(encodeURIComponent(named))) return;
  throw new ORPCError('BAD_REQUEST', { data: { issues: [{ path: ['id'], message: 'The address says which one is meant.' }] } });
}

/** A request to delete may say what it means in its query, for many clients send no body with one. A body stands before it. */
export function readDeleteQuery<T extends Handling, R>(options: T & { next(options?: T): R }): R {
  const { request } = options;
  const { searchParams } = request.url;
  if (request.method !== 'DELETE' || searchParams.size === 0) return options.next();
  const body = async () => (await request.body()) ?? Object.fromEntries(searchParams);
  return options.next({ ...options, request: { ...request, body } });
}
