/** The first hundred pages of every list at a million rows, over REST, beside a question that asks for next to nothing. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from '../screens/host.ts';
import { percentile, round } from '../statistics.ts';
import { type AskedList, LISTS } from './asked.ts';
import { ADMIN, fillWorld, OWNER, PASSWORD } from './world.ts';

const PAGES = 100;

export interface ListTimes {
  p50Ms: number;
  p99Ms: number;
  /** Of the first question, which may have to wait until an index is read. */
  firstMs: number;
}

export interface ListsFigures {
  rows: number;
  pages: number;
  /** `GET /me`, asked between the pages of the lists. */
  floorP50Ms: number;
  floorP99Ms: number;
  lists: Record<string, ListTimes>;
}

/** In memory where there is room: what a disk adds is measured elsewhere. */
const room = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

export async function measureLists(rows: number, say: (what: string) => void): Promise<ListsFigures> {
  const folder = mkdtempSync(join(room(), 'ringmaster-bench-'));
  const dataDir = join(folder, 'data');
  try {
    await fillWorld(dataDir, rows);
    const host = await startHost(dataDir, 0, 'sources');
    try {
      return { rows, pages: PAGES, ...(await askAll(host.rest, say)) };
    } finally {
      await host.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Ask = (path: string) => Promise<number>;

async function askAll(base: string, say: (what: string) => void) {
  await takeEverything(base);
  const asks = { admin: await signedIn(base, ADMIN), owner: await signedIn(base, OWNER) };
  const floor: number[] = [];
  const lists: Record<string, ListTimes> = {};
  for (const list of LISTS) {
    const times = await askPages(asks, list, floor);
    say(`lists: ${list.name}: ${times.p50Ms} / ${times.p99Ms} ms, first ${times.firstMs}`);
    lists[list.name] = times;
  }
  return { floorP50Ms: round(percentile(floor, 0.5)), floorP99Ms: round(percentile(floor, 0.99)), lists };
}

async function askPages(asks: Record<AskedList['as'], Ask>, { as, path }: AskedList, floor: number[]): Promise<ListTimes> {
  const pageOf = (page: number) => (path.includes('?') ? `${path}${path.endsWith('?') ? '' : '&'}page=${page}` : path);
  const ask = asks[as];
  const firstMs = await ask(pageOf(1));
  const times: number[] = [];
  for (let page = 1; page <= PAGES; page += 1) {
    times.push(await ask(pageOf(page)));
    if (page % 10 === 0) floor.push(await ask('/me'));
  }
  return { p50Ms: round(percentile(times, 0.5)), p99Ms: round(percentile(times, 0.99)), firstMs: round(firstMs) };
}

async function headersOf(base: string, email: string): Promise<Record<string, string>> {
  const login = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const { token } = (await login.json()) as { token: string };
  return { authorization: `Bearer ${token}` };
}

/** One after another, quick lists are asked for more often than a token may by itself. */
async function takeEverything(base: string): Promise<void> {
  const headers = { ...(await headersOf(base, ADMIN)), 'content-type': 'application/json' };
  const answer = await fetch(`${base}/api/settings/api`, { method: 'PUT', headers, body: JSON.stringify({ perSecond: 100_000 }) });
  if (!answer.ok) throw new Error(`The rate could not be raised: ${answer.status}`);
}

/** Asks as whoever signed in; answers how long it took. */
async function signedIn(base: string, email: string): Promise<Ask> {
  const headers = await headersOf(base, email);
  return async (path) => {
    const before = performance.now();
    const answer = await fetch(`${base}/api${path}`, { headers });
    const body = await answer.text();
    if (!answer.ok) throw new Error(`GET ${path} was answered with ${answer.status}: ${body}`);
    return performance.now() - before;
  };
}
