/** Reads what SignalWire delivers: whose it is by its address, that it is SignalWire's by its signature, then what it says. */
import { createHash } from 'node:crypto';
import type { DeliveryReading, RawDelivery } from '../../ports/provider.ts';
import { type Fields, objectOf, textOf } from './fields.ts';
import { formWord } from './form-words.ts';
import { jsonWord } from './json-words.ts';
import type { SignalWireParts } from './parts.ts';
import { isSame, whyUnsigned } from './signature.ts';

type Parts = Pick<SignalWireParts, 'signingKey' | 'pathSecret' | 'publicUrlOf'>;
type Refused = Extract<DeliveryReading, { kind: 'refused' }>;

export type Opened = { kind: 'opened'; reference: string; content: { form: URLSearchParams } | { json: unknown } } | Refused;

/** Verifies a delivery and reads it. Never throws, whatever came. */
export function readSignalWireDelivery(parts: Parts, delivery: RawDelivery): DeliveryReading {
  try {
    const opened = openDelivery(parts, delivery, 'deliveries');
    return opened.kind === 'refused' ? opened : readingOf(opened, delivery.body);
  } catch {
    return { kind: 'refused', reason: 'it cannot be read', malformed: true };
  }
}

function readingOf({ reference, content }: Extract<Opened, { kind: 'opened' }>, body: Uint8Array): DeliveryReading {
  const form = 'form' in content ? content.form : formOf(objectOf(content.json));
  if (form) {
    const word = formWord(form, reference);
    return word ? { kind: 'report', ...word } : { kind: 'nothing' };
  }
  const word = 'json' in content ? jsonWord(content.json) : null;
  if (!word || word.id === null) return { kind: 'nothing' };
  const { documented, id, state, at, facts } = word;
  return {
    kind: 'report',
    report: { providerCallId: id, reference, state, at, ...facts },
    key: `${id}:${createHash('sha256').update(body).digest('hex')}`,
    // What a status looks like is not documented: it moves a call that is up, and what would end one is asked.
    ...(documented ? {} : { hint: true }),
  };
}

/** JSON that carries the names of a form is one, of the compatibility interface. */
function formOf(json: Fields | null): URLSearchParams | null {
  if (textOf(json?.['CallSid']) === null) return null;
  return new URLSearchParams(
    Object.entries(json!).flatMap(([name, value]) => [[name, textOf(value) ?? '']].filter(([, text]) => text !== '')),
  );
}

/**
 * What stands in a delivery that is proven to be SignalWire's.
 * @param to which of our addresses it must have been sent to.
 */
export function openDelivery(parts: Parts, { path, query, headers, body }: RawDelivery, to: 'deliveries' | 'instructions'): Opened {
  const [secret = '', reference = '', ...rest] = path.split('/').map(decoded);
  if (!isSame(parts.pathSecret(), secret)) return refused('the secret in its address is another one');
  if (reference === '' || rest.join('/') !== (to === 'instructions' ? 'cxml' : '')) return refused('its address is none of ours');
  const publicUrl = parts.publicUrlOf(reference);
  if (publicUrl === null) return refused('no call with a public address has this reference');
  const url = `${publicUrl}/webhooks/signalwire/${path}${query ?? ''}`;
  const form = isJson(headers, body) ? null : new URLSearchParams(new TextDecoder().decode(body));
  const reason = whyUnsigned(parts.signingKey(), { url, headers, body, form });
  if (reason !== null) return refused(reason);
  if (form) return { kind: 'opened', reference, content: { form } };
  const json = parse(body);
  if (json === undefined) return { kind: 'refused', reason: 'the body is not JSON', malformed: true };
  return { kind: 'opened', reference, content: { json } };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}

const refused = (reason: string): Refused => ({ kind: 'refused', reason });

/** By its type, else by its first letter: a form never begins with a brace. */
function isJson(headers: RawDelivery['headers'], body: Uint8Array): boolean {
  const type = headers['content-type'] ?? '';
  if (/json/i.test(type)) return true;
  return !/form-urlencoded/i.test(type) && /^\s*[{[]/.test(new TextDecoder().decode(body.subarray(0, 64)));
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}
