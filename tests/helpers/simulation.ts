/**
 * The engine's core and the practice line on one virtual clock, without sockets: dialer, inbox and provider as the program wires
 * them, with the line's HTTP handler called directly and its webhooks handed to the receiver. The engine can be dropped and
 * started again on the same file while the line lives on. What the line counts is the truth.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openData, type OpenData } from '../../src/main/data/open.ts';
import { openStores } from '../../src/main/data/stores.ts';
import { Dialer } from '../../src/main/dialer/dialer.ts';
import type { Parts } from '../../src/main/parts.ts';
import { Health } from '../../src/main/ports/health.ts';
import { noRecordings } from '../../src/main/ports/recordings.ts';
import { noTunnel } from '../../src/main/ports/tunnel.ts';
import { type Logger, noSignal, silentLogger, type StepSignal } from '../../src/main/ports/host.ts';
import { practiceApi } from '../../src/main/telephony/practice/api.ts';
import { memoryJournal } from '../../src/main/telephony/practice/journal.ts';
import { PracticeLine } from '../../src/main/telephony/practice/line.ts';
import { practiceProvider } from '../../src/main/telephony/practice/provider.ts';
import { Inbox } from '../../src/main/webhooks/inbox.ts';
import { receiveDelivery } from '../../src/main/webhooks/receive.ts';
import { DEFAULT_PRACTICE, type PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import { MIGRATIONS, type World } from './builders.ts';
import { seededIds } from './seeded-ids.ts';
import { VirtualClock } from './virtual-clock.ts';

const KEY = 'key';
const SECRET = 'secret';
const NOBODY_LISTENS = 503;

export interface SimulationOptions {
  at?: number;
  seed?: number;
  practice?: Partial<PracticeSettings>;
  log?: Logger;
  signal?: StepSignal;
  synchronous?: 'FULL' | 'OFF';
}

export class Simulation {
  readonly clock: VirtualClock;
  readonly line: PracticeLine;
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
    this.line = new PracticeLine({
      clock: this.clock.world,
      newId: (bytes) => this.ids.secret(bytes).replace(/[^A-Za-z0-9]/g, 'x'),
      journal: memoryJournal(),
      settings: this.practice,
      secret: SECRET,
      send: (webhook) => Promise.resolve(this.receive(webhook)),
    });
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
    this.line.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private open(): void {
    const { log = silentLogger, signal = noSignal, synchronous = 'OFF' } = this.options;
    const open = openData({ dataDir: this.dataDir, migrationsFolder: MIGRATIONS, synchronous });
    const provider = practiceProvider({
      fetch: this.fetch,
      baseUrl: 'http://line',
      key: KEY,
      secret: SECRET,
      clock: this.clock,
      settings: () => this.practice,
      timeoutMs: 10_000,
    });
    const parts: Parts = {
      data: openStores(open.database),
      clock: this.clock,
      ids: this.ids,
      log,
      secrets: { seal: (plain) => plain, open: (sealed) => sealed },
      signal,
      providers: { practice: provider },
      recordings: noRecordings,
      tunnel: noTunnel,
      health: new Health(),
    };
    const world: World = { ...parts, clock: this.clock, dataDir: this.dataDir, close: () => this.close() };
    this.engine = { world, open, dialer: new Dialer(world), inbox: new Inbox(world) };
  }

  /** The line's handler as the engine's network: while the computer sleeps, nothing comes back. */
  private readonly fetch = async (request: Request): Promise<Response> => {
    const answer = await practiceApi({ line: this.line, key: KEY })(request);
    return answer;
  };

  private receive({ headers, body }: { headers: Readonly<Record<string, string>>; body: Uint8Array }): number {
    const provider = this.engine?.world.providers.practice;
    if (!this.engine || !provider || this.clock.asleep) return NOBODY_LISTENS;
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    return receiveDelivery(this.engine.world, provider, { path: '', headers: lower, body, receivedAt: this.clock.now() }).status;
  }
}
