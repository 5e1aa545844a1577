/**
 * What the dialer's background duties read and write: which times have come, and work on many rows in small steps.
 *
 * A step touches at most `STEP` rows, so that a claim or a screen never waits long behind it; counters move with each step.
 */
import type { Database } from './database.ts';

/** Rows that one transaction of a duty touches at most. */
export const STEP = 500;

/** Final items that one step of reopening looks at: where few of very many were closed by the end date, it stays short as well. */
const LOOK = 2000;

export type Carry = 'cancel' | 'expire' | 'reopen' | 'respread';

export function dutyStore(db: Database) {
  const { sqlite } = db;
  const makeReady = sqlite.prepare(
    `UPDATE call_queue SET ready = 1 WHERE id IN
       (SELECT id FROM call_queue WHERE status = 'queued' AND ready = 0 AND ready_at <= ? ORDER BY ready_at LIMIT ${STEP})`,
  );
  const nextReady = sqlite.prepare("SELECT min(ready_at) FROM call_queue WHERE status = 'queued' AND ready = 0").pluck();
  const staleOpenings = sqlite
    .prepare(
      `SELECT id FROM call_campaigns WHERE status IN ('scheduled', 'active', 'paused') AND deleted_at IS NULL
         AND (open_until <= @now OR (@unknownToo AND open_until IS NULL))`,
    )
    .pluck();
  const scheduled = sqlite.prepare("SELECT id FROM call_campaigns WHERE status = 'scheduled'").pluck();
  const nextOpening = sqlite
    .prepare(
      `SELECT min(CASE WHEN open_from > @now THEN open_from ELSE open_until END) FROM call_campaigns
       WHERE status IN ('scheduled', 'active') AND open_until > @now`,
    )
    .pluck();
  const carried = sqlite.prepare('SELECT id, carry, carry_after AS after FROM call_campaigns WHERE carry IS NOT NULL');
  const waiting = sqlite.prepare("SELECT id FROM call_queue WHERE campaign_id = ? AND status = 'queued' ORDER BY position LIMIT ?").pluck();
  const inHistory = (action: string, details: string) =>
    sqlite.prepare(
      `INSERT INTO queue_history (item_id, at, action, details, reason, by)
       SELECT id, @at, ${action}, ${details}, @reason, @by FROM call_queue WHERE id IN (SELECT value FROM json_each(@ids))`,
    );
  const ids = 'id IN (SELECT value FROM json_each(@ids))';
  const cancel = sqlite.prepare(
    `UPDATE call_queue SET status = 'cancelled', completed_at = @at, updated_at = @at, ready = 0, callback_requested = 0,
       last_attempt_result = CASE WHEN attempt_count > 0 THEN last_attempt_result END, failure_reason = @reason WHERE ${ids}`,
  );
  const cancelHistory = inHistory("'cancelled'", "'The campaign was cancelled'");
  const expire = sqlite.prepare(
    `UPDATE call_queue SET status = CASE WHEN attempt_count = 0 THEN 'skipped' ELSE 'failed' END, completed_at = @at, updated_at = @at,
       ready = 0, callback_requested = 0, failure_reason = 'end-date' WHERE ${ids}`,
  );
  const expireHistory = inHistory("CASE WHEN attempt_count = 0 THEN 'skipped' ELSE 'failed' END", "'The end date has passed'");
  const neverCalled = sqlite.prepare(`SELECT count(*) FROM call_queue WHERE attempt_count = 0 AND ${ids}`).pluck();
  const addNeverCalled = sqlite.prepare('UPDATE call_campaigns SET never_called = never_called + ? WHERE id = ?');
  const closed = "failure_reason = 'end-date' AND removed_at IS NULL";
  const closedOf = (status: string) =>
    `EXISTS (SELECT 1 FROM call_queue WHERE campaign_id = @campaignId AND status = '${status}' AND ${closed})`;
  const hasClosed = sqlite.prepare(`SELECT ${closedOf('skipped')} OR ${closedOf('failed')}`).pluck();
  // Two walks of one index, merged by position: neither is ever sorted.
  const finalFrom = (status: string) =>
    `SELECT id, position, ifnull(${closed}, 0) AS closed FROM call_queue
     WHERE campaign_id = @campaignId AND status = '${status}' AND position >= @from`;
  const finals = sqlite.prepare(`${finalFrom('skipped')} UNION ALL ${finalFrom('failed')} ORDER BY position LIMIT ${LOOK}`);
  // An agent of its own may have been deleted since: then the campaign's calls.
  const reopen = sqlite.prepare(
    `UPDATE call_queue SET status = 'queued', agent_id = (SELECT a.id FROM agents a WHERE a.id = agent_id AND a.deleted_at IS NULL), completed_at = NULL, updated_at = @at, ready = 0, ready_at = @at, scheduled_for = @at,
       scheduled_by = 'hand', failure_reason = NULL, not_placed = 0,
       max_attempts = CASE WHEN attempt_count >= coalesce(max_attempts, @maxAttempts) THEN attempt_count + 1 ELSE max_attempts END
     WHERE ${ids}`,
  );
  const reopenHistory = inHistory("'reopened'", "'Put back into the queue'");
  const takeNeverCalled = sqlite.prepare('UPDATE call_campaigns SET never_called = max(0, never_called - ?) WHERE id = ?');
  const spreadOrder = sqlite
    .prepare(
      `SELECT id FROM call_queue WHERE campaign_id = ? AND status = 'queued' AND scheduled_by = 'spread'
       ORDER BY priority DESC, named DESC, score DESC, position`,
    )
    .pluck();
  const reschedule = sqlite.prepare(
    "UPDATE call_queue SET scheduled_for = @at, ready_at = @at, ready = @ready WHERE id = @id AND status = 'queued' AND scheduled_by = 'spread'",
  );
  // What was held for a contact's zone or a gap is asked again under the new window.
  const askAgain = sqlite.prepare(
    `UPDATE call_queue SET ready_at = scheduled_for WHERE id IN
       (SELECT id FROM call_queue WHERE campaign_id = @campaignId AND status = 'queued' AND scheduled_by <> 'spread' AND ready = 0
          AND ready_at > scheduled_for LIMIT ${STEP})`,
  );
  // Who backs off after a call that was not placed, and who asked for a later time, are left alone.
  const wakeHeld = sqlite.prepare(
    `UPDATE call_queue SET ready_at = @now WHERE status = 'queued' AND ready = 0 AND ready_at > @now AND ready_at <= @until
       AND scheduled_for <= @now AND not_placed = 0 AND (callback_requested = 0 OR callback_time <= @now)`,
  );
  const acceptedOutsideOpening = sqlite
    .prepare(
      `SELECT c.id FROM calls c JOIN call_campaigns k ON k.id = c.campaign_id
       WHERE c.slot_released_at IS NULL AND c.status = 'queued'
         AND NOT (k.status = 'active' AND coalesce(k.open_from <= @now AND k.open_until > @now, 0))`,
    )
    .pluck();
  const acceptedForZone = sqlite.prepare(
    `SELECT c.id, c.campaign_id AS campaignId, p.time_zone AS timeZone
     FROM calls c JOIN call_campaigns k ON k.id = c.campaign_id JOIN contacts p ON p.id = c.contact_id
     WHERE c.slot_released_at IS NULL AND c.status = 'queued' AND k.use_contact_zone = 1 AND p.time_zone IS NOT NULL`,
  );
  // Of a dial without an answer nothing is known that could be ended.
  const cancelledUp = sqlite
    .prepare(
      `SELECT c.id FROM call_queue q INDEXED BY queue_cancelling JOIN calls c ON c.id = q.call_id
       WHERE q.cancel_asked_at IS NOT NULL AND c.slot_released_at IS NULL AND c.status <> 'dialing'`,
    )
    .pluck();
  const setCarry = sqlite.prepare('UPDATE call_campaigns SET carry = @carry, carry_after = @after WHERE id = @id');

  const note = (campaignId: string) => {
    db.changes.campaigns.add(campaignId);
    db.changes.due = true;
  };

  return {
    /** Marks items whose time has come, one step. @returns how many. */
    makeReadyTx: (now: number): number => makeReady.run(now).changes,

    /** When the next item is to be looked at, or null. */
    nextReadyAt: () => nextReady.get() as number | null,

    /** Campaigns whose opening is over; with `unknownToo` also those that had none when they were last asked. */
    staleOpenings: (now: number, unknownToo: boolean) => staleOpenings.all({ now, unknownToo: unknownToo ? 1 : 0 }) as string[],

    scheduledCampaigns: () => scheduled.all() as string[],

    /** When the next opening begins or ends, or null. */
    nextOpeningEdge: (now: number) => nextOpening.get({ now }) as number | null,

    /** Calls that a provider has accepted, not begun to dial, and whose campaign may not call now. */
    acceptedOutsideOpening: (now: number) => acceptedOutsideOpening.all({ now }) as string[],

    /** Calls that a provider has accepted, not begun to dial, and that must be open in the contact's own zone as well. */
    acceptedForZone: () => acceptedForZone.all() as { id: string; campaignId: string; timeZone: string }[],

    /** Calls that are up and whose item a person cancelled. */
    cancelledUp: () => cancelledUp.all() as string[],

    /** Campaigns with work to be carried through. */
    carried: () => carried.all() as { id: string; carry: Carry; after: number }[],

    carryTx(campaignId: string, carry: Carry | null, after = 0): void {
      setCarry.run({ id: campaignId, carry, after });
      note(campaignId);
    },

    /** Cancels one step of a cancelled campaign's waiting items. @returns how many. */
    cancelStepTx(campaignId: string, at: number, by: string, reason: string | null): number {
      const step = { ids: JSON.stringify(waiting.all(campaignId, STEP)), at, by, reason };
      const { changes } = cancel.run(step);
      cancelHistory.run(step);
      note(campaignId);
      return changes;
    },

    /** Closes one step of the items that are left after the end date: never tried → skipped, tried → failed (rule 5). */
    expireStepTx(campaignId: string, at: number): number {
      const step = { ids: JSON.stringify(waiting.all(campaignId, STEP)), at, by: 'ringmaster', reason: null };
      addNeverCalled.run(neverCalled.get({ ids: step.ids }), campaignId);
      expireHistory.run(step);
      const { changes } = expire.run({ ids: step.ids, at });
      note(campaignId);
      return changes;
    },

    /** Whether the end date closed anybody who could be reopened. */
    hasClosedByEnd: (campaignId: string) => hasClosed.get({ campaignId }) === 1,

    /** Puts final items back into the queue, due at once, with at least one attempt more than made. @returns how many. */
    reopenTx(campaign: { id: string; maxAttempts: number }, items: readonly number[], at: number, by: string): number {
      const step = { ids: JSON.stringify(items), at, by, reason: null };
      const { changes } = reopen.run({ ids: step.ids, at, maxAttempts: campaign.maxAttempts });
      reopenHistory.run(step);
      for (const id of items) db.changes.items.add(id);
      note(campaign.id);
      return changes;
    },

    /**
     * Puts back one step of what the end date closed, from a position on.
     * @returns the position that the next step begins with; null where nobody is left.
     */
    reopenClosedStepTx(campaign: { id: string; maxAttempts: number }, from: number, at: number, by: string): number | null {
      const seen = finals.all({ campaignId: campaign.id, from }) as { id: number; position: number; closed: 0 | 1 }[];
      const items = seen.filter((item) => item.closed === 1).slice(0, STEP);
      const closedIds = items.map(({ id }) => id);
      takeNeverCalled.run(neverCalled.get({ ids: JSON.stringify(closedIds) }), campaign.id);
      this.reopenTx(campaign, closedIds, at, by);
      // Others may share the last position: it is looked at again, where that does not mean standing still.
      if (items.length === STEP) return items.at(-1)?.position ?? null;
      return seen.length < LOOK ? null : Math.max(seen.at(-1)?.position ?? 0, from + 1);
    },

    /** The items of a campaign whose time came from spreading, in the order of rule 3. */
    spreadOrder: (campaignId: string) => spreadOrder.all(campaignId) as number[],

    /** Gives one step of items their new times: the i-th of the plan at `from + i × stepMs`. */
    respreadStepTx(
      campaignId: string,
      items: readonly number[],
      first: number,
      plan: { from: number; stepMs: number },
      asap: boolean,
    ): void {
      for (const [k, id] of items.entries()) {
        reschedule.run({ id, at: asap ? plan.from : Math.floor(plan.from + (first + k) * plan.stepMs), ready: asap ? 1 : 0 });
      }
      note(campaignId);
    },

    /** Lets items be asked again now that are due and were put aside until `until` at the latest: few, for others of their number were called. */
    wakeHeldTx(now: number, until: number): void {
      if (wakeHeld.run({ now, until }).changes > 0) db.changes.due = true;
    },

    /** Lets one step of held items be asked again. @returns how many. */
    askAgainStepTx: (campaignId: string): number => askAgain.run({ campaignId }).changes,
  };
}
