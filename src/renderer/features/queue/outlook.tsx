import { Typography } from '@mui/material';
import { api } from '../../app/connection/client.ts';
import { Dot } from '../../components/dot.tsx';
import { expectedAt } from '../../lib/expected.ts';
import { viewerZone } from '../../lib/format.ts';
import { useMinute } from '../../lib/use-now.ts';
import { useQuery } from '../../lib/use-query.ts';
import { queuePage as words } from '../../words/queue.ts';
import { useQueueChanges } from './use-queue-changes.ts';

/** How the queue goes, beside the title: due now, the next call, and how many went out. */
export function Outlook() {
  const now = useMinute();
  const { data } = useQuery('queue-outlook', (signal) => api.queue.statistics(undefined, { signal }), useQueueChanges());
  if (data === null) return null;
  const { dueNow, nextScheduledCall, currentRate } = data.statistics;
  return (
    <Typography component="span" variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
      {nextScheduledCall !== null && dueNow === 0 ? words.next(expectedAt(nextScheduledCall, now, viewerZone())) : words.due(dueNow)}
      <Dot />
      {words.rate(currentRate)}
    </Typography>
  );
}
