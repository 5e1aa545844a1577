import { Link } from '@mui/material';
import { Link as RouteLink } from 'wouter';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { placeOf, whenInWords } from '../../../../shared/domain/time-words.ts';
import { DrawerFacts, type Fact } from '../../../components/drawer-facts.tsx';
import { expectedAt, expectedIn } from '../../../lib/expected.ts';
import { number, viewerZone } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { itemWords, queueWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { itemFacts as words } from '../../../words/queue.ts';

/** Where somebody stands in the line, when they are planned and expected, and by which agent they are called. */
export function ItemFacts({ item, withCampaign }: { item: QueueItem; withCampaign: boolean }) {
  const now = useNow();
  const { position, attemptCount, maxAttempts, priority, score, estimatedAt, agentName, waitingFor, timeZone, lastAttemptTime } = item;
  const isElsewhere = timeZone !== viewerZone();
  const isWaiting = waitingFor !== null;
  const facts: Fact[] = [
    ...(withCampaign ? [{ word: words.campaign, value: <CampaignLink item={item} /> }] : []),
    ...(position === null ? [] : [{ word: itemWords.position, value: number(position) }]),
    { word: itemWords.attempts, value: queueWords.attemptsOf(attemptCount, maxAttempts) },
    { word: itemWords.priority, value: priority === 0 ? common.nothing : number(priority) },
    { word: itemWords.score, value: number(score) },
    ...(isWaiting ? [{ word: words.planned, value: plannedWords(item, now) }] : []),
    ...(isWaiting
      ? [
          {
            word: isElsewhere ? `${itemWords.expected}, ${placeOf(timeZone)}` : itemWords.expected,
            value: expectedAt(estimatedAt, now, timeZone),
          },
          { word: words.wait, value: expectedIn(estimatedAt, now, queueWords.now) },
        ]
      : []),
    ...(isWaiting && isElsewhere && estimatedAt !== null
      ? [{ word: words.yourTime, value: expectedAt(estimatedAt, now, viewerZone()) }]
      : []),
    ...(lastAttemptTime === null ? [] : [{ word: words.lastAttempt, value: whenInWords(lastAttemptTime.getTime(), now, viewerZone()) }]),
    { word: itemWords.agent, value: agentName },
  ];
  return <DrawerFacts facts={facts} />;
}

/** Its own time, and where that comes from: `tomorrow at 09:00, callback`. */
function plannedWords({ scheduledFor, scheduledBy, timeZone, callbackRequested, callbackTime }: QueueItem, now: number): string {
  const isCallback = callbackRequested && callbackTime !== null;
  const at = isCallback ? callbackTime : scheduledFor;
  return `${whenInWords(at.getTime(), now, timeZone)}, ${words.plannedBy[isCallback ? 'callback' : scheduledBy]}`;
}

const CampaignLink = ({ item: { campaignId, campaignName } }: { item: QueueItem }) => (
  <Link component={RouteLink} href={`/campaign/${campaignId}`}>
    {campaignName}
  </Link>
);
