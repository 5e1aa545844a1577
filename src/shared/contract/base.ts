/** What every route of the contract shares: its declared errors, and the shapes that many resources speak in. */
import { oc } from '@orpc/contract';
import * as z from 'zod';

/** What an error carries beside its sentence: see `AppError`. */
export const ErrorBody = z.object({
  code: z.string(),
  details: z.array(z.object({ path: z.string(), message: z.string() })),
  retryable: z.boolean(),
  nextAction: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** The kinds of `AppError` as the contract's declared errors. */
export const route = oc.errors({
  BAD_INPUT: { status: 400, message: 'The request is not right.', data: ErrorBody },
  NOT_SIGNED_IN: { status: 401, message: 'Sign in first.', data: ErrorBody },
  NOT_ALLOWED: { status: 403, message: 'This is not allowed.', data: ErrorBody },
  NOT_FOUND: { status: 404, message: 'There is no such thing.', data: ErrorBody },
  CONFLICT: { status: 409, message: 'This cannot be done now.', data: ErrorBody },
  CANNOT_BE_DONE: { status: 422, message: 'This cannot be done.', data: ErrorBody },
  TOO_LARGE: { status: 413, message: 'This is too large.', data: ErrorBody },
  TOO_MANY: { status: 429, message: 'Too many requests.', data: ErrorBody },
  UNAVAILABLE: { status: 503, message: 'This is not available now.', data: ErrorBody },
  BUG: { status: 500, message: 'Ringmaster made a mistake.', data: ErrorBody },
});

/** An instant: a Date over the port and the socket, ISO 8601 in UTC over REST (offsets are accepted). */
export const Instant = z.date();
/** A calendar date, `YYYY-MM-DD`. */
export const CalendarDate = z.iso.date();
/** `HH:MM`; `24:00` is the end of the day. */
export const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'Write the time as HH:MM.');
/** An opaque id of ours. */
export const Id = z.string().min(1).max(64);
export const ItemId = z.int().positive();
export const ContactId = z.int().positive();

/** The query of every paged list. */
export const pageQuery = {
  page: z.int().min(1).max(1_000_000).default(1),
  limit: z.int().min(1).max(200).default(20),
};

/** How far the total of a list is exact. */
export const EXACT_TO = 10_000;
/** How far lists count: one further tells whether there are more. */
export const COUNTED_TO = EXACT_TO + 1;

/** What every paged list answers beside its rows: `total` is exact to 10,000, and a lower bound beyond. */
export const pageAnswer = {
  count: z.int(),
  total: z.int(),
  totalIsExact: z.boolean(),
  page: z.int(),
  pages: z.int(),
};
