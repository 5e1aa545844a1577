/**
 * The queue by hand, as `spec/call-queue-api.md` has it: its paths, its fields and its own words for states (pending, in-progress,
 * canceled). The one place that speaks them; `queue.ts` has the same verbs in the program's words, for the screens.
 */
import * as z from 'zod';
import { ContactId, Id, Instant, ItemId, pageAnswer, pageQuery, route } from './base.ts';
import { WaitingReason } from './campaigns.ts';

/** The queue API's words; skipped is told as canceled, with its reason in `lastAttemptResult`. */
export const QUEUE_WORDS = ['pending', 'in-progress', 'completed', 'failed', 'canceled'] as const;
export const QueueWord = z.enum(QUEUE_WORDS);
export type QueueWord = z.infer<typeof QueueWord>;

/** The number or the public id (`queue_123`) of an item. */
export const ItemRef = z.string().min(1).max(64);

export const Priority = z.int().min(-1_000_000).max(1_000_000);
/** Minutes. */
export const RetryAfter = z.int().min(1).max(527_040);
export const MaxAttempts = z.int().min(1).max(100);
/** Whatever a script wants to find again with an item; at most 8 KB as JSON. */
export const Metadata = z
  .record(z.string().max(200), z.json())
  .refine((value) => JSON.stringify(value).length <= 8_192, 'Keep metadata below 8 KB.');
const Reason = z.string().trim().min(1).max(200);
const Notes = z.string().trim().max(2_000);

export const CallQueueItem = z
  .object({
    id: ItemId,
    queueId: z.string(),
    contactId: ContactId,
    campaignId: Id,
    priority: z.int(),
    status: QueueWord,
    attemptCount: z.int(),
    /** When it is due; null where it does not wait. */
    nextAttemptTime: Instant.nullable(),
    lastAttemptTime: Instant.nullable(),
    lastAttemptResult: z.string().nullable(),
    /** The provider's id of the call that is up, else of the last one. */
    callSid: z.string().nullable(),
    agentId: Id.nullable(),
    callbackRequested: z.boolean(),
    callbackTime: Instant.nullable(),
    /** Minutes. */
    retryAfter: z.int(),
    maxAttempts: z.int(),
    metadata: z.record(z.string(), z.unknown()),
    createdAt: Instant,
    updatedAt: Instant,
    contact: z.object({
      id: ContactId,
      firstName: z.string(),
      lastName: z.string(),
      phoneNumber: z.string(),
      email: z.string().nullable(),
    }),
    campaign: z.object({ id: Id, name: z.string() }),
    /** Why it is not being called now; null where it does not wait. */
    waitingFor: WaitingReason.nullable(),
  })
  .meta({ id: 'CallQueueItem' });
export type CallQueueItem = z.infer<typeof CallQueueItem>;

export const HistoryEntry = z
  .object({
    timestamp: Instant,
    action: z.string(),
    details: z.string(),
    reason: z.string().optional(),
    /** A person's name, or `ringmaster`. */
    by: z.string(),
  })
  .meta({ id: 'HistoryEntry' });
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const CampaignCount = z.object({
  campaignId: Id,
  name: z.string(),
  total: z.int(),
  pending: z.int(),
  inProgress: z.int(),
  completed: z.int(),
  failed: z.int(),
  canceled: z.int(),
});

export const QueueStatus = z
  .object({
    totalItems: z.int(),
    pendingItems: z.int(),
    inProgressItems: z.int(),
    completedItems: z.int(),
    failedItems: z.int(),
    canceledItems: z.int(),
    /** Pending ones that wait for a callback. */
    callbackItems: z.int(),
    campaignCounts: z.array(CampaignCount),
    nextScheduledCall: Instant.nullable(),
    /** Calls an hour: those claimed in the last 60 minutes. */
    currentRate: z.number(),
  })
  .meta({ id: 'QueueStatus' });

/** Who joins, and what of the item is its own; what is left out is the campaign's. */
const own = {
  priority: Priority.optional(),
  agentId: Id.optional(),
  retryAfter: RetryAfter.optional(),
  maxAttempts: MaxAttempts.optional(),
  metadata: Metadata.optional(),
};

export const NewQueueItem = z.strictObject({ contactId: ContactId, campaignId: Id, nextAttemptTime: Instant.optional(), ...own });
export type NewQueueItem = z.infer<typeof NewQueueItem>;

export const NewQueueItems = z.strictObject({
  campaignId: Id,
  /** Ids of contacts. */
  contacts: z.array(ContactId).min(1).max(10_000),
  /** When the first is due; at once where it is left out. */
  startTime: Instant.optional(),
  /** Seconds between one and the next. */
  spacing: z.int().min(0).max(86_400).default(0),
  ...own,
});
export type NewQueueItems = z.infer<typeof NewQueueItems>;

export const QueueItemChange = z.strictObject({
  priority: Priority.optional(),
  nextAttemptTime: Instant.optional(),
  /** `pending` reopens, `canceled` takes it out of the line. */
  status: QueueWord.optional(),
  /** Null is the campaign's. */
  agentId: Id.nullable().optional(),
  retryAfter: RetryAfter.nullable().optional(),
  maxAttempts: MaxAttempts.nullable().optional(),
  /** Merged into what is there; null takes a field away. */
  metadata: Metadata.optional(),
  /** Why, for the item's history. */
  reason: Reason.optional(),
});
export type QueueItemChange = z.infer<typeof QueueItemChange>;

export const CallNow = z.strictObject({
  agentId: Id.optional(),
  priority: Priority.optional(),
  override: z.strictObject({ callerIdNumber: z.string().trim().min(3).max(32).optional(), recordCall: z.boolean().optional() }).optional(),
});
export type CallNow = z.infer<typeof CallNow>;

export const BegunCall = z
  .object({
    /** Ours; what `GET /api/calls/{id}` takes. */
    id: Id,
    callSid: z.string().nullable(),
    /** `dialing` while the provider has not answered. */
    status: z.string(),
    from: z.string().nullable(),
    to: z.string(),
  })
  .meta({ id: 'BegunCall' });

const byRef = z.strictObject({ id: ItemRef });
const told = z.object({ message: z.string(), queueItem: CallQueueItem });
/** What is done when it answers, or under way when the wait of ten seconds is over. */
const doneOrUnderWay = <Body extends z.ZodType>(body: Body) =>
  z.union([z.object({ status: z.literal(200), body }), z.object({ status: z.literal(202), body })]);
const tags = ['call queue'];

export const callQueueContract = {
  status: route
    .route({ method: 'GET', path: '/call-queue/status', tags, summary: 'How many people wait, are being called, and are done' })
    .input(z.strictObject({ campaignId: Id.optional() }))
    .output(z.object({ queueStatus: QueueStatus })),
  list: route
    .route({ method: 'GET', path: '/call-queue', tags, summary: 'List the items of the queue' })
    .input(
      z.strictObject({
        ...pageQuery,
        /** One word or several with commas. */
        status: z.string().max(100).optional(),
        campaignId: Id.optional(),
        contactId: ContactId.optional(),
        /** Part of a name or of a number. */
        search: z.string().trim().max(200).optional(),
        sortBy: z
          .enum(['nextAttemptTime', 'priority', 'name', 'attemptCount', 'lastAttemptTime', 'createdAt', 'updatedAt', 'id'])
          .default('nextAttemptTime'),
        sortDir: z.enum(['asc', 'desc']).default('asc'),
        /** `next` of the answer before: what stands behind it, whatever was called meanwhile. Instead of a page. */
        after: z.string().max(2_000).optional(),
      }),
    )
    .output(
      z.object({
        ...pageAnswer,
        /** To be sent as `after` for what comes next; null where this is the end. */
        next: z.string().nullable(),
        queueItems: z.array(CallQueueItem),
      }),
    ),
  get: route
    .route({ method: 'GET', path: '/call-queue/{id}', tags, summary: 'One item with its history' })
    .input(byRef)
    .output(z.object({ queueItem: CallQueueItem, history: z.array(HistoryEntry) })),
  add: route
    .route({ method: 'POST', path: '/call-queue', tags, summary: 'Add a contact to the queue of a campaign', successStatus: 201 })
    .input(NewQueueItem)
    .output(told),
  change: route
    .route({ method: 'PUT', path: '/call-queue/{id}', tags, summary: 'Change an item; what is left out stays' })
    .input(z.strictObject({ id: ItemRef, ...QueueItemChange.shape }))
    .output(told),
  remove: route
    .route({ method: 'DELETE', path: '/call-queue/{id}', tags, summary: 'Remove an item; its history is kept' })
    .input(z.strictObject({ id: ItemRef, reason: Reason.optional() }))
    .output(z.object({ message: z.string() })),
  addMany: route
    .route({ method: 'POST', path: '/call-queue/bulk', tags, summary: 'Add many contacts, one after another in time', successStatus: 201 })
    .input(NewQueueItems)
    .output(
      z.object({
        message: z.string(),
        addedCount: z.int(),
        failedCount: z.int(),
        queueIds: z.array(z.string()),
        /** Who was not added, and why: the first thousand. */
        failed: z.array(z.object({ contactId: ContactId, code: z.string(), message: z.string() })),
      }),
    ),
  cancel: route
    .route({
      method: 'POST',
      path: '/call-queue/{id}/cancel',
      tags,
      summary: 'Take an item out of the line, or end its call',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id: ItemRef, reason: Reason.optional(), notes: Notes.optional() }))
    .output(doneOrUnderWay(told)),
  callback: route
    .route({ method: 'POST', path: '/call-queue/{id}/callback', tags, summary: 'Call back at a time that the contact asked for' })
    .input(z.strictObject({ id: ItemRef, callbackTime: Instant, priority: Priority.optional(), notes: Notes.optional() }))
    .output(told),
  callNow: route
    .route({
      method: 'POST',
      path: '/call-queue/{id}/call-now',
      tags,
      summary: 'Call at once, ahead of everything; limits and windows hold',
      outputStructure: 'detailed',
    })
    .input(z.strictObject({ id: ItemRef, ...CallNow.shape }))
    .output(doneOrUnderWay(z.object({ message: z.string(), queueItem: CallQueueItem, call: BegunCall }))),
};
