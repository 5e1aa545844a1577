/** Extracted data as words beside each other: names with spaces, plain values, anything deeper as JSON. */
import { callWords } from '../../words/call.ts';
import { common } from '../../words/common.ts';

export function extractedFacts(extracted: Readonly<Record<string, unknown>>): { word: string; value: string }[] {
  return Object.entries(extracted).map(([name, value]) => ({ word: readable(name), value: inWords(value) }));
}

/** `wants_details` and `wantsDetails` → `Wants details`. */
function readable(name: string): string {
  const spaced = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return spaced === '' ? name : spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return common.nothing;
  if (typeof value === 'boolean') return value ? callWords.yes : callWords.no;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
