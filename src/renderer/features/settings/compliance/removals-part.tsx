import { Card, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { Phone } from '../../../components/phone.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { doNotCall, removals } from '../../../words/settings/compliance.ts';
import { whenItWas } from '../when-it-was.ts';

const LIMIT = 50;

/** Who took which number off the list, when and why. For admins. */
export function RemovalsPart() {
  const version = useLive(({ topics }) => topics['do-not-call']);
  const [page, setPage] = useState(1);
  const now = useNow();
  const { data, error, isLoading, again } = useQuery(
    `removals/${page}`,
    (signal) => api.compliance.listRemovals({ page, limit: LIMIT }, { signal }),
    [version],
  );
  return (
    <Stack sx={{ gap: 2 }}>
      <Fault error={error} onRetry={again} />
      <Card>
        {isLoading && <RowSkeletons />}
        {data?.total === 0 && <NothingHere>{removals.empty}</NothingHere>}
        {data && data.total > 0 && (
          <TableContainer>
            <Table aria-label={removals.table} sx={{ tableLayout: 'fixed', minWidth: 640 }}>
              <TableHead>
                <TableRow>
                  <TableCell sx={{ width: 176 }}>{doNotCall.number}</TableCell>
                  <TableCell>{removals.why}</TableCell>
                  <TableCell sx={{ width: '22%' }}>{removals.by}</TableCell>
                  <TableCell align="right" sx={{ width: 152 }}>
                    {doNotCall.addedAt}
                  </TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {data.removals.map(({ phoneNumber, reason, removedByName, removedAt }) => (
                  <TableRow
                    key={`${phoneNumber} ${removedAt.getTime()}`}
                    sx={{ '& td': { py: 1 }, '& td:not(:first-of-type)': { color: 'text.secondary' } }}
                  >
                    <TableCell sx={{ fontWeight: 500 }}>
                      <Phone number={phoneNumber} />
                    </TableCell>
                    <TableCell sx={{ overflowWrap: 'anywhere' }}>{reason}</TableCell>
                    <TableCell>{removedByName}</TableCell>
                    <TableCell align="right">{whenItWas(removedAt, now)}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
        )}
        {data && <Pager {...data} limit={LIMIT} onPage={setPage} />}
      </Card>
    </Stack>
  );
}
