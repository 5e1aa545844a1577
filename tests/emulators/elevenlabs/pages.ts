/** Lists in pages: a page goes on behind the item that the cursor names, so that what is new shifts nothing. */
import { Refusal, json } from '../routes.ts';

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
  has_more: boolean;
}

const USUAL = 30;
const LARGEST = 100;

/** @throws Refusal for a page that is too large and a cursor that nobody gave. */
export function pageOf<T>(all: readonly T[], idOf: (item: T) => string, query: URLSearchParams): Page<T> {
  const size = Number(query.get('page_size') ?? USUAL);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST) throw wrong('page_size', `must be between 1 and ${LARGEST}`);
  const cursor = query.get('cursor');
  const last = cursor === null ? -1 : all.findIndex((item) => cursorOf(idOf(item)) === cursor);
  if (cursor !== null && last < 0) throw wrong('cursor', 'is not valid');
  const items = all.slice(last + 1, last + 1 + size);
  const more = last + 1 + size < all.length;
  return { items, next_cursor: more ? cursorOf(idOf(items.at(-1)!)) : null, has_more: more };
}

const cursorOf = (id: string) => Buffer.from(id).toString('base64url');
const wrong = (name: string, msg: string) => new Refusal(json(422, { detail: [{ loc: ['query', name], msg, type: 'value_error' }] }));
