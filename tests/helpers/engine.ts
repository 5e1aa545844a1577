/**
 * An engine for a test: real SQLite in a folder of its own, real HTTP if asked for, time that the test moves, ids from a seed,
 * and a practice line in the same process whose far end the test can look at.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '../../src/main/accounts/password.ts';
import { openSession } from '../../src/main/accounts/token.ts';
import { createEngine, type Engine, type EngineOptions } from '../../src/main/engine.ts';
import type { Actor } from '../../src/main/parts.ts';
import type { SecretBox } from '../../src/main/ports/host.ts';
import { serve, type ServeOptions } from '../../src/main/server/serve.ts';
import { practiceApi } from '../../src/main/telephony/practice/api.ts';
import { type Journal, memoryJournal } from '../../src/main/telephony/practice/journal.ts';
import { PracticeLine } from '../../src/main/telephony/practice/line.ts';
import { receiveDelivery } from '../../src/main/webhooks/receive.ts';
import { DEFAULT_PRACTICE, type PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import type { Role } from '../../src/shared/domain/states.ts';
import { CHEAP } from './builders.ts';
import { checkTold } from './documented.ts';
import { putEmptyDatabase } from './empty-database.ts';
import { seededIds } from './seeded-ids.ts';
import { VirtualClock } from './virtual-clock.ts';

export const MIGRATIONS = 'drizzle';
const LINE_KEY = 'a-key';
const LINE_SECRET = 'a-secret';

/** Seals nothing: what is sealed is not what these tests are about. */
export const plainSecrets: SecretBox = { seal: (plain) => plain, open: (sealed) => sealed };

export interface TestEngineOptions extends Partial<EngineOptions> {
  clock?: VirtualClock;
  practice?: Partial<PracticeSettings>;
  /** The line's memory; give the same again to start an engine anew against a line that lived on. */
  journal?: Journal;
  /** Begins to dial at once; true where nothing else is said. */
  running?: boolean;
}

export interface TestEngine {
  engine: Engine;
  parts: Engine['parts'];
  clock: VirtualClock;
  dataDir: string;
  line: PracticeLine;
  /** Opens the REST port. */
  serve(options?: Partial<ServeOptions>): Promise<Rest>;
  /** Adds a user without the cost of a real password, signed in. */
  person(role?: Role, change?: { email?: string; limit?: number; password?: string }): Promise<Person>;
  /** Lets time go by, a little at a time, until `work` is done: for what waits for real files and for the clock in turn. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Stops the engine and removes its folder. */
  stop(options?: { keepData?: boolean }): Promise<void>;
}

export interface Person {
  actor: Actor;
  email: string;
  /** For the Authorization header, `Bearer ` included. */
  authorization: string;
}

export interface RestAnswer {
  status: number;
  headers: Headers;
  // What a test reads from an answer it knows.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
}

export interface Rest {
  url: string;
  /** What a person opens. */
  page: string;
  attachPort: Awaited<ReturnType<typeof serve>>['rpc']['attachPort'];
  /** `ask('POST', '/campaigns', {…}, person)`: path behind /api; the body is sent as JSON, or as it is where it is a FormData. */
  ask(method: string, path: string, body?: unknown, who?: Person | null): Promise<RestAnswer>;
}

/** The password of everybody whom `person` makes. */
export const PASSWORD = 'correct horse';

/** Starts an engine in a folder of its own, or in `dataDir`. */
export async function startEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const { clock = new VirtualClock(), ids = seededIds(), practice, journal = memoryJournal(), running = true, ...rest } = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'ringmaster-')));
  if (options.dataDir === undefined) putEmptyDatabase(dataDir);
  const lineIds = seededIds(2);
  const line = new PracticeLine({
    clock: clock.world,
    newId: (bytes) => lineIds.secret(bytes),
    journal,
    settings: { ...DEFAULT_PRACTICE, ...practice },
    secret: LINE_SECRET,
    send: async ({ headers, body }) => {
      const provider = engine.parts.providers.practice;
      if (!provider || clock.asleep || stopped) throw new Error('nobody is there');
      return receiveDelivery(engine.parts, provider, { path: 'events', headers, body, receivedAt: clock.now() }).status;
    },
  });
  const engine: Engine = await createEngine({
    migrationsFolder: MIGRATIONS,
    secrets: plainSecrets,
    dailyBackup: false,
    practiceLine: {
      kind: 'elsewhere',
      url: 'http://practice.line',
      key: LINE_KEY,
      secret: LINE_SECRET,
      fetch: practiceApi({ line, key: LINE_KEY }),
    },
    ...rest,
    dataDir,
    clock,
    ids,
  });
  if (running) engine.start();
  const servers: { stop(): Promise<void> }[] = [];
  let stopped = false;
  const { parts } = engine;

  return {
    engine,
    parts,
    clock,
    dataDir,
    line,
    async serve(given = {}) {
      const served = await serve(engine, { port: 0, ...given });
      servers.push(served);
      return { url: served.rest, page: served.url, attachPort: (port) => served.rpc.attachPort(port), ask: askAt(served.rest) };
    },
    async person(role = 'supervisor', { email, limit = 2, password = PASSWORD } = {}) {
      const id = parts.ids.next('user');
      const address = email ?? `${id}@example.com`;
      const passwordHash = await hashPassword(parts.ids, password, CHEAP);
      const now = clock.now();
      const row = {
        id,
        email: address,
        name: address.split('@')[0] ?? id,
        role,
        passwordHash,
        concurrentCallsLimit: limit,
        createdAt: now,
        updatedAt: now,
      };
      const user = parts.data.database.write(() => parts.data.users.insertTx(row));
      return { actor: { userId: id, role }, email: address, authorization: `Bearer ${openSession(parts, user, true).token}` };
    },
    async during(work) {
      const waited = { over: false };
      const ended = () => {
        waited.over = true;
      };
      work.then(ended, ended);
      while (!waited.over) {
        await new Promise((go) => setTimeout(go, 1));
        await clock.advance(1);
      }
      return work;
    },
    async stop({ keepData = false } = {}) {
      stopped = true;
      for (const server of servers) await server.stop();
      const stopping = engine.stop();
      await clock.advance(10_000);
      await stopping;
      line.stop();
      if (!keepData) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function askAt(url: string): Rest['ask'] {
  return async (method, path, body, who = null) => {
    const headers = new Headers(who ? { authorization: who.authorization } : {});
    const form = body instanceof FormData;
    if (body !== undefined && !form) headers.set('content-type', 'application/json');
    const init = { method, headers, ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }) };
    const response = await fetch(`${url}/api${path}`, init);
    const text = await response.text();
    const json = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const answer = { status: response.status, headers: response.headers, body: json && text !== '' ? JSON.parse(text) : text };
    await checkTold({ method, path, contentType: response.headers.get('content-type'), ...answer });
    return answer;
  };
}
