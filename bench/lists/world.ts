/**
 * A full house for the lists: a million items, calls, deliveries and forbidden numbers. One person has half of them, most of these
 * in one campaign; the rest are shared out among 199 others. Written by SQL alone; the constraints of the schema hold all the same.
 */
import { openData } from '../../src/main/data/open.ts';
import { openStores } from '../../src/main/data/stores.ts';
import { hashPassword } from '../../src/main/accounts/password.ts';
import { systemIds } from '../../src/main/ports/ids.ts';

export const PASSWORD = 'a long enough password';
export const ADMIN = 'admin@example.com';
/** Who has half of everything. */
export const OWNER = 'user1@example.com';
/** The campaign that has most of the owner's people. */
export const LARGE_CAMPAIGN = 'campaign_1';

const USERS = 200;
const CAMPAIGNS = 500;
/** Of the owner. */
const OWN_CAMPAIGNS = 100;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const FIRST =
  'json_extract(\'["Ada","Bruno","Chen","Dilara","Emil","Fatou","Grace","Hana","Ivo","Lea","Mateo","Nadia","Olga","Priya","Rosa","Zoë"]\', \'$[\' || (n * 7 % 16) || \']\')';
const LAST =
  'json_extract(\'["Almeida","Bauer","Dubois","Fischer","Haddad","Ito","Kowalski","Lovelace","Moreau","Nakamura","Petrov","Rossi","Tanaka","Weber","Xu"]\', \'$[\' || ((n * 11 + n / 16) % 15) || \']\')';

/** Fills an empty folder. @param rows of each of the large tables. */
export async function fillWorld(dataDir: string, rows: number): Promise<void> {
  const opened = openData({ dataDir, migrationsFolder: 'drizzle', synchronous: 'OFF' });
  const { sqlite } = opened.database;
  const passwordHash = await hashPassword(systemIds, PASSWORD);
  const now = Date.now();
  const data = openStores(opened.database);
  data.database.write(() => data.settings.writeTx('concurrency', { systemLimit: 0 }, now));
  const given = { rows, now, passwordHash };
  const run = (sql: string) =>
    sqlite.prepare(sql).run(Object.fromEntries(Object.entries(given).filter(([name]) => sql.includes(`@${name}`))));
  const count = (upTo: string) => `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${upTo})`;
  const half = Math.floor(rows / 2);
  // Whose the n-th is, and in which campaign: the first half is the owner's, nine in ten of it in one campaign.
  const user = `CASE WHEN n <= ${half} THEN 1 ELSE 2 + n % ${USERS - 1} END`;
  const campaign = `CASE WHEN n <= ${Math.floor(half * 0.9)} THEN 1 WHEN n <= ${half} THEN 2 + n % ${OWN_CAMPAIGNS - 1}
    ELSE ${OWN_CAMPAIGNS + 1} + (n % ${USERS - 1}) * 2 + n / ${USERS - 1} % 2 END`;
  const status = `CASE WHEN n % 10 < 6 THEN 'queued' WHEN n % 10 < 8 THEN 'completed' WHEN n % 10 = 8 THEN 'failed'
    ELSE iif(n % 20 = 9, 'skipped', 'cancelled') END`;
  const end = 'json_extract(\'["completed","completed","no-answer","busy","voicemail","failed"]\', \'$[\' || (n % 6) || \']\')';
  const calledAt = `@now - ${30 * DAY} + n * (${30 * DAY - HOUR} / @rows)`;
  const dueAt = `CASE WHEN n % 3 = 0 THEN @now - ${HOUR} - n % 1000 ELSE @now + n * 7919 % ${5 * DAY} END`;

  sqlite.transaction(() => {
    run(`INSERT INTO users (id, email, name, role, password_hash, concurrent_calls_limit, active, created_at, updated_at)
      VALUES ('admin', '${ADMIN}', 'Admin', 'admin', @passwordHash, 2, 1, @now, @now)`);
    run(`${count(String(USERS))} INSERT INTO users (id, email, name, role, password_hash, concurrent_calls_limit, active, created_at, updated_at)
      SELECT 'user_' || n, 'user' || n || '@example.com', 'User ' || n, 'supervisor', @passwordHash, 2, 1, @now, @now FROM c`);
    run(`${count(String(USERS * 3))} INSERT INTO agents (id, user_id, name, provider, provider_agent_id, created_at, updated_at)
      SELECT 'agent_' || n, 'user_' || (1 + n % ${USERS}), 'Agent ' || n, 'practice', 'practice', @now, @now FROM c`);
    run(`${count(String(CAMPAIGNS))} INSERT INTO call_campaigns (id, user_id, name, agent_id, next_action, status, first_call_time, last_call_time,
        weekdays, time_zone, start_date, open_from, open_until, paused_at, paused_by, created_at, updated_at, started_at)
      SELECT 'campaign_' || n, 'user_' || CASE WHEN n <= ${OWN_CAMPAIGNS} THEN 1 ELSE 2 + (n - ${OWN_CAMPAIGNS + 1}) / 2 % ${USERS - 1} END, 'Campaign ' || n,
        'agent_' || n, 'Talk', iif(n % 5 = 0, 'paused', 'active'), '00:00', '24:00', '[1,2,3,4,5,6,7]', 'UTC', '2026-03-01',
        @now - ${HOUR}, @now + ${12 * HOUR}, iif(n % 5 = 0, @now, NULL), iif(n % 5 = 0, 'admin', NULL), @now + n, @now, @now FROM c`);
    run(`${count('@rows')} INSERT INTO contacts (id, user_id, phone, name, first_name, last_name, email, company, created_at, updated_at)
      SELECT n, 'user_' || (${user}), '+49' || (15000000000 + n), ${FIRST} || ' ' || ${LAST} || ' ' || n, ${FIRST}, ${LAST},
        iif(n % 3, 'person' || n || '@example.com', NULL), iif(n % 4, NULL, 'Company ' || n % 1000), @now, @now + n FROM c`);
    run(`${count('@rows')} INSERT INTO call_queue (user_id, campaign_id, contact_id, status, priority, named, score, position, scheduled_for,
        scheduled_by, ready, ready_at, attempt_count, max_attempts, last_attempt_time, last_attempt_result, callback_requested, callback_time, completed_at, created_at, updated_at)
      SELECT 'user_' || (${user}), 'campaign_' || (${campaign}), n, ${status}, n % 7, 1, n % 5 * 10, n, ${dueAt}, 'spread',
        n % 10 < 6 AND n % 3 = 0, ${dueAt}, 1 + n % 3, 9, ${calledAt}, ${end}, n % 10 < 6 AND n % 100 = 1,
        iif(n % 10 < 6 AND n % 100 = 1, ${dueAt}, NULL), iif(n % 10 < 6, NULL, @now), @now - n % 86400, ${calledAt} FROM c`);
    run(`${count('@rows')} INSERT INTO calls (id, user_id, campaign_id, item_id, contact_id, agent_id, attempt, phone, provider, practice, provider_call_id,
        status, claimed_at, initiated_at, disconnected_at, ended_at, slot_released_at, hold_until, duration_seconds, updated_at)
      SELECT 'call_' || n, 'user_' || (${user}), 'campaign_' || (${campaign}), n, n, 'agent_' || (1 + n % ${USERS * 3}), 1, '+49' || (15000000000 + n), 'practice', 1,
        'line_' || n, ${end}, ${calledAt}, ${calledAt}, ${calledAt} + 60000, ${calledAt} + 60000, ${calledAt} + 60000, ${calledAt} + 60000,
        iif(n % 6 < 2, 45, 0), ${calledAt} + 60000 FROM c`);
    run(`${count('@rows')} INSERT INTO webhook_inbox (provider, key, received_at, path, headers, body, provider_call_id, call_id, state, applied_at)
      SELECT 'practice', 'key_' || n, ${calledAt}, 'events', '{}', '{"state":"completed"}', 'line_' || n, 'call_' || n, 'applied', ${calledAt} FROM c`);
    run(`${count('@rows')} INSERT INTO do_not_call (phone, reason, added_by, added_at)
      SELECT '+44' || (7000000000 + n), 'asked on the phone, ' || n % 1000, 'admin', @now - n FROM c`);
    run(`INSERT INTO call_buckets (start_at, user_id, campaign_id, agent_id, outcome, practice, calls, talk_seconds)
      SELECT claimed_at / 900000 * 900000, user_id, campaign_id, agent_id, status, practice, count(*), sum(duration_seconds) FROM calls GROUP BY 1, 2, 3, 4, 5, 6`);
    run(`${count('10000')} INSERT INTO notices (id, user_id, level, code, sentence, at, closed_at)
      SELECT 'notice_' || n, 'user_' || (1 + n % ${USERS}), 'info', 'told', 'Something happened.', @now - n, iif(n % 10, @now, NULL) FROM c`);
  })();
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  opened.close();
}
