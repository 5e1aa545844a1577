/**
 * The figures of days, remembered until something in them changes: a screen that follows the calls of today asks for today alone,
 * however long its period is. The memory is invisible: the same question has the same answer with or without it.
 */
import type { Parts } from '../parts.ts';

/** Some years of a few questions; the one that was asked for longest ago goes first. */
const MOST_REMEMBERED = 5_000;

interface Remembered {
  version: number;
  value: unknown;
}

const memories = new WeakMap<Parts['data'], Map<string, Remembered>>();

/** What `read` says of the calls that were claimed in [from, until), asked again only when their figures changed since. */
export function remembered<T>({ data }: Parts, key: string, { from, until }: { from: number; until: number }, read: () => T): T {
  const memory = memories.get(data) ?? new Map<string, Remembered>();
  memories.set(data, memory);
  const name = `${key} ${from} ${until}`;
  const version = data.figures.versionOf(from, until);
  const known = memory.get(name);
  const value = known?.version === version ? (known.value as T) : read();
  memory.delete(name);
  memory.set(name, { version, value });
  if (memory.size > MOST_REMEMBERED) memory.delete(memory.keys().next().value ?? name);
  return value;
}
