import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that carries the signature of a webhook of the practice line. */
export const SIGNATURE_HEADER = 'ringmaster-line-signature';

const OLDEST_MS = 30 * 60_000;
const AHEAD_MS = 5 * 60_000;

/** `t=<unix seconds>,v1=<hex of HMAC-SHA256 over t.body>`: the time is signed with the body, so that an old one cannot be sent again. */
export function signDelivery(secret: string, body: Uint8Array, at: number): string {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${macOf(secret, seconds, body).toString('hex')}`;
}

/** Why a signature does not hold at the instant `now`, in words for whoever looks for the fault; null where it holds. */
export function whyUnsigned(secret: string, header: string | undefined, body: Uint8Array, now: number): string | null {
  if (!header) return 'the signature is missing';
  const fields = new Map(header.split(',').map((part) => part.trim().split('=', 2) as [string, string]));
  const time = fields.get('t') ?? '';
  const given = fields.get('v1') ?? '';
  if (!/^\d{1,12}$/.test(time) || !/^[0-9a-f]{64}$/i.test(given)) return 'the signature cannot be read';
  if (!timingSafeEqual(macOf(secret, Number(time), body), Buffer.from(given, 'hex')))
    return 'the signature does not fit: the secret is another one, or the body was changed';
  const age = now - Number(time) * 1000;
  if (age > OLDEST_MS) return 'it was signed more than 30 minutes ago';
  if (age < -AHEAD_MS) return 'it was signed more than 5 minutes in the future: one of the clocks is wrong';
  return null;
}

function macOf(secret: string, seconds: number, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}
