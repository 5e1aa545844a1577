/**
 * The engine: every part built from ports and wired to the others. Knows no host and no Electron; a host hands in what only it
 * has and is a page of wiring itself.
 */
import { join } from 'node:path';
import { authenticate } from './accounts/authenticate.ts';
import type { SharedContext } from './api/base.ts';
import { DataKeeper } from './data-care.ts';
import { DailyBackup } from './daily-backup.ts';
import { DATABASE_FILE, openData } from './data/open.ts';
import { openStores } from './data/stores.ts';
import { AccountWatch } from './dialer/account-watch.ts';
import { Dialer } from './dialer/dialer.ts';
import { FileImporter } from './import/importer.ts';
import { LiveHub } from './live/hub.ts';
import type { Parts } from './parts.ts';
import { type Clock, sleep, systemClock } from './ports/clock.ts';
import { FileTokens } from './ports/files.ts';
import { FrontDoor } from './ports/front-door.ts';
import { Health } from './ports/health.ts';
import { type Logger, noSignal, type SecretBox, silentLogger, type StepSignal } from './ports/host.ts';
import { type Ids, systemIds } from './ports/ids.ts';
import type { Providers } from './ports/provider.ts';
import { noTunnel, type TunnelPort } from './ports/tunnel.ts';
import { openPracticeLine, type PracticeLineChoice } from './practice-line.ts';
import { OldKeys } from './server/idempotency/old-keys.ts';
import { prometheusMetrics } from './server/metrics.ts';
import { RestGate } from './server/rest-gate.ts';
import { PracticeClearing } from './settings/clear-practice.ts';
import { settleTimeZone } from './settings/dialing.ts';
import { webhookPort } from './settings/tunnel.ts';
import type { Fetch } from './telephony/exchange.ts';
import { openVendors } from './vendors.ts';
import { openWayIn } from './way-in.ts';
import { Inbox } from './webhooks/inbox.ts';
import { startWebhookListener } from './webhooks/listener.ts';
import { recordingFiles } from './webhooks/recording-files.ts';

export interface EngineOptions {
  dataDir: string;
  migrationsFolder: string;
  secrets: SecretBox;
  clock?: Clock;
  ids?: Ids;
  log?: Logger;
  /** Named places at which the crash suites end the process. */
  signal?: StepSignal;
  /** OFF only in the generated runs. */
  synchronous?: 'FULL' | 'OFF';
  practiceLine?: PracticeLineChoice;
  /** Where the code of the import's worker lies, in a built program. */
  workerUrl?: URL;
  /** Where deliveries arrive; 0 takes any port that is free. */
  webhookPort?: number;
  /** How requests to vendors and to our own public address leave. */
  fetch?: Fetch;
  /** Off in tests that let days go by. */
  dailyBackup?: boolean;
  /** Where the host writes its log, to be told to admins. */
  logFile?: string;
}

export interface Engine {
  parts: Parts;
  dataDir: string;
  /** What the handlers of the contract are given, but for who asks. */
  context: SharedContext;
  /** What every request over REST passes first: one for all ports that it may come to. */
  gate: RestGate;
  /** Where the host hangs what it listens with. */
  door: FrontDoor;
  /** Takes up what was under way and begins to dial. */
  start(): void;
  /** Ends everything; dials under way are recorded first, within five seconds. */
  stop(): Promise<void>;
}

const SETTLE_MS = 4_000;
const byHttp: Fetch = (request) => globalThis.fetch(request);

/**
 * Opens the data and builds the engine; nothing dials before `start`.
 * @throws AppError `data_in_use`, `data_too_new`, `migration_failed`.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { dataDir, clock = systemClock, ids = systemIds, log = silentLogger, signal = noSignal, secrets, fetch = byHttp } = options;
  const opened = openData({ dataDir, migrationsFolder: options.migrationsFolder, synchronous: options.synchronous ?? 'FULL' });
  const providers: { -readonly [Name in keyof Providers]: Providers[Name] } = {};
  let tunnel: TunnelPort = noTunnel;
  const parts: Parts = {
    data: openStores(opened.database),
    clock,
    ids,
    log,
    secrets,
    signal,
    providers,
    recordings: recordingFiles(dataDir),
    tunnel: { state: () => tunnel.state() },
    health: new Health(),
    metrics: prometheusMetrics(() => parts),
  };
  /** What is open, in the order in which it was opened. */
  const open: (() => unknown)[] = [() => opened.close()];
  const closeAll = async () => {
    for (const close of open.toReversed()) await close();
  };
  try {
    open.push(() => Promise.all([parts.data.contactIndex.stop(), parts.data.queueIndex.stop(), parts.data.doNotCallSearch.stop()]));
    settleTimeZone(parts);
    const practice = await openPracticeLine(parts, dataDir, options.practiceLine ?? { kind: 'embedded' });
    open.push(() => practice.stop());
    providers.practice = practice.provider;
    Object.defineProperties(providers, Object.getOwnPropertyDescriptors(openVendors(parts, fetch)));
    const inbox = new Inbox(parts);
    open.push(() => inbox.stop());
    const webhooks = await startWebhookListener(parts, options.webhookPort ?? webhookPort(parts));
    open.push(() => webhooks.stop());
    const wayIn = openWayIn(parts, webhooks, fetch);
    tunnel = wayIn;
    open.push(() => wayIn.stop());
    practice.sendWebhooksTo(webhooks.url('practice'));
    const importer = new FileImporter(parts, { dataDir, databaseFile: join(dataDir, DATABASE_FILE), ...workerOf(options) });
    const dialer = new Dialer(parts);
    const accounts = new AccountWatch(parts);
    const backup = new DailyBackup(parts, dataDir);
    const clearing = new PracticeClearing(parts);
    const care = new DataKeeper(parts, { dataDir, logFile: options.logFile ?? null }, clearing);
    const live = new LiveHub(parts);
    const files = new FileTokens(ids);
    const oldKeys = new OldKeys(parts);
    const whoAsks = (authorization: string | null) => authenticate(parts, authorization);
    const door = new FrontDoor();

    return {
      parts,
      dataDir,
      door,
      context: {
        door,
        parts,
        care,
        inbox,
        dialer,
        tunnel: wayIn,
        live,
        importer,
        files,
        authenticate: whoAsks,
      },
      gate: new RestGate(parts, whoAsks),
      start() {
        inbox.start();
        wayIn.start();
        importer.resume();
        dialer.start();
        accounts.start();
        clearing.resume();
        oldKeys.start();
        if (options.dailyBackup ?? true) backup.start();
      },
      async stop() {
        live.stop();
        accounts.stop();
        clearing.stop();
        oldKeys.stop();
        const settled = Promise.allSettled([dialer.stop(), importer.stop(), backup.stop()]);
        await Promise.race([settled, sleep(clock, SETTLE_MS)]);
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

const workerOf = ({ workerUrl }: EngineOptions) => (workerUrl === undefined ? {} : { workerUrl });
