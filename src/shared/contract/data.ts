/** The data as admins look after it: where it lies, its copies, what was only practice, and what a report of a fault needs. */
import * as z from 'zod';
import { Instant, route } from './base.ts';

export const Backup = z.object({ name: z.string(), madeAt: Instant, bytes: z.number() }).meta({ id: 'Backup' });
export type Backup = z.infer<typeof Backup>;

/** How far the clearing of practice is; what is counted here is gone. */
export const PracticeClearing = z.object({
  startedAt: Instant,
  campaigns: z.int(),
  people: z.int(),
  calls: z.int(),
  /** Nothing can be done before the calls of what was cancelled are over. */
  waiting: z.boolean(),
});
export type PracticeClearing = z.infer<typeof PracticeClearing>;

export const PracticeState = z
  .object({
    /** Practice campaigns that are completed or cancelled, with their people and the practice calls of all but those that run. */
    campaigns: z.int(),
    people: z.int(),
    calls: z.int(),
    /** Practice campaigns that are scheduled, active or paused. */
    running: z.int(),
    clearing: PracticeClearing.nullable(),
  })
  .meta({ id: 'PracticeState' });
export type PracticeState = z.infer<typeof PracticeState>;

export const DataState = z
  .object({
    paths: z.object({ folder: z.string(), database: z.string(), backups: z.string(), log: z.string().nullable() }),
    databaseBytes: z.number(),
    /** The latest first. */
    backups: z.array(Backup),
    /** How many copies are kept. */
    backupsKept: z.int(),
    practice: PracticeState,
  })
  .meta({ id: 'DataState' });
export type DataState = z.infer<typeof DataState>;

/** Versions, settings without secrets and counts; nothing of a person, no number and no path. */
export const Diagnostics = z
  .object({
    at: Instant,
    versions: z.record(z.string(), z.string()),
    settings: z.record(z.string(), z.unknown()),
    counts: z.record(z.string(), z.number()),
    problems: z.array(z.string()),
  })
  .meta({ id: 'Diagnostics' });
export type Diagnostics = z.infer<typeof Diagnostics>;

const tags = ['data'];

export const dataContract = {
  get: route
    .route({ method: 'GET', path: '/data', tags, summary: 'Where the data lies, its size, its copies, and what is only practice' })
    .input(z.strictObject({}).optional())
    .output(z.object({ data: DataState })),
  backUp: route
    .route({ method: 'POST', path: '/data/backup', tags, summary: 'Copy the database now', successStatus: 201 })
    .input(z.strictObject({}).optional())
    .output(z.object({ backup: Backup })),
  clearPractice: route
    .route({
      method: 'POST',
      path: '/data/clear-practice',
      tags,
      summary: 'Clear what was only practice, in small steps; contacts and real campaigns stay',
      successStatus: 202,
    })
    .input(
      z.strictObject({
        /** Cancels practice campaigns that run, hangs up their calls, and clears them as well. */
        includeRunning: z.boolean().default(false),
      }),
    )
    .output(z.object({ practice: PracticeState })),
  diagnostics: route
    .route({ method: 'GET', path: '/data/diagnostics', tags, summary: 'What a report of a fault needs; nothing of a person' })
    .input(z.strictObject({}).optional())
    .output(z.object({ diagnostics: Diagnostics })),
};
