/**
 * One line that lives on, and beside it engines that are killed one after another on the same file. After every death the books
 * are read; after the last one an engine runs to the end.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { Step } from '../../src/main/ports/host.ts';
import type { Observed } from '../../src/main/telephony/practice/tally.ts';
import type { LineCall } from '../../src/main/telephony/practice/wire.ts';
import type { PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import { A_MONDAY_MORNING } from '../helpers/virtual-clock.ts';
import { Child } from '../helpers/child.ts';
import type { EngineInput, EngineSaid, Kill, Work } from './engine-process.ts';
import {
  type Answered,
  contradictedEnds,
  faultsAtDeath,
  faultsAtRest,
  faultsByTheLine,
  foreignIds,
  lostDeliveries,
  readBooks,
  type Recorded,
  recordedCalls,
} from './ledger.ts';
import type { LineInput, LineSaid } from './line-process.ts';
import { askVendor, toldEnd, type VendorWord, type Way } from './ways.ts';

const KEY = 'a-key';
const SECRET = 'a-secret';
/** Two minutes, in which an ambiguous dial is looked for, are four seconds. */
const CLOCK_SPEED = 30;

const CALLING: Work = { kind: 'call' };

export interface Death {
  /** A named step, or `anywhere`. */
  where: Step | 'anywhere';
}

export class CrashRun {
  readonly deaths: Death[] = [];
  readonly dataDir: string;
  readonly startAt = A_MONDAY_MORNING;
  /** What else must hold in the file of a process that has just died. */
  alsoAtDeath: (sqlite: BetterSqlite3.Database) => string[] = () => [];
  readonly folder: string;
  private readonly cache: string;
  private readonly time = { startAt: A_MONDAY_MORNING, originAt: Date.now(), speed: CLOCK_SPEED };
  private line: { child: Child<LineSaid>; url: string; webhookPort: number } | null = null;
  private engine: Child<EngineSaid> | null = null;
  private readonly way: Way;

  constructor(way: Way = { provider: 'practice' }) {
    this.way = way;
    this.folder = mkdtempSync(join(tmpdir(), 'ringmaster-crash-'));
    this.dataDir = join(this.folder, 'data');
    this.cache = process.env['NODE_COMPILE_CACHE'] ?? join(this.folder, 'cache');
    mkdirSync(join(this.folder, 'line'));
  }

  /** Resolves to the far end's address. */
  async startLine(settings: PracticeSettings): Promise<string> {
    const webhookPort = await freePort();
    const { way, time } = this;
    const input: LineInput = { way, dataDir: join(this.folder, 'line'), key: KEY, secret: SECRET, webhookPort, settings, time };
    const child = new Child<LineSaid>(new URL('line-process.ts', import.meta.url), input, this.cache);
    const { url } = await child.hear('ready');
    this.line = { child, url, webhookPort };
    return url;
  }

  /** Starts an engine that kills itself at a step; resolves when it has. */
  async killAt(kill: Kill, work: Work = CALLING): Promise<void> {
    const engine = this.startEngine(kill, work);
    const ended = await engine.end(`come to ${kill.step} for the ${kill.countdown}. time`).catch((error: unknown) => {
      throw new Error(`after death ${this.deaths.length}, with ${this.standstill()}`, { cause: error });
    });
    const killed = engine.said.find((line) => line.kind === 'killed');
    if (ended !== 'SIGKILL' || !killed)
      throw new Error(`${kill.step} × ${kill.countdown} was never come to; the engine ended with ${ended}: ${engine.complaints}`);
    await this.afterDeath(killed.step);
  }

  /** Starts an engine and kills it so many milliseconds after it began to dial, wherever it is. */
  async killAfter(ms: number, work: Work = CALLING): Promise<void> {
    const engine = this.startEngine(null, work);
    await engine.hear('ready');
    const timer = setTimeout(() => engine.kill(), ms);
    const ended = await engine.end();
    clearTimeout(timer);
    if (ended !== 'SIGKILL') throw new Error(`the engine was done before it was killed: ${engine.complaints}`);
    await this.afterDeath('anywhere');
  }

  /** Lets an engine do its work and end by itself. */
  async toTheEnd(work: Work, withinMs?: number): Promise<void> {
    const engine = this.startEngine(null, work);
    await engine.hear('done', withinMs);
    const ended = await engine.end();
    if (ended !== 0) throw new Error(`the engine was done and ended with ${ended}: ${engine.complaints}`);
  }

  /** Lets an engine run until every campaign is done, then holds the books against the line's. */
  async finish(withinMs: number): Promise<{ calls: number; unknown: number }> {
    await this.toTheEnd(CALLING, withinMs);
    const observed = await this.observed();
    const { calls, faults } = readBooks(this.dataDir, (sqlite) => ({
      calls: recordedCalls(sqlite),
      faults: [...faultsAtRest(sqlite), ...lostDeliveries(sqlite, this.answered)],
    }));
    const lineCalls = await this.lineCalls(observed);
    const words = await this.vendorWords(calls, lineCalls);
    const told = (line: LineCall) => toldEnd(this.way, line, words.get(line.reference) ?? { owner: null, status: null });
    faults.push(...faultsByTheLine(observed, calls), ...contradictedEnds(calls, lineCalls, told));
    const ownerOf = (call: Recorded, line: LineCall) =>
      this.way.provider === 'practice' ? (call.provider_call_id === line.id ? call.id : null) : (words.get(call.id)?.owner ?? null);
    faults.push(...foreignIds(calls, lineCalls, ownerOf));
    if (observed.up > 0) faults.push(`${observed.up} calls are up at the line and nobody waits for them`);
    this.refuse(faults, 'at the end');
    return { calls: observed.accepted, unknown: calls.filter((call) => call.status === 'unknown').length };
  }

  async close(): Promise<void> {
    for (const child of [this.engine, this.line?.child]) {
      child?.kill();
      await child?.ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private startEngine(kill: Kill | null, work: Work): Child<EngineSaid> {
    if (!this.line) throw new Error('start the line first');
    const { url, webhookPort } = this.line;
    const input: EngineInput = { dataDir: this.dataDir, line: { url, key: KEY, secret: SECRET }, webhookPort, time: this.time, kill, work };
    this.engine = new Child<EngineSaid>(new URL('engine-process.ts', import.meta.url), input, this.cache);
    return this.engine;
  }

  /** What may keep an engine from going on: what is paused and why, and what is up. */
  private standstill(): string {
    return readBooks(this.dataDir, (sqlite) =>
      JSON.stringify({
        campaigns: sqlite.prepare('SELECT status, paused_reason FROM call_campaigns').all(),
        items: sqlite.prepare('SELECT status, count(*) AS n FROM call_queue GROUP BY status').all(),
        up: sqlite
          .prepare('SELECT id, status, ambiguous, not_found_looks, check_at, reason FROM calls WHERE slot_released_at IS NULL')
          .all(),
      }),
    );
  }

  private async afterDeath(where: Death['where']): Promise<void> {
    this.deaths.push({ where });
    const observed = await this.observed();
    const faults = readBooks(this.dataDir, (sqlite) => [
      ...faultsAtDeath(sqlite),
      ...lostDeliveries(sqlite, this.answered),
      ...faultsByTheLine(observed, recordedCalls(sqlite)),
      ...this.alsoAtDeath(sqlite),
    ]);
    this.refuse(faults, `after death ${this.deaths.length}, at ${where}`);
  }

  private refuse(faults: readonly string[], when: string): void {
    if (faults.length > 0) throw new Error(`${when}:\n${faults.join('\n')}`);
  }

  /** The deliveries that an engine has answered with 200 so far. */
  private get answered(): Answered[] {
    return (this.line?.child.said ?? []).filter((line) => line.kind === 'delivered');
  }

  /** What the vendor says of each recorded call that the line had, by our id. */
  private async vendorWords(calls: readonly Recorded[], lineCalls: ReadonlyMap<string, LineCall>): Promise<Map<string, VendorWord>> {
    const words = new Map<string, VendorWord>();
    for (const { id, provider_call_id: there } of calls)
      if (lineCalls.has(id) && there !== null) words.set(id, await askVendor(this.way, this.line!.url, there));
    return words;
  }

  private observed(): Promise<Observed> {
    return this.askLine<Observed>('/v1/observed');
  }

  /** Every call that the line took, by our reference. */
  private async lineCalls({ dials }: Observed): Promise<Map<string, LineCall>> {
    const calls = new Map<string, LineCall>();
    for (const { id, reference } of dials) calls.set(reference, await this.askLine<LineCall>(`/v1/calls/${id}`));
    return calls;
  }

  private async askLine<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.line?.url}${path}`, { headers: { authorization: `Bearer ${KEY}` } });
    return (await answer.json()) as T;
  }
}

/** Ports that no other run of this process, nor one of a process beside it, looks at. */
let nextPort = 20_000 + ((process.pid * 16) % 10_000);

/** A port that nobody takes while an engine is down: below those that the system hands out by itself. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    const free = await new Promise<boolean>((done) => {
      const server = createServer();
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
    });
    if (free) return port;
  }
}
