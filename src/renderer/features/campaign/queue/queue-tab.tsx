import { Box, Button, Stack, TableContainer } from '@mui/material';
import { useState } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { mayAddPeople } from '../../../../shared/domain/editable.ts';
import { navigate } from '../../../app/address.ts';
import { api } from '../../../app/connection/client.ts';
import { useUser } from '../../../app/session/session.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { queueWords } from '../../../words/campaign.ts';
import { actions } from '../../../words/campaigns.ts';
import { CallDrawer } from '../../call/call-drawer.tsx';
import { addressOf, QUEUE_FILTERS, type QueueFilter, statesOf } from '../campaign-view.ts';
import { FilterRow } from '../../../components/filter-row.tsx';
import { ListAndDrawer } from '../../../components/list-and-drawer.tsx';
import { AddPeopleDialog } from '../people/add-people-dialog.tsx';
import { neighbour } from '../../../lib/neighbour.ts';
import { useAsking } from '../../queue/actions/use-asking.tsx';
import { ItemDrawer } from '../../queue/item/item-drawer.tsx';
import { QueueTable } from './queue-table.tsx';
import { useQueueChanges } from '../../queue/use-queue-changes.ts';

const LIMIT = 50;

/** Everyone in the campaign: those being called, those who wait in their order, those who are done. */
export function QueueTab({ campaign, filter }: { campaign: Campaign; filter: QueueFilter }) {
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<QueueItem | null>(null);
  const [callId, setCallId] = useState<string | null>(null);
  const { act, dialog } = useAsking();
  const changes = useQueueChanges();
  const status = statesOf(filter);
  const { data, error, isLoading, again } = useQuery(
    `queue:${campaign.id}:${filter}:${page}:${search}`,
    (signal) =>
      api.queue.ofCampaign(
        { id: campaign.id, page, limit: LIMIT, ...(status !== undefined && { status }), ...(search !== '' && { search }) },
        { signal },
      ),
    changes,
  );
  const items = data?.items ?? [];
  // As it is now, where the list still shows it.
  const current = open === null ? null : (items.find(({ id }) => id === open.id) ?? open);
  return (
    <ListAndDrawer
      drawer={
        current !== null &&
        (callId === null ? (
          <ItemDrawer
            item={current}
            onClose={() => setOpen(null)}
            onStep={(by) => setOpen(neighbour(items, current.id, by) ?? current)}
            onOpenCall={setCallId}
            onAct={act}
          />
        ) : (
          <CallDrawer id={callId} onClose={() => setCallId(null)} />
        ))
      }
    >
      <Head campaign={campaign} filter={filter} search={search} onSearch={(text) => (setSearch(text), setPage(1))} />
      {error !== null && (
        <Box sx={{ px: 3, pb: 2 }}>
          <Fault error={error} onRetry={again} />
        </Box>
      )}
      {isLoading && <RowSkeletons pageWide />}
      {data !== null && items.length === 0 && <Empty campaign={campaign} filter={filter} search={search} />}
      {data !== null && items.length > 0 && (
        <>
          <TableContainer sx={LIST}>
            <QueueTable
              label={queueWords.table}
              items={items}
              timeZone={campaign.timeZone}
              openId={current?.id ?? null}
              onOpen={(item) => (setCallId(null), setOpen(item))}
              onAct={act}
            />
          </TableContainer>
          <Pager {...data} limit={LIMIT} onPage={setPage} />
        </>
      )}
      {dialog}
    </ListAndDrawer>
  );
}

/** Where it is narrow, the attempts leave their room to the reason, and beside a drawer the number; the drawer says them. */
const LIST = {
  flex: 1,
  minHeight: 0,
  borderTop: 1,
  borderColor: 'divider',
  '& table': { minWidth: 640 },
  '@container (max-width: 1000px)': { '& :is(th, td):nth-of-type(8)': { display: 'none' } },
  '@container (max-width: 860px)': { '& :is(th, td):is(:nth-of-type(3), :nth-of-type(8))': { display: 'none' } },
} as const;

interface HeadProps {
  campaign: Campaign;
  filter: QueueFilter;
  search: string;
  onSearch: (text: string) => void;
}

function Head({ campaign, filter, search, onSearch }: HeadProps) {
  const { queued, processing, successfulCalls, failedCalls, skipped, cancelled, totalContacts } = campaign;
  const counts: Record<QueueFilter, number> = {
    waiting: queued + processing,
    completed: successfulCalls,
    failed: failedCalls,
    skipped,
    cancelled,
    everyone: totalContacts,
  };
  const choices = QUEUE_FILTERS.map((name) => ({ name, word: queueWords.filters[name], count: counts[name] }));
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, px: 3, py: 1.5, flexShrink: 0, alignItems: 'center' }}>
      <FilterRow
        label={queueWords.show}
        choices={choices}
        value={filter}
        onChange={(name) => navigate(addressOf(campaign.id, 'queue', name), { replace: true })}
      />
      <SearchField label={queueWords.search} value={search} onChange={onSearch} width={240} />
    </Stack>
  );
}

function Empty({ campaign, filter, search }: { campaign: Campaign; filter: QueueFilter; search: string }) {
  const user = useUser();
  const [adds, setAdds] = useState(false);
  if (search !== '') return <NothingHere>{queueWords.notFound(search)}</NothingHere>;
  const mayAdd = (filter === 'waiting' || filter === 'everyone') && campaign.userId === user.id && mayAddPeople(campaign.status).ok;
  return (
    <>
      <NothingHere action={mayAdd && <Button onClick={() => setAdds(true)}>{actions.addPeople}</Button>}>
        {queueWords.empty[filter]}
      </NothingHere>
      {adds && <AddPeopleDialog campaign={campaign} onClose={() => setAdds(false)} />}
    </>
  );
}
