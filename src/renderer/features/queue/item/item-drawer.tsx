import { Box, Stack, Typography } from '@mui/material';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { api } from '../../../app/connection/client.ts';
import { told } from '../../../app/connection/told.ts';
import { useUser } from '../../../app/session/session.ts';
import { Dot } from '../../../components/dot.tsx';
import { Fault } from '../../../components/fault.tsx';
import { ItemState } from '../../../components/item-state.tsx';
import { Phone } from '../../../components/phone.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { StepButtons } from '../../../components/step-buttons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { itemWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { itemFacts as words } from '../../../words/queue.ts';
import { ItemButtons } from '../actions/item-actions.tsx';
import { type ActionKind, standingOf } from '../actions/offered.ts';
import { nameOf } from '../actions/target.ts';
import { useQueueChanges } from '../use-queue-changes.ts';
import { ContactFacts } from './contact-facts.tsx';
import { ItemCalls } from './item-calls.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ItemHistory } from './item-history.tsx';
import { ItemNotes } from './item-notes.tsx';

interface ItemDrawerProps {
  /** As the list knows it. */
  item: QueueItem;
  /** Where the campaign is not what the screen is about, it is told. */
  withCampaign?: boolean;
  onClose: () => void;
  onStep?: (by: -1 | 1) => void;
  onOpenCall: (callId: string) => void;
  onAct: (kind: ActionKind, item: QueueItem) => void;
}

/** One person of a campaign: why not now, what can be done, the facts of the line, who it is, the calls so far, and what happened. */
export function ItemDrawer({ item: listed, withCampaign = false, onClose, onStep, onOpenCall, onAct }: ItemDrawerProps) {
  const { contact, id } = listed;
  const { id: ownId } = useUser();
  const changes = useQueueChanges();
  const { data, error, isLoading, again } = useQuery(
    `item:${id}`,
    async (signal) => (await api.queue.get({ id }, { signal })).item,
    changes,
  );
  const item = data ?? listed;
  const isGone = error !== null && told(error).code === 'not_found';
  return (
    <SideDrawer
      title={contact.name || common.unnamed}
      note={
        <>
          <Phone number={contact.phoneNumber} />
          {contact.company && (
            <>
              <Dot />
              {contact.company}
            </>
          )}
        </>
      }
      {...(onStep && { onStep, actions: <StepButtons before={itemWords.before} after={itemWords.next} onStep={onStep} /> })}
      onClose={onClose}
    >
      {isGone ? (
        <Typography sx={{ p: 2, color: 'text.secondary' }}>{words.gone}</Typography>
      ) : (
        <>
          <Stack sx={{ px: 2, py: 1.5, gap: 1.25, alignItems: 'flex-start' }}>
            <Box sx={{ typography: 'subtitle2', maxWidth: 1 }}>
              <ItemState item={item} />
            </Box>
            <ItemButtons name={nameOf(item)} standing={standingOf(item, ownId)} onAct={(kind) => onAct(kind, item)} />
          </Stack>
          <ItemFacts item={item} withCampaign={withCampaign} />
          {error !== null && (
            <Box sx={{ px: 2, pb: 1.5 }}>
              <Fault error={error} onRetry={again} />
            </Box>
          )}
          <ItemNotes metadata={data?.metadata ?? {}} />
          <ContactFacts contact={contact} />
          <ItemCalls itemId={id} onOpen={onOpenCall} />
          <ItemHistory history={data?.history ?? []} isLoading={isLoading} />
        </>
      )}
    </SideDrawer>
  );
}
