/**
 * npm run seed -- demo|history|100k|1m|list [--data-dir DIR]: fills an empty data directory with an admin, supervisors, contacts and campaigns
 * in every state. Everybody gets the one password that is printed.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badInput, conflict } from '../../../shared/domain/app-error.ts';
import { hashPassword } from '../../accounts/password.ts';
import { openData } from '../../data/open.ts';
import { seedStore } from '../../data/seed-store.ts';
import { openStores } from '../../data/stores.ts';
import type { Parts } from '../../parts.ts';
import { systemClock } from '../../ports/clock.ts';
import { Health } from '../../ports/health.ts';
import { noMetrics } from '../../ports/metrics.ts';
import { noSignal, silentLogger } from '../../ports/host.ts';
import { systemIds } from '../../ports/ids.ts';
import { noRecordings } from '../../ports/recordings.ts';
import { noTunnel } from '../../ports/tunnel.ts';
import { findRoot } from '../find-root.ts';
import { command, print } from './command.ts';
import { fillOwner, type Owner } from './seed/fill.ts';
import { SIZES, type SeedSize } from './seed/sizes.ts';

const PASSWORD_BYTES = 9;
const ADMIN = 'admin@example.com';

function partsOver(data: Parts['data']): Parts {
  const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
  return {
    data,
    clock: systemClock,
    ids: systemIds,
    log: silentLogger,
    secrets,
    signal: noSignal,
    providers: {},
    recordings: noRecordings,
    tunnel: noTunnel,
    health: new Health(),
    metrics: noMetrics,
  };
}

const emailOf = (n: number) => `supervisor${n + 1}@example.com`;

function seed(parts: Parts, size: SeedSize, passwordHash: string): void {
  const { data, clock } = parts;
  if (!data.users.isEmpty()) throw conflict('not_empty', 'There is data in this directory already. Name an empty one with --data-dir.');
  const store = seedStore(data.database);
  data.database.write(() => {
    addUser(parts, { email: ADMIN, name: 'Admin', role: 'admin', passwordHash, limit: size.userLimit });
    data.settings.writeTx('concurrency', { systemLimit: size.systemLimit }, clock.now());
  });
  for (let n = 0; n < size.supervisors; n += 1) {
    data.database.write(() => {
      const userId = addUser(parts, {
        email: emailOf(n),
        name: `Supervisor ${n + 1}`,
        role: 'supervisor',
        passwordHash,
        limit: size.userLimit,
      });
      fillOwner(parts, store, addAgent(parts, userId), size, n * size.contactsEach);
    });
  }
  store.finish();
}

interface SeedUser {
  email: string;
  name: string;
  role: 'admin' | 'supervisor';
  passwordHash: string;
  limit: number;
}

function addUser({ data, ids, clock }: Parts, { limit, ...user }: SeedUser): string {
  const now = clock.now();
  return data.users.insertTx({ id: ids.next('user'), ...user, concurrentCallsLimit: limit, createdAt: now, updatedAt: now }).id;
}

function addAgent({ data, ids, clock }: Parts, userId: string): Owner {
  const now = clock.now();
  const agentId = ids.next('agent');
  const agent = { id: agentId, userId, name: 'Practice agent', provider: 'practice' as const, providerAgentId: 'practice' };
  data.agents.insertTx({ ...agent, createdAt: now, updatedAt: now });
  return { userId, agentId };
}

await command(async ({ dataDir, rest: [name = ''] }) => {
  const size = SIZES[name];
  if (!size) throw badInput('unknown_size', `Say how much: npm run seed -- ${Object.keys(SIZES).join('|')} --data-dir DIR`);
  const password = systemIds.secret(PASSWORD_BYTES);
  const passwordHash = await hashPassword(systemIds, password);
  const startedAt = performance.now();
  const migrationsFolder = join(findRoot(dirname(fileURLToPath(import.meta.url))), 'drizzle');
  // What is lost in a power cut is seeded again.
  const opened = openData({ dataDir, migrationsFolder, synchronous: 'OFF' });
  try {
    seed(partsOver(openStores(opened.database)), size, passwordHash);
  } finally {
    opened.close();
  }
  const people = (size.supervisors * size.contactsEach).toLocaleString('en');
  print(`${people} contacts of ${size.supervisors} supervisors in ${dataDir}, in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  print(`Sign in as ${ADMIN} or ${emailOf(0)} … ${emailOf(size.supervisors - 1)} with the password ${password}`);
});
