/** Queue items and their history in the words of the contract. */
import type { HistoryEntry } from '../../shared/contract/call-queue.ts';
import type { QueueItem } from '../../shared/contract/queue.ts';
import type { HistoryLine } from '../queue/item-history.ts';
import { zoneOf } from '../campaigns/surroundings.ts';
import type { QueueEntry } from '../queue/read-queue.ts';
import { secondsOf } from '../queue/waiting.ts';
import { dateOf, dateOrNull, reasonOf } from './shape.ts';

export const toHistory = ({ at, action, details, reason, by }: HistoryLine): HistoryEntry => ({
  timestamp: dateOf(at),
  action,
  details,
  ...(reason === null ? {} : { reason }),
  by,
});

export function toQueueItem({ row: { item, contact, agentName, onDoNotCall }, view, position, waiting }: QueueEntry): QueueItem {
  return {
    id: item.id,
    queueId: item.queueId ?? `queue_${item.id}`,
    campaignId: item.campaignId,
    campaignName: view.campaign.name,
    userId: view.campaign.userId,
    timeZone: zoneOf(view),
    contactId: item.contactId,
    contact: {
      id: contact.id,
      name: contact.name,
      firstName: contact.firstName,
      lastName: contact.lastName,
      phoneNumber: contact.phone,
      company: contact.company,
      timeZone: contact.timeZone,
      doNotCall: onDoNotCall !== null,
      deleted: contact.deletedAt !== null,
    },
    status: item.status,
    priority: item.priority,
    score: item.score,
    position,
    attemptCount: item.attemptCount,
    maxAttempts: item.maxAttempts ?? view.campaign.maxAttempts,
    scheduledFor: dateOf(item.scheduledFor),
    scheduledBy: item.scheduledBy,
    lastAttemptTime: dateOrNull(item.lastAttemptAt),
    lastAttemptResult: item.lastAttemptResult,
    callbackRequested: item.callbackRequested === 1,
    callbackTime: dateOrNull(item.callbackAt),
    callId: item.callId,
    agentId: item.agentId,
    agentName: agentName ?? view.agent.name,
    failureReason: item.failureReason,
    estimatedAt: dateOrNull(waiting?.estimatedAt ?? null),
    estimatedWait: secondsOf(waiting?.estimatedWaitMs ?? null),
    waitingFor: reasonOf(waiting?.waitingFor ?? null),
    createdAt: dateOf(item.createdAt),
    updatedAt: dateOf(item.updatedAt),
    startedAt: dateOrNull(item.startedAt),
    completedAt: dateOrNull(item.completedAt),
  };
}
