import { Table, TableBody, TableContainer } from '@mui/material';
import { useId } from 'react';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { VisuallyHidden } from '../../../components/visually-hidden.tsx';
import { useSteadyRows } from '../../../lib/use-steady-rows.ts';
import { queuePage as words } from '../../../words/queue.ts';
import type { ActionKind } from '../actions/offered.ts';
import { isOfLine, type QueueFilter } from '../queue-filter.ts';
import { GRID } from './grid-style.ts';
import { QueueHead } from './queue-head.tsx';
import { QueueRow, rowId } from './queue-row.tsx';
import { RowMenu } from './row-menu.tsx';
import { useGrid } from './use-grid.ts';
import type { ListedPage } from './use-queue-list.ts';
import type { Ticking } from './use-ticked.ts';

interface QueueGridProps {
  page: ListedPage;
  isBehind: boolean;
  ticking: Ticking;
  openId: number | null;
  onOpen: (item: QueueItem) => void;
  onSort: (sort: QueueFilter['sort']) => void;
  onAct: (kind: ActionKind, item: QueueItem) => void;
}

/** One page of the queue: one stop of the keyboard, in which arrows move, Space ticks, Enter opens and the menu key shows what can be done. */
export function QueueGrid({ page, isBehind, ticking, openId, onOpen, onSort, onAct }: QueueGridProps) {
  const helpId = useId();
  const { rows, hand } = useSteadyRows(page.key, page.items);
  const { grid, activeId, menu, closeMenu, onKeyDown, ...on } = useGrid(rows, ticking, onOpen);
  const { ids } = ticking.ticked;
  const inLine = isOfLine(page.filter.shown);
  return (
    <TableContainer sx={GRID} {...hand}>
      <VisuallyHidden id={helpId}>{words.keys}</VisuallyHidden>
      <Table
        ref={grid}
        role="grid"
        tabIndex={0}
        stickyHeader
        aria-label={words.list}
        aria-describedby={helpId}
        aria-multiselectable
        aria-busy={isBehind}
        aria-activedescendant={activeId === null ? undefined : rowId(activeId)}
        onKeyDown={onKeyDown}
      >
        <QueueHead
          filter={page.filter}
          ticked={ids.size === 0 ? 'none' : ticking.isWhole ? 'all' : 'some'}
          onSort={onSort}
          onTickAll={ticking.tickAll}
        />
        <TableBody>
          {rows.map(({ row, isGone }) => (
            <QueueRow
              key={row.id}
              item={row}
              isGone={isGone}
              inLine={inLine}
              isTicked={ids.has(row.id)}
              isActive={row.id === activeId}
              isOpen={row.id === openId}
              {...on}
            />
          ))}
        </TableBody>
      </Table>
      {menu && <RowMenu {...menu} of={grid} onAct={onAct} onClose={closeMenu} />}
    </TableContainer>
  );
}
