/**
 * What Bolna means when it refuses a dial. Every refusal read here proves that no call was made; what it decides is whether the
 * contact, the set-up, the moment or the account is wrong. Texts are documented in part only, so they are searched for the field
 * that they name, and in doubt the set-up is wrong: that pauses, where the other would fail one contact after another.
 */
import type { DialRequest, NoCallReason } from '../../ports/provider.ts';

export interface Refusal {
  why: NoCallReason;
  sentence: string;
}

/**
 * The message of an error body: `message`, else `detail`, else `error`, each a text, a list of validation errors
 * (`[{loc, msg}]`) or an object with one of these; without a full stop at its end. `error` alone may be a bare number.
 */
export function messageIn(body: unknown, depth = 0): string | null {
  if (typeof body === 'string') return body.trim().replace(/\.+$/, '') || null;
  if (typeof body !== 'object' || body === null || depth > 3) return null;
  if (Array.isArray(body)) {
    const messages = body.map((entry) => validationMessage(entry, depth + 1)).filter((message) => message !== null);
    return messages.length === 0 ? null : messages.join('; ');
  }
  const { message, detail, error } = body as Record<string, unknown>;
  return messageIn(message, depth + 1) ?? messageIn(detail, depth + 1) ?? messageIn(error, depth + 1) ?? codeText(error);
}

const codeText = (error: unknown): string | null => (typeof error === 'number' ? `error ${error}` : null);

function validationMessage(entry: unknown, depth: number): string | null {
  const { loc, msg } = (typeof entry === 'object' && entry !== null ? entry : {}) as { loc?: unknown; msg?: unknown };
  const message = typeof msg === 'string' ? messageIn(msg) : null;
  if (message === null) return messageIn(entry, depth);
  const field = Array.isArray(loc) ? loc.filter((part) => part !== 'body').join('.') : '';
  return field === '' ? message : `${field}: ${message}`;
}

/** @param said what Bolna says, as `BolnaApi.said` tells it. @returns null where the status alone says what is known. */
export function refusalOf(status: number, said: string | null, dial: Pick<DialRequest, 'phone' | 'callerNumber'>): Refusal | null {
  if (said === null) return null;
  if (status === 401 || status === 403 || /access token|access denied|api[ _-]?key/i.test(said))
    return stopEverything(`Bolna refuses the key (${said}). Set a valid one in Settings → Telephony.`);
  if (status === 402 || /wallet|balance|insufficient (funds|credit)|payment/i.test(said))
    return stopEverything(`Bolna makes no calls before the account is paid for (${said}). Top up the wallet there.`);
  if (status === 429 || /concurren|rate limit|too many/i.test(said))
    return { why: 'try-later', sentence: `Bolna takes no more calls at the moment (${said}).` };
  return status === 400 || status === 404 || status === 422 ? fieldRefusal(said, dial) : null;
}

function fieldRefusal(said: string, { phone, callerNumber }: Pick<DialRequest, 'phone' | 'callerNumber'>): Refusal {
  const names = (field: RegExp, number: string | null) => field.test(said) || (number !== null && number !== '' && said.includes(number));
  // A trial account may call verified numbers alone: no contact is wrong because of it.
  if (/\btrial\b|verified/i.test(said))
    return wrongSetUp(
      `Bolna calls verified numbers only as long as the account is on trial (${said}). Verify the number there or upgrade.`,
    );
  if (names(/from[ _](phone[ _])?number|caller/i, callerNumber))
    return wrongSetUp(`Bolna refuses the caller number: ${said}. Choose a number of the account at the agent.`);
  if (names(/recipient|to[ _](phone[ _])?number/i, phone)) return wrongContact(said);
  if (/agent/i.test(said)) return wrongSetUp(`Bolna refuses the agent: ${said}. Choose one of the account's agents.`);
  // Only one number was sent, so it is that one.
  if (/phone[ _]?number|e\.?164/i.test(said) && !callerNumber) return wrongContact(said);
  return wrongSetUp(`Bolna refuses the call: ${said}. Check the agent and its caller number.`);
}

const stopEverything = (sentence: string): Refusal => ({ why: 'stop-everything', sentence });
const wrongSetUp = (sentence: string): Refusal => ({ why: 'wrong-setup', sentence });
const wrongContact = (said: string): Refusal => ({
  why: 'wrong-contact',
  sentence: `Bolna refuses the number: ${said}. Correct it at the contact.`,
});
