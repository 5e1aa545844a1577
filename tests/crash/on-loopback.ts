/** The public address leads to a port of this machine: what a tunnel does, without one. */
import { PUBLIC_URL } from '../helpers/far-end.ts';

/** The same request at the engine's port, where it was meant for the public address; any other stays as it is. */
export async function onLoopback(request: Request, port: number): Promise<Request> {
  if (!request.url.startsWith(`${PUBLIC_URL}/`)) return request;
  const { method, headers, signal } = request;
  const body = method === 'GET' ? {} : { body: await request.arrayBuffer() };
  return new Request(`http://127.0.0.1:${port}${request.url.slice(PUBLIC_URL.length)}`, { method, headers, signal, ...body });
}
