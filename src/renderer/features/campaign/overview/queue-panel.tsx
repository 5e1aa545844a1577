import { Button, Typography } from '@mui/material';
import { Link } from 'wouter';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { api } from '../../../app/connection/client.ts';
import { Fault } from '../../../components/fault.tsx';
import { Panel } from '../../../components/panel.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { overview } from '../../../words/campaign.ts';
import { addressOf } from '../campaign-view.ts';
import { QueueTable } from '../queue/queue-table.tsx';
import { useQueueChanges } from '../../queue/use-queue-changes.ts';

/** As many as stand beside outcomes and hours. */
const ROWS = 9;

interface QueuePanelProps {
  campaign: Campaign;
  openId: number | null;
  onOpen: (item: QueueItem) => void;
}

/** Who is called next, when, and why not now. */
export function QueuePanel({ campaign, openId, onOpen }: QueuePanelProps) {
  const { id, queued, timeZone } = campaign;
  const changes = useQueueChanges();
  const { data, error, isLoading, again } = useQuery(
    `queue-head:${id}`,
    (signal) => api.queue.ofCampaign({ id, status: 'queued', limit: ROWS }, { signal }),
    changes,
  );
  const note = timeZone === viewerZone() ? overview.waiting(queued) : `${overview.waiting(queued)}, ${overview.timesIn(timeZone)}`;
  return (
    <Panel
      title={overview.queue}
      note={note}
      actions={
        <Button size="small" variant="text" component={Link} href={addressOf(id, 'queue')}>
          {overview.showAll}
        </Button>
      }
    >
      {error !== null && <Fault error={error} onRetry={again} />}
      {isLoading && <RowSkeletons rows={Math.min(ROWS, Math.max(1, queued))} />}
      {data?.items.length === 0 && (
        <Typography variant="body2" sx={{ px: 2, py: 1.25, color: 'text.secondary' }}>
          {overview.nobodyInLine}
        </Typography>
      )}
      {data !== null && data.items.length > 0 && (
        <QueueTable label={overview.queue} items={data.items} timeZone={timeZone} openId={openId} onOpen={onOpen} brief />
      )}
    </Panel>
  );
}
