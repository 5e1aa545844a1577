/** Figures: of one campaign, and of what spans campaigns. All from one source, the rollups and counters that calls and items keep. */
import * as z from 'zod';
import { CalendarDate, Id, pageAnswer, pageQuery, route } from './base.ts';
import { Call } from './calls.ts';

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
export const OUTCOME_NAMES = [
  'completed',
  'no-answer',
  'busy',
  'voicemail',
  'failed',
  'cancelled',
  'unknown',
] as const satisfies readonly (keyof Outcomes)[];
export type OutcomeName = (typeof OUTCOME_NAMES)[number];

/** One hour of one weekday, over all weeks of the period; 1 is Monday. */
export const HeatCell = z.object({ weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23), ...figures });
export type HeatCell = z.infer<typeof HeatCell>;

export const Cost = z.object({ amount: z.number(), unit: z.string() });
export type Cost = z.infer<typeof Cost>;

/** The part of one campaign, agent or person in the figures. */
export const FigureShare = z.object({
  id: Id,
  name: z.string(),
  /** Whose it is. */
  ownerName: z.string(),
  /** Whether it was deleted since: its calls still count, but it can be asked for no longer. */
  deleted: z.boolean(),
  ...figures,
  talkSeconds: z.number(),
});
export type FigureShare = z.infer<typeof FigureShare>;

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
    /** The sum of costs of one unit; 0 where they have several, which `costs` tells apart. */
    cost: z.number(),
    /** By unit, as providers name it: costs of different units are never added. */
    costs: z.array(Cost),
    /** Over the calls in which a person spoke: at which attempt it was. Null where there was none. */
    attemptsToAnswer: z.object({ average: z.number().nullable(), median: z.number().nullable() }),
    /** The longest call in which a person spoke, and which one it was; null where there was none. */
    longestSeconds: z.number().nullable(),
    longestCallId: Id.nullable(),
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

const question = {
  /** Dates in the zone of the installation, both included; the last 30 days where they are left out, at most 366. */
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  /** Instead of dates: so many days up to today, or up to `to`. */
  days: z.int().min(1).max(366).optional(),
  campaignId: Id.optional(),
  agentId: Id.optional(),
  /** For admins: one person's figures. */
  userId: Id.optional(),
  /** Whether practice calls count. Left out: only of one campaign, and while no other provider is set up. */
  practice: z.boolean().optional(),
};
export const AnalyticsQuery = z.strictObject(question).meta({ id: 'AnalyticsQuery' });
export type AnalyticsQuery = z.infer<typeof AnalyticsQuery>;

/** The same question, narrowed to the calls behind one figure. Weekday (1 is Monday) and hour as `timeZone` has them. */
export const CallsBehindQuery = z.strictObject({
  ...question,
  ...pageQuery,
  outcome: z.enum(OUTCOME_NAMES).optional(),
  weekday: z.int().min(1).max(7).optional(),
  hour: z.int().min(0).max(23).optional(),
  /** With `hour`, the first of several: the last of them, itself included. */
  lastHour: z.int().min(0).max(23).optional(),
});
export type CallsBehindQuery = z.infer<typeof CallsBehindQuery>;

/** A call as figures count it. */
export const CountedCall = z
  .object({ ...Call.shape, userName: z.string(), outcome: z.enum(OUTCOME_NAMES), cost: Cost.nullable() })
  .meta({ id: 'CountedCall' });
export type CountedCall = z.infer<typeof CountedCall>;

const tags = ['analytics'];

export const analyticsContract = {
  campaign: route
    .route({ method: 'GET', path: '/campaigns/{id}/analytics', tags, summary: 'The figures of one campaign' })
    .input(z.strictObject({ id: Id }))
    .output(z.object({ analytics: Analytics })),
  totals: route
    .route({ method: 'GET', path: '/analytics', tags, summary: 'Figures by period, campaign and agent' })
    .input(AnalyticsQuery.optional())
    .output(z.object({ analytics: Analytics, heat: z.array(HeatCell), from: CalendarDate, to: CalendarDate })),
  breakdown: route
    .route({
      method: 'GET',
      path: '/analytics/breakdown',
      tags,
      summary: 'The same figures by campaign, agent and person, most calls first',
    })
    .input(AnalyticsQuery.optional())
    .output(
      z.object({
        campaigns: z.array(FigureShare),
        agents: z.array(FigureShare),
        users: z.array(FigureShare),
        from: CalendarDate,
        to: CalendarDate,
      }),
    ),
  calls: route
    .route({ method: 'GET', path: '/analytics/calls', tags, summary: 'The calls that stand behind a figure, newest first' })
    .input(CallsBehindQuery)
    .output(z.object({ ...pageAnswer, calls: z.array(CountedCall), from: CalendarDate, to: CalendarDate })),
  export: route
    .route({ method: 'GET', path: '/analytics/export', tags, summary: 'Figures by day, campaign and agent as CSV' })
    .input(AnalyticsQuery.optional())
    .output(z.file()),
};
