/**
 * What the claim reads and writes: the room that is left under every limit, who is next, and the hot queries over the queue.
 *
 * Called by `dialer/claim.ts` only, inside its one transaction. Every query runs on an index that holds what can be called and
 * little else, so that a pass costs the same with a thousand waiting items and with a million.
 */
import type { ProviderName } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';

/** Calls up, by what limits them. */
export interface Occupancy {
  total: number;
  byUser: ReadonlyMap<string, number>;
  byCampaign: ReadonlyMap<string, number>;
  byProvider: ReadonlyMap<ProviderName, number>;
}

export interface Caller {
  userId: string;
  limit: number;
  lastTurn: number | null;
}

/** An active campaign inside its opening. */
export interface OpenCampaign {
  id: string;
  userId: string;
  agentId: string;
  concurrencyLimit: number | null;
  lastTurn: number | null;
}

/** The head of a campaign's line, with all that the rules ask about it. */
export interface Candidate {
  itemId: number;
  campaignId: string;
  userId: string;
  contactId: number;
  /** The item's own agent, else the campaign's. */
  agentId: string;
  scheduledFor: number;
  callbackAt: number | null;
  attemptCount: number;
  phone: string;
  contactTimeZone: string | null;
  contactDeleted: 0 | 1;
  doNotCall: 0 | 1;
}

const CANDIDATE = `SELECT q.id AS itemId, q.campaign_id AS campaignId, q.user_id AS userId, q.contact_id AS contactId,
    coalesce(q.agent_id, c.agent_id) AS agentId, q.scheduled_for AS scheduledFor,
    CASE WHEN q.callback_requested = 1 THEN q.callback_time END AS callbackAt, q.attempt_count AS attemptCount,
    p.phone, p.time_zone AS contactTimeZone, p.deleted_at IS NOT NULL AS contactDeleted,
    EXISTS (SELECT 1 FROM do_not_call d WHERE d.phone = p.phone) AS doNotCall
  FROM call_queue q JOIN contacts p ON p.id = q.contact_id JOIN call_campaigns c ON c.id = q.campaign_id`;

export function claimStore(db: Database) {
  const { sqlite } = db;
  const up = sqlite.prepare(
    `SELECT user_id AS userId, campaign_id AS campaignId, provider, count(*) AS n
     FROM calls WHERE slot_released_at IS NULL GROUP BY user_id, campaign_id, provider`,
  );
  const callers = sqlite.prepare(
    `SELECT id AS userId, concurrent_calls_limit AS "limit", last_turn AS lastTurn FROM users
     WHERE active = 1 AND concurrent_calls_limit > 0 ORDER BY last_turn IS NOT NULL, last_turn, id`,
  );
  const openCampaigns = sqlite.prepare(
    `SELECT id, user_id AS userId, agent_id AS agentId, concurrency_limit AS concurrencyLimit, last_turn AS lastTurn FROM call_campaigns
     WHERE user_id IN (SELECT value FROM json_each(@userIds)) AND status = 'active' AND carry IS NULL AND open_from <= @now AND open_until > @now
     ORDER BY last_turn IS NOT NULL, last_turn, created_at, id`,
  );
  // `+` before a parameter: where SQLite may see its value it weighs partial indexes by it, and prepares the statement anew for each
  // other value. That took these two ten times as long as to run them, for one and the same plan.
  const firstCallback = sqlite.prepare(
    `${CANDIDATE} WHERE q.campaign_id = +@campaignId AND q.status = 'queued' AND q.callback_requested = 1 AND q.callback_time <= +@now
       AND q.ready = 1 ORDER BY q.callback_time LIMIT 1`,
  );
  const firstInLine = sqlite.prepare(
    `${CANDIDATE} WHERE q.campaign_id = +@campaignId AND q.status = 'queued' AND q.ready = 1 AND q.callback_requested = 0
     ORDER BY q.priority DESC, q.named DESC, q.score DESC, q.position LIMIT 1`,
  );
  const waitingItem = sqlite.prepare(`${CANDIDATE} WHERE q.id = @itemId AND q.status = 'queued'`);
  const numberUp = sqlite.prepare('SELECT 1 FROM calls WHERE phone = ? AND slot_released_at IS NULL AND practice = ? LIMIT 1').pluck();
  // The latest call to the number by any other item: none of ours, none that surely never left, none to one's own phone. Its index is
  // named: statistics of a time of few calls let another seem as good, through which every call ever made is read.
  const otherCall = sqlite
    .prepare(
      `SELECT coalesce(slot_released_at, claimed_at) FROM calls INDEXED BY calls_number
       WHERE phone = @phone AND practice = @practice AND item_id IS NOT @itemId AND item_id IS NOT NULL AND status <> 'not-placed'
       ORDER BY claimed_at DESC LIMIT 1`,
    )
    .pluck();
  const hold = sqlite.prepare("UPDATE call_queue SET ready = 0, ready_at = ? WHERE id = ? AND status = 'queued'");
  const lastTurn = sqlite.prepare('SELECT coalesce(max(last_turn), 0) FROM users').pluck();
  const userTurn = sqlite.prepare('UPDATE users SET last_turn = ? WHERE id = ?');
  const campaignTurn = sqlite.prepare('UPDATE call_campaigns SET last_turn = ? WHERE id = ?');
  const unsettled = sqlite
    .prepare("SELECT count(*) FROM calls WHERE provider = ? AND slot_released_at IS NULL AND status = 'dialing'")
    .pluck();
  const wakeNumber = sqlite.prepare(
    `UPDATE call_queue SET ready_at = @now WHERE status = 'queued' AND ready = 0 AND ready_at > @now AND scheduled_for <= @now
       AND contact_id IN (SELECT id FROM contacts WHERE phone = @phone AND deleted_at IS NULL)`,
  );

  return {
    /** Calls up now, counted over the rows: there is no counter that could drift. */
    occupancy(): Occupancy {
      const rows = up.all() as { userId: string; campaignId: string | null; provider: ProviderName; n: number }[];
      const byUser = new Map<string, number>();
      const byCampaign = new Map<string, number>();
      const byProvider = new Map<ProviderName, number>();
      let total = 0;
      for (const { userId, campaignId, provider, n } of rows) {
        total += n;
        byUser.set(userId, (byUser.get(userId) ?? 0) + n);
        if (campaignId !== null) byCampaign.set(campaignId, (byCampaign.get(campaignId) ?? 0) + n);
        byProvider.set(provider, (byProvider.get(provider) ?? 0) + n);
      }
      return { total, byUser, byCampaign, byProvider };
    },

    /** Users who may call at all, oldest turn first; never comes before all (rule 7). */
    callers: () => callers.all() as Caller[],

    /** The campaigns of these users inside an opening, by user, oldest turn first (rule 3). */
    openCampaigns(userIds: readonly string[], now: number): Map<string, OpenCampaign[]> {
      const campaigns = openCampaigns.all({ userIds: JSON.stringify(userIds), now }) as OpenCampaign[];
      return Map.groupBy(campaigns, ({ userId }) => userId);
    },

    /** The earliest callback of a campaign whose time has come. */
    firstCallback: (campaignId: string, now: number) => firstCallback.get({ campaignId, now }) as Candidate | undefined,

    /** The first ready item of a campaign in the order of rule 3. */
    firstInLine: (campaignId: string) => firstInLine.get({ campaignId }) as Candidate | undefined,

    /** One waiting item, wherever it stands: for a person who calls it at once. */
    waitingItem: (itemId: number) => waitingItem.get({ itemId }) as Candidate | undefined,

    /** Whether a call to this number is up, over all users and campaigns (rule 15). */
    isNumberUp: (phone: string, practice: boolean) => numberUp.get(phone, practice ? 1 : 0) !== undefined,

    /** When the latest call to this number by another item was over (or began, while it is up); null where there was none. */
    lastOtherCallAt(phone: string, practice: boolean, itemId: number): number | null {
      return (otherCall.get({ phone, practice: practice ? 1 : 0, itemId }) as number | undefined) ?? null;
    },

    /** Takes an item out of the line until `until`; the make-ready duty brings it back. */
    holdTx(itemId: number, until: number): void {
      hold.run(until, itemId);
    },

    /** Brings back what waited for this number. Called where a slot is released. */
    wakeNumberTx(phone: string, now: number): void {
      if (wakeNumber.run({ phone, now }).changes > 0) db.changes.due = true;
    },

    /** Takes the next turn for a user and a campaign: a counter that only grows, for several turns share a millisecond. */
    takeTurnTx(userId: string, campaignId: string): number {
      const turn = (lastTurn.get() as number) + 1;
      userTurn.run(turn, userId);
      campaignTurn.run(turn, campaignId);
      return turn;
    },

    /** Dials of a provider that have no answer yet, or an ambiguous one. */
    unsettledDials: (provider: ProviderName) => unsettled.get(provider) as number,
  };
}
