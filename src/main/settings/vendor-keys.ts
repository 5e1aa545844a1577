/**
 * The keys of the vendors: sealed by the host before they are stored, opened where a request is made, and never told to a screen or
 * a log.
 */
import type { Parts } from '../parts.ts';

export const VENDOR_KEYS = [
  'bolna-key',
  'signalwire-token',
  'signalwire-signing-key',
  'elevenlabs-key',
  'elevenlabs-webhook-secret',
  'ngrok-token',
  'ssh-password',
  'ssh-passphrase',
  'cloudflared-token',
] as const;
export type VendorKey = (typeof VENDOR_KEYS)[number];

type KeyParts = Pick<Parts, 'data' | 'secrets' | 'clock' | 'log'>;

/** The key; null where none is set, or where the host cannot open it any more (it was sealed elsewhere): then it has to be set anew. */
export function vendorKey({ data, secrets, log }: KeyParts, name: VendorKey): string | null {
  const sealed = data.secrets.read(name);
  if (sealed === undefined) return null;
  try {
    return secrets.open(sealed);
  } catch (error) {
    log.warn({ err: error, name }, 'a sealed key could not be opened; it has to be set again');
    return null;
  }
}

/** Keeps a new key, or takes it away where it is null; what is undefined stays. */
export function changeKeyTx({ data, secrets, clock }: KeyParts, name: VendorKey, key: string | null | undefined): void {
  if (key === undefined) return;
  if (key === null) data.secrets.removeTx(name);
  else data.secrets.writeTx(name, secrets.seal(key), clock.now());
}
