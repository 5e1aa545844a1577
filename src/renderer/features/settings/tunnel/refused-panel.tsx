import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { api } from '../../../app/connection/client.ts';
import { mono, num } from '../../../app/theme/tokens.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Panel } from '../../../components/panel.tsx';
import { OpeningRow, RowOpener } from '../../../components/row-opener.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useMinute } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import type { Opened } from './open-drawer.tsx';
import { receivedAt } from './received-at.ts';

interface RefusedPanelProps {
  /** How many there ever were: the list is read anew when it grows. */
  count: number;
  opened: Opened | null;
  onOpen: (opened: Opened) => void;
}

/** What was not taken, and why. */
export function RefusedPanel({ count, opened, onOpen }: RefusedPanelProps) {
  const { data, error, isLoading, again } = useQuery('refused', (signal) => api.tunnel.refused(undefined, { signal }), [count]);
  const now = useMinute();
  return (
    <Panel title={words.refused} {...(data && data.total > 0 && { note: words.refusedNote(data.total, data.refused.length) })}>
      <Fault error={error} onRetry={again} />
      {isLoading && <RowSkeletons rows={2} />}
      {data?.refused.length === 0 && <NothingHere>{words.noRefused}</NothingHere>}
      {data && data.refused.length > 0 && (
        <TableContainer sx={{ maxHeight: 400 }}>
          <Table aria-label={words.refusedTable} sx={{ tableLayout: 'fixed', minWidth: 400 }}>
            <TableHead>
              <TableRow>
                <TableCell sx={{ width: 136 }}>{words.received}</TableCell>
                <TableCell sx={{ width: '34%' }}>{words.route}</TableCell>
                <TableCell>{words.reason}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.refused.map((refused) => (
                <OpeningRow
                  key={refused.id}
                  isOpen={opened?.kind === 'refused' && opened.refused.id === refused.id}
                  onOpen={() => onOpen({ kind: 'refused', refused })}
                >
                  <TableCell sx={num}>
                    <RowOpener name={receivedAt(refused.receivedAt, now)} />
                  </TableCell>
                  <TableCell sx={{ fontFamily: mono, fontSize: 12, color: 'text.secondary', overflowWrap: 'anywhere' }}>
                    {refused.route}
                  </TableCell>
                  <TableCell sx={{ color: 'text.secondary' }}>{refused.reason}</TableCell>
                </OpeningRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Panel>
  );
}
