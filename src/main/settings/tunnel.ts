/** The settings of the tunnel, and how well it does. Its tokens and passwords are sealed and never read back. Admins only. */
import type { Tunnel, TunnelChange } from '../../shared/contract/tunnel.ts';
import { DEFAULT_TUNNEL, type TunnelSettings } from '../../shared/domain/tunnel-settings.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { TunnelDesk } from '../ports/tunnel.ts';
import { mustBeAdmin } from './must-be-admin.ts';
import { changeKeyTx } from './vendor-keys.ts';

const KEY = 'tunnel';
const PORT_KEY = 'webhook-port';
const KNOWN_HOSTS = 'tunnel.known-hosts';
const DAY_MS = 24 * 3_600_000;

/** Without its secrets; what was never set has its default. */
export function tunnelSettings({ data }: Pick<Parts, 'data'>): TunnelSettings {
  const stored = (data.settings.read(KEY) ?? {}) as Partial<TunnelSettings>;
  return {
    kind: stored.kind ?? DEFAULT_TUNNEL.kind,
    address: { ...DEFAULT_TUNNEL.address, ...stored.address },
    ngrok: { ...DEFAULT_TUNNEL.ngrok, ...stored.ngrok },
    ssh: { ...DEFAULT_TUNNEL.ssh, ...stored.ssh },
    cloudflared: { ...DEFAULT_TUNNEL.cloudflared, ...stored.cloudflared },
  };
}

/** Where the listener of deliveries listens; 0 is any port that is free. */
export const webhookPort = ({ data }: Pick<Parts, 'data'>): number => (data.settings.read(PORT_KEY) as number | undefined) ?? 0;

/** The remembered keys of SSH servers, by host and port. */
export const knownHosts = ({ data, clock }: Pick<Parts, 'data' | 'clock'>) => {
  const all = () => (data.settings.read(KNOWN_HOSTS) as Record<string, string> | undefined) ?? {};
  const write = (hosts: Record<string, string>) => data.database.write(() => data.settings.writeTx(KNOWN_HOSTS, hosts, clock.now()));
  return {
    read: (host: string): string | null => all()[host] ?? null,
    keep: (host: string, fingerprint: string): void => write({ ...all(), [host]: fingerprint }),
    forget: (host: string): void => write(Object.fromEntries(Object.entries(all()).filter(([known]) => known !== host))),
  };
};

export function readTunnel(parts: Parts, actor: Actor, desk: TunnelDesk): Tunnel {
  mustBeAdmin(actor);
  const { data, clock } = parts;
  const settings = tunnelSettings(parts);
  const now = desk.state();
  const publicUrl = now.state === 'up' ? now.publicUrl : settings.kind === 'address' ? settings.address.url || null : null;
  const { ssh } = settings;
  return {
    kind: settings.kind,
    state: now.state,
    reason: now.state === 'down' ? now.reason : null,
    nextTryAt: now.state === 'down' && now.nextTryAt !== null ? new Date(now.nextTryAt) : null,
    since: now.state === 'up' ? new Date(now.since) : null,
    localUrl: desk.localUrl(),
    webhookPort: webhookPort(parts),
    publicUrl,
    endpoints: publicUrl === null ? null : desk.endpointsAt(publicUrl),
    address: settings.address,
    ngrok: { ...settings.ngrok, tokenSet: data.secrets.has('ngrok-token') },
    ssh: {
      ...ssh,
      passwordSet: data.secrets.has('ssh-password'),
      passphraseSet: data.secrets.has('ssh-passphrase'),
      knownHostKey: knownHosts(parts).read(hostOf(ssh)),
    },
    cloudflared: { ...settings.cloudflared, tokenSet: data.secrets.has('cloudflared-token') },
    health: { ...data.calls.toldSince(clock.now() - DAY_MS), refused: data.inbox.refusedCount() },
  };
}

/** Changes some of the settings; the others stay. The tunnel follows by itself. */
export function changeTunnel(parts: Parts, actor: Actor, desk: TunnelDesk, change: TunnelChange): Tunnel {
  mustBeAdmin(actor);
  const { data, clock } = parts;
  const { token: ngrokToken, ...ngrok } = change.ngrok ?? {};
  const { password, passphrase, ...ssh } = change.ssh ?? {};
  const { token: cloudflaredToken, ...cloudflared } = change.cloudflared ?? {};
  data.database.write(() => {
    const current = tunnelSettings(parts);
    const next = {
      kind: change.kind ?? current.kind,
      address: { url: change.publicUrl ?? current.address.url },
      ngrok: merged(current.ngrok, ngrok),
      ssh: merged(current.ssh, ssh),
      cloudflared: merged(current.cloudflared, cloudflared),
    };
    changeKeyTx(parts, 'ngrok-token', ngrokToken);
    changeKeyTx(parts, 'ssh-password', password);
    changeKeyTx(parts, 'ssh-passphrase', passphrase);
    changeKeyTx(parts, 'cloudflared-token', cloudflaredToken);
    data.settings.writeTx(KEY, next, clock.now());
    if (change.webhookPort !== undefined) data.settings.writeTx(PORT_KEY, change.webhookPort, clock.now());
  });
  return readTunnel(parts, actor, desk);
}

/** The SSH server was set up anew, and somebody has made sure of it: the next key that it shows is remembered. */
export function forgetHostKey(parts: Parts, actor: Actor, desk: TunnelDesk): Tunnel {
  mustBeAdmin(actor);
  knownHosts(parts).forget(hostOf(tunnelSettings(parts).ssh));
  desk.tryNow();
  return readTunnel(parts, actor, desk);
}

const hostOf = ({ host, port }: { host: string; port: number }) => `${host}:${port}`;

/** `change` over `current`, without what was left out. */
function merged<T extends object>(current: T, change: { [K in keyof T]?: T[K] | undefined }): T {
  return { ...current, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
}
