import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { num } from '../../../app/theme/tokens.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { Panel } from '../../../components/panel.tsx';
import { OpeningRow, RowOpener } from '../../../components/row-opener.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useMinute } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { providerName } from '../../../words/call.ts';
import { common } from '../../../words/common.ts';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import { resultWords } from '../../call/delivery-body.tsx';
import { deliveryWord } from '../../call/delivery-word.ts';
import type { Opened } from './open-drawer.tsx';
import { receivedAt } from './received-at.ts';

const LIMIT = 10;
/** Told by the drawer where it leaves no room beside it. */
const ROOMY = { '@container (max-width: 600px)': { display: 'none' } } as const;

interface ListProps {
  opened: Opened | null;
  onOpen: (opened: Opened) => void;
}

/** What providers told, the latest first: each opens with its body. */
export function DeliveriesPanel({ opened, onOpen }: ListProps) {
  const [page, setPage] = useState(1);
  const version = useLive(({ topics }) => topics.deliveries);
  const { data, error, isLoading, again } = useQuery(
    `deliveries/${page}`,
    (signal) => api.calls.deliveries({ page, limit: LIMIT }, { signal }),
    [version],
  );
  const now = useMinute();
  return (
    <Panel title={words.deliveries}>
      <Fault error={error} onRetry={again} />
      {isLoading && <RowSkeletons rows={3} />}
      {data?.total === 0 && <NothingHere>{words.noDeliveries}</NothingHere>}
      {data && data.count > 0 && (
        <TableContainer sx={{ containerType: 'inline-size' }}>
          <Table aria-label={words.deliveriesTable} sx={{ tableLayout: 'fixed', minWidth: 400 }}>
            <TableHead>
              <TableRow>
                <TableCell sx={{ width: 136 }}>{words.received}</TableCell>
                <TableCell sx={{ width: 108 }}>{words.provider}</TableCell>
                <TableCell sx={{ width: '19%' }}>{words.what}</TableCell>
                <TableCell sx={{ width: '22%', ...ROOMY }}>{words.call}</TableCell>
                <TableCell>{words.result}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.deliveries.map((delivery) => (
                <OpeningRow
                  key={delivery.id}
                  isOpen={opened?.kind === 'delivery' && opened.delivery.id === delivery.id}
                  onOpen={() => onOpen({ kind: 'delivery', delivery })}
                >
                  <TableCell sx={num}>
                    <RowOpener name={receivedAt(delivery.receivedAt, now)} />
                  </TableCell>
                  <Told>{providerName(delivery.provider)}</Told>
                  <Told>{deliveryWord(delivery.body)}</Told>
                  <Told sx={ROOMY}>{delivery.callSid ?? common.nothing}</Told>
                  <Told>{resultWords(delivery)}</Told>
                </OpeningRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {data && <Pager {...data} limit={LIMIT} onPage={setPage} />}
    </Panel>
  );
}

/** One line, the whole of it in a tooltip of the browser's. */
const Told = ({ children, sx }: { children: string; sx?: typeof ROOMY }) => (
  <TableCell title={children} sx={{ color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', ...sx }}>
    {children}
  </TableCell>
);
