/**
 * How ElevenLabs is asked: address, key and time limit, the same for every request.
 *
 * The key goes to the vendor's own address and nowhere else; no sentence ever holds it, not even where the vendor says it back.
 */
import type { ElevenLabsSettings } from '../../../shared/domain/provider-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AccountMemory } from '../account-memory.ts';
import { type Exchange, type ExchangeParts, exchange, type Fetch } from '../exchange.ts';
import { readError } from './errors.ts';

export interface ElevenLabsParts {
  fetch: Fetch;
  clock: Clock;
  /** Asked each time: a changed setting holds at once. */
  settings: () => ElevenLabsSettings;
  /** The API key; empty where none is set. */
  key: () => string;
  /** With which deliveries are signed; null where none is set. */
  webhookSecret: () => string | null;
  /** The secret word in the path of our deliveries' address. */
  pathSecret: () => string;
  account: AccountMemory;
}

export const VENDOR = 'ElevenLabs';
/** Where everything of agents, numbers and conversations stands. */
const ROOT = '/v1/convai';

/** What of the parts is needed to ask. */
export type Asking = Pick<ElevenLabsParts, 'fetch' | 'clock' | 'settings' | 'key'>;
export type Query = Readonly<Record<string, string | number | null>>;

export interface Api {
  /** How an exchange goes now. */
  parts(): ExchangeParts;
  /** @throws Error with a sentence without the key, where the address or the key cannot be sent. */
  request(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Request;
  /** Reads something. What is null in the query is left out. Never throws. */
  read(path: string, query?: Query): Promise<Exchange>;
  /** What the vendor says in an error, without the key; null where it says nothing. */
  said(body: unknown): string | null;
  /** Why an answer tells nothing, with what to do where something can be done. */
  silence(answer: Exchange): { kind: 'no-answer'; sentence: string };
}

export function elevenLabsApi({ fetch, clock, settings, key }: Asking): Api {
  const parts = (): ExchangeParts => ({ fetch, clock, timeoutMs: settings().timeoutMs });

  const request: Api['request'] = (method, path, body, headers = {}) => {
    const url = `${settings().baseUrl}${ROOT}${path}`;
    if (!URL.canParse(url)) throw new Error('its address is no address');
    const sent = { 'xi-api-key': usable(key()), ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return new Request(url, { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  };

  const said = (body: unknown): string | null => {
    const { message } = readError(body);
    return message === null || key() === '' ? message : message.replaceAll(key(), '…');
  };

  return {
    parts,
    request,
    async read(path, query = {}) {
      let built: Request;
      try {
        built = request('GET', `${path}${queryOf(query)}`);
      } catch (error) {
        return { kind: 'failed', error };
      }
      return exchange(parts(), built);
    },
    said,
    silence(answer) {
      if (answer.kind === 'timed-out') return told(`${VENDOR} did not answer in time.`);
      if (answer.kind === 'failed')
        return told(key() === '' ? `No key for ${VENDOR} is set. Set one in Settings → Telephony.` : `${VENDOR} could not be reached.`);
      const words = said(answer.body);
      if (answer.status === 401)
        return told(`${VENDOR} refuses the key (401${words === null ? '' : `: ${words}`}). Set a valid one in Settings → Telephony.`);
      return told(`${VENDOR} answered with ${answer.status}${words === null ? ', which says nothing' : `: ${words}`}.`);
    },
  };
}

export const pathPart = (id: string) => encodeURIComponent(id);

function queryOf(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** The library's own complaint of a header would quote the key. */
function usable(key: string): string {
  if (key === '') throw new Error('no key is set');
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Error('the key holds characters that no key has');
  return key;
}

const told = (sentence: string) => ({ kind: 'no-answer' as const, sentence });
