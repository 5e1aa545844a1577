/**
 * The way in for deliveries: which tunnel, whether it is up, how well it does, and what was refused at its end. Admins only. Tokens and
 * passwords can be written and never read; null takes one away.
 */
import * as z from 'zod';
import { CLOUDFLARED_WAYS, publicAddress, SSH_AUTHS, TUNNEL_KINDS } from '../domain/tunnel-settings.ts';
import { Instant, route } from './base.ts';

const Text = z.string().trim().max(300);
const Secret = z.string().trim().min(1).max(10_000).nullable();
const Port = z.int().min(0).max(65_535);
const PublicUrl = Text.transform((text, ctx) => {
  if (text === '') return '';
  const url = publicAddress(text);
  if (url !== null) return url;
  ctx.addIssue({ code: 'custom', message: 'Write the address as https://hooks.example.com.' });
  return z.NEVER;
});

const ssh = {
  host: Text,
  port: z.int().min(1).max(65_535),
  user: Text,
  auth: z.enum(SSH_AUTHS),
  keyPath: z.string().trim().max(4_000),
  remoteHost: Text,
  remotePort: Port,
  publicUrl: PublicUrl,
};
const cloudflared = { program: z.string().trim().max(4_000), way: z.enum(CLOUDFLARED_WAYS), tunnelName: Text, hostname: Text };

export const TunnelChange = z
  .strictObject({
    kind: z.enum(TUNNEL_KINDS),
    /** For the kind `address`: a public address that already leads here. */
    publicUrl: PublicUrl,
    /** Where the listener listens on this machine, from the next start on; 0 takes any port that is free. */
    webhookPort: Port,
    ngrok: z.strictObject({ domain: Text, token: Secret }).partial(),
    ssh: z.strictObject({ ...ssh, password: Secret, passphrase: Secret }).partial(),
    cloudflared: z.strictObject({ ...cloudflared, token: Secret }).partial(),
  })
  .partial();
export type TunnelChange = z.infer<typeof TunnelChange>;

export const Tunnel = z
  .object({
    kind: z.enum(TUNNEL_KINDS),
    state: z.enum(['off', 'connecting', 'up', 'down']),
    /** Why it is down, and what to do. */
    reason: z.string().nullable(),
    /** Null where it is up, or where trying again would change nothing. */
    nextTryAt: Instant.nullable(),
    since: Instant.nullable(),
    localUrl: z.string(),
    webhookPort: Port,
    /** Where the world reaches the listener now, or would, for the kind `address`. */
    publicUrl: z.string().nullable(),
    /** Whole addresses for the vendors, secret word included; SignalWire's goes on with the call. Null while there is no public address. */
    endpoints: z.object({ bolna: z.string(), signalwire: z.string(), elevenlabs: z.string() }).nullable(),
    /** What was set for the kind `address`, also while another one is chosen. */
    address: z.object({ url: z.string() }),
    ngrok: z.object({ domain: z.string(), tokenSet: z.boolean() }),
    ssh: z.object({
      ...ssh,
      publicUrl: z.string(),
      passwordSet: z.boolean(),
      passphraseSet: z.boolean(),
      knownHostKey: z.string().nullable(),
    }),
    cloudflared: z.object({ ...cloudflared, tokenSet: z.boolean() }),
    /** Of the calls of the last day that a delivery should have told: how many there were, and for how many the provider had to be asked. */
    health: z.object({ told: z.int(), missed: z.int(), refused: z.int() }),
  })
  .meta({ id: 'Tunnel' });
export type Tunnel = z.infer<typeof Tunnel>;

export const RefusedDelivery = z
  .object({ id: z.int(), receivedAt: Instant, route: z.string(), reason: z.string(), start: z.string() })
  .meta({ id: 'RefusedDelivery' });

const tags = ['settings'];
const answer = z.object({ tunnel: Tunnel });

export const tunnelContract = {
  get: route
    .route({ method: 'GET', path: '/settings/tunnel', tags, summary: 'The way in for deliveries, and its health' })
    .input(z.strictObject({}).optional())
    .output(answer),
  change: route
    .route({ method: 'PUT', path: '/settings/tunnel', tags, summary: 'Choose or change the tunnel; what is left out stays' })
    .input(TunnelChange)
    .output(answer),
  tryNow: route
    .route({ method: 'POST', path: '/settings/tunnel/try', tags, summary: 'Try to come up now, instead of at the next try' })
    .input(z.strictObject({}).optional())
    .output(answer),
  forgetHostKey: route
    .route({
      method: 'DELETE',
      path: '/settings/tunnel/host-key',
      tags,
      summary: 'Forget the remembered key of the SSH server: the next one that is shown is remembered',
    })
    .input(z.strictObject({}).optional())
    .output(answer),
  refused: route
    .route({ method: 'GET', path: '/deliveries/refused', tags: ['calls'], summary: 'The last deliveries that were refused, newest first' })
    .input(z.strictObject({}).optional())
    .output(z.object({ total: z.int(), refused: z.array(RefusedDelivery) })),
};
