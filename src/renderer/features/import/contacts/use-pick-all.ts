import { useEffect, useRef } from 'react';
import { api } from '../../../app/connection/client.ts';
import { useTask } from '../../../lib/use-task.ts';
import { MOST_PICKED, pick, usePicking } from './picking.ts';

/** Contacts read in one go. */
const PAGE = 200;

/** Selects all that match, a page at a time, until the end, until there are as many as go into one campaign, or until it is stopped. */
export function usePickAll(search: string) {
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), [search]);
  const task = useTask(async () => {
    const { signal } = (stop.current = new AbortController());
    // By their numbers: who comes meanwhile stands behind the last and moves nobody.
    const order = { limit: PAGE, sortBy: 'createdAt', sortDir: 'asc', ...(search && { search }) } as const;
    for (let page = 1; ; page += 1) {
      if (usePicking.getState().picked.size >= MOST_PICKED) return;
      const { contacts } = await api.contacts.list({ page, ...order });
      if (signal.aborted) return;
      pick(
        contacts.map(({ id }) => id),
        true,
      );
      if (contacts.length < PAGE) return;
    }
  });
  return { busy: task.busy, error: task.error, run: task.run, stop: () => stop.current.abort() };
}
