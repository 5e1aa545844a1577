/** How the space signs what it sends: form bodies by scheme B, JSON bodies by scheme A. */
import { createHmac } from 'node:crypto';
import type { SignalWireOptions } from './options.ts';

export const SIGNATURE_HEADER = 'x-signalwire-signature';

type Fields = readonly (readonly [name: string, value: string])[];

/** Scheme B: base64 of HMAC-SHA1 over the address and every parameter, names in ASCII order, repeated ones in the order given. */
export function signForm(key: string, url: string, fields: Fields): string {
  const sorted = fields.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const text = url + sorted.map(([name, value]) => name + value).join('');
  return createHmac('sha1', key).update(text).digest('base64');
}

/** Scheme A: lower-case hex of HMAC-SHA1 over the address and the body. */
export const signJson = (key: string, url: string, body: string): string => createHmac('sha1', key).update(url).update(body).digest('hex');

/** The address with the standard port of its scheme spelled out; as it is where it names one. */
export function withPort(url: string): string {
  const found = /^(https?):\/\/([^/?#:]+)(?=[/?#]|$)/.exec(url);
  if (!found) return url;
  return `${found[0]}:${found[1] === 'https' ? 443 : 80}${url.slice(found[0].length)}`;
}

/**
 * The signature that the switch asks for; null for none.
 * @param sign signs over the address, with the parameters or without any.
 */
export function signatureFor(
  kind: SignalWireOptions['signatures'],
  url: string,
  sign: (url: string, content: 'whole' | 'none') => string,
): string | null {
  if (kind === 'none') return null;
  if (kind === 'wrong') return sign(`${url}#`, 'whole');
  if (kind === 'url-alone') return sign(url, 'none');
  return sign(kind === 'with-port' ? withPort(url) : url, 'whole');
}
