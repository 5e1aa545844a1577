/**
 * E-mail addresses: cleaned, or the reason why one is left out.
 *
 * Decides whether a cell holds one address. Must never cost a person their row: an address that cannot be used is dropped
 * with a warning, the person is kept. Called once a row by the import, and by the verbs that take a contact.
 */

export interface ReadEmail {
  /** Null where there is none, or none that can be used. */
  email: string | null;
  /** Why the address was left out. */
  reason?: string;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;
// A label of a host name: letters (of any script), figures, hyphens inside; the last one no figures alone.
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const LOCAL_PART = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/** One address out of `a@b.example`, `mailto:…`, `Ada <a@b.example>` or an empty cell; the host in small letters. */
export function readEmail(raw: string): ReadEmail {
  const text = bareAddress(raw);
  if (text === '') return { email: null };
  const at = text.lastIndexOf('@');
  if (at < 0) return { email: null, reason: 'No @ in it' };
  const localPart = text.slice(0, at);
  const host = text.slice(at + 1).toLowerCase();
  if (localPart.includes('@')) return { email: null, reason: 'More than one @ in it' };
  if (localPart === '') return { email: null, reason: 'Nothing before the @' };
  if (text.length > LONGEST || localPart.length > LONGEST_LOCAL_PART) return { email: null, reason: 'Too long' };
  if (!LOCAL_PART.test(localPart) || !isHost(host)) return { email: null, reason: 'Not an e-mail address' };
  return { email: `${localPart}@${host}` };
}

function bareAddress(raw: string): string {
  const text = raw.replace(INVISIBLE, '').trim();
  const inBrackets = /<([^<>]*)>\s*$/.exec(text);
  return (inBrackets?.[1] ?? text).replace(/^['"\s]+|['"\s,;.]+$/g, '').replace(/^mailto:\s*/i, '');
}

function isHost(host: string): boolean {
  const labels = host.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && /\p{L}{2}|^xn--/u.test(labels.at(-1) ?? '');
}
