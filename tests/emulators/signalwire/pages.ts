/** Lists in pages, the newest first: a page goes on behind the item that its token names, so that new calls shift nothing. */
import { Refusal } from './errors.ts';

const MOST = 1000;
const USUAL = 50;

export interface Page<T> {
  items: T[];
  page: number;
  size: number;
  /** What the address of the next page carries; null on the last one. */
  next: { page: number; token: string } | null;
}

export interface PageWords {
  page: string;
  size: string;
  token: string;
}

/** @throws Refusal 54453 or 54454 for a page or size that is none. */
export function pageOf<T>(all: readonly T[], idOf: (item: T) => string, query: URLSearchParams, words: PageWords): Page<T> {
  const page = whole(query, words.page, 0, Number.MAX_SAFE_INTEGER, 0, '54453');
  const size = whole(query, words.size, 1, MOST, USUAL, '54454');
  const token = query.get(words.token);
  const behind = token === null ? -1 : all.findIndex((item) => `PA${idOf(item)}` === token);
  if (token !== null && behind < 0) throw new Refusal(400, '54453', `${words.token} is not valid`, words.token);
  const from = token === null ? page * size : behind + 1;
  const items = all.slice(from, from + size);
  const last = items.at(-1);
  const next = last !== undefined && from + size < all.length ? { page: page + 1, token: `PA${idOf(last)}` } : null;
  return { items, page, size, next };
}

function whole(query: URLSearchParams, name: string, from: number, to: number, otherwise: number, code: string): number {
  const given = query.get(name);
  if (given === null) return otherwise;
  const value = Number(given);
  if (!Number.isInteger(value) || value < from || value > to) throw new Refusal(400, code, `${name} is not valid`, name);
  return value;
}
