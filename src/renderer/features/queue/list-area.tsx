import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'wouter';
import type { QueueItem } from '../../../shared/contract/queue.ts';
import { Fault } from '../../components/fault.tsx';
import { ListAndDrawer } from '../../components/list-and-drawer.tsx';
import { NothingHere } from '../../components/nothing-here.tsx';
import { Pager } from '../../components/pager.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SlotRing } from '../../components/slot-ring.tsx';
import { neighbour } from '../../lib/neighbour.ts';
import { queuePage as words } from '../../words/queue.ts';
import { CallDrawer } from '../call/call-drawer.tsx';
import type { Asking } from './actions/use-asking.tsx';
import { ItemDrawer } from './item/item-drawer.tsx';
import { QueueGrid } from './list/queue-grid.tsx';
import type { useQueueList } from './list/use-queue-list.ts';
import type { Ticking } from './list/use-ticked.ts';
import { isNarrowed, type QueueFilter } from './queue-filter.ts';

interface ListAreaProps {
  list: ReturnType<typeof useQueueList>;
  filter: QueueFilter;
  ticking: Ticking;
  /** The call that the drawer tells of, before whoever it was made for. */
  callId: string | null;
  onOpenCall: (callId: string | null) => void;
  onFilter: (filter: QueueFilter) => void;
  onAct: Asking['act'];
}

/** The list with the drawer beside it, or why there is none. */
export function ListArea({
  list: { page, error, again, isBehind, toPage },
  filter,
  ticking,
  callId,
  onOpenCall,
  onFilter,
  onAct,
}: ListAreaProps) {
  const [open, setOpen] = useState<QueueItem | null>(null);
  const items = page?.items ?? [];
  // As it is now, where the list still shows it.
  const current = open === null ? null : (items.find(({ id }) => id === open.id) ?? open);
  const openItem = (item: QueueItem) => (onOpenCall(null), setOpen(item));
  return (
    <ListAndDrawer
      drawer={
        callId !== null ? (
          <CallDrawer id={callId} onClose={() => onOpenCall(null)} />
        ) : (
          current && (
            <ItemDrawer
              key={current.id}
              item={current}
              withCampaign
              onClose={() => setOpen(null)}
              onStep={(by) => setOpen(neighbour(items, current.id, by) ?? current)}
              onOpenCall={onOpenCall}
              onAct={onAct}
            />
          )
        )
      }
    >
      {error !== null && (
        <Box sx={{ px: 3, pb: 1.5 }}>
          <Fault error={error} onRetry={again} />
        </Box>
      )}
      {page === null && error === null && <RowSkeletons rows={14} pageWide />}
      {page !== null && items.length === 0 && <Empty filter={page.filter} onFilter={onFilter} />}
      {page !== null && items.length > 0 && (
        <>
          <QueueGrid
            page={page}
            isBehind={isBehind}
            ticking={ticking}
            openId={current?.id ?? null}
            onOpen={openItem}
            onSort={(sort) => onFilter({ ...filter, sort })}
            onAct={onAct}
          />
          <Pager {...page} onPage={toPage} />
        </>
      )}
    </ListAndDrawer>
  );
}

function Empty({ filter, onFilter }: { filter: QueueFilter; onFilter: (filter: QueueFilter) => void }) {
  const { shown, search } = filter;
  if (isNarrowed(filter)) {
    const everyone = { ...filter, search: '', campaignId: null };
    return (
      <NothingHere action={<Button onClick={() => onFilter(everyone)}>{words.showAll}</Button>}>
        {search.trim() === '' ? words.noneOfCampaign : words.notFound(search.trim())}
      </NothingHere>
    );
  }
  if (shown !== 'waiting') return <NothingHere>{words.empty[shown]}</NothingHere>;
  return (
    <Stack sx={{ flex: 1, alignItems: 'center', justifyContent: 'center', p: 3, textAlign: 'center' }}>
      <SlotRing />
      <Typography variant="h2" sx={{ mt: 3, fontSize: 20, lineHeight: '28px' }}>
        {words.nobodyAtAll.title}
      </Typography>
      <Typography sx={{ mt: 1, maxWidth: 460, color: 'text.secondary' }}>{words.nobodyAtAll.what}</Typography>
      <Button variant="contained" color="primary" component={Link} href="/campaigns/new" sx={{ mt: 3 }}>
        {words.nobodyAtAll.start}
      </Button>
    </Stack>
  );
}
