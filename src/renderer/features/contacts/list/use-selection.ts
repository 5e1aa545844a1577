import { useCallback, useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { sayFault } from '../../../app/toasts.tsx';
import { type ContactFilter, listName, queryOf } from './contact-filter.ts';
import type { ContactPages } from './contact-pages.ts';
import { allOf, MOST_SELECTED, NOBODY, rangeOf, type Selection, toggled, withMore } from './selection.ts';

export interface Selecting {
  selection: Selection;
  /** Somebody's ids are being fetched. */
  busy: boolean;
  tick: (row: number) => void;
  /** From the row that was ticked last to this one. */
  tickTo: (row: number) => void;
  tickAll: () => void;
  clear: () => void;
}

/** Who is ticked; stays while other contacts are listed. */
export function useSelection(pages: ContactPages, filter: ContactFilter): Selecting {
  const [selection, setSelection] = useState(NOBODY);
  const [busy, setBusy] = useState(false);
  const idsOf = useCallback(
    async (range: { offset: number; limit: number }) => {
      setBusy(true);
      try {
        return (await api.contacts.matching({ ...queryOf(filter), ...range })).ids;
      } catch (error) {
        sayFault(error);
        return null;
      } finally {
        setBusy(false);
      }
    },
    [filter],
  );
  const tick = useCallback(
    (row: number) => {
      const contact = pages.row(row);
      if (contact) setSelection((now) => toggled(now, contact.id, row));
    },
    [pages],
  );
  const tickTo = useCallback(
    async (row: number) => {
      const anchor = selection.anchor ?? row;
      const { offset, limit } = rangeOf(anchor, row);
      const known = Array.from({ length: Math.min(limit, MOST_SELECTED) }, (_, place) => pages.row(offset + place)?.id);
      const ids = known.every((id) => id !== undefined) ? known : await idsOf({ offset, limit: Math.min(limit, MOST_SELECTED) });
      if (ids) setSelection((now) => withMore(now, ids, row));
    },
    [pages, selection.anchor, idsOf],
  );
  const isWhole = selection.whole === listName(filter);
  const tickAll = useCallback(async () => {
    if (isWhole) {
      setSelection(NOBODY);
      return;
    }
    const ids = await idsOf({ offset: 0, limit: MOST_SELECTED });
    if (ids) setSelection(allOf(ids, listName(filter)));
  }, [isWhole, idsOf, filter]);
  const clear = useCallback(() => setSelection(NOBODY), []);
  return { selection, busy, tick, tickTo: (row) => void tickTo(row), tickAll: () => void tickAll(), clear };
}
