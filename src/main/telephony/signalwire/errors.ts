/** What SignalWire refuses, and what that means for a dial (rule 13): its codes, in all the shapes in which they come. */
import type { NoCallReason } from '../../ports/provider.ts';
import { type Fields, objectOf, textOf } from './fields.ts';
import { VENDOR } from './space.ts';

export interface Refusal {
  /** A number as a text, or a word. */
  code: string | null;
  message: string | null;
  /** The field that it is about. */
  attribute: string | null;
}

const FROM = 'The number that is called from must be bought or verified in the project';
const CALLBACK = 'The address for deliveries is not one that it takes: look at the tunnel in Settings → Telephony';
const ITS_FAULT = 'This is a fault of the program or of the agent’s set-up: please report it';

/** Code → what it means, and the beginning of the sentence. */
const CODES: Readonly<Record<string, readonly [NoCallReason, string]>> = {
  20003: ['stop-everything', 'It refuses the project or its token. Set both in Settings → Telephony; the token needs the scope Voice'],
  20404: ['wrong-setup', 'It does not know the project. Check its id in Settings → Telephony'],
  20429: ['try-later', 'It takes no more requests at the moment'],
  21205: ['wrong-setup', CALLBACK],
  21218: ['wrong-setup', CALLBACK],
  21208: ['wrong-setup', 'It does not take the ring limit. Set between 1 and 600 seconds with the agent'],
  21210: ['wrong-setup', FROM],
  21212: ['wrong-setup', FROM],
  21213: ['wrong-setup', FROM],
  21211: ['wrong-contact', 'It refuses the number'],
  21217: ['wrong-contact', 'It refuses the number'],
  21219: [
    'stop-everything',
    'The project is on trial, which calls verified numbers only, or has reached a limit of its account. Top it up there',
  ],
  21220: ['try-later', 'It says that the call is not in progress'],
  21234: ['wrong-setup', 'It does not take how machines are detected. Switch that off with the agent'],
  21262: ['wrong-setup', 'It does not take how machines are detected. Switch that off with the agent'],
  21402: ['wrong-setup', CALLBACK],
  21626: ['wrong-setup', CALLBACK],
  21611: ['try-later', 'Its own queue of calls is full'],
  30002: ['stop-everything', 'The balance of the account is used up. Top it up there'],
  4001: ['stop-everything', 'The balance of the account is used up. Top it up there'],
  30010: ['wrong-contact', 'A call to this number costs more than the project allows'],
  10000: ['wrong-setup', 'It does not take the request. Check the agent and its numbers'],
  11200: ['wrong-setup', CALLBACK],
  11217: ['wrong-setup', CALLBACK],
  12100: ['wrong-setup', ITS_FAULT],
  11750: ['wrong-setup', ITS_FAULT],
  31922: ['wrong-setup', 'It cannot reach the agent’s address. Check the agent'],
  32009: ['wrong-setup', 'The SIP address of the agent is not registered. Check the agent'],
  54453: ['wrong-setup', ITS_FAULT],
  54454: ['wrong-setup', ITS_FAULT],
};

/** Codes that say that a call has moved on and cannot be changed that way any more. */
const TOO_LATE = new Set(['10000', '21220']);

/** Every refusal in a body: `{code, message}`, `{errors: [{code, message, attribute}]}` or `{errors: ['text']}`. */
export function refusalsOf(body: unknown): Refusal[] {
  const top = objectOf(body);
  if (!top) return [];
  const errors = Array.isArray(top['errors']) ? (top['errors'] as unknown[]) : [];
  const listed = errors.map((error) => (typeof error === 'string' ? { message: error } : objectOf(error)));
  return [top, ...listed]
    .filter((fields): fields is Fields => fields !== null)
    .map(refusalOf)
    .filter(({ code, message }) => code !== null || message !== null);
}

const refusalOf = (fields: Fields): Refusal => ({
  code: textOf(fields['code']),
  message: textOf(fields['message']) ?? textOf(fields['detail']) ?? textOf(fields['error']),
  attribute: textOf(fields['attribute']),
});

/** What a refused dial means where the body says it; null leaves it to the status. */
export function refusedDial(status: number, body: unknown): { why: NoCallReason; sentence: string } | null {
  const refusals = refusalsOf(body);
  for (const { code, message } of refusals) {
    const known = code !== null && Object.hasOwn(CODES, code) ? CODES[code] : undefined;
    if (known) return { why: known[0], sentence: sentenceOf(status, known[1], message) };
  }
  const [first] = refusals;
  // What a key may do and how often it asks is told by the status; the rest is about what was asked.
  if (!first || ![400, 404, 422].includes(status)) return null;
  const about = refusals.find(isAboutTheNumber);
  if (about) return { why: 'wrong-contact', sentence: sentenceOf(status, 'It refuses the number', about.message) };
  const from = refusals.find(({ attribute }) => attribute !== null && /(^|\.)(from|caller_id)$/i.test(attribute));
  if (from) return { why: 'wrong-setup', sentence: sentenceOf(status, FROM, from.message) };
  return {
    why: 'wrong-setup',
    sentence: sentenceOf(status, 'It does not take the request. Check the agent and its numbers', first.message),
  };
}

/** By the field that is named, or by a text that begins with its name: "To is not a valid phone number". */
const isAboutTheNumber = ({ attribute, message }: Refusal): boolean =>
  attribute === null
    ? message !== null && /^\W*to\b\W.*\b(invalid|not valid|not a valid|must be a valid)\b/i.test(message)
    : /(^|\.)to$/i.test(attribute);

/** Whether a refused change of a call says that the call has moved on. */
export const isTooLate = (body: unknown): boolean => refusalsOf(body).some(({ code }) => code !== null && TOO_LATE.has(code));

/** The vendor's own words stand at the end, without addresses: ours carry the secret of our deliveries. */
function sentenceOf(status: number, what: string, message: string | null): string {
  const words = message?.replace(/\w+:\/\/\S+/g, '(address)').slice(0, 200);
  return `${VENDOR} refused the dial. ${what}. ${words ? `It says: ${words} (${status}).` : `(${status})`}`;
}
