/** Which part of a campaign's page is looked at, as its address says it: `queue`, `history.no-answer`. */
import { CALL_ENDS, type CallEnd } from '../../../shared/domain/states.ts';

export const CAMPAIGN_TABS = ['overview', 'queue', 'history', 'settings'] as const;
export type CampaignTab = (typeof CAMPAIGN_TABS)[number];

/** Who of the queue is listed. */
export const QUEUE_FILTERS = ['waiting', 'completed', 'failed', 'skipped', 'cancelled', 'everyone'] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** Which calls are listed; those that figures count. */
export const HISTORY_FILTERS = ['all', 'completed', 'no-answer', 'busy', 'voicemail', 'failed', 'cancelled', 'unknown'] as const;
export type HistoryFilter = 'all' | Exclude<CallEnd, 'not-placed'>;

export type CampaignView =
  | { tab: 'overview' | 'settings' }
  | { tab: 'queue'; filter: QueueFilter }
  | { tab: 'history'; filter: HistoryFilter };

/** What an address shows; an address that says nothing shows the overview, and a filter that nobody knows shows the first. */
export function viewOf(address: string | undefined): CampaignView {
  const [tab, filter] = (address ?? '').split('.', 2);
  switch (tab) {
    case 'queue':
      return { tab, filter: QUEUE_FILTERS.find((name) => name === filter) ?? 'waiting' };
    case 'history':
      return { tab, filter: HISTORY_FILTERS.find((name) => name === filter) ?? 'all' };
    case 'settings':
      return { tab };
    case undefined:
    default:
      return { tab: 'overview' };
  }
}

const FIRST: Readonly<Record<'queue' | 'history', QueueFilter | HistoryFilter>> = { queue: 'waiting', history: 'all' };

/** The address of a part: `/campaign/campaign_1/history.busy`. */
export function addressOf(id: string, tab: CampaignTab, filter?: QueueFilter | HistoryFilter): string {
  const page = `/campaign/${id}`;
  if (tab === 'overview') return page;
  const isFirst = filter === undefined || ((tab === 'queue' || tab === 'history') && filter === FIRST[tab]);
  return isFirst ? `${page}/${tab}` : `${page}/${tab}.${filter}`;
}

/** The states that a filter of the queue stands for, as the engine takes them; undefined for everyone. */
export function statesOf(filter: QueueFilter): string | undefined {
  if (filter === 'everyone') return undefined;
  return filter === 'waiting' ? 'queued,processing' : filter;
}

/** The outcome that a filter of the history asks for; undefined for all. */
export const outcomeOf = (filter: HistoryFilter): CallEnd | undefined => CALL_ENDS.find((end) => end === filter);
