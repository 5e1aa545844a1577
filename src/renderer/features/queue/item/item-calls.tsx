import { Box, Button, Stack, Typography } from '@mui/material';
import type { Call } from '../../../../shared/contract/calls.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { callMark } from '../../../components/call-marks.ts';
import { DrawerSection } from '../../../components/drawer-section.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Mark } from '../../../components/mark.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { talkTime } from '../../../lib/talk-time.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { itemWords } from '../../../words/campaign.ts';

const MOST_CALLS = 50;

/** The calls that were made for one person of a campaign, each with the way to its drawer. */
export function ItemCalls({ itemId, onOpen }: { itemId: number; onOpen: (callId: string) => void }) {
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
