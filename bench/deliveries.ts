/**
 * How many deliveries a second are stored and answered over real HTTP, how long an answer takes while they come, and how long a slot
 * stays taken after the word that frees it, with 200 calls up. Beside it, in the same run, what no store and no engine could beat.
 */
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../src/main/ports/clock.ts';
import type { RawDelivery, TelephonyProvider } from '../src/main/ports/provider.ts';
import { Pass } from '../src/main/dialer/pass.ts';
import { dial } from '../src/main/dialer/dial.ts';
import { Inbox } from '../src/main/webhooks/inbox.ts';
import { startWebhookListener } from '../src/main/webhooks/listener.ts';
import { everyone } from '../src/main/data/scope.ts';
import { acceptsAll, type Crowd, gatherCrowd, START } from './crowd.ts';
import { percentile, round } from './statistics.ts';

const CALLS_UP = 200;
const SIZE = { items: 20_000, users: 20, campaigns: 40, userLimit: CALLS_UP / 20, systemLimit: CALLS_UP, hard: false };
/** Deliveries under way at once. */
const AT_ONCE = 20;

export interface DeliveriesFigures {
  deliveries: number;
  perSecond: number;
  answerP50Ms: number;
  answerP99Ms: number;
  /** From sending the last word of a call to its slot being free, with 200 calls up. */
  slotFreeP50Ms: number;
  slotFreeP99Ms: number;
  /** A bare server that answers, asked in the same way. */
  bareServerPerSecond: number;
  bareServerP50Ms: number;
  bareServerP99Ms: number;
  /** One row inserted in one synced transaction on the same file. */
  bareInsertP50Ms: number;
  bareInsertP99Ms: number;
}

export async function measureDeliveries(deliveries: number): Promise<DeliveriesFigures> {
  const begin = Date.now();
  const clock = { ...systemClock, now: () => START + Date.now() - begin };
  const crowd = gatherCrowd(SIZE, { clock, provider: told });
  const { parts } = crowd;
  const listener = await startWebhookListener(parts, 0);
  const inbox = new Inbox(parts);
  const sender = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    inbox.start();
    await fillSlots(crowd);
    const up = parts.data.calls.up(everyone).map(({ id }) => id);
    const word = (i: number, state: string) => JSON.stringify({ reference: up[i % up.length], state, nth: i });
    const url = listener.url('practice');
    const stored = await flood(deliveries, (i) => post(sender, url, word(i, 'in-progress')));
    const slots: number[] = [];
    for (let i = 0; i < up.length; i += 1) slots.push(await untilFree(crowd, up[i]!, () => post(sender, url, word(i, 'completed'))));
    const bare = await bareServer(sender, deliveries, word);
    const inserts = Array.from({ length: deliveries }, (_, i) => bareInsert(crowd, word(i, 'in-progress')));
    return {
      deliveries,
      perSecond: round(stored.perSecond),
      answerP50Ms: round(percentile(stored.times, 0.5)),
      answerP99Ms: round(percentile(stored.times, 0.99)),
      slotFreeP50Ms: round(percentile(slots, 0.5)),
      slotFreeP99Ms: round(percentile(slots, 0.99)),
      bareServerPerSecond: round(bare.perSecond),
      bareServerP50Ms: round(percentile(bare.times, 0.5)),
      bareServerP99Ms: round(percentile(bare.times, 0.99)),
      bareInsertP50Ms: round(percentile(inserts, 0.5)),
      bareInsertP99Ms: round(percentile(inserts, 0.99)),
    };
  } finally {
    sender.destroy();
    inbox.stop();
    await listener.stop();
    crowd.close();
  }
}

/** A provider whose deliveries name a call and its state. */
const told: TelephonyProvider = {
  ...acceptsAll,
  readDelivery: ({ body, receivedAt }: RawDelivery) => {
    const text = new TextDecoder().decode(body);
    const { reference, state } = JSON.parse(text) as { reference: string; state: 'in-progress' | 'completed' };
    const durationSeconds = state === 'completed' ? { durationSeconds: 30 } : {};
    const report = { providerCallId: `there_${reference}`, reference, state, at: receivedAt, ...durationSeconds };
    return { kind: 'report', key: text, report };
  },
};

async function fillSlots({ parts }: Crowd): Promise<void> {
  const work = new Pass(parts);
  for (;;) {
    const { claimed } = work.run(() => true);
    if (claimed.length === 0) return;
    for (const call of claimed) await dial(parts, call);
  }
}

/** Sends so many, `AT_ONCE` of them under way at any time. */
async function flood(count: number, send: (i: number) => Promise<void>): Promise<{ perSecond: number; times: number[] }> {
  const times: number[] = [];
  let next = 0;
  const before = performance.now();
  const oneAfterAnother = async () => {
    while (next < count) {
      const i = next++;
      const sentAt = performance.now();
      await send(i);
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterAnother));
  return { perSecond: count / ((performance.now() - before) / 1000), times };
}

/** Milliseconds from before `send` until the call's slot is free in the file. */
function untilFree({ parts }: Crowd, callId: string, send: () => Promise<void>): Promise<number> {
  const { calls, database } = parts.data;
  return new Promise((done, fail) => {
    const before = performance.now();
    const stop = database.onChange(() => {
      if (calls.get(everyone, callId)?.slotReleasedAt === null) return;
      stop();
      done(performance.now() - before);
    });
    send().catch(fail);
  });
}

function post(agent: Agent, url: string, body: string): Promise<void> {
  return new Promise((done, fail) => {
    const asking = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (answer) => {
      answer.resume().once('end', () => (answer.statusCode === 200 ? done() : fail(new Error(`answered ${answer.statusCode}`))));
    });
    asking.once('error', fail);
    asking.end(body);
  });
}

async function bareServer(agent: Agent, count: number, word: (i: number, state: string) => string) {
  const server = createServer((incoming, outgoing) => {
    incoming.resume().once('end', () => outgoing.writeHead(200, { 'content-length': '0' }).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    return await flood(count, (i) => post(agent, url, word(i, 'in-progress')));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function bareInsert({ parts }: Crowd, body: string): number {
  const { sqlite } = parts.data.database;
  sqlite.exec('CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = sqlite.prepare('INSERT INTO bare (body) VALUES (?)');
  const before = performance.now();
  insert.run(body);
  return performance.now() - before;
}
