/**
 * Two hundred requests a second beside running campaigns: how long a pass of the dialer takes meanwhile, against the same calls
 * without anybody asking, in one run on one file.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pass, type PassResult } from '../../src/main/dialer/pass.ts';
import { createEngine, type Engine } from '../../src/main/engine.ts';
import { serve } from '../../src/main/server/serve.ts';
import { fillWorld, LARGE_CAMPAIGN, OWNER, PASSWORD } from '../lists/world.ts';
import { percentile, round } from '../statistics.ts';
import type { AskedTimes, ClientOrder, Kind } from './client.ts';

const PER_SECOND = 200;
const ROWS = 200_000;
const CALLS_UP = 50;
/** Calls of the practice line go by so many times as fast. */
const SPEED = 20;
const SYNC_EVERY_MS = 100;

export interface PassTimes {
  passes: number;
  passesP50Ms: number;
  passesP99Ms: number;
  bareSyncP50Ms: number;
  bareSyncP99Ms: number;
  /** What the process took of one core, its other threads included: tells how much room is left even on a machine that is not quiet. */
  cores: number;
}

export interface RestFigures {
  perSecond: number;
  seconds: number;
  without: PassTimes;
  beside: PassTimes;
  answers: Record<Kind, { count: number; p50Ms: number; p99Ms: number }>;
  /** How many were answered with which status. */
  statuses: Record<string, number>;
  callsMade: number;
}

export async function measureRest(seconds: number, rows = ROWS): Promise<RestFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-bench-'));
  await fillWorld(dataDir, rows);
  const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
  const engine = await createEngine({ dataDir, migrationsFolder: 'drizzle', secrets, webhookPort: 0, dailyBackup: false });
  const served = await serve(engine, { port: 0 });
  const watch = watchPasses(engine);
  try {
    letCall(engine);
    engine.start();
    const order: ClientOrder = {
      port: Number(new URL(served.rest).port),
      token: await tokenOf(served.rest),
      perSecond: PER_SECOND,
      seconds,
      rows: rows / 2,
      campaign: LARGE_CAMPAIGN,
    };
    await askedBy({ ...order, seconds: 5 });
    const begunAt = Date.now();
    const without = await watch.during(() => new Promise<void>((go) => setTimeout(go, seconds * 1_000)));
    let times: AskedTimes[] = [];
    const beside = await watch.during(async () => void (times = await askedBy(order)));
    return {
      perSecond: PER_SECOND,
      seconds,
      without,
      beside,
      answers: answersOf(times),
      statuses: statusesOf(times),
      callsMade: callsSince(engine, begunAt),
    };
  } finally {
    watch.stop();
    await served.stop();
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const callsSince = ({ parts }: Engine, at: number) =>
  parts.data.database.sqlite.prepare('SELECT count(*) FROM calls WHERE claimed_at > ?').pluck().get(at) as number;

function letCall({ parts: { data } }: Engine): void {
  data.database.write(() => {
    data.settings.writeTx('concurrency', { systemLimit: CALLS_UP }, Date.now());
    data.settings.writeTx('telephony.practice', { speed: SPEED }, Date.now());
  });
}

/** Times every pass, and a bare synced transaction now and then, on the very thread that answers. */
function watchPasses({ parts }: Engine) {
  let passes: number[] = [];
  let syncs: number[] = [];
  const own = Object.getOwnPropertyDescriptor(Pass.prototype, 'run') as { value: (mayClaim: () => boolean) => PassResult };
  Pass.prototype.run = function timed(this: Pass, mayClaim) {
    const before = performance.now();
    try {
      return own.value.call(this, mayClaim);
    } finally {
      passes.push(performance.now() - before);
    }
  };
  const { sqlite } = parts.data.database;
  const bare = sqlite.prepare(
    "INSERT INTO settings (key, value, updated_at) VALUES ('bare', ?, 0) ON CONFLICT DO UPDATE SET value = excluded.value",
  );
  const timer = setInterval(() => {
    const before = performance.now();
    bare.run(String(before));
    syncs.push(performance.now() - before);
  }, SYNC_EVERY_MS);
  return {
    async during(work: () => Promise<void>): Promise<PassTimes> {
      passes = [];
      syncs = [];
      const [before, begunAt] = [process.cpuUsage(), performance.now()];
      await work();
      const { user, system } = process.cpuUsage(before);
      const of = (times: number[], share: number) => round(percentile(times, share));
      return {
        passes: passes.length,
        passesP50Ms: of(passes, 0.5),
        passesP99Ms: of(passes, 0.99),
        bareSyncP50Ms: of(syncs, 0.5),
        bareSyncP99Ms: of(syncs, 0.99),
        cores: round((user + system) / 1_000 / (performance.now() - begunAt)),
      };
    },
    stop() {
      clearInterval(timer);
      Object.defineProperty(Pass.prototype, 'run', own);
    },
  };
}

async function tokenOf(base: string): Promise<string> {
  const answer = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: OWNER, password: PASSWORD }),
  });
  return ((await answer.json()) as { token: string }).token;
}

function askedBy(order: ClientOrder): Promise<AskedTimes[]> {
  const client = fork(new URL('./client.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    client.once('message', (times) => resolve(times as AskedTimes[]));
    client.once('exit', (code) => reject(new Error(`the scripts ended with ${code}`)));
    client.send(order);
  });
}

function answersOf(times: readonly AskedTimes[]): RestFigures['answers'] {
  const of = (kind: Kind) => {
    const ms = times.filter((asked) => asked.kind === kind).map((asked) => asked.ms);
    return { count: ms.length, p50Ms: round(percentile(ms, 0.5)), p99Ms: round(percentile(ms, 0.99)) };
  };
  return { read: of('read'), write: of('write'), list: of('list') };
}

function statusesOf(times: readonly AskedTimes[]): Record<string, number> {
  const statuses: Record<string, number> = {};
  for (const { status } of times) statuses[status] = (statuses[status] ?? 0) + 1;
  return statuses;
}
