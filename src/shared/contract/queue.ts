/** The waiting queue: who is in it, in which order, when they will be called, and why not now. */
import * as z from 'zod';
import { ITEM_STATES, TIME_SOURCES } from '../domain/states.ts';
import { ContactId, Id, Instant, ItemId, pageAnswer, pageQuery, route } from './base.ts';
import { CallNow, HistoryEntry, Priority } from './call-queue.ts';
import { WaitingReason } from './campaigns.ts';

export const ItemStatus = z.enum(ITEM_STATES);

export const QueueItem = z
  .object({
    id: ItemId,
    queueId: z.string(),
    campaignId: Id,
    campaignName: z.string(),
    /** Whose campaign it is. An admin sees everyone's, and may only cancel what is another's. */
    userId: Id,
    /** The campaign's zone: what is planned is told in its time. */
    timeZone: z.string(),
    contactId: ContactId,
    contact: z.object({
      id: ContactId,
      name: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      phoneNumber: z.string(),
      company: z.string().nullable(),
      timeZone: z.string().nullable(),
      doNotCall: z.boolean(),
      deleted: z.boolean(),
    }),
    status: ItemStatus,
    /** Set by hand; higher goes first. */
    priority: z.int(),
    score: z.int(),
    /** Its place in the campaign's line, from 1; null where it does not wait. */
    position: z.int().nullable(),
    attemptCount: z.int(),
    maxAttempts: z.int(),
    scheduledFor: Instant,
    scheduledBy: z.enum(TIME_SOURCES),
    lastAttemptTime: Instant.nullable(),
    lastAttemptResult: z.string().nullable(),
    callbackRequested: z.boolean(),
    callbackTime: Instant.nullable(),
    callId: Id.nullable(),
    /** Its own agent; null is the campaign's. */
    agentId: Id.nullable(),
    agentName: z.string(),
    failureReason: z.string().nullable(),
    estimatedAt: Instant.nullable(),
    /** Seconds from now until `estimatedAt`. */
    estimatedWait: z.int().nullable(),
    /** Why it is not being called now; null where it does not wait. */
    waitingFor: WaitingReason.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    startedAt: Instant.nullable(),
    completedAt: Instant.nullable(),
  })
  .meta({ id: 'QueueItem' });
export type QueueItem = z.infer<typeof QueueItem>;

export const QueueStatistics = z.object({
  queued: z.int(),
  processing: z.int(),
  completed: z.int(),
  failed: z.int(),
  skipped: z.int(),
  cancelled: z.int(),
  /** Due, in campaigns that run and are inside their opening. */
  dueNow: z.int(),
  /** Calls claimed in the last 60 minutes. */
  currentRate: z.number(),
  /** Seconds: the estimated wait of the item in the middle of each line, over all that wait; null where nobody can tell. */
  averageWait: z.int().nullable(),
  /** The earliest instant at which anything may be dialed. */
  nextScheduledCall: Instant.nullable(),
  /** Calls that are over, since midnight in the installation's zone. */
  doneToday: z.int(),
  /** 0 to 1: successful of completed calls since midnight in the installation's zone; null where none is over. */
  successRateToday: z.number().nullable(),
});
export type QueueStatistics = z.infer<typeof QueueStatistics>;

/** One item with what was noted of it, and what happened to it. */
export const QueueItemDetails = z
  .object({ ...QueueItem.shape, metadata: z.record(z.string(), z.unknown()), history: z.array(HistoryEntry) })
  .meta({ id: 'QueueItemDetails' });
export type QueueItemDetails = z.infer<typeof QueueItemDetails>;

const reason = z.string().trim().max(200).optional();
const notes = z.string().trim().max(2_000).optional();

/** What is done to one item or to many, by hand. */
export const QueueAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('priority'), priority: Priority, reason }),
  z.strictObject({ kind: z.literal('reschedule'), at: Instant, reason }),
  z.strictObject({ kind: z.literal('callback'), at: Instant, priority: Priority.optional(), notes }),
  z.strictObject({ kind: z.literal('call-now'), ...CallNow.shape }),
  z.strictObject({ kind: z.literal('cancel'), reason, notes }),
  z.strictObject({ kind: z.literal('remove'), reason }),
  /** Final ones wait again. */
  z.strictObject({ kind: z.literal('reopen'), reason }),
]);
export type QueueAction = z.infer<typeof QueueAction>;

/** Most items of one action. */
export const MOST_ACTED_ON = 10_000;

/** An item that an action did not hold for, and why; `data.nextAllowed` offers a way out where there is one. */
export const RefusedItem = z.object({
  id: ItemId,
  name: z.string(),
  code: z.string(),
  message: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type RefusedItem = z.infer<typeof RefusedItem>;

const filter = {
  /** One status or several with commas. */
  status: z.string().max(100).optional(),
  /** Part of a name or of a number. */
  search: z.string().trim().max(200).optional(),
  callbacks: z.boolean().optional(),
  /** `line` is the order in which they would be claimed. */
  sortBy: z.enum(['line', 'scheduledFor', 'priority', 'name', 'attemptCount', 'updatedAt']).default('line'),
  sortDir: z.enum(['asc', 'desc']).default('asc'),
};
const query = { ...pageQuery, ...filter };
const page = z.object({ ...pageAnswer, items: z.array(QueueItem) });
const tags = ['queue'];

export const queueContract = {
  list: route
    .route({ method: 'GET', path: '/queue', tags, summary: 'All that waits or is being called, over all campaigns' })
    .input(z.strictObject({ ...query, campaignId: Id.optional() }))
    .output(page),
  ofCampaign: route
    .route({
      method: 'GET',
      path: '/campaigns/{id}/queue',
      tags,
      summary: 'The people of one campaign: being called, waiting in their order, done',
    })
    .input(z.strictObject({ id: Id, ...query }))
    .output(page),
  matching: route
    .route({
      method: 'GET',
      path: '/queue/matching',
      tags,
      summary: 'The ids of all that match, in their order, as many as one action takes',
    })
    .input(z.strictObject({ ...filter, campaignId: Id.optional() }))
    .output(z.object({ ids: z.array(ItemId) })),
  get: route
    .route({ method: 'GET', path: '/queue/{id}', tags, summary: 'One person of a campaign: state, position, and why not now' })
    .input(z.strictObject({ id: ItemId }))
    .output(z.object({ item: QueueItemDetails })),
  act: route
    .route({ method: 'POST', path: '/queue/actions', tags, summary: 'Do one thing to one item or to many' })
    .input(z.strictObject({ ids: z.array(ItemId).min(1).max(MOST_ACTED_ON), action: QueueAction }))
    .output(
      z.object({
        done: z.int(),
        refused: z.array(RefusedItem),
        /** Our ids of the calls that were begun, by `call-now`. */
        callIds: z.array(Id),
      }),
    ),
  statistics: route
    .route({ method: 'GET', path: '/queue/statistics', tags, summary: 'The queue in figures' })
    .input(z.strictObject({}).optional())
    .output(z.object({ statistics: QueueStatistics })),
};
