import { Box, Stack, TableContainer } from '@mui/material';
import { useState } from 'react';
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { navigate } from '../../../app/address.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { historyWords } from '../../../words/campaign.ts';
import { CallDrawer } from '../../call/call-drawer.tsx';
import { addressOf, HISTORY_FILTERS, type HistoryFilter, outcomeOf } from '../campaign-view.ts';
import { type FilterChoice, FilterRow } from '../../../components/filter-row.tsx';
import { ListAndDrawer } from '../../../components/list-and-drawer.tsx';
import { neighbour } from '../../../lib/neighbour.ts';
import { HistoryTable } from './history-table.tsx';

const LIMIT = 50;

interface HistoryTabProps {
  campaign: Campaign;
  filter: HistoryFilter;
  figures: Analytics | null;
}

/** The calls that figures count, by what came of them. */
export function HistoryTab({ campaign, filter, figures }: HistoryTabProps) {
  const [page, setPage] = useState(1);
  const [openId, setOpenId] = useState<string | null>(null);
  const changed = useLive(({ told }) => told.calls);
  const outcome = outcomeOf(filter);
  const { data, error, isLoading, again } = useQuery(
    `history:${campaign.id}:${filter}:${page}`,
    (signal) =>
      api.calls.list({ campaignId: campaign.id, counted: true, page, limit: LIMIT, ...(outcome !== undefined && { outcome }) }, { signal }),
    [changed],
  );
  const calls = data?.calls ?? [];
  return (
    <ListAndDrawer
      drawer={
        openId !== null && (
          <CallDrawer id={openId} onClose={() => setOpenId(null)} onStep={(by) => setOpenId(neighbour(calls, openId, by)?.id ?? openId)} />
        )
      }
    >
      <Filters id={campaign.id} filter={filter} figures={figures} />
      {error !== null && (
        <Box sx={{ px: 3, pb: 2 }}>
          <Fault error={error} onRetry={again} />
        </Box>
      )}
      {isLoading && <RowSkeletons pageWide />}
      {data !== null && calls.length === 0 && (
        <NothingHere>{filter === 'all' ? historyWords.empty : historyWords.emptyOutcome(historyWords.outcomes[filter])}</NothingHere>
      )}
      {data !== null && calls.length > 0 && (
        <>
          <TableContainer sx={LIST}>
            <HistoryTable calls={calls} openId={openId} onOpen={({ id }) => setOpenId(id)} />
          </TableContainer>
          <Pager {...data} limit={LIMIT} onPage={setPage} />
        </>
      )}
    </ListAndDrawer>
  );
}

/** Beside a drawer, the attempt and the agent leave their room to the name; the drawer says them. */
const LIST = {
  flex: 1,
  minHeight: 0,
  borderTop: 1,
  borderColor: 'divider',
  '& table': { minWidth: 640 },
  '@container (max-width: 860px)': { '& :is(th, td):is(:nth-of-type(6), :nth-of-type(7))': { display: 'none' } },
} as const;

function Filters({ id, filter, figures }: { id: string; filter: HistoryFilter; figures: Analytics | null }) {
  const choices = HISTORY_FILTERS.flatMap((name): FilterChoice<HistoryFilter>[] => {
    if (name === 'all') return [{ name, word: historyWords.all, count: figures?.calls ?? null }];
    const count = figures?.outcomes[name] ?? null;
    // An end that nobody knows is rare: it has its place only where there is one.
    if (name === 'unknown' && !count && filter !== name) return [];
    return [{ name, word: historyWords.outcomes[name], count }];
  });
  return (
    <Stack direction="row" sx={{ px: 3, py: 1.5, flexShrink: 0, overflowX: 'auto' }}>
      <FilterRow
        label={historyWords.show}
        choices={choices}
        value={filter}
        onChange={(name) => navigate(addressOf(id, 'history', name), { replace: true })}
      />
    </Stack>
  );
}
