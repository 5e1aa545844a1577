/** What the engine's thread and the thread of the queue index say to each other. */
import type { ItemState } from '../../../shared/domain/states.ts';

/** `dueAt` is when an item that waits is due: what does not wait has none and stands last, whichever the direction. */
export const QUEUE_SORTS = [
  'dueAt',
  'scheduledFor',
  'priority',
  'name',
  'attemptCount',
  'lastAttemptAt',
  'createdAt',
  'updatedAt',
  'id',
] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Which items, in which order; those of equal standing by their ids, upwards. */
export interface QueueQuery {
  campaignId?: string | undefined;
  contactId?: number | undefined;
  statuses?: readonly ItemState[] | undefined;
  callbacksOnly?: boolean | undefined;
  /** Any part of the contact's name, or of the number. */
  search?: string | undefined;
  sortBy: QueueSort;
  sortDir: 'asc' | 'desc';
}

/** The same within a scope. */
export interface QueueQuestion extends QueueQuery {
  /** Whose; null is everyone's. */
  userId: string | null;
}

/** A place in an order: what the item there is sorted by (null where it has nothing of it), and its id. */
export interface QueuePlace {
  key: number | string | null;
  id: number;
}

/** Which part of them is asked for: so many behind `offset` others, or behind a place. */
export interface QueueRange {
  offset: number;
  limit: number;
  after?: QueuePlace | undefined;
  /** The instant for which positions are told; none are where it is left out. */
  positionsAt?: number | undefined;
}

export interface QueueFound {
  ids: number[];
  /** How many match in all. */
  total: number;
  /** The place of the last one; null where nothing stands behind it. */
  next: QueuePlace | null;
  /** Of each of `ids`: its place in its campaign's line, from 1; null where it does not wait. */
  positions: (number | null)[];
}

/** What was committed since the last question. New items need not be told: their ids are higher than all before. */
export interface QueueNews {
  /** Changed or deleted. */
  items: number[];
  /** Changed, as far as they may be in the queue. */
  contacts: number[];
  /** Too many contacts to name. */
  everyContact: boolean;
}

export interface QueueTold {
  news: QueueNews;
}

export interface QueueAsked extends QueueTold {
  query: QueueQuestion;
  range: QueueRange;
}
