import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import { ButtonBase } from '@mui/material';
import { columns } from '../../../words/contacts.ts';
import { type ContactFilter, type SortColumn, sortedBy } from './contact-filter.ts';
import { Tick } from './tick.tsx';

interface GridHeadProps {
  filter: ContactFilter;
  onSort: (sort: ContactFilter['sort']) => void;
  /** Of all that match: all ticked, some, or none. */
  ticked: 'all' | 'some' | 'none';
  onTickAll: () => void;
}

const SORTABLE: readonly SortColumn[] = ['name', 'phoneNumber', 'company', 'email'];

/** The names of the columns, by which the list is sorted. */
export function GridHead({ filter, onSort, ticked, onTickAll }: GridHeadProps) {
  return (
    <div role="rowgroup" className="head">
      <div role="row" aria-rowindex={1} className="row" style={{ height: '100%' }}>
        <div role="columnheader" className="cell tick">
          <Tick
            label={ticked === 'all' ? columns.selectNone : columns.selectAll}
            checked={ticked === 'all'}
            some={ticked === 'some'}
            onTick={onTickAll}
          />
        </div>
        {SORTABLE.map((column) => (
          <SortHead key={column} column={column} filter={filter} onSort={onSort} />
        ))}
        <div role="columnheader" className="cell">
          {columns.lastCall}
        </div>
        <div role="columnheader" className="cell">
          {columns.result}
        </div>
      </div>
    </div>
  );
}

function SortHead({ column, filter, onSort }: { column: SortColumn } & Pick<GridHeadProps, 'filter' | 'onSort'>) {
  const dir = filter.sort?.by === column ? filter.sort.dir : null;
  const Arrow = dir === 'desc' ? ArrowDownward : ArrowUpward;
  return (
    <div
      role="columnheader"
      aria-sort={dir === null ? 'none' : dir === 'asc' ? 'ascending' : 'descending'}
      className={`cell ${column === 'company' || column === 'email' ? column : ''}`}
    >
      <ButtonBase
        onClick={() => onSort(sortedBy(filter, column))}
        sx={{
          font: 'inherit',
          color: dir === null ? 'inherit' : 'text.primary',
          gap: 0.5,
          height: 28,
          px: 0.75,
          ml: -0.75,
          borderRadius: 1,
          '&:hover': { color: 'text.primary' },
          '&:hover .arrow': { opacity: 1 },
          '&.Mui-focusVisible': { outlineOffset: '-2px' },
        }}
      >
        {columns[column]}
        <Arrow className="arrow" aria-hidden sx={{ fontSize: 14, opacity: dir === null ? 0 : 1 }} />
      </ButtonBase>
    </div>
  );
}
