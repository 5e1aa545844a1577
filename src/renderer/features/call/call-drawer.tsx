import { Box, Typography } from '@mui/material';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { api } from '../../app/connection/client.ts';
import { told } from '../../app/connection/told.ts';
import { useLive } from '../../app/live/live-store.ts';
import { Dot } from '../../components/dot.tsx';
import { DrawerSection } from '../../components/drawer-section.tsx';
import { Fault } from '../../components/fault.tsx';
import { NothingHere } from '../../components/nothing-here.tsx';
import { Phone } from '../../components/phone.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StepButtons } from '../../components/step-buttons.tsx';
import { useQuery } from '../../lib/use-query.ts';
import { callWords } from '../../words/call.ts';
import { common } from '../../words/common.ts';
import { CallFacts } from './call-facts.tsx';
import { CallNow } from './call-now.tsx';
import { Deliveries } from './deliveries.tsx';
import { ExtractedData } from './extracted-data.tsx';
import { Recording } from './recording.tsx';
import { Timeline } from './timeline-section.tsx';
import { Transcript } from './transcript.tsx';

interface CallDrawerProps {
  id: string;
  onClose: () => void;
  /** Steps through the list beside it, where there is one. */
  onStep?: (by: -1 | 1) => void;
}

/** Everything that is known of one call, alive while it is up. */
export function CallDrawer({ id, onClose, onStep }: CallDrawerProps) {
  const changed = useLive((state) => state.told.calls);
  const {
    data: call,
    error,
    isLoading,
    again,
  } = useQuery(`call:${id}`, async (signal) => (await api.calls.get({ id }, { signal })).call, [changed]);
  const isGone = error !== null && told(error).code === 'not_found';
  return (
    <SideDrawer
      title={call === null ? callWords.title : titleOf(call)}
      {...(call !== null && { note: <Who call={call} /> })}
      {...(onStep && { onStep, actions: <StepButtons before={callWords.before} after={callWords.next} onStep={onStep} /> })}
      onClose={onClose}
    >
      {isLoading && <RowSkeletons />}
      {isGone && <NothingHere>{callWords.gone}</NothingHere>}
      {error !== null && !isGone && (
        <Box sx={{ p: 2 }}>
          <Fault error={error} onRetry={again} />
        </Box>
      )}
      {call !== null && <Told key={id} call={call} again={again} />}
    </SideDrawer>
  );
}

/** A test call is made to oneself, and to no contact. */
const titleOf = ({ origin, agentName, contactName }: CallDetails): string =>
  origin === 'test' ? callWords.testTitle(agentName) : contactName || common.unnamed;

const Who = ({ call }: { call: CallDetails }) => (
  <>
    <Phone number={call.phoneNumber} />
    {call.campaignName !== null && (
      <>
        <Dot />
        {call.campaignName}
      </>
    )}
  </>
);

/** In the order in which it is asked: what now, the facts, what was said, how it went, who told it. */
function Told({ call, again }: { call: CallDetails; again: () => void }) {
  return (
    <>
      <CallNow call={call} onChanged={again} />
      <CallFacts call={call} />
      {call.hasRecording && <Recording call={call} />}
      {call.summary !== null && call.summary !== '' && (
        <DrawerSection title={callWords.summary}>
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {call.summary}
          </Typography>
        </DrawerSection>
      )}
      <Timeline call={call} />
      {!call.up && <Transcript call={call} />}
      <ExtractedData extracted={call.extracted} />
      <Deliveries call={call} onApplied={again} />
    </>
  );
}
