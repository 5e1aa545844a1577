/**
 * The live stream: one numbered sequence of what changed, as far as one may see it. Its first event, and one after a gap, is a
 * snapshot; each other holds the rows that changed since the number before, as they are now.
 */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { LiveBoard } from './board.ts';
import { Call } from './calls.ts';
import { Campaign } from './campaigns.ts';
import { Id, Instant, ItemId, route } from './base.ts';
import { Notice } from './notices.ts';
import { Concurrency } from './settings.ts';

export const LIVE_TOPICS = ['settings', 'do-not-call', 'holidays', 'agents', 'contacts', 'deliveries', 'users'] as const;
export type LiveTopic = (typeof LIVE_TOPICS)[number];

/** How far a file is: the numbers of its sums, and of the rows that are in the database. */
export const ImportProgress = z.object({
  id: Id,
  target: z.string(),
  campaignId: Id.nullable(),
  fileName: z.string(),
  state: z.string(),
  rows: z.int(),
  imported: z.int(),
  known: z.int(),
  duplicates: z.int(),
  invalid: z.int(),
  writtenUpTo: z.int(),
  error: z.string().nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** What the engine cannot do right now. */
export const EngineProblem = z.object({ code: z.string(), sentence: z.string(), since: Instant });
export type EngineProblem = z.infer<typeof EngineProblem>;

export const LiveEvent = z.object({
  kind: z.enum(['snapshot', 'changes']),
  /** Grows with every event; give the last one to `after` to go on from there. */
  number: z.int(),
  at: Instant,
  /** In a snapshot: those that are scheduled, active or paused. */
  campaigns: z.array(Campaign),
  /** Deleted, or no longer one's own. */
  goneCampaigns: z.array(Id),
  /** How many campaigns each tab holds; null where no campaign changed. */
  tabs: z.object({ active: z.int(), scheduled: z.int(), completed: z.int(), drafts: z.int() }).nullable(),
  /** In a snapshot: those that are up. */
  calls: z.array(Call),
  /** Queue items that changed; none in a snapshot: lists that are open are read again. */
  items: z.array(ItemId),
  /** In a snapshot: those under way. */
  imports: z.array(ImportProgress),
  /** Null where no slot, limit or call changed. */
  concurrency: Concurrency.nullable(),
  /** Open notices, whole; null where none changed. */
  notices: z.array(Notice).nullable(),
  /** What the engine cannot do, whole; null where it did not change. */
  problems: z.array(EngineProblem).nullable(),
  /** Small things that are read again whole where they are shown. */
  topics: z.array(z.enum(LIVE_TOPICS)),
});
export type LiveEvent = z.infer<typeof LiveEvent>;

const Lamp = <State extends string>(states: readonly [State, ...State[]]) => z.object({ state: z.enum(states), sentence: z.string() });

/** What stands between this program and the world: is a vendor silent, do deliveries come in. */
export const Connections = z
  .object({
    telephony: Lamp(['works', 'practice', 'trouble']),
    tunnel: Lamp(['works', 'off', 'connecting', 'trouble']),
  })
  .meta({ id: 'Connections' });
export type Connections = z.infer<typeof Connections>;

export const liveContract = {
  connections: route
    .route({ method: 'GET', path: '/live/connections', tags: ['live'], summary: 'Whether telephony answers and deliveries come in' })
    .input(z.strictObject({}).optional())
    .output(z.object({ connections: Connections })),
  board: route
    .route({ method: 'GET', path: '/live/board', tags: ['live'], summary: 'The wallboard: today, what comes next, slots and turns' })
    .input(z.strictObject({}).optional())
    .output(z.object({ board: LiveBoard })),
  /** What is on every screen: told apart from the figures of the queue, which cost the more the more people wait. */
  today: route
    .route({ method: 'GET', path: '/live/today', tags: ['live'], summary: 'How many calls ended today, and how many people wait' })
    .input(z.strictObject({}).optional())
    .output(z.object({ doneToday: z.int(), waiting: z.int() })),
  subscribe: route
    .route({ method: 'GET', path: '/events', tags: ['live'], summary: 'What changes, as it changes (server-sent events)' })
    .input(z.strictObject({ after: z.int().optional() }).optional())
    .output(eventIterator(LiveEvent)),
};
