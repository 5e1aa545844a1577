import { Box, Button, Drawer, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import type { CallEnd } from '../../../shared/domain/states.ts';
import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { num } from '../../app/theme/tokens.ts';
import { callMark } from '../../components/call-marks.ts';
import { Fault } from '../../components/fault.tsx';
import { Mark } from '../../components/mark.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { Spoken } from '../../components/spoken.tsx';
import { talkTime } from '../../lib/talk-time.ts';
import { useNow } from '../../lib/use-now.ts';
import { useQuery } from '../../lib/use-query.ts';
import { testCallWords as words } from '../../words/test-call.ts';
import { CallDrawer } from '../call/call-drawer.tsx';
import { Timeline } from '../call/timeline-section.tsx';

/** A call from its dial to its outcome, as it is told. */
export function FollowedCall({ id, agentName }: { id: string; agentName: string }) {
  const changed = useLive((state) => state.told.calls);
  const read = async (signal: AbortSignal) => (await api.calls.get({ id }, { signal })).call;
  const { data: call, error, isLoading, again } = useQuery(`call:${id}`, read, [changed]);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Stack sx={{ gap: 1.5, pt: 1 }}>
      <Fault error={error} onRetry={again} />
      {isLoading && <RowSkeletons rows={3} />}
      {call !== null && <Told call={call} agentName={agentName} />}
      <Box>
        <Button size="small" onClick={() => setOpen(true)}>
          {words.open}
        </Button>
      </Box>
      <Drawer
        anchor="right"
        open={isOpen}
        onClose={close}
        sx={{ zIndex: 'tooltip' }}
        slotProps={{ paper: { 'aria-label': words.opened, sx: { maxWidth: 1 } } }}
      >
        {isOpen && <CallDrawer id={id} onClose={close} />}
      </Drawer>
    </Stack>
  );
}

/** What went wrong is told in whole; how an ordinary call ended stands in its timeline. */
const isFault = ({ outcome, reason }: CallDetails) => reason !== null && outcome !== null && FAULTS.has(outcome);
const FAULTS: ReadonlySet<CallEnd> = new Set(['failed', 'not-placed', 'unknown']);

function Told({ call, agentName }: { call: CallDetails; agentName: string }) {
  const mark = callMark(call);
  return (
    <>
      <Typography>
        {call.practice ? words.goingPractice(agentName) : words.going(agentName, formatPhoneNumber(call.phoneNumber))}
      </Typography>
      <Typography variant="subtitle1" component="div" sx={num}>
        <Mark of={mark} />
        {call.up && <Clock since={call.answeredAt ?? call.claimedAt} />}
        {!call.up && call.duration ? (
          <Box component="span" sx={{ ml: 1.5 }}>
            {talkTime(call.duration)}
          </Box>
        ) : null}
      </Typography>
      <Spoken unseen words={mark.word} />
      {isFault(call) && (
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {call.reason}
        </Typography>
      )}
      <Box sx={{ mx: -2 }}>
        <Timeline call={call} />
      </Box>
      {call.up && (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {words.goesOn}
        </Typography>
      )}
    </>
  );
}

function Clock({ since }: { since: Date }) {
  const now = useNow();
  return (
    <Box component="span" sx={{ ml: 1.5, fontWeight: 600 }}>
      {talkTime(Math.max(0, now - since.getTime()) / 1000)}
    </Box>
  );
}
