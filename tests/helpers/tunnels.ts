/** What tests of tunnels stand on: a listener of deliveries that only takes streams or a port, and parts on the machine's own clock. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../src/main/ports/clock.ts';
import { silentLogger } from '../../src/main/ports/host.ts';
import { systemIds } from '../../src/main/ports/ids.ts';
import type { KnownHosts, LocalListener, TunnelSecrets } from '../../src/main/webhooks/tunnel/open-tunnel.ts';
import { OPENERS } from '../../src/main/webhooks/tunnel/openers.ts';
import type { TunnelParts } from '../../src/main/webhooks/tunnel/tunnel.ts';
import { DEFAULT_TUNNEL, type TunnelSettings } from '../../src/shared/domain/tunnel-settings.ts';

export interface StandInListener extends LocalListener {
  /** Deliveries that came, with their whole body. */
  deliveries: { url: string; body: string }[];
  stop(): Promise<void>;
}

/** Answers `/health` by its word and deliveries with the length of their body. Port 0 where none is opened. */
export async function standInListener({ withPort = false } = {}): Promise<StandInListener> {
  const instance = systemIds.secret(12);
  const deliveries: StandInListener['deliveries'] = [];
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === '/health') return void outgoing.setHeader('content-type', 'application/json').end(JSON.stringify({ instance }));
    void textOf(incoming).then((body) => {
      deliveries.push({ url: incoming.url ?? '', body });
      outgoing.end(String(body.length));
    });
  });
  if (withPort) await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: withPort ? (server.address() as AddressInfo).port : 0,
    instance,
    deliveries,
    take: (stream) => void server.emit('connection', stream),
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk);
  return text;
}

export const NO_SECRETS: TunnelSecrets = {
  ngrokToken: () => null,
  sshPassword: () => null,
  sshPassphrase: () => null,
  cloudflaredToken: () => null,
};

/** Remembered host keys, in memory. */
export function hostKeys(): KnownHosts & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, read: (host) => kept.get(host) ?? null, keep: (host, fingerprint) => void kept.set(host, fingerprint) };
}

/** On the machine's own clock, with waits of hundredths of a second; only the wait for what is silent stays long. */
export function tunnelParts(local: LocalListener, settings: Partial<TunnelSettings>, given: Partial<TunnelParts> = {}): TunnelParts {
  return {
    clock: systemClock,
    ids: systemIds,
    log: silentLogger,
    settings: () => ({ ...DEFAULT_TUNNEL, ...settings }),
    secrets: NO_SECRETS,
    local,
    fetch: (request) => fetch(request),
    knownHosts: hostKeys(),
    openers: OPENERS,
    pace: { firstMs: 20, mostMs: 80, checkAgainMs: 20 },
    ...given,
  };
}
