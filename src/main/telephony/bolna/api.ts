/**
 * One request to Bolna and its answer. The key is put in here and nowhere else, and it never comes out again: neither in an error
 * of a request that cannot be made, nor in what Bolna's answer repeats of it.
 */
import { ClockOffset } from '../clock-offset.ts';
import { type Exchange, type ExchangeParts, exchange } from '../exchange.ts';
import type { BolnaParts } from './parts.ts';
import { messageIn } from './refusals.ts';

export const VENDOR = 'Bolna';

export interface BolnaApi {
  /** @throws UnsendableRequest where address or key cannot be sent; its message is a sentence's end without the key. */
  request(method: Method, path: string, body?: unknown): Request;
  /** Asks for something that may be asked twice. Never throws. */
  ask(method: Method, path: string, body?: unknown): Promise<Exchange>;
  /** For `sendDial`: with the time-out that holds now. */
  exchangeParts(): ExchangeParts;
  /** What Bolna says in a body that refuses something, without our secrets; null where it says nothing. */
  said(body: unknown): string | null;
  /** Why an answer tells nothing of what was asked, and what to do. */
  silent(answer: Exchange): { kind: 'no-answer'; sentence: string };
  readonly clockOffset: ClockOffset;
}

type Method = 'GET' | 'POST' | 'PATCH';

class UnsendableRequest extends Error {}

/** What a key looks like: nothing that a header cannot carry, for the platform's own error would repeat the key. */
const SENDABLE_KEY = /^[\x21-\x7e]+$/;
/** Longest text of Bolna's that a sentence repeats. */
const LONGEST_SAID = 300;

export function bolnaApi({ fetch, clock, settings, key, pathSecret }: BolnaParts): BolnaApi {
  const clockOffset = new ClockOffset(clock);
  const exchangeParts = (): ExchangeParts => ({
    clock,
    timeoutMs: settings().timeoutMs,
    async fetch(request) {
      const response = await fetch(request);
      clockOffset.note(response.headers.get('date'));
      return response;
    },
  });

  const request: BolnaApi['request'] = (method, path, body) => {
    const address = sendableAddress(`${settings().baseUrl}${path}`);
    const headers = { authorization: `Bearer ${sendableKey(key())}`, accept: 'application/json' };
    const sent =
      body === undefined ? { headers } : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return new Request(address, { method, ...sent });
  };

  const ask: BolnaApi['ask'] = async (method, path, body) => {
    let asked: Request;
    try {
      asked = request(method, path, body);
    } catch (error) {
      return { kind: 'failed', error };
    }
    return exchange(exchangeParts(), asked);
  };

  const said: BolnaApi['said'] = (body) => {
    const message = messageIn(body);
    if (message === null) return null;
    const secrets = [key(), pathSecret()].filter((secret) => secret !== '');
    return secrets.reduce((text, secret) => text.replaceAll(secret, '…'), message).slice(0, LONGEST_SAID);
  };

  return { request, ask, exchangeParts, said, silent: (answer) => ({ kind: 'no-answer', sentence: whySilent(answer, said) }), clockOffset };
}

function sendableKey(key: string): string {
  if (key === '') throw new UnsendableRequest('no key is set');
  if (!SENDABLE_KEY.test(key)) throw new UnsendableRequest('the key holds characters that no key has');
  return key;
}

/** An address that carries a name and a password is not asked: the platform's own error would repeat them. */
function sendableAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '') throw new UnsendableRequest('its address cannot be used');
  return address;
}

function whySilent(answer: Exchange, said: BolnaApi['said']): string {
  if (answer.kind === 'timed-out') return `${VENDOR} did not answer in time.`;
  if (answer.kind === 'failed') {
    return answer.error instanceof UnsendableRequest
      ? `${VENDOR} cannot be asked: ${answer.error.message}. Check address and key in Settings → Telephony.`
      : `${VENDOR} could not be reached.`;
  }
  const { status, body } = answer;
  const text = said(body);
  const told = text === null ? `${status}` : `${status}: ${text}`;
  if (status === 401 || status === 403) return `${VENDOR} refuses the key (${told}). Set a valid one in Settings → Telephony.`;
  if (status === 429) return `${VENDOR} was asked too often (${told}). It is asked again later.`;
  if (status >= 200 && status < 300) return `${VENDOR} answered, but what it says cannot be read.`;
  return `${VENDOR} gives no information at the moment (${told}).`;
}
