/**
 * The scripts that ask beside the calls, in a process of their own, so that what they take of a core is not taken of the engine's
 * thread: so many requests a second, sent at their instants whether or not those before were answered.
 */
import { Agent, request } from 'node:http';

export interface ClientOrder {
  port: number;
  token: string;
  perSecond: number;
  seconds: number;
  /** Items, contacts and calls have the numbers up to this. */
  rows: number;
  campaign: string;
}

export interface AskedTimes {
  kind: Kind;
  ms: number;
  status: number;
}

const KINDS = ['read', 'write', 'list'] as const;
export type Kind = (typeof KINDS)[number];

interface Asked {
  kind: Kind;
  method: 'GET' | 'PUT' | 'PATCH';
  path: string;
  body?: object;
}

/** Ten requests that come again and again: seven single reads, two writes, one list. @param n which of all requests it is. */
function nth(n: number, { rows, campaign }: ClientOrder): Asked {
  // Spread over all rows; of every ten items six wait.
  const id = Math.floor((n * 7919) % (rows / 10)) * 10 + (n % 6) || 1;
  const read = (path: string): Asked => ({ kind: 'read', method: 'GET', path });
  const list = (path: string): Asked => ({ kind: 'list', method: 'GET', path });
  switch (n % 10) {
    case 0:
    case 5:
      return read(`/call-queue/${id}`);
    case 1:
    case 6:
      return read(`/contacts/${id}`);
    case 2:
    case 7:
      return read(`/calls/call_${id}`);
    case 3:
      return read(`/campaigns/${campaign}`);
    case 4:
      return { kind: 'write', method: 'PUT', path: `/call-queue/${id}`, body: { priority: n % 5, metadata: { asked: n } } };
    case 8:
      return { kind: 'write', method: 'PATCH', path: `/contacts/${id}`, body: { company: `Company ${n % 1000}` } };
    default:
      return list(LISTS[Math.floor(n / 10) % LISTS.length]!.replace('CAMPAIGN', campaign).replace('PAGE', String((n % 97) + 1)));
  }
}

const LISTS = [
  '/call-queue?page=PAGE',
  '/queue?page=PAGE',
  '/campaigns/CAMPAIGN/queue?page=PAGE',
  '/calls?page=PAGE',
  '/contacts?page=PAGE&search=kow',
  '/call-queue?status=pending&search=zoe&page=PAGE',
  '/campaigns',
];

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** A kept connection that the server closed for idleness just then: it never carried what was sent on it. */
class ClosedMeanwhile extends Error {}

/** @returns the status of the answer, once all of it is there. */
function send({ port, token }: ClientOrder, { method, path, body }: Asked): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return new Promise((done, fail) => {
    const asking = request({ host: '127.0.0.1', port, path: `/api${path}`, method, agent, headers }, (answer) => {
      answer.resume().once('end', () => done(answer.statusCode ?? 0));
    });
    asking.once('error', (error: NodeJS.ErrnoException) => {
      fail(asking.reusedSocket && error.code === 'ECONNRESET' ? new ClosedMeanwhile() : error);
    });
    asking.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Asks once, on another connection where the first was closed meanwhile; all of it is its time. */
async function ask(order: ClientOrder, asked: Asked): Promise<AskedTimes> {
  const before = performance.now();
  for (;;) {
    try {
      const status = await send(order, asked);
      return { kind: asked.kind, ms: performance.now() - before, status };
    } catch (error) {
      if (!(error instanceof ClosedMeanwhile)) throw error;
    }
  }
}

async function askAll(order: ClientOrder): Promise<AskedTimes[]> {
  const begunAt = performance.now();
  const asked: Promise<AskedTimes>[] = [];
  for (let n = 0; n < order.perSecond * order.seconds; n += 1) {
    const wait = begunAt + (n * 1_000) / order.perSecond - performance.now();
    if (wait > 1) await new Promise((go) => setTimeout(go, wait));
    asked.push(ask(order, nth(n, order)));
  }
  return await Promise.all(asked);
}

process.once('message', (order: ClientOrder) => {
  askAll(order).then(
    (times) => process.send?.(times, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
