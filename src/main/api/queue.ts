/** The queue: what waits, in which order, and why. */
import { implement } from '@orpc/server';
import { type QueueItem, queueContract } from '../../shared/contract/queue.ts';
import { type QueueEntry, readCampaignQueue, readQueue, readQueueItem } from '../queue/read-queue.ts';
import { readStatistics } from '../queue/statistics.ts';
import { readItemStates } from '../queue/states.ts';
import { secondsOf } from '../queue/waiting.ts';
import { type ApiContext, asPerson, pageFrame, tellErrors } from './base.ts';
import { dateOf, dateOrNull, reasonOf } from './shape.ts';

const person = implement(queueContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const queueRouter = person.router({
  list: person.list.handler(async ({ context, input: { status, ...query } }) => {
    const { entries, total } = await readQueue(context.parts, context.actor, { ...query, statuses: readItemStates(status) });
    return { ...pageFrame(entries, total, query), items: entries.map(toQueueItem) };
  }),
  ofCampaign: person.ofCampaign.handler(async ({ context, input: { id, status, ...query } }) => {
    const asked = { ...query, campaignId: id, statuses: readItemStates(status) };
    const { entries, total } = await readCampaignQueue(context.parts, context.actor, asked);
    return { ...pageFrame(entries, total, query), items: entries.map(toQueueItem) };
  }),
  get: person.get.handler(({ context, input }) => ({ item: toQueueItem(readQueueItem(context.parts, context.actor, input.id)) })),
  statistics: person.statistics.handler(({ context }) => {
    const { averageWaitMs, nextScheduledCallAt, ...figures } = readStatistics(context.parts, context.actor);
    return { statistics: { ...figures, averageWait: secondsOf(averageWaitMs), nextScheduledCall: dateOrNull(nextScheduledCallAt) } };
  }),
});

function toQueueItem({ row: { item, contact, agentName, onDoNotCall }, view, position, waiting }: QueueEntry): QueueItem {
  return {
    id: item.id,
    queueId: item.queueId ?? `queue_${item.id}`,
    campaignId: item.campaignId,
    campaignName: view.campaign.name,
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
