/** The queue in the queue API's own words: the one place where queued is pending, processing is in-progress, skipped is canceled. */
import type { z } from 'zod';
import { type BegunCall, type CallQueueItem, QUEUE_WORDS, type QueueStatus, type QueueWord } from '../../shared/contract/call-queue.ts';
import { badInput, conflict } from '../../shared/domain/app-error.ts';
import { ITEM_STATES, type ItemState } from '../../shared/domain/states.ts';
import { readCall } from '../calls/read-calls.ts';
import type { Actor, Parts } from '../parts.ts';
import type { QueueStatus as StatusRead } from '../queue/queue-status.ts';
import type { QueueEntry } from '../queue/read-queue.ts';
import { dateOf, dateOrNull, reasonOf } from './shape.ts';

const WORD_OF: Readonly<Record<ItemState, QueueWord>> = {
  queued: 'pending',
  processing: 'in-progress',
  completed: 'completed',
  failed: 'failed',
  skipped: 'canceled',
  cancelled: 'canceled',
};

/** The states behind a filter of the queue API's words, one or several with commas; all where nothing is asked. @throws AppError `unknown_status`. */
export function statesOf(text: string | undefined): readonly ItemState[] {
  const words = (text ?? '').split(',').flatMap((word) => word.trim() || []);
  const unknown = words.find((word) => !(QUEUE_WORDS as readonly string[]).includes(word));
  if (unknown !== undefined) {
    const message = `There is no status "${unknown}". There are ${QUEUE_WORDS.join(', ')}.`;
    throw badInput('unknown_status', message, { details: [{ path: 'status', message }] });
  }
  return words.length === 0 ? ITEM_STATES : ITEM_STATES.filter((state) => words.includes(WORD_OF[state]));
}

/** The state that a word asks for. @throws AppError `status_not_settable` for what only calls bring about. */
export function settableState(word: QueueWord | undefined): 'queued' | 'cancelled' | undefined {
  if (word === undefined) return undefined;
  if (word === 'pending') return 'queued';
  if (word === 'canceled') return 'cancelled';
  throw conflict('status_not_settable', `An item becomes ${word} by its calls. A status can be set to pending or canceled.`);
}

export function toCallQueueItem(
  { row: { item, contact }, view, waiting }: QueueEntry,
  callSids: ReadonlyMap<number, string | null>,
): CallQueueItem {
  const { campaign } = view;
  return {
    id: item.id,
    queueId: item.queueId ?? `queue_${item.id}`,
    contactId: item.contactId,
    campaignId: item.campaignId,
    priority: item.priority,
    status: WORD_OF[item.status],
    attemptCount: item.attemptCount,
    nextAttemptTime: item.status === 'queued' ? dateOf(item.scheduledFor) : null,
    lastAttemptTime: dateOrNull(item.lastAttemptAt),
    lastAttemptResult: resultOf(item),
    callSid: callSids.get(item.id) ?? null,
    agentId: item.agentId ?? campaign.agentId,
    callbackRequested: item.callbackRequested === 1,
    callbackTime: dateOrNull(item.callbackAt),
    retryAfter: item.retryAfter ?? campaign.retryAfter,
    maxAttempts: item.maxAttempts ?? campaign.maxAttempts,
    metadata: item.metadata,
    createdAt: dateOf(item.createdAt),
    updatedAt: dateOf(item.updatedAt),
    contact: {
      id: contact.id,
      firstName: contact.firstName,
      lastName: contact.lastName,
      phoneNumber: contact.phone,
      email: contact.email,
    },
    campaign: { id: campaign.id, name: campaign.name },
    waitingFor: reasonOf(waiting?.waitingFor ?? null),
  };
}

/** How the last attempt ended; of an item that was cancelled or skipped, that it was, and of a skipped one also why. */
function resultOf({ status, failureReason, lastAttemptResult }: QueueEntry['row']['item']): string | null {
  if (status === 'cancelled') return 'canceled';
  if (status === 'skipped') return failureReason === null ? 'skipped' : `skipped: ${failureReason}`;
  return lastAttemptResult === 'cancelled' ? 'canceled' : lastAttemptResult;
}

export function toQueueStatus({ views, callbacks, nextScheduledCallAt, currentRate }: StatusRead): z.infer<typeof QueueStatus> {
  const campaignCounts = views.map(({ campaign, counts }) => ({
    campaignId: campaign.id,
    name: campaign.name,
    total: counts.total,
    pending: counts.queued,
    inProgress: counts.processing,
    completed: counts.completed,
    failed: counts.failed,
    canceled: counts.cancelled + counts.skipped,
  }));
  const sum = (name: 'total' | 'pending' | 'inProgress' | 'completed' | 'failed' | 'canceled') =>
    campaignCounts.reduce((total, counts) => total + counts[name], 0);
  return {
    totalItems: sum('total'),
    pendingItems: sum('pending'),
    inProgressItems: sum('inProgress'),
    completedItems: sum('completed'),
    failedItems: sum('failed'),
    canceledItems: sum('canceled'),
    callbackItems: callbacks,
    campaignCounts,
    nextScheduledCall: dateOrNull(nextScheduledCallAt),
    currentRate,
  };
}

/** A call that was begun, as the one who asked for it is told. @throws AppError `not_found`. */
export function toBegunCall(parts: Parts, actor: Actor, callId: string): z.infer<typeof BegunCall> {
  const { call } = readCall(parts, actor, callId);
  return { id: call.id, callSid: call.providerCallId, status: call.status, from: call.callerNumber, to: call.phone };
}
