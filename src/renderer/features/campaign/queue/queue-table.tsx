import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { useUser } from '../../../app/session/session.ts';
import { ellipsis } from '../../../app/theme/tokens.ts';
import { ItemState } from '../../../components/item-state.tsx';
import { Phone } from '../../../components/phone.tsx';
import { OpeningRow, RowOpener } from '../../../components/row-opener.tsx';
import { VisuallyHidden } from '../../../components/visually-hidden.tsx';
import { expectedAt, expectedIn } from '../../../lib/expected.ts';
import { number } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { queueWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { ItemMenu } from '../../queue/actions/item-actions.tsx';
import { type ActionKind, standingOf } from '../../queue/actions/offered.ts';
import { nameOf } from '../../queue/actions/target.ts';
import { PAGE_EDGE } from '../../../components/page-edge.ts';

interface QueueTableProps {
  label: string;
  items: readonly QueueItem[];
  /** The campaign's: what is planned is told in its time. */
  timeZone: string;
  openId: number | null;
  onOpen: (item: QueueItem) => void;
  /** Opens what asks before something is done to one of them. */
  onAct?: (kind: ActionKind, item: QueueItem) => void;
  /** Without phone, attempts and actions: where it stands beside other panels. */
  brief?: boolean;
}

/** What is narrow keeps the reason: of the two that tell when, one goes, and the priority, which few have. */
const GIVES_WAY = { '@container (max-width: 700px)': { '& .priority, & .in': { display: 'none' } } } as const;

/** People of a campaign, one a row: place, time, and why not now; or what came of them. */
export function QueueTable({ label, items, timeZone, openId, onOpen, onAct, brief = false }: QueueTableProps) {
  const now = useNow();
  const { id: ownId } = useUser();
  const areWaiting = items.every(({ waitingFor }) => waitingFor !== null);
  return (
    <Table aria-label={label} stickyHeader={!brief} sx={{ tableLayout: 'fixed', ...(!brief && PAGE_EDGE), ...GIVES_WAY }}>
      <TableHead>
        <TableRow>
          <TableCell align="right" sx={{ width: brief ? 52 : 72 }}>
            <span aria-hidden>{queueWords.position}</span>
            <VisuallyHidden>{queueWords.positionName}</VisuallyHidden>
          </TableCell>
          <TableCell sx={{ width: '20%' }}>{queueWords.contact}</TableCell>
          {!brief && <TableCell sx={{ width: 148 }}>{queueWords.phone}</TableCell>}
          <TableCell align="right" className="priority" sx={{ width: 64 }}>
            {queueWords.priority}
          </TableCell>
          <TableCell align="right" sx={{ width: 126 }}>
            {queueWords.expected}
          </TableCell>
          <TableCell align="right" className="in" sx={{ width: 100 }}>
            {queueWords.in}
          </TableCell>
          <TableCell>{areWaiting ? queueWords.why : queueWords.state}</TableCell>
          {!brief && (
            <TableCell align="right" sx={{ width: 84 }}>
              {queueWords.attempts}
            </TableCell>
          )}
          {onAct && (
            <TableCell sx={{ width: 64 }}>
              <VisuallyHidden>{queueWords.actions}</VisuallyHidden>
            </TableCell>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <OpeningRow key={item.id} isOpen={item.id === openId} onOpen={() => onOpen(item)}>
            <TableCell align="right" sx={{ color: 'text.tertiary' }}>
              {item.position === null ? '' : number(item.position)}
            </TableCell>
            <TableCell sx={ellipsis}>
              <RowOpener name={item.contact.name} />
            </TableCell>
            {!brief && (
              <TableCell sx={{ color: 'text.secondary' }}>
                <Phone number={item.contact.phoneNumber} />
              </TableCell>
            )}
            <TableCell align="right" className="priority" sx={{ color: 'text.secondary' }}>
              {item.priority === 0 ? common.nothing : number(item.priority)}
            </TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              {item.waitingFor === null ? common.nothing : expectedAt(item.estimatedAt, now, timeZone)}
            </TableCell>
            <TableCell align="right" className="in" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {item.waitingFor === null ? common.nothing : expectedIn(item.estimatedAt, now, queueWords.now)}
            </TableCell>
            <TableCell sx={{ color: 'text.secondary', ...ellipsis }}>
              <ItemState item={item} />
            </TableCell>
            {!brief && (
              <TableCell align="right" sx={{ color: 'text.secondary' }}>
                {queueWords.attemptsOf(item.attemptCount, item.maxAttempts)}
              </TableCell>
            )}
            {onAct && (
              <TableCell align="right" onClick={(event) => event.stopPropagation()}>
                <ItemMenu name={nameOf(item)} standing={standingOf(item, ownId)} onAct={(kind) => onAct(kind, item)} />
              </TableCell>
            )}
          </OpeningRow>
        ))}
      </TableBody>
    </Table>
  );
}
