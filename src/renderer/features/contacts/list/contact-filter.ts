/** Which contacts are listed, and in which order. */
import type { ContactsQuery } from '../../../../shared/contract/contacts.ts';

export type Listed = 'all' | 'callable' | 'doNotCall';
export type SortColumn = 'name' | 'phoneNumber' | 'company' | 'email';

export interface ContactFilter {
  search: string;
  listed: Listed;
  /** Null is as they came, the latest first. */
  sort: { by: SortColumn; dir: 'asc' | 'desc' } | null;
}

export const EVERYONE: ContactFilter = { search: '', listed: 'all', sort: null };

/** Whether everyone is listed, in whichever order. */
export const isEveryone = ({ search, listed }: ContactFilter): boolean => search.trim() === '' && listed === 'all';

/** The same for lists of the same contacts, whatever their order. */
export const listName = ({ search, listed }: ContactFilter): string => `${listed} ${search.trim()}`;

/** As the engine is asked. */
export function queryOf({ search, listed, sort }: ContactFilter): Pick<ContactsQuery, 'search' | 'doNotCall' | 'sortBy' | 'sortDir'> {
  const text = search.trim();
  return {
    ...(text !== '' && { search: text }),
    ...(listed !== 'all' && { doNotCall: listed === 'doNotCall' }),
    sortBy: sort?.by ?? 'createdAt',
    sortDir: sort?.dir ?? 'desc',
  };
}

/** The order after a click on the head of a column: ascending, descending, then as they came again. */
export function sortedBy({ sort }: ContactFilter, by: SortColumn): ContactFilter['sort'] {
  if (sort?.by !== by) return { by, dir: 'asc' };
  return sort.dir === 'asc' ? { by, dir: 'desc' } : null;
}
