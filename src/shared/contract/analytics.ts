/** Figures: of one campaign, and of what spans campaigns. All from one source, the rollups and counters that calls and items keep. */
import * as z from 'zod';
import { CalendarDate, Id, route } from './base.ts';

const figures = {
  /** Calls made, cancelled ones included; none that never reached the provider, no tests of an agent. */
  calls: z.int(),
  /** Calls that ended by themselves: successful + failed. */
  completed: z.int(),
  /** Calls in which a person spoke. */
  successful: z.int(),
  failed: z.int(),
};

export const DayFigures = z.object({ date: CalendarDate, ...figures });
export const HourFigures = z.object({ hour: z.int().min(0).max(23), ...figures });

/** Ends of calls by what came of them: a call in which nobody spoke is no-answer or voicemail, whatever word its provider has. */
export const Outcomes = z.object({
  completed: z.int(),
  voicemail: z.int(),
  busy: z.int(),
  'no-answer': z.int(),
  failed: z.int(),
  cancelled: z.int(),
  unknown: z.int(),
});
export type Outcomes = z.infer<typeof Outcomes>;

export const Analytics = z
  .object({
    /** Of a campaign: people in it. Of what spans campaigns: calls made. */
    total: z.int(),
    completed: z.int(),
    successful: z.int(),
    failed: z.int(),
    /** successful ÷ completed, 0 to 1; 0 where nothing is completed. */
    successRate: z.number(),
    /** Seconds, of the calls in which a person spoke; 0 where there was none. */
    averageDuration: z.number(),
    /** Calls made: more than people where some were called again. */
    calls: z.int(),
    talkSeconds: z.number(),
    cost: z.number(),
    outcomes: Outcomes,
    /** Days with calls. */
    daily: z.array(DayFigures),
    /** The 24 hours of the day. */
    hourly: z.array(HourFigures),
    /** Whose dates and hours these are. */
    timeZone: z.string(),
    practiceIncluded: z.boolean(),
  })
  .meta({ id: 'Analytics' });
export type Analytics = z.infer<typeof Analytics>;

export const AnalyticsQuery = z
  .strictObject({
    /** Dates in the zone of the installation, both included; the last 30 days where they are left out, at most 366. */
    from: CalendarDate.optional(),
    to: CalendarDate.optional(),
    campaignId: Id.optional(),
    agentId: Id.optional(),
    /** For admins: one person's figures. */
    userId: Id.optional(),
    /** Whether practice calls count. Left out: only of one campaign, and while no other provider is set up. */
    practice: z.boolean().optional(),
  })
  .meta({ id: 'AnalyticsQuery' });
export type AnalyticsQuery = z.infer<typeof AnalyticsQuery>;

const tags = ['analytics'];

export const analyticsContract = {
  campaign: route
    .route({ method: 'GET', path: '/campaigns/{id}/analytics', tags, summary: 'The figures of one campaign' })
    .input(z.strictObject({ id: Id }))
    .output(z.object({ analytics: Analytics })),
  totals: route
    .route({ method: 'GET', path: '/analytics', tags, summary: 'Figures by period, campaign and agent' })
    .input(AnalyticsQuery.optional())
    .output(z.object({ analytics: Analytics, from: CalendarDate, to: CalendarDate })),
};
