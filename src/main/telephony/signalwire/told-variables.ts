/**
 * How the agent's variables travel with a call (rule 19): as SIP headers to the agent, and as custom variables that SignalWire
 * keeps. Both are limited; what does not fit is left out from the end, our reference never.
 */

const MOST_PAIRS = 20;
const MOST_BYTES = 1024;
/** All headers together, so that the invitation stays one that every proxy takes. */
const MOST_HEADER_BYTES = 8 * 1024;

export const REFERENCE_HEADER = 'X-Call-Reference';

/** At most 20 pairs of at most 1024 bytes each, our reference first. */
export function customVariables(reference: string, variables: Readonly<Record<string, string>>): Record<string, string> {
  const told = Object.entries(variables).filter(([name, value]) => value !== '' && name !== 'call_reference');
  const pairs = [['call_reference', reference] as const, ...told].slice(0, MOST_PAIRS);
  return Object.fromEntries(pairs.map(([name, value]) => [name, cutToBytes(value, MOST_BYTES)]));
}

/**
 * The headers of the invitation to the agent: our reference, then `X-<variable>`. Underscores of a name stay, for what becomes of a
 * hyphen on the way to the agent's variable is not said anywhere.
 */
export function sipHeaders(reference: string, variables: Readonly<Record<string, string>>): { name: string; value: string }[] {
  const headers = [{ name: REFERENCE_HEADER, value: reference }];
  const taken = new Set(['x-call-reference', 'x-call_reference']);
  let left = MOST_HEADER_BYTES;
  for (const [variable, text] of Object.entries(variables)) {
    const name = `X-${variable.normalize('NFKD').replace(/[^A-Za-z0-9_]/g, '')}`;
    const value = headerValue(text);
    left -= Buffer.byteLength(name) + Buffer.byteLength(value);
    if (name === 'X-' || value === '' || taken.has(name.toLowerCase()) || left < 0) continue;
    taken.add(name.toLowerCase());
    headers.push({ name, value });
  }
  return headers;
}

/** One line, and nothing in it that the instructions would take for a variable of theirs: `${…}`, `%{…}`. */
function headerValue(text: string): string {
  const line = text
    // oxlint-disable-next-line no-control-regex -- a line break would begin a header of its own
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .replace(/[$%]+(?=\{)/g, '')
    .trim();
  return cutToBytes(line, MOST_BYTES);
}

/** The text cut to so many bytes of UTF-8, between two characters. */
export function cutToBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  return bytes.length <= most ? text : new TextDecoder().decode(bytes.subarray(0, most), { stream: true });
}
