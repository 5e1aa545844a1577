/**
 * What the answer to a dial over HTTP means (rule 13), the same for every vendor.
 *
 * Decides whether surely no call was made (it was not sent, or refused by a 4xx other than 408) or whether the call may be up:
 * everything else after the first byte. In doubt it says ambiguous, for a call that is dialed twice is worse than one that is
 * looked up. Must never send anything again. Called by the adapters; what a vendor's own words mean comes in as `DialWords`.
 */
import type { DialAnswer, NoCallReason } from '../ports/provider.ts';
import { type Exchange, type ExchangeParts, exchange } from './exchange.ts';

/** A vendor's words in the answer to a dial. */
export interface DialWords {
  /** The vendor's name as a person knows it, for the sentences. */
  vendor: string;
  /** Reads a 2xx. Null where it cannot be read: then the call may be up. */
  accepted(body: unknown): DialAnswer | null;
  /** What a 400, 404, 422 or any other 4xx means where the vendor says it in its body; null leaves it to the status. */
  refused(status: number, body: unknown): { why: NoCallReason; sentence: string } | null;
}

/**
 * Sends one dial and says what came of it.
 * @param build makes the request. Where it throws (an address or a key that cannot be sent) nothing was sent: wrong set-up.
 */
export async function sendDial(parts: ExchangeParts, build: () => Request, words: DialWords): Promise<DialAnswer> {
  let request: Request;
  try {
    request = build();
  } catch (error) {
    return {
      kind: 'no-call',
      why: 'wrong-setup',
      sentence: `The request to ${words.vendor} cannot be made: ${messageOf(error)}. Check its address and key.`,
    };
  }
  return dialAnswer(await exchange(parts, request), words, parts.clock.now());
}

/** The meaning of one exchange. `now` is for a Retry-After that names a date. */
export function dialAnswer(answer: Exchange, words: DialWords, now: number): DialAnswer {
  if (answer.kind === 'timed-out') return ambiguous(`${words.vendor} did not answer the dial in time.`);
  if (answer.kind === 'failed') return failedAnswer(answer.error, words.vendor);
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300)
    return words.accepted(body) ?? ambiguous(`${words.vendor} took the dial, but its answer cannot be read.`);
  if (status >= 400 && status < 500 && status !== 408) return refusedAnswer(status, headers, body, words, now);
  return ambiguous(`${words.vendor} answered the dial with ${status}.`);
}

function refusedAnswer(status: number, headers: Headers, body: unknown, words: DialWords, now: number): DialAnswer {
  const { why, sentence } = words.refused(status, body) ?? byStatus(status, words.vendor);
  const retryAfterMs = why === 'try-later' ? readRetryAfter(headers.get('retry-after'), now) : null;
  return { kind: 'no-call', why, sentence, ...(retryAfterMs === null ? {} : { retryAfterMs }) };
}

function byStatus(status: number, vendor: string): { why: NoCallReason; sentence: string } {
  if (status === 401 || status === 403)
    return { why: 'stop-everything', sentence: `${vendor} refuses the key (${status}). Set a valid one in Settings → Telephony.` };
  if (status === 402)
    return { why: 'stop-everything', sentence: `${vendor} asks for payment before it makes calls. Top up the account there.` };
  if (status === 429) return { why: 'try-later', sentence: `${vendor} takes no more calls at the moment.` };
  if (status === 400 || status === 404 || status === 422)
    return { why: 'wrong-setup', sentence: `${vendor} refused the dial (${status}). Check the agent and its caller number.` };
  return { why: 'try-later', sentence: `${vendor} refused the dial (${status}).` };
}

/** A Retry-After in seconds or as a date, in milliseconds from `now`; null where there is none or it makes no sense. */
export function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

const NAME_NOT_FOUND = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL']);
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'ETIMEDOUT', 'EADDRNOTAVAIL']);
/** What ends a handshake, which is over before the first byte of a request. Other TLS errors may come later: ambiguous. */
const NO_HANDSHAKE = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_UNSUPPORTED_PROTOCOL',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
]);

function failedAnswer(error: unknown, vendor: string): DialAnswer {
  const notSent = whyNotSent(error);
  if (notSent !== null) return { kind: 'no-call', why: 'try-later', sentence: `${vendor} could not be reached: ${notSent}.` };
  return ambiguous(`The connection to ${vendor} broke off before it answered the dial (${codeOf(error) ?? messageOf(error)}).`);
}

/** Why surely not a byte of the request was sent, in words; null where a byte may have been. */
function whyNotSent(error: unknown): string | null {
  const causes = causesOf(error);
  // With several addresses to a name each may have failed in its own way: all of them must be sure.
  const reasons = causes.map(reasonNotSent);
  return causes.length > 0 && reasons.every((reason) => reason !== null) ? reasons[0]! : null;
}

function reasonNotSent(error: unknown): string | null {
  const code = codeOf(error) ?? '';
  if (NAME_NOT_FOUND.has(code)) return 'its name was not found';
  // The same codes are told of connections that stood already; only while connecting are they sure.
  if (NOT_CONNECTED.has(code) && (error as { syscall?: unknown }).syscall === 'connect') return 'there was no connection';
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return 'there was no connection';
  if (NO_HANDSHAKE.has(code) || code.startsWith('CERT_')) return 'no secure connection could be made';
  return null;
}

/** The innermost errors: fetch wraps them in a TypeError, a connection to several addresses in an AggregateError. */
function causesOf(error: unknown): unknown[] {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(causesOf);
  const { cause } = (error ?? {}) as { cause?: unknown };
  return cause === undefined || cause === null ? [error] : causesOf(cause);
}

function codeOf(error: unknown): string | null {
  const [cause] = causesOf(error);
  const code = (cause as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : null;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
const ambiguous = (sentence: string): DialAnswer => ({ kind: 'ambiguous', sentence });
