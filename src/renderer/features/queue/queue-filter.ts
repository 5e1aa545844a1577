/** Who of the queue is listed, in which order, and how the engine is asked for them. Pure. */
import type { ItemState } from '../../../shared/domain/states.ts';

export const SHOWN = ['waiting', 'calling', 'callbacks', 'completed', 'failed', 'skipped', 'cancelled'] as const;
export type Shown = (typeof SHOWN)[number];

export type SortColumn = 'name' | 'priority' | 'scheduledFor' | 'attemptCount' | 'updatedAt';

export interface QueueFilter {
  shown: Shown;
  /** Null is all of them. */
  campaignId: string | null;
  search: string;
  /** Null is the order of the line; of those who do not wait, the latest first. */
  sort: { by: SortColumn; dir: 'asc' | 'desc' } | null;
}

const STATES: Readonly<Record<Shown, ItemState>> = {
  waiting: 'queued',
  callbacks: 'queued',
  calling: 'processing',
  completed: 'completed',
  failed: 'failed',
  skipped: 'skipped',
  cancelled: 'cancelled',
};

/** What an address shows; those who wait, where it says nothing that is known. */
export const shownAt = (address: string | undefined): Shown => SHOWN.find((name) => name === address) ?? 'waiting';

export const addressOf = (shown: Shown): string => (shown === 'waiting' ? '/queue' : `/queue/${shown}`);

/** Whether those listed have a place in a line. */
export const isOfLine = (shown: Shown): boolean => STATES[shown] === 'queued';

/** Whether only some of those who are `shown` are listed. */
export const isNarrowed = ({ search, campaignId }: QueueFilter): boolean => search.trim() !== '' || campaignId !== null;

/** The same for lists of the same people, whatever their order. */
export const listName = ({ shown, campaignId, search }: QueueFilter): string => `${shown} ${campaignId ?? ''} ${search.trim()}`;

/** As the engine is asked. */
export function queryOf({ shown, campaignId, search, sort }: QueueFilter) {
  const text = search.trim();
  const usual = isOfLine(shown) ? ({ by: 'line', dir: 'asc' } as const) : ({ by: 'updatedAt', dir: 'desc' } as const);
  const { by, dir } = sort ?? usual;
  return {
    status: STATES[shown],
    ...(shown === 'callbacks' && { callbacks: true }),
    ...(campaignId !== null && { campaignId }),
    ...(text !== '' && { search: text }),
    sortBy: by,
    sortDir: dir,
  };
}

/** Which way a column is of use first: the highest priority, most attempts and the latest change come first. */
const FIRST: Readonly<Record<SortColumn, 'asc' | 'desc'>> = {
  name: 'asc',
  scheduledFor: 'asc',
  priority: 'desc',
  attemptCount: 'desc',
  updatedAt: 'desc',
};

/** The order after a click on the head of a column: one way, the other, then the usual again. */
export function sortedBy({ sort }: QueueFilter, by: SortColumn): QueueFilter['sort'] {
  if (sort?.by !== by) return { by, dir: FIRST[by] };
  return sort.dir === FIRST[by] ? { by, dir: FIRST[by] === 'asc' ? 'desc' : 'asc' } : null;
}
