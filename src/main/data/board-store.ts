/**
 * What the wallboard asks beside figures and lists: turns taken lately, and how much of a line is due soon.
 *
 * Reads only. Each question costs what it counts: an hour of calls, a bounded part of an index. Called by `live/board.ts` and `live/glance.ts`.
 */
import type { Database } from './database.ts';
import { LINE_PARTS } from './queue-line.ts';
import { type Scope, scopeValue } from './scope.ts';

export interface CallbackAhead {
  itemId: number;
  campaignId: string;
  campaignName: string;
  /** Null where the contact has no name. */
  contactName: string | null;
  /** UTC milliseconds. */
  at: number;
}

export function boardStore({ sqlite }: Database) {
  const turns = sqlite.prepare(
    `SELECT u.id AS userId, count(*) AS turns FROM users u CROSS JOIN calls c ON c.user_id = u.id AND c.claimed_at > @at
     WHERE (@userId IS NULL OR u.id = @userId) AND c.status <> 'not-placed' AND c.item_id IS NOT NULL GROUP BY u.id`,
  );
  const [callbacks, ready, later] = LINE_PARTS;
  const counted = ({ index, where }: (typeof LINE_PARTS)[number], more = '') =>
    `(SELECT count(*) FROM (SELECT 1 FROM call_queue INDEXED BY ${index} WHERE campaign_id = @campaignId AND ${where}${more} LIMIT @most))`;
  const due = sqlite.prepare(`SELECT ${counted(callbacks)} + ${counted(ready)} + ${counted(later, ' AND ready_at <= @now')}`).pluck();

  const NOT_SOON = 9e15;
  const least = ({ index, where }: (typeof LINE_PARTS)[number], column: string) =>
    `coalesce((SELECT min(${column}) FROM call_queue INDEXED BY ${index} WHERE campaign_id = j.value AND ${where}), ${NOT_SOON})`;
  const heads = sqlite.prepare(
    `SELECT j.value AS campaignId, min(${least(callbacks, 'callback_time')}, ${least(later, 'ready_at')},
       iif(EXISTS (SELECT 1 FROM call_queue INDEXED BY ${ready.index} WHERE campaign_id = j.value AND ${ready.where}), @now, ${NOT_SOON})) AS dueAt
     FROM json_each(@ids) j`,
  );
  const queued = sqlite
    .prepare(
      'SELECT coalesce(sum(n.queued), 0) FROM call_campaigns k JOIN campaign_counts n ON n.campaign_id = k.id WHERE k.deleted_at IS NULL',
    )
    .pluck();

  const callbacksAhead = sqlite.prepare(
    `SELECT q.id AS itemId, q.campaign_id AS campaignId, k.name AS campaignName, p.name AS contactName, q.callback_time AS at
     FROM json_each(@ids) j CROSS JOIN call_queue q INDEXED BY queue_callbacks ON q.campaign_id = j.value
     JOIN call_campaigns k ON k.id = q.campaign_id JOIN contacts p ON p.id = q.contact_id
     WHERE q.status = 'queued' AND q.callback_requested = 1 AND q.callback_time > @after AND q.callback_time <= @until
     ORDER BY q.callback_time, q.id LIMIT @most`,
  );

  return {
    /** Callbacks of the campaigns whose time comes after an instant and not later than another, the earliest first. */
    callbacksAhead(campaignIds: readonly string[], after: number, until: number, most: number): CallbackAhead[] {
      return callbacksAhead.all({ ids: JSON.stringify(campaignIds), after, until, most }) as CallbackAhead[];
    },

    /** Everybody who waits, whoever's they are: the sum alone, for those who may not see the others. */
    queued: () => queued.get() as number,

    /** Turns that each user of the scope took since an instant; who took none is left out. */
    turnsSince: (scope: Scope, at: number) => turns.all({ userId: scopeValue(scope), at }) as { userId: string; turns: number }[],

    /** When the first in each campaign's line is due, at once for all of them; campaigns in which nobody waits are left out. */
    headsDueAt(campaignIds: readonly string[], now: number): { campaignId: string; dueAt: number }[] {
      const rows = heads.all({ ids: JSON.stringify(campaignIds), now }) as { campaignId: string; dueAt: number }[];
      return rows.filter(({ dueAt }) => dueAt < NOT_SOON);
    },

    /** How many waiting items of a campaign are due at an instant; of each part of its line no more than `most` are counted. */
    dueBy: (campaignId: string, at: number, most: number) => due.get({ campaignId, now: at, most }) as number,
  };
}
