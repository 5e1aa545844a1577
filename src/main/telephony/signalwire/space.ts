/** How a space of SignalWire is asked: addresses, key and bodies, and what is said where it does not answer. */
import type { SignalWireSettings } from '../../../shared/domain/provider-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import { signalWireAddress } from '../../settings/telephony.ts';
import { type Exchange, type ExchangeParts, exchange, type Fetch } from '../exchange.ts';

export const VENDOR = 'SignalWire';
/** The Calling interface: calls that carry their instructions with them. */
export const CALLING_PATH = '/api/calling/calls';
export const LOGS_PATH = '/api/voice/logs';

export interface SpaceParts {
  fetch: Fetch;
  clock: Clock;
  settings: () => SignalWireSettings;
  token: () => string;
}

/** A body as JSON, or as a form whose names may come twice. */
export type Body = { json: unknown } | { form: readonly (readonly [string, string])[] };

export interface Space {
  /** What has to be set before anything can be asked, as a sentence; null where nothing is missing. */
  missing(): string | null;
  /** For what is sent at once: the parts with the time limit as it is set now. */
  parts(): ExchangeParts;
  request(method: 'GET' | 'POST', path: string, body?: Body): Request;
  /** Sends one request and reads its answer. Where the space is not set up nothing is sent. */
  ask(method: 'GET' | 'POST', path: string, body?: Body): Promise<Exchange>;
  /** A path of the compatibility interface below the project. */
  project(path: string): string;
  /** The whole address of a path. */
  url(path: string): string;
  /** The path of an address that the space told as absolute or relative; null where it leads elsewhere. */
  ownPath(url: string): string | null;
  /** The header that carries the key: for the space's own address alone. */
  authorization(): string;
}

class NotSetUp extends Error {}

export function signalWireSpace(parts: SpaceParts): Space {
  const { settings, token } = parts;
  const address = () => signalWireAddress(settings());
  const space: Space = {
    missing() {
      if (!URL.canParse(address())) return `Set the name of your ${VENDOR} space in Settings → Telephony.`;
      if (settings().projectId === '') return `Set the id of your ${VENDOR} project in Settings → Telephony.`;
      return token() === '' ? `Set the API token of your ${VENDOR} project in Settings → Telephony.` : null;
    },
    parts: () => ({ fetch: parts.fetch, clock: parts.clock, timeoutMs: settings().timeoutMs }),
    request(method, path, body) {
      const headers = new Headers({ accept: 'application/json', authorization: space.authorization() });
      const url = space.url(path);
      if (body !== undefined && 'json' in body) headers.set('content-type', 'application/json');
      const payload = body === undefined ? {} : { body: 'json' in body ? JSON.stringify(body.json) : formOf(body.form) };
      return new Request(url, { method, headers, ...payload });
    },
    async ask(method, path, body) {
      const missing = space.missing();
      if (missing !== null) return { kind: 'failed', error: new NotSetUp(missing) };
      return exchange(space.parts(), space.request(method, path, body));
    },
    project: (path) => `/api/laml/2010-04-01/Accounts/${encodeURIComponent(settings().projectId)}${path}`,
    url: (path) => `${address()}${path}`,
    ownPath(url) {
      const told = URL.canParse(url, address()) ? new URL(url, address()) : null;
      return told?.origin === new URL(address()).origin ? `${told.pathname}${told.search}` : null;
    },
    authorization: () => `Basic ${Buffer.from(`${settings().projectId}:${token()}`).toString('base64')}`,
  };
  return space;
}

const formOf = (form: readonly (readonly [string, string])[]) => new URLSearchParams(form.map(([name, value]) => [name, value]));

/** Why an answer says nothing, as a sentence. */
export function silent(answer: Exchange): { kind: 'no-answer'; sentence: string } {
  return { kind: 'no-answer', sentence: whySilent(answer) };
}

function whySilent(answer: Exchange): string {
  if (answer.kind === 'timed-out') return `${VENDOR} did not answer in time.`;
  if (answer.kind === 'failed') return answer.error instanceof NotSetUp ? answer.error.message : `${VENDOR} could not be reached.`;
  const { status } = answer;
  if (status === 401 || status === 403)
    return `${VENDOR} refuses the project or its token (${status}). Set both in Settings → Telephony; the token needs the scope Voice.`;
  return `${VENDOR} answered with ${status}, which says nothing.`;
}
