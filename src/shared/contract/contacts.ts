/** Contacts: the people to call. Everyone has their own, admins too. */
import * as z from 'zod';
import { ContactId, Id, Instant, ItemId, pageAnswer, pageQuery, route } from './base.ts';
import { CallStatus } from './calls.ts';
import { CampaignStatus, ContactIds } from './campaigns.ts';
import { ItemStatus } from './queue.ts';
import { TimeZone } from './settings.ts';

export const CONTACT_SORTS = ['createdAt', 'updatedAt', 'name', 'phoneNumber', 'email', 'company', 'lastConversationAt'] as const;

export const Contact = z
  .object({
    id: ContactId,
    /** E.164 */
    phoneNumber: z.string(),
    name: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    email: z.string().nullable(),
    company: z.string().nullable(),
    timeZone: z.string().nullable(),
    customFields: z.record(z.string(), z.string()),
    /** Whether the number is on the do-not-call list of the installation. */
    doNotCall: z.boolean(),
    /** Failed attempts in a row. */
    notConnected: z.int(),
    successfulCalls: z.int(),
    lastConversationAt: Instant.nullable(),
    lastSummary: z.string().nullable(),
    /** The latest attempt to reach them, practice included; null where there was none. */
    lastCall: z
      .object({
        id: Id,
        at: Instant,
        status: CallStatus,
        /** Whether a person spoke. */
        successful: z.boolean(),
        practice: z.boolean(),
      })
      .nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof Contact>;

const PhoneText = z.string().trim().min(1, 'A contact needs a phone number.').max(64);
const NamePart = z.string().trim().max(200);

const fields = {
  name: NamePart.optional(),
  firstName: NamePart.optional(),
  lastName: NamePart.optional(),
  email: z.string().trim().max(320).nullable().optional(),
  company: z.string().trim().max(200).nullable().optional(),
  timeZone: TimeZone.nullable().optional(),
  customFields: z
    .record(z.string().trim().min(1).max(100), z.string().max(10_000))
    .refine((given) => Object.keys(given).length <= 200, 'At most 200 custom fields.')
    .optional(),
  doNotCall: z.boolean().optional(),
  /** Why the number goes on the list, or, for admins, why it is taken off. */
  doNotCallReason: z.string().trim().min(1).max(500).optional(),
};

export const NewContact = z.strictObject({ phoneNumber: PhoneText, ...fields });
export type NewContact = z.infer<typeof NewContact>;

export const ContactChange = z.strictObject({ phoneNumber: PhoneText.optional(), ...fields });
export type ContactChange = z.infer<typeof ContactChange>;

const filter = {
  /** Any part of the name, the e-mail address, the company or the number. */
  search: z.string().trim().max(200).optional(),
  /** Only those on the do-not-call list, or only the others. */
  doNotCall: z.boolean().optional(),
  sortBy: z.enum(CONTACT_SORTS).default('createdAt'),
  sortDir: z.enum(['asc', 'desc']).default('desc'),
};

export const ContactsQuery = z.strictObject({ ...pageQuery, ...filter });
export type ContactsQuery = z.infer<typeof ContactsQuery>;

/** As many as a campaign takes. */
export const MOST_MATCHING = 100_000;

export const MatchingQuery = z.strictObject({
  ...filter,
  offset: z.int().min(0).default(0),
  /** 0 only counts them. */
  limit: z.int().min(0).max(MOST_MATCHING).default(MOST_MATCHING),
});
export type MatchingQuery = z.infer<typeof MatchingQuery>;

/** As many as one request deletes or marks; a longer list is sent in parts, so that it can be broken off between two. */
export const MOST_AT_ONCE = 1_000;
const SomeContacts = z.array(ContactId).min(1).max(MOST_AT_ONCE);

/** What deleting or marking contacts would do. */
export const ContactsTouched = z.object({
  /** Of one's own, and not deleted. */
  contacts: z.int(),
  /** Calls that wait for them and will be skipped. */
  queuedCalls: z.int(),
  /** Calls that are up go on to their end. */
  callsUp: z.int(),
  /** On the do-not-call list already. */
  doNotCall: z.int(),
});
export type ContactsTouched = z.infer<typeof ContactsTouched>;

/** A campaign that a contact is in, and how far they are in it. */
export const ContactCampaign = z.object({
  itemId: ItemId,
  campaignId: Id,
  campaignName: z.string(),
  campaignStatus: CampaignStatus,
  status: ItemStatus,
  attemptCount: z.int(),
  scheduledFor: Instant,
  lastAttemptTime: Instant.nullable(),
  lastAttemptResult: z.string().nullable(),
  failureReason: z.string().nullable(),
  callbackTime: Instant.nullable(),
});
export type ContactCampaign = z.infer<typeof ContactCampaign>;

const tags = ['contacts'];
const one = z.strictObject({ id: ContactId });
const answer = z.object({ contact: Contact });

export const contactsContract = {
  list: route
    .route({ method: 'GET', path: '/contacts', tags, summary: 'List and search contacts' })
    .input(ContactsQuery)
    .output(z.object({ ...pageAnswer, contacts: z.array(Contact) })),
  get: route.route({ method: 'GET', path: '/contacts/{id}', tags, summary: 'Read one contact' }).input(one).output(answer),
  create: route
    .route({ method: 'POST', path: '/contacts', tags, summary: 'Add a contact; one that was deleted comes back', successStatus: 201 })
    .input(NewContact)
    .output(answer),
  update: route
    .route({ method: 'PATCH', path: '/contacts/{id}', tags, summary: 'Change a contact; what is left out stays' })
    .input(z.strictObject({ id: ContactId, ...ContactChange.shape }))
    .output(answer),
  delete: route
    .route({ method: 'DELETE', path: '/contacts/{id}', tags, summary: 'Delete a contact; its waiting calls are skipped' })
    .input(one)
    /** How many waiting calls were skipped. */
    .output(z.object({ skippedCalls: z.int(), message: z.string() })),
  matching: route
    .route({ method: 'GET', path: '/contacts/matching', tags, summary: 'The ids of all that match, in order, and how many there are' })
    .input(MatchingQuery)
    .output(z.object({ ids: z.array(ContactId), total: z.int() })),
  read: route
    .route({
      method: 'POST',
      path: '/contacts/read',
      tags,
      summary: 'Read some contacts by their ids; those that are not there are left out',
    })
    .input(z.strictObject({ contactIds: z.array(ContactId).min(1).max(200) }))
    .output(z.object({ contacts: z.array(Contact) })),
  campaigns: route
    .route({ method: 'GET', path: '/contacts/{id}/campaigns', tags, summary: 'The campaigns that a contact is in, the latest first' })
    .input(one)
    .output(z.object({ campaigns: z.array(ContactCampaign) })),
  touched: route
    .route({
      method: 'POST',
      path: '/contacts/touched',
      tags,
      summary: 'What deleting or marking these contacts would do; changes nothing',
    })
    .input(z.strictObject({ contactIds: ContactIds }))
    .output(z.object({ touched: ContactsTouched })),
  deleteMany: route
    .route({ method: 'POST', path: '/contacts/delete', tags, summary: 'Delete contacts; their waiting calls are skipped' })
    .input(z.strictObject({ contactIds: SomeContacts }))
    .output(z.object({ deleted: z.int(), skippedCalls: z.int() })),
  markMany: route
    .route({ method: 'POST', path: '/contacts/do-not-call', tags, summary: 'Put the numbers of contacts on the do-not-call list' })
    .input(z.strictObject({ contactIds: SomeContacts, reason: z.string().trim().max(500).optional() }))
    .output(
      z.object({
        marked: z.int(),
        /** On the list before. */
        known: z.int(),
      }),
    ),
};
