/**
 * Signatures of SignalWire's deliveries, over the address to which they were sent and what was in them.
 *
 * Forms are signed over the address and every field in the order of their names (base64); JSON over the address and the raw body
 * (hex), or over the address alone where that names the hash of the body. An address alone, without such a hash, proves nothing of
 * the body and is never enough. No time is signed: whoever stores deliveries drops the second copy.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const HEADERS = ['x-signalwire-signature', 'x-twilio-signature'] as const;

export interface SignedDelivery {
  /** As it was told to SignalWire: scheme, host, port where it was named, path and query. */
  url: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  /** The fields of a form; null for JSON. */
  form: URLSearchParams | null;
}

/** Why the signature does not hold, in words for whoever looks for the fault; null where it holds. */
export function whyUnsigned(key: string | null, delivery: SignedDelivery): string | null {
  if (!key) return 'no signing key is set: copy the one of the project to Settings → Telephony';
  const given = HEADERS.map((name) => delivery.headers[name]).find((value) => value !== undefined && value !== '');
  if (given === undefined) return 'the signature is missing';
  if (delivery.body.length === 0) return 'the body is empty';
  const fits = addressesOf(delivery.url).some((url) => isSame(signatureOf(key, url, delivery), given));
  return fits ? null : 'the signature does not fit: the signing key or the public address is another one, or the body was changed';
}

function signatureOf(key: string, url: string, { body, form }: SignedDelivery): string {
  if (form) return formSignature(key, url, form);
  const hash = bodyHashIn(url);
  if (hash === null) return jsonSignature(key, url, body);
  // The body is only as good as its hash, which is part of the signed address.
  return isSame(createHash('sha256').update(body).digest('hex'), hash.toLowerCase()) ? formSignature(key, url, []) : '';
}

/** base64(HMAC-SHA1(key, url + name + value + …)), fields in ASCII order of their names; those of one name keep their order. */
export function formSignature(key: string, url: string, fields: Iterable<readonly [string, string]>): string {
  const sorted = [...fields].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const mac = createHmac('sha1', key).update(url);
  for (const [name, value] of sorted) mac.update(name).update(value);
  return mac.digest('base64');
}

/** hex(HMAC-SHA1(key, url + raw body)). */
export function jsonSignature(key: string, url: string, body: Uint8Array): string {
  return createHmac('sha1', key).update(url).update(body).digest('hex');
}

function bodyHashIn(url: string): string | null {
  return URL.canParse(url) ? new URL(url).searchParams.get('bodySHA256') : null;
}

/** The address with and without the standard port of its scheme: the sender is of two minds about it. */
export function addressesOf(url: string): string[] {
  const [, scheme = '', host = '', port = '', rest = ''] = /^(https?):\/\/(\[[^\]]+\]|[^/?#:]+)(:\d+)?(.*)$/is.exec(url) ?? [];
  const standard = scheme.toLowerCase() === 'https' ? ':443' : ':80';
  if (scheme === '' || (port !== '' && port !== standard)) return [url];
  return [url, `${scheme}://${host}${port === '' ? standard : ''}${rest}`];
}

/** In a time that does not tell how much of it fits. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!) && one !== '';
}
