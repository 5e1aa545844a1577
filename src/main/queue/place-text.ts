/**
 * A place in a list as a script keeps it between two questions: opaque to it, and good only for the order in which it was given.
 */
import { badInput } from '../../shared/domain/app-error.ts';
import type { QueuePlace, QueueSort } from '../data/queue-index/messages.ts';

interface Order {
  sortBy: QueueSort | 'line';
  sortDir: 'asc' | 'desc';
}

export const writePlace = (place: QueuePlace | null, { sortBy, sortDir }: Order): string | null =>
  place === null ? null : Buffer.from(JSON.stringify([sortBy, sortDir, place.key, place.id])).toString('base64url');

/** @throws AppError `unknown_place` where the text is not one that was given for this order. */
export function readPlace(text: string | undefined, order: Order): QueuePlace | undefined {
  if (text === undefined) return undefined;
  const [sortBy, sortDir, key, id, ...more] = parsed(text);
  const isKey = key === null || (order.sortBy === 'name' ? typeof key === 'string' : typeof key === 'number');
  if (sortBy === order.sortBy && sortDir === order.sortDir && isKey && Number.isSafeInteger(id) && more.length === 0) {
    return { key: key as QueuePlace['key'], id: id as number };
  }
  const message = 'Send as "after" what an answer told as "next", with the same sortBy and sortDir.';
  throw badInput('unknown_place', message, { details: [{ path: 'after', message }] });
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
