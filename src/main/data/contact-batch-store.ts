/**
 * Many contacts at a time, by their ids: read for a page, looked at before something is done to them, and what surrounds one.
 * Reads only; each statement is asked for at most some thousand ids.
 */
import type { CallState, CampaignState, ItemState } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';
import { type Scope, scopeValue } from './scope.ts';

export interface LastCall {
  contactId: number;
  id: string;
  at: number;
  status: CallState;
  successful: 0 | 1;
  practice: 0 | 1;
}

export interface Touched {
  contacts: number;
  queuedCalls: number;
  callsUp: number;
  doNotCall: number;
}

export interface ContactCampaignRow {
  itemId: number;
  campaignId: string;
  campaignName: string;
  campaignStatus: CampaignState;
  status: ItemState;
  attemptCount: number;
  scheduledFor: number;
  lastAttemptTime: number | null;
  lastAttemptResult: string | null;
  failureReason: string | null;
  callbackTime: number | null;
}

const MOST_CAMPAIGNS = 100;

export function contactBatchStore({ sqlite }: Database) {
  const lastCalls = sqlite.prepare(
    `SELECT k.contact_id AS contactId, k.id, k.claimed_at AS at, k.status, k.practice,
       k.status = 'completed' AND coalesce(k.duration_seconds, 0) > 0 AND coalesce(k.answered_by_machine, 0) = 0 AS successful
     FROM json_each(@ids) j CROSS JOIN calls k ON k.id = (
       SELECT l.id FROM calls l WHERE l.contact_id = j.value AND l.status <> 'not-placed' ORDER BY l.claimed_at DESC, l.id DESC LIMIT 1)`,
  );
  const mine = `FROM json_each(@ids) j CROSS JOIN contacts c ON c.id = j.value AND c.deleted_at IS NULL AND (@userId IS NULL OR c.user_id = @userId)`;
  const touched = sqlite.prepare(
    `SELECT count(*) AS contacts,
       coalesce(sum((SELECT count(*) FROM call_queue q WHERE q.contact_id = c.id AND q.status = 'queued' AND q.removed_at IS NULL)), 0) AS queuedCalls,
       coalesce(sum((SELECT count(*) FROM call_queue q WHERE q.contact_id = c.id AND q.status = 'processing')), 0) AS callsUp,
       coalesce(sum(EXISTS (SELECT 1 FROM do_not_call d WHERE d.phone = c.phone)), 0) AS doNotCall
     ${mine}`,
  );
  const numbers = sqlite.prepare(`SELECT DISTINCT c.phone ${mine}`).pluck();
  const live = sqlite.prepare(`SELECT DISTINCT c.id ${mine}`).pluck();
  const campaigns = sqlite.prepare(
    `SELECT q.id AS itemId, q.campaign_id AS campaignId, c.name AS campaignName, c.status AS campaignStatus, q.status,
       q.attempt_count AS attemptCount, q.scheduled_for AS scheduledFor, q.last_attempt_time AS lastAttemptTime,
       q.last_attempt_result AS lastAttemptResult, q.failure_reason AS failureReason,
       iif(q.callback_requested, q.callback_time, NULL) AS callbackTime
     FROM call_queue q JOIN call_campaigns c ON c.id = q.campaign_id AND c.deleted_at IS NULL
     WHERE q.contact_id = @id AND q.removed_at IS NULL AND (@userId IS NULL OR q.user_id = @userId) ORDER BY q.id DESC LIMIT ${MOST_CAMPAIGNS}`,
  );
  const bound = (scope: Scope, ids: readonly number[]) => ({ userId: scopeValue(scope), ids: JSON.stringify(ids) });

  return {
    /** The latest call of each contact that has one. The contacts were read within a scope. */
    lastCalls: (ids: readonly number[]) => lastCalls.all({ ids: JSON.stringify(ids) }) as LastCall[],

    /** What surrounds these contacts, counted. */
    touched: (scope: Scope, ids: readonly number[]) => touched.get(bound(scope, ids)) as Touched,

    /** The numbers of these contacts, each once. */
    numbers: (scope: Scope, ids: readonly number[]) => numbers.all(bound(scope, ids)) as string[],

    /** Of these contacts, those that are there. */
    live: (scope: Scope, ids: readonly number[]) => live.all(bound(scope, ids)) as number[],

    /** The campaigns that a contact is in, the latest first. */
    campaignsOf: (scope: Scope, id: number) => campaigns.all({ id, userId: scopeValue(scope) }) as ContactCampaignRow[],
  };
}
