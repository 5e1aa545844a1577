/**
 * Many rows at once, for trying the program out and for measuring it: one prepared row at a time, in transactions of the caller's.
 *
 * Writes what the verbs would have left behind, past calls included, so it may set a final state at once; the constraints of the
 * schema hold all the same. Called by the command `seed` alone, on an empty database.
 */
import type { CallEnd, CampaignState, ItemState } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';

export interface SeedContact {
  userId: string;
  phone: string;
  firstName: string;
  lastName: string;
  email: string | null;
  company: string | null;
  plan: string;
  at: number;
}

export interface SeedCampaign {
  id: string;
  userId: string;
  agentId: string;
  name: string;
  status: CampaignState;
  startOn: string;
  openFrom: number | null;
  openUntil: number | null;
  at: number;
}

export interface SeedItem {
  userId: string;
  campaignId: string;
  contactId: number;
  status: Exclude<ItemState, 'processing'>;
  position: number;
  score: number;
  scheduledFor: number;
  result: CallEnd | null;
  at: number;
}

export interface SeedCall {
  id: string;
  userId: string;
  campaignId: string;
  itemId: number;
  contactId: number;
  agentId: string;
  phone: string;
  status: CallEnd;
  claimedAt: number;
  answeredAt: number | null;
  endedAt: number;
  durationSeconds: number;
  summary: string | null;
  transcript: string | null;
}

/** The window, time zone and texts of every campaign that is seeded. */
export const SEED_WINDOW = { firstCallTime: '00:00', lastCallTime: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7], timeZone: 'UTC', endOn: null };

export function seedStore({ sqlite }: Database) {
  const contact = sqlite.prepare(
    `INSERT INTO contacts (user_id, phone, name, first_name, last_name, email, company, custom_fields, created_at, updated_at)
     VALUES (@userId, @phone, @firstName || ' ' || @lastName, @firstName, @lastName, @email, @company, json_object('plan', @plan), @at, @at)`,
  );
  const campaign = sqlite.prepare(
    `INSERT INTO call_campaigns (id, user_id, agent_id, name, next_action, status, first_call_time, last_call_time, weekdays, time_zone, start_date,
       open_from, open_until, paused_at, paused_by, paused_reason, cancelled_by, cancelled_reason, started_at, completed_at, created_at, updated_at)
     VALUES (@id, @userId, @agentId, @name, 'Ask how the service is liked and offer a visit', @status, '${SEED_WINDOW.firstCallTime}',
       '${SEED_WINDOW.lastCallTime}', '${JSON.stringify(SEED_WINDOW.weekdays)}', '${SEED_WINDOW.timeZone}', @startOn, @openFrom, @openUntil,
       iif(@status = 'paused', @at, NULL), iif(@status = 'paused', @userId, NULL), iif(@status = 'paused', 'Waiting for the new offer', NULL),
       iif(@status = 'cancelled', @userId, NULL), iif(@status = 'cancelled', 'The list was old', NULL),
       iif(@status IN ('draft', 'scheduled'), NULL, @at), iif(@status IN ('completed', 'cancelled'), @at, NULL), @at, @at)`,
  );
  const item = sqlite.prepare(
    `INSERT INTO call_queue (user_id, campaign_id, contact_id, status, named, score, position, scheduled_for, scheduled_by, ready, ready_at,
       attempt_count, last_attempt_time, last_attempt_result, failure_reason, started_at, completed_at, created_at, updated_at)
     VALUES (@userId, @campaignId, @contactId, @status, 1, @score, @position, @scheduledFor, 'spread', 0, @scheduledFor,
       @result IS NOT NULL, iif(@result IS NULL, NULL, @scheduledFor), @result, iif(@status = 'failed', @result, NULL),
       iif(@result IS NULL, NULL, @scheduledFor), iif(@status = 'queued', NULL, @at), @at, @at)`,
  );
  const call = sqlite.prepare(
    `INSERT INTO calls (id, user_id, campaign_id, item_id, contact_id, agent_id, attempt, phone, provider, practice, provider_call_id, status,
       claimed_at, initiated_at, answered_at, disconnected_at, ended_at, slot_released_at, hold_until, duration_seconds, summary, transcript, updated_at)
     VALUES (@id, @userId, @campaignId, @itemId, @contactId, @agentId, 1, @phone, 'practice', 1, 'line_' || @id, @status,
       @claimedAt, @claimedAt, @answeredAt, @endedAt, @endedAt, @endedAt, @endedAt, @durationSeconds, @summary, @transcript, @endedAt)`,
  );

  return {
    /** @returns the contact's id. */
    contactTx: (row: SeedContact): number => Number(contact.run(row).lastInsertRowid),
    campaignTx: (row: SeedCampaign): void => void campaign.run(row),
    /** @returns the item's id. */
    itemTx: (row: SeedItem): number => Number(item.run(row).lastInsertRowid),
    callTx: (row: SeedCall): void => void call.run(row),
    /** Brings everything from the log into the file. */
    finish: (): void => void sqlite.pragma('wal_checkpoint(TRUNCATE)'),
  };
}
