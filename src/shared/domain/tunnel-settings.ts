/**
 * How deliveries reach this machine from outside, without the secrets (ngrok's and cloudflared's token, SSH password and passphrase):
 * those are sealed by the host and never stand beside what a screen or a log may see.
 */

/** `none`: providers are asked. `address`: somebody else already leads a public address to the listener. */
export const TUNNEL_KINDS = ['none', 'address', 'ngrok', 'ssh', 'cloudflared'] as const;
export type TunnelKind = (typeof TUNNEL_KINDS)[number];

export const SSH_AUTHS = ['key', 'agent', 'password'] as const;
export type SshAuth = (typeof SSH_AUTHS)[number];

/** A remote forward, as `ssh -R remoteHost:remotePort` asks for. */
export interface SshTunnelSettings {
  host: string;
  port: number;
  user: string;
  auth: SshAuth;
  /** The private key's file; read when connecting. Only for `key`. */
  keyPath: string;
  /** Address on the server that takes what comes in: `localhost` behind its web server, empty for every address of it. */
  remoteHost: string;
  /** 0 lets the server choose. */
  remotePort: number;
  /** Where the server's web server leads to the forwarded port from; empty where the port itself is public. */
  publicUrl: string;
}

export const CLOUDFLARED_WAYS = ['quick', 'named'] as const;
export type CloudflaredWay = (typeof CLOUDFLARED_WAYS)[number];

export interface CloudflaredSettings {
  /** Path of the installed program; empty looks for it where programs are. */
  program: string;
  /** `quick`: no account, a new address each time. `named`: a tunnel of one's own account. */
  way: CloudflaredWay;
  /** Name or id of the tunnel. Not needed where there is a token: it names its tunnel. */
  tunnelName: string;
  /** The public hostname that was routed to the tunnel. */
  hostname: string;
}

export interface TunnelSettings {
  kind: TunnelKind;
  address: { url: string };
  ngrok: {
    /** The static domain; empty takes the one that ngrok gives. */
    domain: string;
  };
  ssh: SshTunnelSettings;
  cloudflared: CloudflaredSettings;
}

export const DEFAULT_TUNNEL: TunnelSettings = {
  kind: 'none',
  address: { url: '' },
  ngrok: { domain: '' },
  ssh: { host: '', port: 22, user: '', auth: 'key', keyPath: '', remoteHost: 'localhost', remotePort: 8080, publicUrl: '' },
  cloudflared: { program: '', way: 'quick', tunnelName: '', hostname: '' },
};

/**
 * A public address as it is used everywhere, without a slash at its end: `https://hooks.example.com`. A bare name means https. Null
 * where the text is no web address, or one with a name and password, a question or a fragment, which would be lost on the way.
 */
export function publicAddress(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') return null;
  if (url.username || url.password || url.search || url.hash) return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
