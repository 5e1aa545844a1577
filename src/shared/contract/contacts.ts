/** Contacts: the people to call. Everyone has their own, admins too. */
import * as z from 'zod';
import { ContactId, Instant, pageAnswer, pageQuery, route } from './base.ts';
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

export const ContactsQuery = z.strictObject({
  ...pageQuery,
  /** Any part of the name, the e-mail address, the company or the number. */
  search: z.string().trim().max(200).optional(),
  /** Only those on the do-not-call list, or only the others. */
  doNotCall: z.boolean().optional(),
  sortBy: z.enum(CONTACT_SORTS).default('createdAt'),
  sortDir: z.enum(['asc', 'desc']).default('desc'),
});
export type ContactsQuery = z.infer<typeof ContactsQuery>;

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
};
