import { Box } from '@mui/material';
import { type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useMinute } from '../../../lib/use-now.ts';
import { useStable } from '../../../lib/use-stable.ts';
import { columns } from '../../../words/contacts.ts';
import { type ContactFilter, listName } from './contact-filter.ts';
import type { ContactPages } from './contact-pages.ts';
import { ContactRow, rowId } from './contact-row.tsx';
import { GridHead } from './grid-head.tsx';
import { GRID_STYLE } from './grid-style.ts';
import type { Selection } from './selection.ts';
import { gridKeys } from '../../../lib/grid-keys.ts';
import { ROW_PX, useScroll } from './use-scroll.ts';

interface ContactGridProps {
  pages: ContactPages;
  filter: ContactFilter;
  onSort: (sort: ContactFilter['sort']) => void;
  selection: Selection;
  /** The row that keys speak of. */
  active: number | null;
  onActive: (row: number) => void;
  /** Whom the drawer tells of. */
  openId: number | null;
  onOpen: (row: number) => void;
  onTick: (row: number) => void;
  onTickTo: (row: number) => void;
  onTickAll: () => void;
}

/** Contacts without end: only what is in view is drawn, and read. */
export function ContactGrid({ pages, filter, onSort, selection, active, onActive, openId, ...act }: ContactGridProps) {
  const { onOpen, onTick, onTickTo, onTickAll } = act;
  const total = pages.total ?? 0;
  const { ref, height, seen, fits, firstInView, showRow, toTop } = useScroll(total);
  const now = useMinute();
  const { first, last, isFlying, shift } = seen;
  const shown = pages.filter;
  useEffect(() => {
    pages.see(first, last, isFlying);
  }, [pages, shown, total, first, last, isFlying]);
  // Another list begins at its beginning.
  const before = useRef(shown);
  useLayoutEffect(() => {
    if (before.current !== shown) toTop();
    before.current = shown;
  }, [shown, toTop]);
  useEffect(() => {
    if (active !== null) showRow(active);
  }, [active, showRow]);

  const onKeyDown = gridKeys({ total, fits, active, firstInView, onActive, onOpen, onTick, onTickTo, onTickAll });
  const tickRow = useStable((row: number, event: MouseEvent) => {
    onActive(row);
    if (event.shiftKey) onTickTo(row);
    else onTick(row);
  });
  const openRow = useStable((row: number) => {
    ref.current?.focus({ preventScroll: true });
    onOpen(row);
  });

  const isWhole = selection.whole !== null && selection.whole === listName(filter);
  const ticked = selection.ids.size === 0 ? 'none' : isWhole ? 'all' : 'some';
  return (
    <Box
      ref={ref}
      role="grid"
      tabIndex={0}
      aria-label={columns.list}
      aria-multiselectable
      aria-rowcount={total + 1}
      aria-busy={shown !== filter && shown === null}
      aria-activedescendant={active !== null && active >= first && active <= last ? rowId(active) : undefined}
      onKeyDown={onKeyDown}
      sx={GRID_STYLE}
    >
      <GridHead filter={filter} onSort={onSort} ticked={ticked} onTickAll={onTickAll} />
      <div role="rowgroup" className="body" style={{ height }}>
        {Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => {
          const index = first + place;
          const contact = pages.row(index);
          return (
            <ContactRow
              key={index}
              index={index}
              contact={contact}
              top={index * ROW_PX + shift}
              isTicked={contact !== undefined && selection.ids.has(contact.id)}
              isActive={index === active}
              isOpen={contact !== undefined && contact.id === openId}
              now={now}
              onOpen={openRow}
              onTick={tickRow}
            />
          );
        })}
      </div>
    </Box>
  );
}
