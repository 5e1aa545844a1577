import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { putCampaigns, useLive } from '../../app/live/live-store.ts';
import { campaignsOf, TAB_STATES, type TabName } from './tabs.ts';

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
export function useCampaignList(tab: TabName): CampaignList {
  const campaigns = useLive((state) => state.campaigns);
  const snapshots = useLive((state) => state.snapshots);
  const [pages, setPages] = useState(1);
  const [tries, setTries] = useState(0);
  const [read, setRead] = useState<{ tab: TabName; pages: number; of: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    const query = { status: TAB_STATES[tab].join(','), limit: PAGE, page: pages };
    api.campaigns.list(query, { signal: stop.signal }).then(
      (answer) => {
        putCampaigns(answer.campaigns);
        setError(null);
        setRead({ tab, pages, of: answer.pages });
      },
      (failure: unknown) => !stop.signal.aborted && setError(failure),
    );
    return () => stop.abort();
  }, [tab, pages, tries, snapshots]);
  const rows = useMemo(() => campaignsOf(campaigns.values(), tab), [campaigns, tab]);
  const retry = useCallback(() => setTries((count) => count + 1), []);
  const isLoading = read?.tab !== tab && error === null;
  const hasMore = read?.tab === tab && read.pages < read.of;
  return { rows, isLoading, error, retry, more: hasMore ? () => setPages(pages + 1) : null };
}
