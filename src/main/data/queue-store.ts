/**
 * The waiting queue as people see it: who is in a campaign, in which order they would be claimed, how many stand before them.
 *
 * The order of a line: callbacks whose time has come, by their time; then what is due, by priority, named before unnamed, score
 * and position (rule 3); then what is not due yet, by its time and the same order. Each part is one index, so that a page and a
 * position cost what they show, not what the campaign holds. Decides nothing about calls; writes only new items. Called by the
 * verbs in `campaigns/` and `queue/`, and by the import.
 */
import { eq } from 'drizzle-orm';
import type { ItemState } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';
import { inList } from './in-list.ts';
import { headsSql, LINE_PARTS, positionSql } from './queue-line.ts';
import { agents, contacts, doNotCall, queueItems } from './schema/index.ts';
import { type Scope, scopeValue, sees } from './scope.ts';

/** A call to a number, as far as others of the same number wait for it. */
export interface NumberCall {
  itemId: number;
  practice: 0 | 1;
  /** When it was over, else when it was claimed. */
  at: number;
  up: 0 | 1;
}

export function queueStore(db: Database) {
  const { sqlite, orm } = db;
  const partRows = ({ index, where }: (typeof LINE_PARTS)[number]) =>
    `FROM call_queue INDEXED BY ${index} WHERE campaign_id = @campaignId AND ${where}`;
  const parts = LINE_PARTS.map((part) => ({
    page: sqlite.prepare(`SELECT id, ${part.dueAt} AS dueAt ${partRows(part)} ORDER BY ${part.order} LIMIT @limit OFFSET @offset`),
    count: sqlite.prepare(`SELECT count(*) ${partRows(part)}`).pluck(),
  }));
  const heads = sqlite.prepare(headsSql());
  const [callbacks, ready, later] = LINE_PARTS;
  const dueNow = sqlite
    .prepare(
      `SELECT (SELECT count(*) ${partRows(callbacks)}) + (SELECT count(*) ${partRows(ready)})
         + (SELECT count(*) ${partRows(later)} AND ready_at <= @now)`,
    )
    .pluck();
  // Asked for every campaign at once by the board and the queue's figures: prepared, for that takes longer than the answer.
  const lastDurations = sqlite
    .prepare(
      `SELECT slot_released_at - claimed_at FROM calls
       WHERE campaign_id = @campaignId AND slot_released_at IS NOT NULL AND status <> 'not-placed' ORDER BY claimed_at DESC LIMIT @most`,
    )
    .pluck();
  const byState = sqlite
    .prepare(
      `SELECT id FROM call_queue WHERE campaign_id = @campaignId AND status = @status AND removed_at IS NULL
       ORDER BY position LIMIT @limit OFFSET @offset`,
    )
    .pluck();
  const processing = sqlite
    .prepare(
      `SELECT q.id FROM call_campaigns c CROSS JOIN call_queue q ON q.campaign_id = c.id AND q.status = 'processing'
       WHERE c.deleted_at IS NULL AND (@userId IS NULL OR c.user_id = @userId) ORDER BY q.updated_at, q.id`,
    )
    .pluck();
  const positions = sqlite.prepare(positionSql());
  const nextDue = sqlite
    .prepare(
      `SELECT min(CASE WHEN EXISTS (SELECT 1 FROM call_queue WHERE campaign_id = @campaignId AND status = 'queued' AND ready = 1 AND callback_requested = 0)
           THEN @now ELSE 9e15 END,
         coalesce((SELECT min(callback_time) FROM call_queue WHERE campaign_id = @campaignId AND status = 'queued' AND callback_requested = 1), 9e15),
         coalesce((SELECT min(ready_at) FROM call_queue WHERE campaign_id = @campaignId AND status = 'queued' AND ready = 0), 9e15))`,
    )
    .pluck();

  const dueWithin = sqlite
    .prepare(
      `SELECT count(*) FROM call_queue INDEXED BY queue_due
       WHERE campaign_id = @campaignId AND status = 'queued' AND ready = 0 AND ready_at > @after AND ready_at < @before`,
    )
    .pluck();
  const lastDue = sqlite
    .prepare(
      `SELECT max(ready_at) FROM call_queue INDEXED BY queue_due WHERE campaign_id = @campaignId AND status = 'queued' AND ready = 0`,
    )
    .pluck();

  const rowsById = orm
    .select({ item: queueItems, contact: contacts, agentName: agents.name, agentProvider: agents.provider, onDoNotCall: doNotCall.phone })
    .from(queueItems)
    .innerJoin(contacts, eq(contacts.id, queueItems.contactId))
    .leftJoin(agents, eq(agents.id, queueItems.agentId))
    .leftJoin(doNotCall, eq(doNotCall.phone, contacts.phone))
    .where(inList(queueItems.id))
    .prepare();

  const claimedSince = sqlite
    .prepare(
      `SELECT count(*) FROM users u CROSS JOIN calls c ON c.user_id = u.id AND c.claimed_at > @at
       WHERE (@userId IS NULL OR u.id = @userId) AND c.status <> 'not-placed' AND c.item_id IS NOT NULL`,
    )
    .pluck();
  const lastCalls = sqlite.prepare(
    `SELECT item_id AS itemId, practice, coalesce(slot_released_at, claimed_at) AS at, slot_released_at IS NULL AS up FROM calls
     WHERE phone = ? AND status <> 'not-placed' AND item_id IS NOT NULL ORDER BY claimed_at DESC LIMIT 5`,
  );

  return {
    /** Ids of a campaign's waiting items in the order in which they would be claimed. */
    line(campaignId: string, now: number, offset: number, limit: number): number[] {
      return this.lineTimes(campaignId, now, offset, limit).map(({ id }) => id);
    },

    /** The same, with the instant at which each is due. */
    lineTimes(campaignId: string, now: number, offset: number, limit: number): { id: number; dueAt: number }[] {
      const line: { id: number; dueAt: number }[] = [];
      let skip = offset;
      for (const { page, count } of parts) {
        if (line.length >= limit) break;
        const found = page.all({ campaignId, now, limit: limit - line.length, offset: skip }) as { id: number; dueAt: number }[];
        line.push(...found);
        skip = found.length > 0 || skip === 0 ? 0 : Math.max(0, skip - (count.get({ campaignId, now }) as number));
      }
      return line;
    },

    /** Who stands first in each campaign's line, and when they are due; lines in which nobody waits are left out. One query. */
    heads(campaignIds: readonly string[], now: number): Map<string, { id: number; dueAt: number }> {
      const rows = heads.all({ ids: JSON.stringify(campaignIds), now }) as { campaignId: string; id: number; dueAt: number }[];
      return new Map(rows.map(({ campaignId, id, dueAt }) => [campaignId, { id, dueAt }]));
    },

    /** Calls claimed since an instant, over the users of the scope. */
    claimedSince: (scope: Scope, at: number) => claimedSince.get({ userId: scopeValue(scope), at }) as number,

    /** How many waiting items of a campaign are due: callbacks and others whose time has come. */
    dueNow: (campaignId: string, now: number) => dueNow.get({ campaignId, now }) as number,

    /** How many waiting items of a campaign, not due yet, become due after one instant and before another. */
    dueWithin: (campaignId: string, after: number, before: number) => dueWithin.get({ campaignId, after, before }) as number,

    /** When the last waiting item of a campaign that is not due becomes so; null where all are. */
    lastDueAt: (campaignId: string) => lastDue.get({ campaignId }) as number | null,

    /** Ids of a campaign's items in one state, by position. */
    inState: (campaignId: string, status: ItemState, offset: number, limit: number) =>
      byState.all({ campaignId, status, offset, limit }) as number[],

    /** Ids of all that is being called, over all campaigns of the scope. There are no more of them than slots. */
    processing: (scope: Scope) => processing.all({ userId: scopeValue(scope) }) as number[],

    /** Items by id with their contact, agent and number's do-not-call mark, in the order of the ids. */
    rowsOf(scope: Scope, ids: readonly number[]) {
      if (ids.length === 0) return [];
      const rows = rowsById.all({ ids: JSON.stringify(ids) }).filter(({ item }) => sees(scope, item));
      const byId = new Map(rows.map((row) => [row.item.id, row]));
      return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
    },

    /** Position of each waiting item in its campaign's line, from 1; items that do not wait are left out. One query. */
    positionsOf(ids: readonly number[], now: number): Map<number, number> {
      const rows = positions.all({ ids: JSON.stringify(ids), now }) as { id: number; before: number }[];
      return new Map(rows.map((row) => [row.id, row.before + 1]));
    },

    /** The earliest instant at which a waiting item of the campaign is due, `now` where one is; null where none waits. */
    nextDueAt(campaignId: string, now: number): number | null {
      const at = nextDue.get({ campaignId, now }) as number;
      return at >= 9e15 ? null : Math.max(at, now);
    },

    /** How long slots were held by the last calls of a campaign, newest first, in ms: what the median is taken over. */
    lastDurations: (campaignId: string, most: number) => lastDurations.all({ campaignId, most }) as number[],

    /** The last calls to each number: what the gap and "one call at a time" are explained from. */
    lastCalls(phones: readonly string[]): Map<string, NumberCall[]> {
      return new Map([...new Set(phones)].map((phone) => [phone, lastCalls.all(phone) as NumberCall[]]));
    },
  };
}
