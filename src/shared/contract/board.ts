/** The wallboard: what today came to, who is called next, and who has how many slots. What is up now comes with the live stream. */
import * as z from 'zod';
import { HourFigures, Outcomes } from './analytics.ts';
import { CalendarDate, Id, Instant, ItemId } from './base.ts';
import { WaitingReason } from './campaigns.ts';

/** How many calls the board sees ahead. */
export const NEXT_CALLS = 10;

export const NextCall = z.object({
  itemId: ItemId,
  campaignId: Id,
  campaignName: z.string(),
  contactName: z.string(),
  phoneNumber: z.string(),
  /** When it will be called, as far as that can be told. */
  at: Instant,
  waitingFor: WaitingReason.nullable(),
});
export type NextCall = z.infer<typeof NextCall>;

export const BoardUser = z.object({
  userId: Id,
  name: z.string(),
  up: z.int(),
  limit: z.int(),
  waiting: z.int(),
  /** Calls claimed in the last 60 minutes. */
  turns: z.int(),
});
export type BoardUser = z.infer<typeof BoardUser>;

export const LiveBoard = z
  .object({
    at: Instant,
    /** Whose day today is. */
    timeZone: z.string(),
    today: z.object({
      date: CalendarDate,
      calls: z.int(),
      completed: z.int(),
      successful: z.int(),
      failed: z.int(),
      outcomes: Outcomes,
      hourly: z.array(HourFigures),
      practiceIncluded: z.boolean(),
    }),
    /** Calls claimed in the last 60 minutes. */
    callsPerHour: z.int(),
    waiting: z.object({
      total: z.int(),
      /** Due within five minutes in campaigns that call then; counted to 1,000. */
      dueSoon: z.int(),
      dueSoonIsExact: z.boolean(),
      /** In paused campaigns: nobody can tell when they are called. */
      paused: z.int(),
      /** In campaigns that were never started. */
      drafts: z.int(),
    }),
    /** Earliest first. Who waits in a paused campaign is not among them. */
    next: z.array(NextCall),
    /** Oneself; for admins everyone. */
    users: z.array(BoardUser),
    /** Everyone together. */
    system: z.object({ up: z.int(), limit: z.int(), waiting: z.int(), turns: z.int() }),
  })
  .meta({ id: 'LiveBoard' });
export type LiveBoard = z.infer<typeof LiveBoard>;
