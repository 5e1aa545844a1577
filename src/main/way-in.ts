/** The way in for deliveries as the engine starts it: the listener, and the tunnel that leads the world to it. */
import type { Parts } from './parts.ts';
import type { TunnelDesk } from './ports/tunnel.ts';
import { knownHosts, tunnelSettings } from './settings/tunnel.ts';
import { vendorKey, type VendorKey } from './settings/vendor-keys.ts';
import type { Fetch } from './telephony/exchange.ts';
import { pathSecret } from './vendors.ts';
import type { WebhookListener } from './webhooks/listener.ts';
import { pointAgents } from './webhooks/point-agents.ts';
import { OPENERS } from './webhooks/tunnel/openers.ts';
import { Tunnel } from './webhooks/tunnel/tunnel.ts';

const TUNNEL_KEYS: readonly VendorKey[] = ['ngrok-token', 'ssh-password', 'ssh-passphrase', 'cloudflared-token'];

export interface WayIn extends TunnelDesk {
  start(): void;
  stop(): Promise<void>;
}

/** @param fetch asks for ourselves through the public address. */
export function openWayIn(parts: Parts, listener: WebhookListener, fetch: Fetch): WayIn {
  const { clock, ids, log, data, health } = parts;
  const tunnel = new Tunnel({
    clock,
    ids,
    log,
    settings: () => tunnelSettings(parts),
    secrets: {
      ngrokToken: () => vendorKey(parts, 'ngrok-token'),
      sshPassword: () => vendorKey(parts, 'ssh-password'),
      sshPassphrase: () => vendorKey(parts, 'ssh-passphrase'),
      cloudflaredToken: () => vendorKey(parts, 'cloudflared-token'),
    },
    local: listener,
    fetch,
    knownHosts: knownHosts(parts),
    openers: OPENERS,
  });
  const choice = () => JSON.stringify([tunnelSettings(parts), TUNNEL_KEYS.map((name) => data.secrets.read(name))]);
  let chosen = choice();
  const stopListening = data.database.onChange(({ topics }) => {
    if (!topics.has('settings') || chosen === (chosen = choice())) return;
    void tunnel.configure();
  });
  tunnel.onChange((now) => {
    if (now.state === 'down')
      health.raise('tunnel-down', `Deliveries do not reach this program, so providers are asked instead. ${now.reason}`, clock.now());
    else if (now.state !== 'connecting') health.clear('tunnel-down');
    if (now.state === 'up') void pointAgents(parts, now.publicUrl);
    health.tellAgain();
  });
  return {
    state: () => tunnel.state(),
    localUrl: () => `http://127.0.0.1:${listener.port}`,
    endpointsAt(publicUrl) {
      const at = (vendor: string) => `${publicUrl}/webhooks/${vendor}/${pathSecret(parts)}`;
      return { bolna: at('bolna'), signalwire: at('signalwire'), elevenlabs: at('elevenlabs') };
    },
    tryNow: () => void tunnel.configure(),
    start: () => tunnel.start(),
    async stop() {
      stopListening();
      await tunnel.stop();
    },
  };
}
