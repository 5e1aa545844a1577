/** What a delivery says, in one word, out of the body as it came; bodies differ by provider and are read leniently. */
import { callWords } from '../../words/call.ts';

const KEYS = ['status', 'call_status', 'CallStatus', 'event', 'type'] as const;

/** The first word for a state that the body holds, in JSON or as a form; else that something was told. */
export function deliveryWord(body: string): string {
  const found = fromJson(body) ?? fromForm(body);
  return found ?? callWords.delivery;
}

function fromJson(body: string): string | null {
  try {
    return wordIn(JSON.parse(body), 2);
  } catch {
    return null;
  }
}

/** Looks in the object itself, then one level further down: where the call stands within an event. */
function wordIn(value: unknown, depth: number): string | null {
  if (typeof value !== 'object' || value === null || depth === 0) return null;
  const held = value as Record<string, unknown>;
  for (const key of KEYS) if (typeof held[key] === 'string') return held[key];
  for (const inner of Object.values(held)) {
    const word = wordIn(inner, depth - 1);
    if (word !== null) return word;
  }
  return null;
}

function fromForm(body: string): string | null {
  if (!/^[\w%.+-]+=/.test(body)) return null;
  const form = new URLSearchParams(body);
  for (const key of KEYS) {
    const word = form.get(key);
    if (word) return word;
  }
  return null;
}

/** The body as a person can read it: JSON indented, anything else as it came. */
export function readableBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
