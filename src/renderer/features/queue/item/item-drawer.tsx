import { Box, Button, Stack, Typography } from '@mui/material';
import type { Call } from '../../../../shared/contract/calls.ts';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { callMark } from '../../../components/call-marks.ts';
import { Dot } from '../../../components/dot.tsx';
import { DrawerFacts, type Fact } from '../../../components/drawer-facts.tsx';
import { DrawerSection } from '../../../components/drawer-section.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Mark } from '../../../components/mark.tsx';
import { Phone } from '../../../components/phone.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { StepButtons } from '../../../components/step-buttons.tsx';
import { expectedAt } from '../../../lib/expected.ts';
import { number, viewerZone } from '../../../lib/format.ts';
import { talkTime } from '../../../lib/talk-time.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { itemWords, queueWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { ContactFacts } from './contact-facts.tsx';
import { State } from './queue-table.tsx';

interface ItemDrawerProps {
  item: QueueItem;
  /** The campaign's: what is planned is told in its time. */
  timeZone: string;
  onClose: () => void;
  onStep?: (by: -1 | 1) => void;
  onOpenCall: (callId: string) => void;
}

/** One person of a campaign: why not now, the facts of the line, who it is, and the calls so far. */
export function ItemDrawer({ item, timeZone, onClose, onStep, onOpenCall }: ItemDrawerProps) {
  const { contact } = item;
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
      <Box sx={{ px: 2, py: 1.5, typography: 'subtitle2' }}>
        <State item={item} />
      </Box>
      <Facts item={item} timeZone={timeZone} />
      <ContactFacts contact={contact} />
      <Calls itemId={item.id} onOpen={onOpenCall} />
    </SideDrawer>
  );
}

function Facts({ item, timeZone }: Pick<ItemDrawerProps, 'item' | 'timeZone'>) {
  const now = useNow();
  const { position, attemptCount, maxAttempts, priority, score, estimatedAt, agentName, waitingFor } = item;
  const facts: Fact[] = [
    ...(position === null ? [] : [{ word: itemWords.position, value: number(position) }]),
    { word: itemWords.attempts, value: queueWords.attemptsOf(attemptCount, maxAttempts) },
    { word: itemWords.priority, value: priority === 0 ? common.nothing : number(priority) },
    { word: itemWords.score, value: number(score) },
    ...(waitingFor === null ? [] : [{ word: itemWords.expected, value: expectedAt(estimatedAt, now, timeZone) }]),
    { word: itemWords.agent, value: agentName },
  ];
  return <DrawerFacts facts={facts} />;
}

const MOST_CALLS = 50;

function Calls({ itemId, onOpen }: { itemId: number; onOpen: (callId: string) => void }) {
  const changed = useLive(({ told }) => told.calls);
  const { data, error, isLoading, again } = useQuery(
    `item-calls:${itemId}`,
    (signal) => api.calls.list({ itemId, limit: MOST_CALLS }, { signal }),
    [changed],
  );
  return (
    <DrawerSection title={itemWords.calls}>
      <Fault error={error} onRetry={again} />
      {isLoading && <RowSkeletons rows={2} />}
      {data?.calls.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {itemWords.noCalls}
        </Typography>
      )}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mx: -1 }}>
        {data?.calls.map((call) => (
          <li key={call.id}>
            <CallRow call={call} onOpen={() => onOpen(call.id)} />
          </li>
        ))}
      </Stack>
    </DrawerSection>
  );
}

function CallRow({ call, onOpen }: { call: Call; onOpen: () => void }) {
  const now = useNow();
  const when = whenInWords(call.claimedAt.getTime(), now, viewerZone());
  const mark = callMark(call);
  return (
    <Button
      variant="text"
      fullWidth
      onClick={onOpen}
      sx={{ justifyContent: 'flex-start', gap: 2, px: 1, fontWeight: 400, fontVariantNumeric: 'tabular-nums' }}
    >
      <Box component="span" sx={{ minWidth: 132, textAlign: 'left' }}>
        {when}
      </Box>
      <Box component="span" sx={{ color: 'text.primary' }}>
        <Mark of={mark} />
      </Box>
      <Box component="span" sx={{ ml: 'auto' }}>
        {call.duration === null || call.duration === 0 ? '' : talkTime(call.duration)}
      </Box>
    </Button>
  );
}
