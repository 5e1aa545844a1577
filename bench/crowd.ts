/**
 * A full house for the measurements: 1,000,000 waiting items of 200 users in 500 campaigns, on a provider that accepts every
 * call at once and rings nobody.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openData } from '../src/main/data/open.ts';
import { openStores } from '../src/main/data/stores.ts';
import type { Parts } from '../src/main/parts.ts';
import type { Clock } from '../src/main/ports/clock.ts';
import { Health } from '../src/main/ports/health.ts';
import { noMetrics } from '../src/main/ports/metrics.ts';
import { noRecordings } from '../src/main/ports/recordings.ts';
import { noTunnel } from '../src/main/ports/tunnel.ts';
import { noSignal, silentLogger } from '../src/main/ports/host.ts';
import { systemIds } from '../src/main/ports/ids.ts';
import type { TelephonyProvider } from '../src/main/ports/provider.ts';
import { settleTimeZone } from '../src/main/settings/dialing.ts';

export interface CrowdSize {
  items: number;
  users: number;
  campaigns: number;
  userLimit: number;
  systemLimit: number;
  /** Half the items in paused or shut campaigns with the highest priority, 90 % of the rest not due. */
  hard: boolean;
}

export interface Crowd {
  parts: Parts;
  /** Stands still, unless the crowd was gathered with a clock of its own. */
  clock: { time: number };
  close(): void;
}

export interface CrowdParts {
  clock?: Clock;
  provider?: TelephonyProvider;
}

/** The crowd's morning: every opening is open then. */
export const START = Date.UTC(2026, 2, 2, 9);
const HOUR = 3_600_000;

/** Accepts every call at once and rings nobody. */
export const acceptsAll: TelephonyProvider = {
  name: 'practice',
  can: { hangUp: false, withdraw: false, record: false, lookUpByReference: false },
  accountLimit: () => null,
  takeRateToken: () => true,
  nextRateTokenAt: (now) => now,
  dial: (request) => Promise.resolve({ kind: 'accepted', providerCallId: `there_${request.reference}`, state: 'queued' }),
  lookUp: () => Promise.resolve({ kind: 'not-found' }),
  hangUp: () => Promise.resolve({ kind: 'cannot' }),
  withdraw: () => Promise.resolve({ kind: 'cannot' }),
  readDelivery: () => ({ kind: 'nothing' }),
  fetchRecording: () => Promise.resolve(null),
};

/** Makes a crowd in a folder of its own, which `close` removes. */
export function gatherCrowd(size: CrowdSize, { clock: own, provider = acceptsAll }: CrowdParts = {}): Crowd {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-bench-'));
  const open = openData({ dataDir, migrationsFolder: 'drizzle' });
  const clock = { time: START, now: (): number => clock.time, monotonic: (): number => clock.time, after: () => () => {} };
  const parts: Parts = {
    data: openStores(open.database),
    clock: own ?? clock,
    ids: systemIds,
    log: silentLogger,
    secrets: { seal: (plain) => plain, open: (sealed) => sealed },
    signal: noSignal,
    providers: { practice: provider },
    recordings: noRecordings,
    tunnel: noTunnel,
    health: new Health(),
    metrics: noMetrics,
  };
  fill(parts, size);
  return {
    parts,
    clock,
    close() {
      open.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function fill(parts: Parts, size: CrowdSize): void {
  const { data } = parts;
  const { sqlite } = data.database;
  data.database.write(() => data.settings.writeTx('concurrency', { systemLimit: size.systemLimit }, START));
  settleTimeZone(parts);
  const user = sqlite.prepare(
    `INSERT INTO users (id, email, name, role, password_hash, concurrent_calls_limit, active, created_at, updated_at)
     VALUES (?, ?, ?, 'supervisor', '-', ?, 1, ${START}, ${START})`,
  );
  const agent = sqlite.prepare(
    `INSERT INTO agents (id, user_id, name, provider, provider_agent_id, created_at, updated_at) VALUES (?, ?, 'Agent', 'practice', 'practice', ${START}, ${START})`,
  );
  const campaign = sqlite.prepare(
    `INSERT INTO call_campaigns (id, user_id, name, agent_id, next_action, status, first_call_time, last_call_time, weekdays, time_zone, start_date,
       open_from, open_until, pacing, paused_at, paused_by, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'Talk', ?, '08:00', '18:00', '[1,2,3,4,5,6,7]', 'UTC', '2026-03-01', ?, ?, 'asap', ?, ?, ${START}, ${START})`,
  );
  const contact = sqlite.prepare(
    `INSERT INTO contacts (id, user_id, phone, name, created_at, updated_at) VALUES (?, ?, ?, ?, ${START}, ${START})`,
  );
  const item = sqlite.prepare(
    `INSERT INTO call_queue (user_id, campaign_id, contact_id, priority, named, score, position, scheduled_for, scheduled_by, ready, ready_at, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'spread', ?, ?, ${START}, ${START})`,
  );
  const paused = (index: number) => size.hard && index % 2 === 0;
  const shut = (index: number) => paused(index) && index % 4 === 0;
  const everySecond = size.hard ? 2 : 1;

  sqlite.transaction(() => {
    for (let u = 0; u < size.users; u += 1) {
      user.run(`user_${u}`, `user${u}@example.com`, `User ${u}`, size.userLimit);
      agent.run(`agent_${u}`, `user_${u}`);
    }
    for (let k = 0; k < size.campaigns; k += 1) {
      const u = k % size.users;
      const isPaused = paused(k) && !shut(k);
      const opening = shut(k) ? [START + 24 * HOUR, START + 34 * HOUR] : [START - HOUR, START + 9 * HOUR];
      campaign.run(
        `campaign_${k}`,
        `user_${u}`,
        `Campaign ${k}`,
        `agent_${u}`,
        isPaused ? 'paused' : 'active',
        ...opening,
        isPaused ? START : null,
        isPaused ? `user_${u}` : null,
      );
    }
  })();
  for (let first = 0; first < size.items; first += 5000) {
    sqlite.transaction(() => {
      for (let i = first; i < Math.min(first + 5000, size.items); i += 1) {
        const k = i % size.campaigns;
        const u = k % size.users;
        const out = paused(k);
        const due = !size.hard || out || Math.floor(i / (size.campaigns * everySecond)) % 10 === 0;
        const at = due ? START - HOUR : START + 6 * HOUR;
        contact.run(i + 1, `user_${u}`, `+49${15_000_000_000 + i}`, i % 3 ? `Person ${i}` : '');
        item.run(
          `user_${u}`,
          `campaign_${k}`,
          i + 1,
          out ? 100 : 0,
          i % 3 ? 1 : 0,
          i % 3 ? 100 : 0,
          Math.floor(i / size.campaigns) + 1,
          at,
          due ? 1 : 0,
          at,
        );
      }
    })();
  }
  sqlite.exec('ANALYZE');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}
