import MoreHoriz from '@mui/icons-material/MoreHoriz';
import { IconButton, TableCell, TableRow } from '@mui/material';
import { memo, type MouseEvent } from 'react';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { ellipsis } from '../../../app/theme/tokens.ts';
import { ItemState } from '../../../components/item-state.tsx';
import { Tick } from '../../../components/tick.tsx';
import { expectedAt, expectedIn } from '../../../lib/expected.ts';
import { number, viewerZone } from '../../../lib/format.ts';
import { useMinute, useNow } from '../../../lib/use-now.ts';
import { queueWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { queueColumns as words, queuePage } from '../../../words/queue.ts';
import { nameOf } from '../actions/target.ts';

export const rowId = (id: number) => `queue-row-${id}`;

export interface QueueRowProps {
  item: QueueItem;
  /** It is no longer in the list. */
  isGone: boolean;
  /** Those who are listed have a place in a line. */
  inLine: boolean;
  isTicked: boolean;
  isActive: boolean;
  isOpen: boolean;
  onOpen: (item: QueueItem) => void;
  onTick: (item: QueueItem, event: MouseEvent) => void;
  onMenu: (item: QueueItem, event: MouseEvent) => void;
}

/** One person of the list. Keys are the list's: it is one stop of the keyboard, however long it is. */
export const QueueRow = memo(function QueueRow({
  item,
  isGone,
  inLine,
  isTicked,
  isActive,
  isOpen,
  onOpen,
  onTick,
  onMenu,
}: QueueRowProps) {
  const name = nameOf(item);
  return (
    <TableRow
      hover
      id={rowId(item.id)}
      selected={isTicked}
      aria-selected={isTicked}
      className={[isActive && 'active', isOpen && 'open', isGone && 'gone'].filter(Boolean).join(' ')}
      onClick={() => onOpen(item)}
      onContextMenu={(event) => onMenu(item, event)}
      // A click leaves the focus on the list.
      onMouseDown={(event) => event.preventDefault()}
    >
      <TableCell>
        <Tick label={words.selectOne(name)} checked={isTicked} quiet onTick={(event) => onTick(item, event)} />
      </TableCell>
      {inLine && (
        <TableCell align="right" className="place">
          {item.position === null ? '' : number(item.position)}
        </TableCell>
      )}
      <TableCell role="rowheader" className="name" title={name} sx={ellipsis}>
        {item.contact.name || common.unnamed}
      </TableCell>
      <TableCell title={item.campaignName} sx={ellipsis}>
        {item.campaignName}
      </TableCell>
      <TableCell align="right" className="priority">
        {item.priority === 0 ? common.nothing : number(item.priority)}
      </TableCell>
      {inLine ? (
        <>
          <Expected item={item} />
          <TableCell align="right" className="wait" sx={{ whiteSpace: 'nowrap' }}>
            {item.waitingFor === null ? common.nothing : <Wait at={item.estimatedAt} />}
          </TableCell>
        </>
      ) : (
        <LastChange at={item.updatedAt} />
      )}
      <TableCell sx={ellipsis}>{isGone ? queuePage.movedOn : <ItemState item={item} />}</TableCell>
      <TableCell align="right" className="attempts">
        {queueWords.attemptsOf(item.attemptCount, item.maxAttempts)}
      </TableCell>
      <TableCell align="right">
        <IconButton
          aria-label={queuePage.moreFor(name)}
          aria-haspopup="menu"
          title={queuePage.more}
          tabIndex={-1}
          onClick={(event) => {
            event.stopPropagation();
            onMenu(item, event);
          }}
        >
          <MoreHoriz />
        </IconButton>
      </TableCell>
    </TableRow>
  );
});

/** By the clock of the campaign, which is named where it is another than the viewer's. */
function Expected({ item: { waitingFor, estimatedAt, timeZone } }: { item: QueueItem }) {
  const now = useMinute();
  const isThere = estimatedAt !== null && waitingFor !== null;
  const note = isThere && timeZone !== viewerZone() ? words.there(timeZone, expectedAt(estimatedAt, now, viewerZone())) : undefined;
  return (
    <TableCell align="right" className="when" title={note} sx={{ whiteSpace: 'nowrap' }}>
      {isThere ? expectedAt(estimatedAt, now, timeZone) : common.nothing}
    </TableCell>
  );
}

/** A cell of its own, so that a clock draws no row anew. */
function Wait({ at }: { at: Date | null }) {
  return expectedIn(at, useNow(), words.now);
}

function LastChange({ at }: { at: Date }) {
  return (
    <TableCell align="right" className="when" sx={{ whiteSpace: 'nowrap' }}>
      {whenInWords(at.getTime(), useMinute(), viewerZone()).replace(' at ', ' ')}
    </TableCell>
  );
}
