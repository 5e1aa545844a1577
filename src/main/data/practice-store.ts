/**
 * What was only practice, and its way out of the store in small steps (rule 16).
 *
 * Decides which campaigns are practice through and through: an agent of the practice line, no other agent among their people, and
 * no real call ever. Must never delete a real call, an item or a figure of a campaign that made one, or a call that is not over; of
 * contacts it knows nothing. Called by `settings/clear-practice.ts` alone.
 */
import type { Database } from './database.ts';
import { STEP } from './duty-store.ts';
import { figureVersions } from './figure-versions.ts';

/** A call brings some five deliveries along, and its transcript. */
const CALLS_A_STEP = 100;

const ENDED = "('completed', 'cancelled')";
const RUNNING = "('scheduled', 'active', 'paused')";
const REAL_AGENTS = "SELECT id FROM agents WHERE provider <> 'practice'";
const OF_PRACTICE_AGENT = "EXISTS (SELECT 1 FROM agents a WHERE a.id = k.agent_id AND a.provider = 'practice')";
const NO_OTHER_AGENT = `NOT EXISTS (SELECT 1 FROM call_queue q WHERE q.agent_id IN (${REAL_AGENTS}) AND q.campaign_id = k.id)`;
/** Asked of the calls themselves only where a real agent was ever set up. */
const NO_REAL_CALL = `(NOT EXISTS (${REAL_AGENTS}) OR NOT EXISTS (SELECT 1 FROM calls c WHERE c.campaign_id = k.id AND c.practice = 0))`;
const NO_REAL_FIGURE = 'NOT EXISTS (SELECT 1 FROM campaign_hours h WHERE h.campaign_id = k.id AND h.practice = 0 AND h.calls > 0)';
const PRACTICE = `${OF_PRACTICE_AGENT} AND ${NO_OTHER_AGENT} AND ${NO_REAL_FIGURE} AND ${NO_REAL_CALL}`;
const AT_REST = `k.carry IS NULL AND NOT EXISTS (SELECT 1 FROM calls c WHERE c.check_at IS NOT NULL AND c.campaign_id = k.id)
  AND NOT EXISTS (SELECT 1 FROM imports i WHERE i.finished_at IS NULL AND i.campaign_id = k.id)`;
/** Campaigns that were cleared stay as hidden rows without anything. */
const SOMETHING_LEFT = `(k.deleted_at IS NULL OR EXISTS (SELECT 1 FROM call_queue q WHERE q.campaign_id = k.id)
  OR EXISTS (SELECT 1 FROM calls c WHERE c.campaign_id = k.id) OR EXISTS (SELECT 1 FROM campaign_hours h WHERE h.campaign_id = k.id))`;

export interface PracticeCampaign {
  id: string;
  userId: string;
  isHidden: boolean;
}

export interface PracticeSums {
  campaigns: number;
  people: number;
  calls: number;
  running: number;
}

/** What calls are taken from: one campaign, or none (tests to one's own phone). */
type CallsOf = string | null;

export function practiceStore(db: Database) {
  const { sqlite } = db;
  const versions = figureVersions(db);
  const running = sqlite
    .prepare(`SELECT k.id FROM call_campaigns k WHERE k.status IN ${RUNNING} AND k.deleted_at IS NULL AND ${PRACTICE} ORDER BY k.id`)
    .pluck();
  const ended = `SELECT k.id, k.user_id AS userId, k.deleted_at IS NOT NULL AS isHidden FROM call_campaigns k
    WHERE k.status IN ${ENDED} AND ${PRACTICE} AND ${SOMETHING_LEFT}`;
  const next = sqlite.prepare(`${ended} AND ${AT_REST} ORDER BY k.id LIMIT 1`);
  const unrest = sqlite.prepare(`SELECT EXISTS (${ended} AND NOT (${AT_REST}))`).pluck();
  const sums = sqlite.prepare(
    `SELECT count(*) AS campaigns, coalesce(sum((SELECT total FROM campaign_counts n WHERE n.campaign_id = k.id)), 0) AS people
     FROM call_campaigns k WHERE k.id IN (SELECT id FROM (${ended}))`,
  );
  const callSum = sqlite
    .prepare(
      `SELECT coalesce(sum(h.calls), 0) FROM campaign_hours h JOIN call_campaigns k ON k.id = h.campaign_id
       WHERE h.practice = 1 AND NOT (k.status IN ${RUNNING} AND ${PRACTICE})`,
    )
    .pluck();
  // Practice calls of a campaign that is real as well: its people and its own figures stay.
  const mixed = sqlite
    .prepare(
      `SELECT DISTINCT h.campaign_id FROM campaign_hours h JOIN call_campaigns k ON k.id = h.campaign_id
       WHERE h.practice = 1 AND NOT (k.status <> 'draft' AND ${PRACTICE}) LIMIT 1`,
    )
    .pluck();
  const someCalls = sqlite
    .prepare(`SELECT id FROM calls WHERE campaign_id IS ? AND practice = 1 AND check_at IS NULL LIMIT ${CALLS_A_STEP}`)
    .pluck();
  const deleteDeliveries = sqlite.prepare('DELETE FROM webhook_inbox WHERE call_id IN (SELECT value FROM json_each(?))');
  const deleteCalls = sqlite.prepare('DELETE FROM calls WHERE practice = 1 AND id IN (SELECT value FROM json_each(?))');
  const someItems = sqlite.prepare(`SELECT id FROM call_queue WHERE campaign_id = ? LIMIT ${STEP}`).pluck();
  const deleteHistory = sqlite.prepare('DELETE FROM queue_history WHERE item_id IN (SELECT value FROM json_each(?))');
  const deleteItems = sqlite.prepare('DELETE FROM call_queue WHERE id IN (SELECT value FROM json_each(?))');
  const deleteHours = sqlite.prepare(
    `DELETE FROM campaign_hours WHERE rowid IN (SELECT rowid FROM campaign_hours WHERE campaign_id = ? AND practice = 1 LIMIT ${STEP})`,
  );
  const deleteBuckets = sqlite.prepare(
    `DELETE FROM call_buckets WHERE rowid IN
       (SELECT rowid FROM call_buckets WHERE user_id = @userId AND campaign_id = @id AND practice = 1 LIMIT ${STEP})`,
  );
  // A call that was up when its campaign was handed over counts for whom it was made: few, and found without an index.
  const deleteOthersBuckets = sqlite.prepare(
    `DELETE FROM call_buckets WHERE rowid IN (SELECT rowid FROM call_buckets WHERE campaign_id = ? AND practice = 1 LIMIT ${STEP})`,
  );
  const ownerOf = sqlite.prepare('SELECT user_id FROM call_campaigns WHERE id = ?').pluck();
  const closeNotices = sqlite.prepare('UPDATE notices SET closed_at = @at WHERE campaign_id = @id AND closed_at IS NULL');
  const deleteUnmatched = sqlite.prepare(
    `DELETE FROM webhook_inbox WHERE id IN
       (SELECT id FROM webhook_inbox WHERE provider = 'practice' AND call_id IS NULL AND state = 'unmatched' LIMIT ${STEP})`,
  );

  return {
    /** Practice campaigns that are scheduled, active or paused. */
    running: () => running.all() as string[],

    sums(): PracticeSums {
      const { campaigns, people } = sums.get() as { campaigns: number; people: number };
      return { campaigns, people, calls: callSum.get() as number, running: running.all().length };
    },

    /** The next practice campaign that is over, with nothing under way in it, and of which anything is left; null where none is. */
    nextEnded(): PracticeCampaign | null {
      const row = next.get() as { id: string; userId: string; isHidden: number } | undefined;
      return row ? { ...row, isHidden: row.isHidden === 1 } : null;
    },

    /** Whether a practice campaign is over whose last calls are not. */
    hasUnrest: () => unrest.get() === 1,

    /** A campaign with practice calls that is no practice campaign; null where none is. */
    nextMixed: () => (mixed.get() as string | undefined) ?? null,

    /** Deletes one step of practice calls that are over, with what was delivered about them. @returns how many calls. */
    deleteCallsTx(campaignId: CallsOf): number {
      const ids = someCalls.all(campaignId) as string[];
      if (ids.length === 0) return 0;
      const list = JSON.stringify(ids);
      deleteDeliveries.run(list);
      for (const id of ids) db.changes.calls.add(id);
      return deleteCalls.run(list).changes;
    },

    /** Deletes one step of a practice campaign's people, with what happened to them. @returns how many. */
    deleteItemsTx(campaignId: string): number {
      const ids = JSON.stringify(someItems.all(campaignId));
      deleteHistory.run(ids);
      return deleteItems.run(ids).changes;
    },

    /** Deletes one step of a campaign's practice figures. @returns how many rows. */
    deleteFiguresTx(id: string): number {
      versions.touchAll();
      const own = deleteHours.run(id).changes + deleteBuckets.run({ id, userId: ownerOf.get(id) }).changes;
      return own > 0 ? own : deleteOthersBuckets.run(id).changes;
    },

    closeNoticesTx(id: string, at: number): void {
      if (closeNotices.run({ id, at }).changes > 0) db.changes.topics.add('notices');
    },

    /** Deletes one step of deliveries of the practice line that belong to no call. @returns how many. */
    deleteUnmatchedTx: (): number => deleteUnmatched.run().changes,
  };
}
