import { TableCell, TableHead, TableRow } from '@mui/material';
import { SortButton } from '../../../components/sort-button.tsx';
import { Tick } from '../../../components/tick.tsx';
import { VisuallyHidden } from '../../../components/visually-hidden.tsx';
import { queueColumns as words, queuePage } from '../../../words/queue.ts';
import { isOfLine, type QueueFilter, type SortColumn, sortedBy } from '../queue-filter.ts';

interface QueueHeadProps {
  filter: QueueFilter;
  /** Of all that match: all ticked, some, or none. */
  ticked: 'all' | 'some' | 'none';
  onSort: (sort: QueueFilter['sort']) => void;
  onTickAll: () => void;
}

/** The names of the columns, by which the list is sorted. */
export function QueueHead({ filter, ticked, onSort, onTickAll }: QueueHeadProps) {
  const head = { filter, onSort };
  const inLine = isOfLine(filter.shown);
  return (
    <TableHead>
      <TableRow>
        <TableCell sx={{ width: 52 }}>
          <Tick
            label={ticked === 'all' ? words.selectNone : words.selectAll}
            checked={ticked === 'all'}
            some={ticked === 'some'}
            onTick={onTickAll}
          />
        </TableCell>
        {inLine && (
          <TableCell align="right" className="place" sx={{ width: 52 }}>
            <span aria-hidden>{words.position}</span>
            <VisuallyHidden>{words.positionName}</VisuallyHidden>
          </TableCell>
        )}
        <SortCell {...head} by="name" word={words.contact} width="17%" />
        <TableCell sx={{ width: '16%' }}>{words.campaign}</TableCell>
        <SortCell {...head} by="priority" word={words.priority} width={84} right className="priority" />
        {inLine ? (
          <>
            <SortCell {...head} by="scheduledFor" word={words.expected} width={142} right />
            <TableCell align="right" className="wait" sx={{ width: 92 }}>
              {words.wait}
            </TableCell>
          </>
        ) : (
          <SortCell {...head} by="updatedAt" word={words.ended} width={152} right />
        )}
        <TableCell>{inLine ? words.why : words.state}</TableCell>
        <SortCell {...head} by="attemptCount" word={words.attempts} width={98} right className="attempts" />
        <TableCell sx={{ width: 60 }}>
          <VisuallyHidden>{queuePage.more}</VisuallyHidden>
        </TableCell>
      </TableRow>
    </TableHead>
  );
}

interface SortCellProps extends Pick<QueueHeadProps, 'filter' | 'onSort'> {
  by: SortColumn;
  word: string;
  width: number | string;
  right?: boolean;
  className?: string;
}

function SortCell({ by, word, width, right = false, className, filter, onSort }: SortCellProps) {
  const dir = filter.sort?.by === by ? filter.sort.dir : null;
  return (
    <TableCell
      align={right ? 'right' : 'left'}
      {...(className !== undefined && { className })}
      aria-sort={dir === null ? 'none' : dir === 'asc' ? 'ascending' : 'descending'}
      sx={{ width }}
    >
      <SortButton word={word} dir={dir} right={right} onSort={() => onSort(sortedBy(filter, by))} />
    </TableCell>
  );
}
