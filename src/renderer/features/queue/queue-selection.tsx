import { Button } from '@mui/material';
import { useMemo } from 'react';
import { MOST_ACTED_ON, type QueueItem } from '../../../shared/contract/queue.ts';
import { useUser } from '../../app/session/session.ts';
import { MoreMenu } from '../../components/more-menu.tsx';
import { SelectionBar } from '../../components/selection-bar.tsx';
import { useStable } from '../../lib/use-stable.ts';
import { actionWords } from '../../words/queue-actions.ts';
import { queueSelection as words } from '../../words/queue.ts';
import { type ActionKind, offeredForAll, standingOf } from './actions/offered.ts';
import { targetOf, type Target } from './actions/target.ts';
import { knownNow } from './list/ticked.ts';
import type { ListedPage } from './list/use-queue-list.ts';
import type { Ticking } from './list/use-ticked.ts';
import { isNarrowed } from './queue-filter.ts';

interface QueueSelectionProps {
  page: ListedPage;
  ticking: Ticking;
  onAct: (kind: ActionKind, target: Target) => void;
}

/** As many as have room beside how many are ticked. */
const BUTTONS = 3;

/** Who is ticked, and what can be done with all of them. */
export function QueueSelection({ page: { items, total, totalIsExact, filter }, ticking, onAct }: QueueSelectionProps) {
  const { ticked } = ticking;
  const { id: ownId } = useUser();
  const known: QueueItem[] = knownNow(ticked, items);
  const offered = offeredForAll(known.length === ticked.ids.size ? known.map((item) => standingOf(item, ownId)) : []);
  const act = useStable((kind: ActionKind) => onAct(kind, targetOf([...ticked.ids], known)));
  const rest = offered.slice(BUTTONS);
  const restNames = rest.join();
  const more = useMemo(
    () => rest.map((kind) => ({ word: actionWords[kind], run: () => act(kind) })),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `restNames` is what is offered
    [restNames, act],
  );
  return (
    <SelectionBar
      label={words.label}
      count={ticked.ids.size}
      total={total}
      totalIsExact={totalIsExact}
      most={MOST_ACTED_ON}
      isFiltered={isNarrowed(filter)}
      isWhole={ticking.isWhole}
      busy={ticking.busy}
      onAll={ticking.tickAll}
      onClear={ticking.clear}
    >
      {offered.slice(0, BUTTONS).map((kind) => (
        <Button key={kind} onClick={() => act(kind)}>
          {actionWords[kind]}
        </Button>
      ))}
      {more.length > 0 && <MoreMenu word={words.more} label={words.moreFor} items={more} />}
    </SelectionBar>
  );
}
