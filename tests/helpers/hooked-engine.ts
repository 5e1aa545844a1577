/** An engine with every provider set up, a call up over each, and its listener of deliveries on a real port: what a forger sees of it. */
import { Agent, request } from 'node:http';
import { everyone } from '../../src/main/data/scope.ts';
import type { Call } from '../../src/main/data/call-store.ts';
import { changeTelephony } from '../../src/main/settings/telephony.ts';
import type { Logger } from '../../src/main/ports/host.ts';
import { PROVIDERS, type ProviderName } from '../../src/shared/domain/states.ts';
import { aCallUp, aCampaign, anAdmin, anItem, anAgent, aUser, type World } from './builders.ts';
import type { Delivered } from './delivered.ts';
import { startEngine, type TestEngine } from './engine.ts';
import { AGENTS, KEYS, PATH_SECRET, PUBLIC_URL } from './far-end.ts';

export interface HookedEngine {
  engine: TestEngine;
  world: World;
  port: number;
  /** The call that is up over each provider, as it was in the beginning. */
  calls: Readonly<Record<ProviderName, Call>>;
  /** Everything that was logged, as text. */
  logged: () => string;
  /** What vendors were asked, as `METHOD path`. */
  asked: string[];
  /** Sends one delivery, or whatever it is; resolves to the status, 0 where the connection was closed instead. */
  send(delivered: Partial<Delivered> & { method?: string }): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it; vendors that are asked say that the call is up. */
export async function startHooked(): Promise<HookedEngine> {
  const lines: string[] = [];
  const note = (fields: object, message: string) => void lines.push(`${JSON.stringify(fields)} ${message}`);
  const log: Logger = { debug: note, info: note, warn: note, error: note };
  const asked: string[] = [];
  const engine = await startEngine({
    log,
    running: false,
    fetch: async (asking) => {
      const { pathname } = new URL(asking.url);
      asked.push(`${asking.method} ${pathname}`);
      const id = pathname.split('/').at(-1);
      return pathname.startsWith('/executions/') ? Response.json({ id, status: 'in-progress' }) : new Response(null, { status: 503 });
    },
  });
  const { parts, clock, dataDir } = engine;
  const world: World = Object.assign(Object.create(parts) as World, { clock, dataDir, close: () => {} });
  const common = { baseUrl: 'https://vendor.example.test' };
  changeTelephony(world, anAdmin(world), {
    bolna: { ...common, apiKey: KEYS.bolna },
    elevenlabs: { ...common, apiKey: KEYS.elevenlabs, webhookSecret: KEYS.elevenlabsWebhook },
    signalwire: {
      ...common,
      mode: 'cxml',
      projectId: KEYS.signalwireProject,
      token: KEYS.signalwireToken,
      signingKey: KEYS.signalwireSigning,
    },
  });
  parts.data.database.write(() => parts.data.secrets.writeTx('webhook-path', PATH_SECRET, clock.now()));
  const user = aUser(world, { concurrentCallsLimit: 10 });
  const up = PROVIDERS.map((provider): [ProviderName, Call] => {
    const { id: agentId } = anAgent(world, user, AGENTS[provider]);
    const item = anItem(world, aCampaign(world, user, { agentId, keepOpen: true }));
    const call = aCallUp(world, item, { providerCallId: `there-${provider}`, publicUrl: PUBLIC_URL });
    parts.data.database.write(() => parts.data.calls.moveTx(call, 'in-progress', clock.now(), clock.now(), clock.now() + 3_600_000, {}));
    return [provider, parts.data.calls.get(everyone, call.id)!];
  });
  engine.engine.start();
  // At its start it asks about every call; what a test sees is what came after.
  await clock.advance(1000);
  asked.length = 0;
  const port = Number(new URL(engine.engine.context.tunnel.localUrl()).port);
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  return {
    engine,
    world,
    port,
    calls: Object.fromEntries(up) as unknown as Record<ProviderName, Call>,
    logged: () => lines.join('\n'),
    asked,
    send: (delivered) => post({ host: '127.0.0.1', port, agent }, delivered),
    async stop() {
      agent.destroy();
      await engine.stop();
    },
  };
}

/** Posts once. A kept connection that the listener closed for idleness just then was never read: it is asked again on a new one. */
function post(to: { host: string; port: number; agent: Agent }, delivered: Partial<Delivered> & { method?: string }): Promise<number> {
  const { path = '/', headers = {}, body = '', method = 'POST' } = delivered;
  return new Promise((done) => {
    const asking = request({ ...to, path, method, headers }, (answer) => {
      answer.resume().once('close', () => done(answer.statusCode ?? 0));
    });
    asking.once('error', (error: NodeJS.ErrnoException) => {
      done(asking.reusedSocket && error.code === 'ECONNRESET' ? post(to, delivered) : 0);
    });
    asking.end(body);
  });
}
