/** A vendor of telephony on this machine, as far as a test of the settings needs one: it knows one key, and answers what was written down. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandInVendor {
  url: string;
  /** What was asked, as `GET /user/me`. */
  asked: string[];
  stop(): Promise<void>;
}

/** @param key in a request's `authorization` or `xi-api-key`; without it everything is refused. @param answers by path without its query. */
export async function standInVendor(key: string, answers: Readonly<Record<string, unknown>>): Promise<StandInVendor> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    asked.push(`${request.method} ${path}`);
    const given = `${request.headers.authorization ?? ''} ${String(request.headers['xi-api-key'] ?? '')}`;
    const body = answers[path];
    const status = !given.includes(key) ? 401 : body === undefined ? 404 : 200;
    const told = status === 200 ? body : { message: status === 401 ? 'Invalid token' : 'Not found' };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export const BOLNA_KEY = 'bn-a-key-of-a-test';
export const BOLNA_ACCOUNT = 'ada@example.com';

/** Bolna with an account that allows ten calls at once, one agent and one number. */
export const standInBolna = (): Promise<StandInVendor> =>
  standInVendor(BOLNA_KEY, {
    '/user/me': { id: 'u1', email: BOLNA_ACCOUNT, wallet: 42, concurrency: { max: 10, current: 3 } },
    '/v2/agent/a1': { id: 'a1', agent_name: 'Renewals', agent_status: 'processed', webhook_url: 'https://other.example.com/hook' },
    '/phone-numbers/all': [{ id: 'n1', phone_number: '+12025550118' }],
  });
