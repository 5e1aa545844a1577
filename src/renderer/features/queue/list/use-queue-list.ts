import { useState } from 'react';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { api } from '../../../app/connection/client.ts';
import { useQuery } from '../../../lib/use-query.ts';
import type { PagerProps } from '../../../components/pager.tsx';
import { type QueueFilter, queryOf } from '../queue-filter.ts';
import { useQueueChanges } from '../use-queue-changes.ts';

const LIMIT = 50;

export interface ListedPage extends Omit<PagerProps, 'onPage'> {
  items: readonly QueueItem[];
  /** What was asked for: the last answer stays until the next one comes, so that nothing flickers. */
  filter: QueueFilter;
  key: string;
}

interface QueueList {
  page: ListedPage | null;
  error: unknown;
  again: () => void;
  /** What is shown is not yet what is asked for. */
  isBehind: boolean;
  toPage: (page: number) => void;
}

/** One page of those who match, alive. Another filter begins at its first page. */
export function useQueueList(filter: QueueFilter): QueueList {
  const name = JSON.stringify(filter);
  const [at, setAt] = useState({ name, page: 1 });
  const number = at.name === name ? at.page : 1;
  const key = `queue:${name}:${number}`;
  const { data, error, again } = useQuery(
    key,
    async (signal): Promise<ListedPage> => {
      const answer = await api.queue.list({ ...queryOf(filter), page: number, limit: LIMIT }, { signal });
      return { ...answer, limit: LIMIT, filter, key };
    },
    useQueueChanges(),
  );
  const [last, setLast] = useState<ListedPage | null>(null);
  if (data !== null && data !== last) setLast(data);
  const page = data ?? last;
  // Who stood on the last page may all have been called.
  const isBeyond = data !== null && data.items.length === 0 && data.page > 1;
  if (isBeyond) setAt({ name, page: Math.max(1, data.pages) });
  return { page, error, again, isBehind: data === null && error === null, toPage: (to) => setAt({ name, page: to }) };
}
