/** Calls, as they are read: the list, one call with its stages, and the deliveries that told it. */
import * as z from 'zod';
import { CALL_ENDS, CALL_STATES, PROVIDERS } from '../domain/states.ts';
import { ContactId, Id, Instant, ItemId, pageAnswer, pageQuery, route } from './base.ts';

export const CallStatus = z.enum(CALL_STATES);
/** How a call counts: one in which nobody spoke is no-answer or voicemail, whatever word its provider has. */
export const CallOutcome = z.enum(CALL_ENDS);

/** One row of a list of calls. */
export const Call = z
  .object({
    id: Id,
    userId: Id,
    campaignId: Id.nullable(),
    campaignName: z.string().nullable(),
    itemId: ItemId.nullable(),
    contactId: ContactId.nullable(),
    contactName: z.string(),
    phoneNumber: z.string(),
    agentId: Id,
    agentName: z.string(),
    origin: z.enum(['dialer', 'call-now', 'test']),
    attempt: z.int(),
    provider: z.enum(PROVIDERS),
    /** The provider's call id; `callSid` is the queue API's word for it. */
    callSid: z.string().nullable(),
    status: CallStatus,
    /** As which it counts; null until it is over. */
    outcome: CallOutcome.nullable(),
    /** The call may be up, but its dial was never answered. */
    ambiguous: z.boolean(),
    practice: z.boolean(),
    claimedAt: Instant,
    answeredAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    /** Whether it holds a slot. */
    up: z.boolean(),
    /** Seconds that a person spoke. */
    duration: z.number().nullable(),
  })
  .meta({ id: 'Call' });
export type Call = z.infer<typeof Call>;

/** What happened to a call, in order; stages that were skipped are left out. */
export const CallStageEntry = z.object({ stage: CallStatus, at: Instant });

/** One call, whole. */
export const CallDetails = z
  .object({
    ...Call.shape,
    callerNumber: z.string().nullable(),
    stages: z.array(CallStageEntry),
    cost: z.object({ amount: z.number(), unit: z.string() }).nullable(),
    answeredByMachine: z.boolean().nullable(),
    hasRecording: z.boolean(),
    transcript: z.string().nullable(),
    summary: z.string().nullable(),
    extracted: z.record(z.string(), z.unknown()).nullable(),
    hungUpBy: z.string().nullable(),
    reason: z.string().nullable(),
    stoppedBy: z.string().nullable(),
    userData: z.record(z.string(), z.string()),
  })
  .meta({ id: 'CallDetails' });
export type CallDetails = z.infer<typeof CallDetails>;

export const DeliveryState = z.enum(['new', 'waiting', 'applied', 'unmatched']);

export const Delivery = z
  .object({
    id: z.int(),
    provider: z.enum(PROVIDERS),
    receivedAt: Instant,
    callId: Id.nullable(),
    callSid: z.string().nullable(),
    state: DeliveryState,
    appliedAt: Instant.nullable(),
    note: z.string().nullable(),
    body: z.string(),
  })
  .meta({ id: 'Delivery' });

const tags = ['calls'];

export const callsContract = {
  list: route
    .route({ method: 'GET', path: '/calls', tags, summary: 'List calls, newest first' })
    .input(
      z.strictObject({
        ...pageQuery,
        campaignId: Id.optional(),
        contactId: ContactId.optional(),
        itemId: ItemId.optional(),
        status: CallStatus.optional(),
        outcome: CallOutcome.optional(),
        /** Only those that figures count: over, and surely made. */
        counted: z.boolean().optional(),
      }),
    )
    .output(z.object({ ...pageAnswer, calls: z.array(Call) })),
  get: route
    .route({ method: 'GET', path: '/calls/{id}', tags, summary: 'One call with its stages, transcript and result' })
    .input(z.strictObject({ id: Id }))
    .output(z.object({ call: CallDetails })),
  free: route
    .route({ method: 'POST', path: '/calls/{id}/free', tags, summary: 'Free the slot of a call whose end cannot be learned (admins)' })
    .input(z.strictObject({ id: Id, reason: z.string().trim().min(1).max(500) }))
    .output(z.object({ call: CallDetails })),
  deliveries: route
    .route({ method: 'GET', path: '/deliveries', tags, summary: 'What providers told, newest first' })
    .input(z.strictObject({ ...pageQuery, callId: Id.optional() }))
    .output(z.object({ ...pageAnswer, deliveries: z.array(Delivery) })),
  applyAgain: route
    .route({ method: 'POST', path: '/deliveries/{id}/apply', tags, summary: 'Apply a kept delivery again' })
    .input(z.strictObject({ id: z.int().positive() }))
    .output(z.object({ state: DeliveryState, note: z.string().nullable() })),
};
