/** Settings: dialing, concurrency, telephony. Keys of providers can be written and never read. */
import * as z from 'zod';
import { isTimeZone } from '../domain/calendar.ts';
import { Id, route } from './base.ts';
import { Telephony, TelephonyChange } from './telephony-settings.ts';

const HOUR_SECONDS = 3_600;
const WEEK_MINUTES = 10_080;

export const TimeZone = z.string().refine(isTimeZone, 'Write a time zone as Europe/Berlin.').meta({ description: 'IANA time zone' });

/** ISO 3166, two capital letters. */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'Write the country as two capital letters, DE for Germany.');

export const BreakerSettings = z.strictObject({
  /** Calls of a campaign within the time that say anything at all. */
  atLeastCalls: z.int().min(1).max(1_000),
  withinSeconds: z.int().min(1).max(HOUR_SECONDS),
  /** A campaign whose calls fail in this share, 0 to 1, is held. */
  failedShare: z.number().gt(0).max(1),
});

export const DialingSettings = z
  .strictObject({
    passSeconds: z.int().min(1).max(HOUR_SECONDS),
    gapMinutes: z.int().min(0).max(WEEK_MINUTES),
    longestMinutes: z.int().min(1).max(240),
    ringSeconds: z.int().min(5).max(300),
    campaignsPerHour: z.int().min(1).max(10_000),
    importMaxBytes: z.int().min(1_024).max(2_147_483_648),
    importMaxRows: z.int().min(1).max(10_000_000),
    timeZone: TimeZone,
    defaultCountry: Country.nullable(),
    breaker: BreakerSettings,
  })
  .meta({ id: 'DialingSettings' });
export type DialingSettings = z.infer<typeof DialingSettings>;

/** What is left out of a change stays as it was. */
export const DialingChange = z.strictObject({ ...DialingSettings.partial().shape, breaker: BreakerSettings.partial().optional() });
export type DialingChange = z.infer<typeof DialingChange>;

/** 0: no new calls. */
export const CallLimit = z.int().min(0).max(10_000);

export const UserSlots = z.object({
  userId: Id,
  name: z.string(),
  email: z.string(),
  userLimit: z.int(),
  userActive: z.int(),
  userAvailable: z.int(),
});

export const Concurrency = z
  .object({
    userLimit: z.int(),
    userActive: z.int(),
    userAvailable: z.int(),
    systemLimit: z.int(),
    systemActive: z.int(),
    systemAvailable: z.int(),
    /** Everyone, for admins only. */
    users: z.array(UserSlots).optional(),
  })
  .meta({ id: 'Concurrency' });
export type Concurrency = z.infer<typeof Concurrency>;

export const ConcurrencyChange = z.strictObject({
  systemLimit: CallLimit.optional(),
  users: z
    .array(z.strictObject({ userId: Id, limit: CallLimit }))
    .max(10_000)
    .optional(),
});
export type ConcurrencyChange = z.infer<typeof ConcurrencyChange>;

export const settingsContract = {
  dialing: route
    .route({ method: 'GET', path: '/settings/dialing', tags: ['settings'], summary: 'Read the settings of dialing' })
    .input(z.strictObject({}).optional())
    .output(z.object({ dialing: DialingSettings })),
  changeDialing: route
    .route({ method: 'PUT', path: '/settings/dialing', tags: ['settings'], summary: 'Change settings of dialing; what is left out stays' })
    .input(DialingChange)
    .output(z.object({ dialing: DialingSettings })),
  concurrency: route
    .route({ method: 'GET', path: '/settings/concurrency', tags: ['settings'], summary: 'Limits, calls up and free slots' })
    .input(z.strictObject({}).optional())
    .output(z.object({ concurrency: Concurrency })),
  changeConcurrency: route
    .route({ method: 'PUT', path: '/settings/concurrency', tags: ['settings'], summary: 'Change the limits; lowering one hangs up nobody' })
    .input(ConcurrencyChange)
    .output(z.object({ concurrency: Concurrency })),
  telephony: route
    .route({
      method: 'GET',
      path: '/settings/telephony',
      tags: ['settings'],
      summary: 'Read the settings of the providers, without their keys',
    })
    .input(z.strictObject({}).optional())
    .output(z.object({ telephony: Telephony })),
  changeTelephony: route
    .route({
      method: 'PUT',
      path: '/settings/telephony',
      tags: ['settings'],
      summary: 'Change settings of the providers; what is left out stays',
    })
    .input(TelephonyChange)
    .output(z.object({ telephony: Telephony })),
};
