import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { useUser } from '../../app/session/session.ts';
import { callMark } from '../../components/call-marks.ts';
import { Mark } from '../../components/mark.tsx';
import { talkTime } from '../../lib/talk-time.ts';
import { useNow } from '../../lib/use-now.ts';
import { callWords } from '../../words/call.ts';
import { DoNotCall } from './do-not-call.tsx';
import { FreeSlotDialog } from './free-slot-dialog.tsx';
import { useFollowUp } from './use-follow-up.ts';

interface CallNowProps {
  call: CallDetails;
  onChanged: () => void;
}

/** How it stands with the call, what follows, and what can be done about it. */
export function CallNow({ call, onChanged }: CallNowProps) {
  const followUp = useFollowUp(call);
  return (
    <Stack sx={{ px: 2, py: 1.5, gap: 1 }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 32 }}>
        <Typography variant="subtitle2" sx={{ flex: 1, fontVariantNumeric: 'tabular-nums' }}>
          <Mark of={callMark(call)} />
          {call.up && <Clock since={call.answeredAt ?? call.claimedAt} />}
        </Typography>
        {/* A test call is made to oneself. */}
        {call.origin !== 'test' && <DoNotCall phone={call.phoneNumber} />}
      </Stack>
      {followUp !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {followUp}
        </Typography>
      )}
      {call.practice && <Quiet>{callWords.practice}</Quiet>}
      {call.origin === 'test' && <Quiet>{callWords.test}</Quiet>}
      {call.up && call.ambiguous && <Ambiguous call={call} onChanged={onChanged} />}
    </Stack>
  );
}

const Quiet = ({ children }: { children: string }) => (
  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
    {children}
  </Typography>
);

function Clock({ since }: { since: Date }) {
  const now = useNow();
  return (
    <Box component="span" sx={{ ml: 1.5, fontWeight: 600 }}>
      {talkTime((now - since.getTime()) / 1000)}
    </Box>
  );
}

/** Nobody knows whether the call is up; whoever has looked at the provider may give its slot back. */
function Ambiguous({ call, onChanged }: CallNowProps) {
  const { role } = useUser();
  const [asks, setAsks] = useState(false);
  const isAdmin = role === 'admin';
  return (
    <>
      <Alert severity="warning">
        {callWords.ambiguous} {isAdmin && callWords.ambiguousAdmin}
        {isAdmin && (
          <Box sx={{ mt: 1 }}>
            <Button size="small" onClick={() => setAsks(true)}>
              {callWords.freeSlot}
            </Button>
          </Box>
        )}
      </Alert>
      {asks && <FreeSlotDialog call={call} onClose={() => setAsks(false)} onFreed={onChanged} />}
    </>
  );
}
