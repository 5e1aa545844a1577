import { Button, Stack } from '@mui/material';
import { useMemo } from 'react';
import { MoreMenu } from '../../../components/more-menu.tsx';
import { useStable } from '../../../lib/use-stable.ts';
import { actionWords } from '../../../words/queue-actions.ts';
import { queuePage } from '../../../words/queue.ts';
import { type ActionKind, offeredFor, type Standing } from './offered.ts';

interface ItemActionsProps {
  /** Whom it is about, and how they stand. */
  name: string;
  standing: Standing;
  /** Opens what asks: it stands outside of the list, from which the person may go meanwhile. */
  onAct: (kind: ActionKind) => void;
}

/** What can be done with one person, behind three dots. */
export function ItemMenu({ name, standing, onAct }: ItemActionsProps) {
  const items = useMenu(offeredFor(standing), onAct);
  return items.length === 0 ? null : <MoreMenu word={queuePage.more} label={queuePage.moreFor(name)} items={items} />;
}

/** The same with the two that come first as buttons. */
export function ItemButtons({ name, standing, onAct }: ItemActionsProps) {
  const offered = offeredFor(standing);
  const items = useMenu(offered.slice(2), onAct);
  if (offered.length === 0) return null;
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
      {offered.slice(0, 2).map((kind) => (
        <Button key={kind} onClick={() => onAct(kind)}>
          {actionWords[kind]}
        </Button>
      ))}
      {items.length > 0 && <MoreMenu word={queuePage.more} label={queuePage.moreFor(name)} items={items} />}
    </Stack>
  );
}

/** The same items for as long as the same are offered: a list that is alive is drawn often. */
function useMenu(kinds: readonly ActionKind[], onAct: (kind: ActionKind) => void) {
  const act = useStable(onAct);
  const known = kinds.join();
  return useMemo(
    () => kinds.map((kind) => ({ word: actionWords[kind], run: () => act(kind) })),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `known` is what is offered
    [known, act],
  );
}
