import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { useSoonAfter } from '../../../lib/use-soon-after.ts';
import { type ContactFilter, queryOf } from './contact-filter.ts';
import { ContactPages, PAGE, type PageSource } from './contact-pages.ts';

const SOURCE: PageSource = {
  page: (filter, page, signal) => api.contacts.list({ ...queryOf(filter), page: page + 1, limit: PAGE }, { signal }),
  count: async (filter, signal) => (await api.contacts.matching({ ...queryOf(filter), limit: 0 }, { signal })).total,
};

/** However much changes, the list is read again so often at most, ms. */
const SETTLE_MS = 800;

/** The contacts that a filter lists, read as they come into view and kept up with what the stream tells. */
export function useContactPages(filter: ContactFilter): ContactPages {
  const [, show] = useReducer((count: number) => count + 1, 0);
  const pages = useMemo(() => new ContactPages(SOURCE, show), []);
  const latest = useRef(filter);
  const key = JSON.stringify(queryOf(filter));
  useEffect(() => {
    latest.current = filter;
  });
  useEffect(() => {
    pages.ask(latest.current);
  }, [pages, key]);
  useEffect(() => () => pages.close(), [pages]);
  useRefreshing(pages);
  return pages;
}

function useRefreshing(pages: ContactPages): void {
  const told = useLive(({ topics, told: { calls }, snapshots }) => [topics.contacts, topics['do-not-call'], calls, snapshots].join());
  useSoonAfter(
    told,
    SETTLE_MS,
    useCallback(() => pages.refresh(), [pages]),
  );
}
