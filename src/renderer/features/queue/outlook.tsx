import { Typography } from '@mui/material';
import type { QueueStatistics } from '../../../shared/contract/queue.ts';
import { api } from '../../app/connection/client.ts';
import { Dot } from '../../components/dot.tsx';
import { Spoken } from '../../components/spoken.tsx';
import { expectedAt } from '../../lib/expected.ts';
import { viewerZone } from '../../lib/format.ts';
import { useMinute } from '../../lib/use-now.ts';
import { useQuery } from '../../lib/use-query.ts';
import { queuePage as words } from '../../words/queue.ts';
import { useQueueChanges } from './use-queue-changes.ts';

interface OutlookProps {
  /** How many match what the list is narrowed to, in words; empty where it shows everyone. */
  found: string;
}

/** How the queue goes, beside the title: due now, the next call, how many went out, and how many were found. */
export function Outlook({ found }: OutlookProps) {
  const now = useMinute();
  const { data } = useQuery('queue-outlook', (signal) => api.queue.statistics(undefined, { signal }), useQueueChanges());
  return (
    <Typography component="span" variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
      {data !== null && toldOf(data.statistics, now)}
      {data !== null && found !== '' && <Dot />}
      <Spoken words={found} />
    </Typography>
  );
}

function toldOf({ dueNow, nextScheduledCall, currentRate }: QueueStatistics, now: number) {
  return (
    <>
      {nextScheduledCall !== null && dueNow === 0 ? words.next(expectedAt(nextScheduledCall, now, viewerZone())) : words.due(dueNow)}
      <Dot />
      {words.rate(currentRate)}
    </>
  );
}
