import type { Campaign } from '../../../shared/contract/campaigns.ts';
import type { QueueStatistics } from '../../../shared/contract/queue.ts';
import { api } from '../../app/connection/client.ts';
import { useQuery } from '../../lib/use-query.ts';
import type { Shown } from './queue-filter.ts';
import { useQueueChanges } from './use-queue-changes.ts';

type Counts = Readonly<Record<Shown, number | null>>;

/** How many each choice of the list holds, of one campaign or of all; null while nobody knows. */
export function useCounts(campaignId: string | null): Counts {
  const changes = useQueueChanges();
  const { data } = useQuery(
    `queue-counts:${campaignId}`,
    async (signal): Promise<Counts> => {
      const of = campaignId === null ? {} : { campaignId };
      const [counts, { total, totalIsExact }] = await Promise.all([
        campaignId === null
          ? api.queue.statistics(undefined, { signal }).then(({ statistics }) => ofAll(statistics))
          : api.campaigns.get({ id: campaignId }, { signal }).then(({ campaign }) => ofOne(campaign)),
        api.queue.list({ ...of, status: 'queued', callbacks: true, limit: 1 }, { signal }),
      ]);
      return { ...counts, callbacks: totalIsExact ? total : null };
    },
    changes,
  );
  return data ?? UNKNOWN;
}

const UNKNOWN: Counts = {
  waiting: null,
  calling: null,
  callbacks: null,
  completed: null,
  failed: null,
  skipped: null,
  cancelled: null,
};

const ofAll = ({ queued, processing, completed, failed, skipped, cancelled }: QueueStatistics) => ({
  waiting: queued,
  calling: processing,
  completed,
  failed,
  skipped,
  cancelled,
});

const ofOne = ({ queued, processing, successfulCalls, failedCalls, skipped, cancelled }: Campaign) => ({
  waiting: queued,
  calling: processing,
  completed: successfulCalls,
  failed: failedCalls,
  skipped,
  cancelled,
});
