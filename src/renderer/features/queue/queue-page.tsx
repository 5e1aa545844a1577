import { useState } from 'react';
import { useParams } from 'wouter';
import { navigate } from '../../app/address.ts';
import { Page } from '../../app/shell/page.tsx';
import { queuePage as words } from '../../words/queue.ts';
import { useAsking } from './actions/use-asking.tsx';
import { ListArea } from './list-area.tsx';
import { useQueueList } from './list/use-queue-list.ts';
import { notDone } from './list/ticked.ts';
import { useTicked } from './list/use-ticked.ts';
import { Outlook } from './outlook.tsx';
import { addressOf, isNarrowed, type QueueFilter, type Shown, shownAt } from './queue-filter.ts';
import { QueueSelection } from './queue-selection.tsx';
import { Toolbar } from './toolbar.tsx';

/** Everything that waits, over all campaigns: found, sorted, explained, and changed by hand. */
export function QueuePage() {
  const { shown: address } = useParams<{ shown?: string }>();
  const shown = shownAt(address);
  const [narrowed, setNarrowed] = useState<Omit<QueueFilter, 'shown'>>({ campaignId: null, search: '', sort: null });
  const filter: QueueFilter = { ...narrowed, shown };
  const list = useQueueList(filter);
  const found = list.isBehind || list.page === null || !isNarrowed(filter) ? '' : words.found(list.page.total, list.page.totalIsExact);
  const ticking = useTicked(filter);
  const [callId, setCallId] = useState<string | null>(null);
  const asking = useAsking({
    onOpenCall: setCallId,
    // Who was not changed stays ticked, for another try.
    onDone: ({ refused, left }, { ids }) => {
      const { ids: ticked } = ticking.ticked;
      // One row of several that are ticked was changed by itself.
      if (ids.length === 1 && ticked.size > 1) return;
      ticking.keep(notDone([...ticked], ids, [...refused.map(({ id }) => id), ...left]));
    },
  });
  const change = ({ campaignId, search, sort }: QueueFilter) => setNarrowed({ campaignId, search, sort });
  const show = (name: Shown) => {
    // What another list is sorted by may not be there.
    setNarrowed((before) => ({ ...before, sort: null }));
    navigate(addressOf(name), { replace: true });
  };
  return (
    <Page title={words.title} mark={<Outlook found={found} />}>
      <Toolbar filter={filter} onShow={show} onChange={change} />
      {ticking.ticked.ids.size > 0 && list.page && <QueueSelection page={list.page} ticking={ticking} onAct={asking.actOn} />}
      <ListArea list={list} filter={filter} ticking={ticking} callId={callId} onOpenCall={setCallId} onFilter={change} onAct={asking.act} />
      {asking.dialog}
    </Page>
  );
}
