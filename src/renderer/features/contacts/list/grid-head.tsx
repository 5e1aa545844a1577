import { SortButton } from '../../../components/sort-button.tsx';
import { columns } from '../../../words/contacts.ts';
import { type ContactFilter, type SortColumn, sortedBy } from './contact-filter.ts';
import { Tick } from '../../../components/tick.tsx';

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
  return (
    <div
      role="columnheader"
      aria-sort={dir === null ? 'none' : dir === 'asc' ? 'ascending' : 'descending'}
      className={`cell ${column === 'company' || column === 'email' ? column : ''}`}
    >
      <SortButton word={columns[column]} dir={dir} onSort={() => onSort(sortedBy(filter, column))} />
    </div>
  );
}
