/** Lists of Bolna's: a bare array, or pages of `{data, has_more}`. */
import type { Told } from '../../ports/provider.ts';
import type { BolnaApi } from './api.ts';

export const PAGE_SIZE = 50;
/** More pages than any list of ours has: one that never ends is not read for ever. */
const MOST_PAGES = 200;

/** Every item of a list, over all its pages. A page that cannot be read leaves the whole list untold. */
export async function allItems(
  api: BolnaApi,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Told<readonly unknown[]>> {
  const items: unknown[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const parameters = new URLSearchParams({ ...query, ...(page === 1 ? {} : { page_number: `${page}` }) }).toString();
    const answer = await api.ask('GET', parameters === '' ? path : `${path}?${parameters}`);
    const read = answer.kind === 'answered' && answer.status === 200 ? readPage(answer.body, page) : null;
    if (read === null) return api.silent(answer);
    items.push(...read.items);
    if (!read.hasMore) return { kind: 'told', value: items };
  }
  return { kind: 'no-answer', sentence: `Bolna's list goes on after ${MOST_PAGES} pages and was not read to its end.` };
}

/** Null for what is no page, and for an empty one that says there is more: nothing says where the list ends. */
function readPage(body: unknown, page: number): { items: readonly unknown[]; hasMore: boolean } | null {
  if (Array.isArray(body)) return { items: body, hasMore: false };
  const { data, has_more: told, total } = (body ?? {}) as { data?: unknown; has_more?: unknown; total?: unknown };
  if (!Array.isArray(data)) return null;
  const counted = typeof total === 'number' ? page * PAGE_SIZE < total : data.length >= PAGE_SIZE;
  const hasMore = typeof told === 'boolean' ? told : counted;
  return hasMore && data.length === 0 ? null : { items: data, hasMore };
}
