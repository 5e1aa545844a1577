/**
 * A campaign's people with their last call, page by page behind a key: what an export reads without holding anything up.
 *
 * Reads only. The key is the item's id, the walk goes by the table itself, from the campaign's first item to its last.
 */
import type { Database } from './database.ts';
import { type Scope, scopeValue } from './scope.ts';

export interface ExportRow {
  itemId: number;
  phone: string;
  name: string;
  firstName: string;
  lastName: string;
  email: string | null;
  company: string | null;
  timeZone: string | null;
  /** JSON: the contact's custom fields, over them what the row of the list said. */
  fields: string;
  status: string;
  attempts: number;
  outcome: string | null;
  lastCallAt: number | null;
  durationSeconds: number | null;
  reason: string | null;
  summary: string | null;
  extracted: string | null;
  recordingUrl: string | null;
}

export interface ItemRange {
  /** The campaign. */
  id: string;
  after: number;
  upTo: number;
}

/** A call with the names around it. */
export interface ExportedCall {
  id: string;
  claimedAt: number;
  campaignName: string | null;
  agentName: string;
  provider: string;
  practice: number;
  phone: string;
  contactName: string | null;
  attempt: number;
  status: string;
  durationSeconds: number | null;
  cost: number | null;
  costUnit: string | null;
  hungUpBy: string | null;
  reason: string | null;
  summary: string | null;
  /** JSON. */
  extracted: string | null;
  recordingUrl: string | null;
  transcript: string | null;
}

export function exportStore({ sqlite }: Database) {
  const ends = sqlite.prepare('SELECT min(id) AS first, max(id) AS last FROM call_queue WHERE campaign_id = ?');
  // The plus keeps the index on the campaign away: with it every page would sort the whole campaign to find its 500 rows.
  const ITEMS = `SELECT q.* FROM call_queue q
    WHERE +q.campaign_id = @id AND q.removed_at IS NULL AND q.id > @after AND q.id <= @upTo AND (@userId IS NULL OR q.user_id = @userId)
    ORDER BY q.id LIMIT @limit`;
  const page = sqlite.prepare(
    `SELECT q.id AS itemId, p.phone, p.name, p.first_name AS firstName, p.last_name AS lastName, p.email, p.company, p.time_zone AS timeZone,
       json_patch(p.custom_fields, q.user_data) AS fields, q.status, q.attempt_count AS attempts, q.last_attempt_result AS outcome,
       c.claimed_at AS lastCallAt, c.duration_seconds AS durationSeconds, q.failure_reason AS reason, c.summary, c.extracted,
       c.recording_url AS recordingUrl
     FROM (${ITEMS}) q JOIN contacts p ON p.id = q.contact_id
     LEFT JOIN calls c ON c.item_id = q.id AND c.attempt = q.attempt_count AND c.status <> 'not-placed'
     ORDER BY q.id`,
  );
  const names = sqlite
    .prepare(
      `SELECT DISTINCT j.key FROM (${ITEMS}) q JOIN contacts p ON p.id = q.contact_id, json_each(json_patch(p.custom_fields, q.user_data)) j`,
    )
    .pluck();
  const lastOf = sqlite.prepare(`SELECT max(id) AS last, count(*) AS n FROM (${ITEMS})`);
  const callsAfter = sqlite.prepare(
    `SELECT c.id, c.claimed_at AS claimedAt, k.name AS campaignName, a.name AS agentName, c.provider, c.practice, c.phone,
       p.name AS contactName, c.attempt, c.status, c.duration_seconds AS durationSeconds, c.cost, c.cost_unit AS costUnit,
       c.hung_up_by AS hungUpBy, c.reason, c.summary, c.extracted, c.recording_url AS recordingUrl, c.transcript
     FROM (SELECT * FROM calls WHERE user_id = @userId AND claimed_at >= @at AND (claimed_at > @at OR id > @id)
           ORDER BY claimed_at, id LIMIT @limit) c
     JOIN agents a ON a.id = c.agent_id LEFT JOIN call_campaigns k ON k.id = c.campaign_id LEFT JOIN contacts p ON p.id = c.contact_id
     ORDER BY c.claimed_at, c.id`,
  );

  return {
    /** One page of somebody's own calls behind another one, the oldest first; from the beginning behind null. */
    callsAfter(scope: Scope, after: Pick<ExportedCall, 'claimedAt' | 'id'> | null, limit: number): ExportedCall[] {
      return callsAfter.all({ userId: scopeValue(scope), at: after?.claimedAt ?? 0, id: after?.id ?? '', limit }) as ExportedCall[];
    },

    /** The ids between which a campaign's items lie: behind `after`, up to `upTo`. */
    range(campaignId: string): ItemRange {
      const { first, last } = ends.get(campaignId) as { first: number | null; last: number | null };
      return { id: campaignId, after: (first ?? 1) - 1, upTo: last ?? 0 };
    },

    /** Names of the custom fields of one step of items, and the id behind which the next step begins; null at the end. */
    fieldNames(scope: Scope, range: ItemRange, limit: number): { names: string[]; last: number | null } {
      const bound = { ...range, limit, userId: scopeValue(scope) };
      const { last, n } = lastOf.get(bound) as { last: number | null; n: number };
      return { names: names.all(bound) as string[], last: n < limit ? null : last };
    },

    /** One page of items of a range, with their contact and their last call. */
    page: (scope: Scope, range: ItemRange, limit: number) => page.all({ ...range, limit, userId: scopeValue(scope) }) as ExportRow[],
  };
}
