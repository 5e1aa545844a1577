/**
 * The engine's core and a provider on one virtual clock, without sockets: dialer, inbox and adapter as the program wires them, with
 * the provider's HTTP handler called directly and its deliveries handed to the receiver. The engine can be dropped and
 * started again on the same file while the line lives on. What the line counts is the truth.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openData, type OpenData } from '../../src/main/data/open.ts';
import { everyone } from '../../src/main/data/scope.ts';
import { openStores } from '../../src/main/data/stores.ts';
import { Dialer } from '../../src/main/dialer/dialer.ts';
import type { Parts } from '../../src/main/parts.ts';
import { Health } from '../../src/main/ports/health.ts';
import { noMetrics } from '../../src/main/ports/metrics.ts';
import { noRecordings } from '../../src/main/ports/recordings.ts';
import { noTunnel } from '../../src/main/ports/tunnel.ts';
import { type Logger, noSignal, silentLogger, type StepSignal } from '../../src/main/ports/host.ts';
import type { PracticeLine } from '../../src/main/telephony/practice/line.ts';
import { settleTimeZone } from '../../src/main/settings/dialing.ts';
import { Inbox } from '../../src/main/webhooks/inbox.ts';
import { receiveDelivery } from '../../src/main/webhooks/receive.ts';
import { DEFAULT_PRACTICE, type PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import type { SignalWireMode } from '../../src/shared/domain/provider-settings.ts';
import type { ProviderName } from '../../src/shared/domain/states.ts';
import { MIGRATIONS, type World } from './builders.ts';
import { putEmptyDatabase } from './empty-database.ts';
import { type FarEnd, openFarEnd, PUBLIC_URL } from './far-end.ts';
import { seededIds, seededRandom } from './seeded-ids.ts';
import { VirtualClock } from './virtual-clock.ts';

const NOBODY_LISTENS = 503;

export interface SimulationOptions {
  at?: number;
  seed?: number;
  /** The provider that is tried: the practice line unless said. */
  through?: ProviderName;
  /** No delivery is sent at all. */
  pollingOnly?: boolean;
  signalWireMode?: SignalWireMode;
  practice?: Partial<PracticeSettings>;
  /** The share of what is read of the provider that is answered by a 500. */
  readsFail?: number;
  log?: Logger;
  signal?: StepSignal;
  synchronous?: 'FULL' | 'OFF';
}

export class Simulation {
  readonly clock: VirtualClock;
  readonly line: PracticeLine;
  readonly farEnd: FarEnd;
  private readonly dataDir: string;
  private readonly ids;
  private readonly options: SimulationOptions;
  private practice: PracticeSettings;
  private engine: { world: World; open: OpenData; dialer: Dialer; inbox: Inbox } | null = null;

  constructor(options: SimulationOptions = {}) {
    this.options = options;
    this.clock = new VirtualClock(options.at);
    this.ids = seededIds(options.seed ?? 1);
    this.practice = { ...DEFAULT_PRACTICE, ...options.practice };
    this.dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-'));
    putEmptyDatabase(this.dataDir);
    const chance = seededRandom(options.seed ?? 1);
    this.farEnd = openFarEnd(options.through ?? 'practice', {
      clock: this.clock.world,
      newId: (bytes) => this.ids.secret(bytes).replace(/[^A-Za-z0-9]/g, 'x'),
      settings: () => this.practice,
      receive: (request) => this.deliver(request),
      pollingOnly: options.pollingOnly ?? false,
      readFails: () => chance() < (options.readsFail ?? 0),
      ...(options.signalWireMode ? { signalWireMode: options.signalWireMode } : {}),
    });
    this.line = this.farEnd.line;
    this.open();
  }

  /** The stores and ports of the engine that runs now. */
  get world(): World {
    if (!this.engine) throw new Error('the engine is down');
    return this.engine.world;
  }

  get dialer(): Dialer {
    if (!this.engine) throw new Error('the engine is down');
    return this.engine.dialer;
  }

  /** Begins to call. */
  start(): void {
    this.engine?.inbox.start();
    this.engine?.dialer.start();
  }

  /** Drops the engine as a crash does: nothing is waited for, what is in the air is lost. */
  drop(): void {
    if (!this.engine) return;
    const { open, dialer, inbox } = this.engine;
    inbox.stop();
    void dialer.stop();
    open.close();
    this.engine = null;
  }

  /** A new engine on the same file. */
  restart(): void {
    this.drop();
    this.open();
    this.start();
  }

  /** Changes how the line behaves from now on. */
  configure(practice: Partial<PracticeSettings>): void {
    this.practice = { ...this.practice, ...practice };
    this.line.configure(this.practice);
  }

  close(): void {
    this.drop();
    this.farEnd.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private open(): void {
    const { log = silentLogger, signal = noSignal, synchronous = 'OFF' } = this.options;
    const open = openData({ dataDir: this.dataDir, migrationsFolder: MIGRATIONS, synchronous });
    const data = openStores(open.database);
    const provider = this.farEnd.provider({
      clock: this.clock,
      publicUrlOf: (reference) => data.calls.get(everyone, reference)?.publicUrl ?? null,
    });
    const parts: Parts = {
      data,
      clock: this.clock,
      ids: this.ids,
      log,
      secrets: { seal: (plain) => plain, open: (sealed) => sealed },
      signal,
      providers: { [this.farEnd.name]: provider },
      recordings: noRecordings,
      tunnel: this.options.pollingOnly ? noTunnel : { state: () => ({ state: 'up', publicUrl: PUBLIC_URL, since: 0 }) },
      health: new Health(),
      metrics: noMetrics,
    };
    settleTimeZone(parts);
    const world: World = { ...parts, clock: this.clock, dataDir: this.dataDir, agentRow: this.farEnd.agent, close: () => this.close() };
    this.engine = { world, open, dialer: new Dialer(world), inbox: new Inbox(world) };
  }

  /** What the engine's listener does with a request, without its sockets. While the computer sleeps, nobody listens. */
  async deliver(request: Request): Promise<Response> {
    const provider = this.engine?.world.providers[this.farEnd.name];
    if (!this.engine || !provider || this.clock.asleep) return new Response(null, { status: NOBODY_LISTENS });
    const { pathname, search } = new URL(request.url);
    const body = new Uint8Array(await request.arrayBuffer());
    const path = pathname.replace(/^\/webhooks\/[a-z]+\//, '');
    const raw = { path, query: search, headers: Object.fromEntries(request.headers), body, receivedAt: this.clock.now() };
    const instruction = await provider.instruct?.(raw);
    // Dropped while it was asked.
    if (!this.engine) return new Response(null, { status: NOBODY_LISTENS });
    if (instruction)
      return new Response(instruction.body, { status: instruction.status, headers: { 'content-type': instruction.contentType } });
    return new Response(null, { status: receiveDelivery(this.engine.world, provider, raw).status });
  }
}
