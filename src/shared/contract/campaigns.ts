/** Campaigns: their shape, what may be sent to make or change one, and everything a supervisor can do with them. */
import * as z from 'zod';
import { CAMPAIGN_STATES, PROVIDERS, RETRIED_OUTCOMES } from '../domain/states.ts';
import { CalendarDate, ClockTime, ContactId, Id, Instant, pageAnswer, pageQuery, route } from './base.ts';

export const CampaignStatus = z.enum(CAMPAIGN_STATES);
export const Pacing = z.enum(['spread', 'asap']);
const RetriedOutcomeName = z.enum(RETRIED_OUTCOMES);

/** Why something waits: a word for scripts, a sentence for people, and until when, where that is known. */
export const WaitingReason = z.object({ code: z.string(), sentence: z.string(), until: Instant.nullable() }).meta({ id: 'WaitingReason' });
export type WaitingReason = z.infer<typeof WaitingReason>;

const Minutes = z
  .int()
  .min(0)
  .max(60 * 24 * 31);
const byOutcome = z.partialRecord(RetriedOutcomeName, Minutes);
const attempts = z.int().min(1).max(50);

/** Retries as a campaign tells them: minutes after each outcome. */
export const RetryPolicy = z.object({ maxAttempts: attempts, retryAfter: Minutes, byOutcome });
/** Retries as they are sent: what is left out keeps its value (one attempt, an hour, no outcome of its own). */
export const RetryInput = z.strictObject({
  maxAttempts: attempts.optional(),
  retryAfter: Minutes.optional(),
  byOutcome: byOutcome.optional(),
});

export const Campaign = z
  .object({
    id: Id,
    userId: Id,
    ownerName: z.string(),
    name: z.string(),
    description: z.string(),
    status: CampaignStatus,
    agentId: Id,
    agentName: z.string(),
    provider: z.enum(PROVIDERS),
    /** Its calls are made on the practice line: they ring nobody. */
    practice: z.boolean(),
    nextAction: z.string(),
    firstCallTime: ClockTime,
    lastCallTime: ClockTime,
    timeZone: z.string(),
    weekdays: z.array(z.int()),
    useContactZone: z.boolean(),
    startDate: CalendarDate,
    endDate: CalendarDate.nullable(),
    pacing: Pacing,
    retry: RetryPolicy,
    concurrencyLimit: z.int().nullable(),
    keepOpen: z.boolean(),
    totalContacts: z.int(),
    queued: z.int(),
    processing: z.int(),
    /** successfulCalls + failedCalls */
    completedCalls: z.int(),
    successfulCalls: z.int(),
    failedCalls: z.int(),
    skipped: z.int(),
    cancelled: z.int(),
    /** 0 to 1: (completed + skipped + cancelled) / total. */
    progress: z.number(),
    callsUp: z.int(),
    /** How many were never called when the end date came. */
    neverCalled: z.int(),
    /** The opening that contains now, else the next one. */
    opening: z.object({ from: Instant, until: Instant }).nullable(),
    /** The earliest instant at which a call of this campaign may be made; null where none will be. */
    nextCallAt: Instant.nullable(),
    /** Why no call goes out now; null while one may. */
    whyNoCalls: WaitingReason.nullable(),
    /** Items that are still to be cancelled, closed, reopened or spread anew by what was done last. */
    working: z.enum(['cancel', 'expire', 'reopen', 'respread']).nullable(),
    paused: z.object({ by: z.string(), byName: z.string(), at: Instant, reason: z.string().nullable(), all: z.boolean() }).nullable(),
    cancelReason: z.string().nullable(),
    createdAt: Instant,
    updatedAt: Instant,
    startedAt: Instant.nullable(),
    completedAt: Instant.nullable(),
  })
  .meta({ id: 'Campaign' });
export type Campaign = z.infer<typeof Campaign>;

const name = z.string().trim().min(1).max(255);
const text = z.string().max(10_000);
const required = {
  name,
  agentId: Id,
  nextAction: text.trim().min(1),
  firstCallTime: ClockTime,
  lastCallTime: ClockTime,
};
const optional = {
  description: text.optional(),
  timeZone: z.string().min(1).max(64).optional(),
  weekdays: z.array(z.int().min(1).max(7)).max(7).optional(),
  useContactZone: z.boolean().optional(),
  startDate: CalendarDate.optional(),
  endDate: CalendarDate.nullable().optional(),
  pacing: Pacing.optional(),
  retry: RetryInput.optional(),
  concurrencyLimit: z.int().min(1).max(100_000).nullable().optional(),
  keepOpen: z.boolean().optional(),
};

/** The settings of a new campaign, without its people: what an upload of a file sends beside the file. */
export const CampaignSettings = z.strictObject({ ...required, ...optional, draft: z.boolean().optional() });
export type CampaignSettings = z.infer<typeof CampaignSettings>;

export const ContactIds = z.array(ContactId).max(100_000);
export const NewCampaign = z.strictObject({ ...CampaignSettings.shape, contactIds: ContactIds.optional() });
export type NewCampaign = z.infer<typeof NewCampaign>;

export const CampaignChanges = z.strictObject({ ...z.object(required).partial().shape, ...optional });
export type CampaignChanges = z.infer<typeof CampaignChanges>;

/** What became of the people of a request: put in, in the campaign before, not among one's contacts (or deleted). */
export const PeopleAdded = z.object({ added: z.int(), known: z.int(), missing: z.int() });
export type PeopleAdded = z.infer<typeof PeopleAdded>;

/** Calls that were up, how many of them were hung up, and how many cannot be. */
export const CallsTouched = z.object({ up: z.int(), hungUp: z.int(), cannotHangUp: z.int() }).meta({ id: 'CallsTouched' });
export type CallsTouched = z.infer<typeof CallsTouched>;

/** Outcomes after which people can be called again by hand. */
export const CALL_AGAIN_OUTCOMES = ['busy', 'no-answer', 'voicemail', 'failed', 'unknown', 'cancelled', 'skipped'] as const;

const one = z.strictObject({ id: Id });
const answer = z.object({ campaign: Campaign });
const answerWithCalls = z.object({ campaign: Campaign, calls: CallsTouched });
const stop = z.strictObject({ id: Id, reason: z.string().trim().max(500).optional(), hangUp: z.boolean().optional() });
const tags = ['campaigns'];

/** Who will not be called and why, and when the others will, before anything is started. */
export const Forecast = z.object({
  total: z.int(),
  callable: z.int(),
  skipped: z.int(),
  doNotCall: z.int(),
  noOpening: z.int(),
  /** In the campaign already: counted, not called again. */
  alreadyIn: z.int(),
  missing: z.int(),
  /** "150 of 1,000 will be skipped: 100 do-not-call, 50 with no opening before the end date." Empty where nobody is. */
  skippedSentence: z.string(),
  plan: z
    .object({
      calls: z.int(),
      firstAt: Instant,
      /** From one call to the next while they are spread; null where they go out as fast as allowed. */
      everyMs: z.number().nullable(),
      doneBy: Instant.nullable(),
      sentence: z.string(),
    })
    .nullable(),
  /** Why the campaign could not be started as it is; null where it could. */
  refusal: z.object({ code: z.string(), sentence: z.string() }).nullable(),
});
export type Forecast = z.infer<typeof Forecast>;

export const ForecastInput = z.strictObject({
  ...z.object(required).partial().shape,
  ...optional,
  firstCallTime: ClockTime,
  lastCallTime: ClockTime,
  contactIds: ContactIds.optional(),
  /** People of a list that are not contacts yet: counted as callable. */
  morePeople: z.int().min(0).max(10_000_000).optional(),
  /** A checked file: everyone in it who will be taken, with what the check found of them. */
  importId: Id.optional(),
  /** Where people are added to a campaign that exists. */
  campaignId: Id.optional(),
});
export type ForecastInput = z.infer<typeof ForecastInput>;

/** How it goes on, if everything stays as it is. All null while it does not run. */
export const Outlook = z.object({
  /** When the last of those who wait now has been called; null where not all are before the end. */
  doneBy: Instant.nullable(),
  /** From one call to the next in this opening while they are spread; null where they go out as fast as allowed. */
  everyMs: z.number().nullable(),
  /** Calls to come in this opening by the 24 hours of the campaign's day. */
  planned: z.array(z.int()).nullable(),
});
export type Outlook = z.infer<typeof Outlook>;

export const campaignsContract = {
  list: route
    .route({ method: 'GET', path: '/campaigns', tags, summary: 'List campaigns' })
    .input(
      z.strictObject({
        ...pageQuery,
        /** One status or several with commas. */
        status: z.string().max(100).optional(),
        search: z.string().trim().max(200).optional(),
        sortBy: z.enum(['createdAt', 'updatedAt', 'startDate', 'name']).default('createdAt'),
        sortDir: z.enum(['asc', 'desc']).default('desc'),
      }),
    )
    .output(z.object({ ...pageAnswer, campaigns: z.array(Campaign) })),
  tabs: route
    .route({ method: 'GET', path: '/campaigns/tabs', tags, summary: 'How many campaigns each tab holds' })
    .input(z.strictObject({}).optional())
    .output(z.object({ tabs: z.object({ active: z.int(), scheduled: z.int(), completed: z.int(), drafts: z.int() }) })),
  get: route.route({ method: 'GET', path: '/campaigns/{id}', tags, summary: 'Read one campaign' }).input(one).output(answer),
  create: route
    .route({ method: 'POST', path: '/campaigns', tags, summary: 'Create a campaign from contacts', successStatus: 201 })
    .input(NewCampaign)
    .output(z.object({ campaign: Campaign, people: PeopleAdded })),
  bulkCall: route
    .route({ method: 'POST', path: '/campaigns/bulk-call', tags, summary: 'Create a campaign from selected contacts', successStatus: 201 })
    .input(NewCampaign)
    .output(z.object({ campaign: Campaign, people: PeopleAdded })),
  demo: route
    .route({
      method: 'POST',
      path: '/campaigns/demo',
      tags,
      summary: 'Create a practice campaign with invented people, which starts at once',
      successStatus: 201,
    })
    .input(z.strictObject({ timeZone: z.string().min(1).max(64).optional() }).optional())
    .output(z.object({ campaign: Campaign, people: PeopleAdded })),
  forecast: route
    .route({ method: 'POST', path: '/campaigns/forecast', tags, summary: 'Who will be skipped and why, and when the others are called' })
    .input(ForecastInput)
    .output(z.object({ forecast: Forecast })),
  outlook: route
    .route({ method: 'GET', path: '/campaigns/{id}/outlook', tags, summary: 'When those who wait are called, if it goes on as it is' })
    .input(one)
    .output(z.object({ outlook: Outlook })),
  update: route
    .route({ method: 'PATCH', path: '/campaigns/{id}', tags, summary: 'Change a campaign' })
    .input(z.strictObject({ id: Id, ...CampaignChanges.shape }))
    .output(answerWithCalls),
  delete: route
    .route({ method: 'DELETE', path: '/campaigns/{id}', tags, summary: 'Hide a draft, a completed or a cancelled campaign' })
    .input(one)
    .output(z.object({ ...answerWithCalls.shape, message: z.string() })),
  start: route.route({ method: 'POST', path: '/campaigns/{id}/start', tags, summary: 'Start a draft' }).input(one).output(answerWithCalls),
  pause: route
    .route({ method: 'POST', path: '/campaigns/{id}/pause', tags, summary: 'Make no new call; hang up those that are up, if asked' })
    .input(stop)
    .output(answerWithCalls),
  resume: route
    .route({ method: 'POST', path: '/campaigns/{id}/resume', tags, summary: 'Go on after a pause' })
    .input(one)
    .output(answerWithCalls),
  cancel: route
    .route({ method: 'POST', path: '/campaigns/{id}/cancel', tags, summary: 'End a campaign for good' })
    .input(stop)
    .output(answerWithCalls),
  duplicate: route
    .route({
      method: 'POST',
      path: '/campaigns/{id}/duplicate',
      tags,
      summary: 'A new draft with the same settings and people',
      successStatus: 201,
    })
    .input(z.strictObject({ id: Id, name: name.optional(), withPeople: z.boolean().optional() }))
    .output(z.object({ campaign: Campaign, people: PeopleAdded })),
  addContacts: route
    .route({ method: 'POST', path: '/campaigns/{id}/contacts', tags, summary: 'Add people to a campaign' })
    .input(z.strictObject({ id: Id, contactIds: ContactIds.min(1) }))
    .output(z.object({ campaign: Campaign, ...PeopleAdded.shape })),
  callAgain: route
    .route({ method: 'POST', path: '/campaigns/{id}/call-again', tags, summary: 'Call those again whose last call ended so' })
    .input(z.strictObject({ id: Id, outcomes: z.array(z.enum(CALL_AGAIN_OUTCOMES)).min(1).max(CALL_AGAIN_OUTCOMES.length) }))
    .output(z.object({ campaign: Campaign, reopened: z.int() })),
  notReached: route
    .route({
      method: 'GET',
      path: '/campaigns/{id}/call-again',
      tags,
      summary: 'How many could be called again, by how their last call ended',
    })
    .input(one)
    .output(z.object({ people: z.record(z.enum(CALL_AGAIN_OUTCOMES), z.int()) })),
  pauseAll: route
    .route({
      method: 'POST',
      path: '/campaigns/pause-all',
      tags,
      summary: "Pause all that is one's own; an admin's pauses the whole system",
    })
    .input(z.strictObject({ reason: z.string().trim().max(500).optional(), hangUp: z.boolean().optional() }).optional())
    .output(z.object({ paused: z.int(), calls: CallsTouched })),
  resumeAll: route
    .route({ method: 'POST', path: '/campaigns/resume-all', tags, summary: 'Resume what one’s own Pause all paused, and nothing else' })
    .input(z.strictObject({}).optional())
    .output(z.object({ resumed: z.int() })),
};
