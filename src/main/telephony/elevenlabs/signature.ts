import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The header that carries the signature of a delivery: `t=<unix seconds>,v0=<hex>`. */
export const SIGNATURE_HEADER = 'elevenlabs-signature';

const OLDEST_MS = 30 * 60_000;
const AHEAD_MS = 5 * 60_000;

/**
 * Why a signature does not hold at the instant `now`, in words for whoever looks for the fault; null where it holds.
 * Signed is `t.body` over the bytes as they came, with HMAC-SHA256.
 */
export function whyUnsigned(secret: string, header: string | undefined, body: Uint8Array, now: number): string | null {
  if (!header) return 'the signature is missing';
  const parts = header.split(',').map((part) => part.trim());
  const time = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
  const given = parts.filter((part) => part.startsWith('v0=')).map((part) => part.slice(3));
  if (!/^\d{1,12}$/.test(time) || given.length === 0 || !given.every((mac) => /^[0-9a-f]{64}$/i.test(mac)))
    return 'the signature cannot be read';
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  if (!given.some((mac) => timingSafeEqual(expected, Buffer.from(mac, 'hex'))))
    return 'the signature does not fit: the webhook secret is another one, or the body was changed';
  const age = now - Number(time) * 1000;
  if (age > OLDEST_MS) return 'it was signed more than 30 minutes ago';
  if (age < -AHEAD_MS) return 'it was signed more than 5 minutes in the future: one of the clocks is wrong';
  return null;
}

/** Whether two words are the same, in a time that does not tell how much of them is. An empty secret is equal to nothing. */
export function isSecret(given: string, secret: string): boolean {
  const digest = (word: string) => createHash('sha256').update(word).digest();
  return timingSafeEqual(digest(given), digest(secret)) && secret !== '';
}
