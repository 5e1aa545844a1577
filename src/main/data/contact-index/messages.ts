/** What the engine's thread and the thread of the contact index say to each other. */

const CONTACT_INDEX_SORTS = ['createdAt', 'updatedAt', 'name', 'phoneNumber', 'email', 'company', 'lastConversationAt'] as const;
export type ContactSort = (typeof CONTACT_INDEX_SORTS)[number];

/** Which contacts of one user, in which order. */
export interface ContactQuery {
  userId: string;
  /** Any part of the name, the e-mail address, the company or the number; empty finds everyone. */
  search: string;
  /** Only those on the do-not-call list, only the others, or both. */
  doNotCall: boolean | null;
  sortBy: ContactSort;
  sortDir: 'asc' | 'desc';
}

/** Which part of them is asked for. */
export interface ContactRange {
  offset: number;
  limit: number;
  /** Count them to the end; else no further than `COUNTED_TO`, which is cheaper where a search finds very many. */
  countAll: boolean;
}

export interface ContactsFound {
  ids: number[];
  total: number;
}

/** What was committed since the last question. */
export interface ContactNews {
  /** Changed, deleted or brought back. New ones need not be told: their ids are higher than all before. */
  changed: number[];
  /** Too many to name, or moved from one user to another. */
  everything: boolean;
  doNotCall: boolean;
}

export interface ContactAsked {
  query: ContactQuery;
  range: ContactRange;
  news: ContactNews;
}

/** How far totals are counted unless all is asked for. */
export const COUNTED_TO = 10_001;
