/**
 * Who is in a campaign: people looked up before they join, put in as waiting items, and found again when they are done.
 *
 * Decides nothing about order or times: `campaigns/enqueue.ts` does. New items are written with their campaign's owner; who is in
 * the campaign already, in whatever state, stays as they are (complaint 11). Called by the verbs in `campaigns/`.
 */
import type { FINAL_ITEM_STATES, TimeSource } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';

/** What of an item is its own; what is left out is the campaign's. */
export interface OwnSettings {
  priority?: number | undefined;
  agentId?: string | undefined;
  /** Minutes. */
  retryAfter?: number | undefined;
  maxAttempts?: number | undefined;
  metadata?: Readonly<Record<string, unknown>> | undefined;
}

/** A new item, before its campaign and owner are known. */
export interface NewItem extends OwnSettings {
  contactId: number;
  named: boolean;
  score: number;
  position: number;
  scheduledFor: number;
  scheduledBy: TimeSource;
  ownValues?: Record<string, string>;
  importId?: string | null;
}

/** A contact as it joins a campaign. */
export interface Person {
  contactId: number;
  name: string;
  email: string | null;
  company: string | null;
  successfulCalls: number;
  notConnected: number;
  /** In the campaign already, in whatever state. */
  known: 0 | 1;
}

/** People of a list who are alike in what decides whether they can be called. */
export interface PeopleGroup {
  timeZone: string | null;
  doNotCall: 0 | 1;
  known: 0 | 1;
  people: number;
}

/** Which final items a step takes: by the state and by how the last attempt ended. */
export interface FinalFilter {
  status: (typeof FINAL_ITEM_STATES)[number];
  /** `last_attempt_result` is one of these; `completed` stands for a call that reached nobody. */
  results?: readonly string[];
  /** Of calls that the provider calls completed: only those that a machine answered, or only the others. */
  machine?: boolean;
}

export function peopleStore(db: Database) {
  const { sqlite } = db;
  const insert = sqlite.prepare(
    `INSERT INTO call_queue (user_id, campaign_id, contact_id, named, score, position, scheduled_for, scheduled_by, ready_at, user_data, import_id,
       priority, agent_id, retry_after, max_attempts, metadata, created_at, updated_at)
     VALUES (@userId, @campaignId, @contactId, @named, @score, @position, @scheduledFor, @scheduledBy, @scheduledFor, @ownValues, @importId,
       @priority, @agentId, @retryAfter, @maxAttempts, @metadata, @at, @at)
     ON CONFLICT (campaign_id, contact_id) WHERE removed_at IS NULL DO NOTHING`,
  );
  const lastPosition = sqlite
    .prepare(
      `SELECT coalesce(max((SELECT max(position) FROM call_queue q WHERE q.campaign_id = ? AND q.status = s.value)), 0)
       FROM json_each('["queued","processing","completed","failed","skipped","cancelled"]') s`,
    )
    .pluck();
  const people = sqlite.prepare(
    `SELECT c.id AS contactId, c.name, c.email, c.company, c.successful_calls AS successfulCalls, c.not_connected AS notConnected,
       EXISTS (SELECT 1 FROM call_queue q WHERE q.campaign_id = @campaignId AND q.contact_id = c.id AND q.removed_at IS NULL) AS known
     FROM json_each(@ids) j CROSS JOIN contacts c ON c.id = j.value WHERE c.user_id = @userId AND c.deleted_at IS NULL`,
  );
  const groups = sqlite.prepare(
    `SELECT c.time_zone AS timeZone, EXISTS (SELECT 1 FROM do_not_call d WHERE d.phone = c.phone) AS doNotCall,
       EXISTS (SELECT 1 FROM call_queue q WHERE q.campaign_id = @campaignId AND q.contact_id = c.id AND q.removed_at IS NULL) AS known,
       count(*) AS people
     FROM json_each(@ids) j CROSS JOIN contacts c ON c.id = j.value WHERE c.user_id = @userId AND c.deleted_at IS NULL GROUP BY 1, 2, 3`,
  );
  const contactsAfter = sqlite
    .prepare(
      `SELECT contact_id FROM call_queue q JOIN contacts c ON c.id = q.contact_id
       WHERE q.campaign_id = ? AND q.removed_at IS NULL AND c.deleted_at IS NULL ORDER BY q.position`,
    )
    .pluck();
  const finals = sqlite.prepare(
    `SELECT id, position FROM call_queue q
     WHERE campaign_id = @campaignId AND status = @status AND removed_at IS NULL AND position > @after
       AND (@results IS NULL OR last_attempt_result IN (SELECT value FROM json_each(@results)))
       AND (@machine IS NULL OR EXISTS (SELECT 1 FROM calls c WHERE c.item_id = q.id AND c.attempt = q.attempt_count
            AND coalesce(c.answered_by_machine, 0) = @machine AND (@machine = 1 OR coalesce(c.duration_seconds, 0) = 0)))
     ORDER BY position LIMIT @limit`,
  );
  const failedStep = sqlite.prepare(
    `WITH step AS MATERIALIZED (
       SELECT id, position, attempt_count, last_attempt_result AS result FROM call_queue
       WHERE campaign_id = @campaignId AND status = 'failed' AND removed_at IS NULL AND position > @after ORDER BY position LIMIT @limit)
     SELECT s.result, count(*) AS people, max(s.position) AS last,
       CASE WHEN s.result = 'completed' THEN
         (SELECT coalesce(c.answered_by_machine, 0) FROM calls c WHERE c.item_id = s.id AND c.attempt = s.attempt_count
          AND (c.answered_by_machine = 1 OR coalesce(c.duration_seconds, 0) = 0)) END AS machine
     FROM step s GROUP BY s.result, machine`,
  );

  return {
    /**
     * Puts people into a campaign as waiting items, in one statement each; who is in it already is left as they are.
     * Keep to 500 a transaction. @returns the contacts that were put in.
     */
    insertItemsTx(campaign: { id: string; userId: string }, items: readonly NewItem[], at: number): number[] {
      const added: number[] = [];
      for (const item of items) {
        const { changes } = insert.run({
          ...item,
          userId: campaign.userId,
          campaignId: campaign.id,
          named: item.named ? 1 : 0,
          ownValues: JSON.stringify(item.ownValues ?? {}),
          importId: item.importId ?? null,
          priority: item.priority ?? 0,
          agentId: item.agentId ?? null,
          retryAfter: item.retryAfter ?? null,
          maxAttempts: item.maxAttempts ?? null,
          metadata: item.metadata === undefined ? '{}' : JSON.stringify(item.metadata),
          at,
        });
        if (changes > 0) added.push(item.contactId);
      }
      if (added.length > 0) {
        db.changes.campaigns.add(campaign.id);
        db.changes.due = true;
      }
      return added;
    },

    /** The contacts of a list that are the user's and not deleted, and whether each is in the campaign already. */
    peopleOf: (campaign: { id: string; userId: string }, contactIds: readonly number[]) =>
      people.all({ campaignId: campaign.id, userId: campaign.userId, ids: JSON.stringify(contactIds) }) as Person[],

    /** The same people counted by time zone, do-not-call mark and whether they are in the campaign. */
    groupsOf: (campaign: { id: string; userId: string }, contactIds: readonly number[]) =>
      groups.all({ campaignId: campaign.id, userId: campaign.userId, ids: JSON.stringify(contactIds) }) as PeopleGroup[],

    /** The contacts of a campaign that are not deleted, in the order of its list. */
    contactsOf: (campaignId: string) => contactsAfter.all(campaignId) as number[],

    /** One step of a campaign's final items behind a position, for reopening. */
    finalStep(campaignId: string, filter: FinalFilter, after: number, limit: number) {
      const { status, results, machine } = filter;
      const bound = { results: results ? JSON.stringify(results) : null, machine: machine === undefined ? null : Number(machine) };
      return finals.all({ campaignId, status, after, limit, ...bound }) as { id: number; position: number }[];
    },

    /**
     * One step of a campaign's failed items behind a position, counted by how their last call ended. `machine` is told of completed
     * calls alone: whether a machine answered; null where a person spoke.
     */
    failedStep: (campaignId: string, after: number, limit: number) =>
      failedStep.all({ campaignId, after, limit }) as { result: string | null; machine: 0 | 1 | null; people: number; last: number }[],

    /** The highest position of a campaign, 0 where it is empty: new people are numbered on from it. */
    lastPosition: (campaignId: string) => lastPosition.get(campaignId) as number,
  };
}
