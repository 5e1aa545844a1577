import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { ofReading } from '../../app/connection/told.ts';
import { putCampaigns, useLive } from '../../app/live/live-store.ts';
import { campaignsOf, type ListView, SORT_QUERIES, TAB_STATES } from './tabs.ts';

const PAGE = 50;

export interface CampaignList {
  rows: readonly Campaign[];
  /** Nothing has been read yet. */
  isLoading: boolean;
  error: unknown;
  retry: () => void;
  /** Reads the next page; null where all are shown. */
  more: (() => void) | null;
}

/** The campaigns of a tab: read a page at a time, kept alive by the stream, read anew after each snapshot. */
export function useCampaignList({ tab, search, sort }: ListView): CampaignList {
  // Cards are drawn between frames, and never hold one up.
  const told = useLive((state) => state.campaigns);
  const campaigns = useDeferredValue(told);
  const snapshots = useLive((state) => state.snapshots);
  const view = `${tab} ${sort} ${search}`;
  const [wanted, setWanted] = useState({ view, pages: 1 });
  const pages = wanted.view === view ? wanted.pages : 1;
  const [tries, setTries] = useState(0);
  const [read, setRead] = useState<{ view: string; pages: number; of: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    const query = { status: TAB_STATES[tab].join(','), limit: PAGE, page: pages, ...SORT_QUERIES[sort], ...(search !== '' && { search }) };
    api.campaigns.list(query, { signal: stop.signal }).then(
      (answer) => {
        putCampaigns(answer.campaigns);
        setError(null);
        setRead({ view, pages, of: answer.pages });
      },
      (failure: unknown) => !stop.signal.aborted && setError(ofReading(failure)),
    );
    return () => stop.abort();
  }, [tab, search, sort, view, pages, tries, snapshots]);
  const drawn = useMemo(() => campaignsOf(campaigns.values(), { tab, search, sort }), [campaigns, tab, search, sort]);
  // That there are none is never said from before the list was read.
  const known = drawn.length > 0 ? drawn : campaignsOf(told.values(), { tab, search, sort });
  // The stream tells of all that run: of hundreds, no more are drawn than were asked for.
  const most = pages * PAGE;
  const rows = known.length > most ? known.slice(0, most) : known;
  const retry = useCallback(() => setTries((count) => count + 1), []);
  const isLoading = read?.view !== view && error === null;
  const hasMore = read?.view === view && (read.pages < read.of || known.length > most);
  return { rows, isLoading, error, retry, more: hasMore ? () => setWanted({ view, pages: pages + 1 }) : null };
}
