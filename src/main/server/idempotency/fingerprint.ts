/** What a body says, as a short text: the same for the same values, in whatever order or spacing they were written. */
import { createHash } from 'node:crypto';

/** The fingerprint of a JSON body; of none where there is none. */
export const fingerprintOf = (body: unknown): string => hashOfText(JSON.stringify(inOrder(body)) ?? '');

/** The fingerprint of a form: its fields, and the hash of its file. */
export const fingerprintOfForm = (fields: Readonly<Record<string, string>>, file: { name: string; hash: string }): string =>
  fingerprintOf({ fields, file });

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).toSorted();
  // Marked, so that an object is never taken for a list of pairs.
  return { fields: names.map((name) => [name, inOrder((value as Record<string, unknown>)[name])]) };
}

const hashOfText = (text: string) => createHash('sha256').update(text).digest('hex');
