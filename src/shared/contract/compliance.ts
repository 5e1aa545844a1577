/** What forbids a call: the do-not-call list of the installation, and its holidays. */
import * as z from 'zod';
import { CalendarDate, Id, Instant, pageAnswer, pageQuery, route } from './base.ts';

export const DoNotCallNumber = z
  .object({
    /** E.164 */
    phoneNumber: z.string(),
    reason: z.string(),
    addedBy: Id,
    addedByName: z.string(),
    addedAt: Instant,
  })
  .meta({ id: 'DoNotCallNumber' });
export type DoNotCallNumber = z.infer<typeof DoNotCallNumber>;

/** A number that was taken off the list: by whom, when and why. */
export const DoNotCallRemoval = z.object({
  phoneNumber: z.string(),
  reason: z.string(),
  removedBy: Id,
  removedByName: z.string(),
  removedAt: Instant,
});
export type DoNotCallRemoval = z.infer<typeof DoNotCallRemoval>;

export const DoNotCallQuery = z.strictObject({
  ...pageQuery,
  /** Any part of the number or of the reason. */
  search: z.string().trim().max(200).optional(),
});
export type DoNotCallQuery = z.infer<typeof DoNotCallQuery>;

const PhoneText = z.string().trim().min(1).max(64);
const Reason = z.string().trim().max(500);

/** One number or many; longer lists come as a file. */
export const DoNotCallAddition = z
  .strictObject({ phoneNumber: PhoneText.optional(), phoneNumbers: z.array(PhoneText).max(1_000).optional(), reason: Reason.optional() })
  .refine(
    ({ phoneNumber, phoneNumbers }) => phoneNumber !== undefined || (phoneNumbers ?? []).length > 0,
    'Send phoneNumber or phoneNumbers.',
  );
export type DoNotCallAddition = z.infer<typeof DoNotCallAddition>;

export const DoNotCallAdded = z.object({
  added: z.int(),
  /** On the list before. */
  known: z.int(),
  refused: z.array(z.object({ value: z.string(), reason: z.string() })),
});
export type DoNotCallAdded = z.infer<typeof DoNotCallAdded>;

export const Holiday = z.object({ date: CalendarDate, name: z.string() }).meta({ id: 'Holiday' });
export type Holiday = z.infer<typeof Holiday>;
export const NewHoliday = z.strictObject({ date: CalendarDate, name: z.string().trim().min(1).max(100) });
export type NewHoliday = z.infer<typeof NewHoliday>;

const tags = ['compliance'];

export const complianceContract = {
  listNumbers: route
    .route({ method: 'GET', path: '/do-not-call', tags, summary: 'The numbers that nobody may call' })
    .input(DoNotCallQuery)
    .output(z.object({ ...pageAnswer, numbers: z.array(DoNotCallNumber) })),
  addNumbers: route
    .route({ method: 'POST', path: '/do-not-call', tags, summary: 'Add one number or many', successStatus: 201 })
    .input(DoNotCallAddition)
    .output(DoNotCallAdded),
  removeNumber: route
    .route({ method: 'DELETE', path: '/do-not-call', tags, summary: 'Take a number off the list, with a reason' })
    .input(z.strictObject({ phoneNumber: PhoneText, reason: Reason.min(1, 'Say why the number may be called again.') }))
    .output(z.object({ message: z.string() })),
  listRemovals: route
    .route({ method: 'GET', path: '/do-not-call/removals', tags, summary: 'Who took which number off the list, when and why' })
    .input(z.strictObject(pageQuery))
    .output(z.object({ ...pageAnswer, removals: z.array(DoNotCallRemoval) })),
  listHolidays: route
    .route({ method: 'GET', path: '/holidays', tags, summary: 'Dates on which nobody calls' })
    .input(z.strictObject({ from: CalendarDate.optional(), to: CalendarDate.optional() }).optional())
    .output(z.object({ holidays: z.array(Holiday) })),
  addHoliday: route
    .route({ method: 'POST', path: '/holidays', tags, summary: 'Add a holiday, or name one anew', successStatus: 201 })
    .input(NewHoliday)
    .output(z.object({ holiday: Holiday })),
  removeHoliday: route
    .route({ method: 'DELETE', path: '/holidays', tags, summary: 'Remove a holiday' })
    .input(z.strictObject({ date: CalendarDate }))
    .output(z.object({ message: z.string() })),
};
