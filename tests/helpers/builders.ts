/**
 * A world for tests: parts over a real SQLite file in a folder of its own, a clock that the test moves, ids from a seed. Builders
 * make consistent rows; what a test does not say is ordinary.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { currentOpening } from '../../src/main/campaigns/opening.ts';
import type { Campaign, NewCampaign } from '../../src/main/data/campaign-store.ts';
import type { Call, NewCall } from '../../src/main/data/call-store.ts';
import type { Agent, NewAgentRow } from '../../src/main/data/agent-store.ts';
import type { Contact, NewContactRow } from '../../src/main/data/contact-store.ts';
import type { QueueItem } from '../../src/main/data/item-store.ts';
import { openData } from '../../src/main/data/open.ts';
import { queueItems } from '../../src/main/data/schema/index.ts';
import { type Actor, everyone } from '../../src/main/data/scope.ts';
import { openStores } from '../../src/main/data/stores.ts';
import type { NewUserRow } from '../../src/main/data/user-store.ts';
import type { Parts } from '../../src/main/parts.ts';
import { Health } from '../../src/main/ports/health.ts';
import { noMetrics } from '../../src/main/ports/metrics.ts';
import { noRecordings } from '../../src/main/ports/recordings.ts';
import { noTunnel } from '../../src/main/ports/tunnel.ts';
import { noSignal, silentLogger } from '../../src/main/ports/host.ts';
import { isNamed, scoreOf } from '../../src/shared/domain/score.ts';
import type { CallEnd, CampaignState, Role } from '../../src/shared/domain/states.ts';
import { putEmptyDatabase } from './empty-database.ts';
import { seededIds } from './seeded-ids.ts';
import { VirtualClock } from './virtual-clock.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));

/** The cheapest scrypt there is: hashes carry their cost. */
export const CHEAP = { logN: 4, r: 1, p: 1 };

export interface World extends Parts {
  clock: VirtualClock;
  dataDir: string;
  /** What agents are unless a test says otherwise: those of the provider that is tried. */
  agentRow?: Partial<NewAgentRow>;
  close(): void;
}

/** Parts over an empty database, without a provider; Monday 2026-03-02, 09:00 UTC unless `at` says otherwise. */
export function openWorld({ at, ...parts }: Partial<Parts> & { at?: number } = {}): World {
  const dataDir = mkdtempSync(join(tmpdir(), 'ringmaster-'));
  putEmptyDatabase(dataDir);
  const opened = openData({ dataDir, migrationsFolder: MIGRATIONS, synchronous: 'OFF' });
  return {
    data: openStores(opened.database),
    ids: seededIds(),
    log: silentLogger,
    secrets: { seal: (plain) => plain, open: (sealed) => sealed },
    signal: noSignal,
    providers: {},
    recordings: noRecordings,
    tunnel: noTunnel,
    health: new Health(),
    metrics: noMetrics,
    ...parts,
    clock: new VirtualClock(at),
    dataDir,
    close() {
      opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A user who may sign in, with limit 2. */
export function aUser(world: World, { role = 'supervisor', ...given }: Partial<NewUserRow> & { role?: Role } = {}): Actor {
  const id = given.id ?? world.ids.next('user');
  const now = world.clock.now();
  world.data.database.write(() =>
    world.data.users.insertTx({
      id,
      email: `${id}@example.com`,
      name: `User ${id}`,
      passwordHash: '-',
      createdAt: now,
      updatedAt: now,
      ...given,
      role,
    }),
  );
  return { userId: id, role };
}

export const anAdmin = (world: World, given: Partial<NewUserRow> = {}): Actor => aUser(world, { ...given, role: 'admin' });

export function anAgent(world: World, owner: Actor, given: Partial<NewAgentRow> = {}): Agent {
  const id = given.id ?? world.ids.next('agent');
  const now = world.clock.now();
  world.data.database.write(() =>
    world.data.agents.insertTx({
      id,
      userId: owner.userId,
      name: `Agent ${id}`,
      provider: 'practice',
      providerAgentId: 'practice',
      createdAt: now,
      updatedAt: now,
      ...world.agentRow,
      ...given,
    }),
  );
  return world.data.agents.get(everyone, id)!;
}

const numbers = new WeakMap<World, number>();

/** A contact with a number of its own: +49 30 2 and six figures. */
export function aContact(world: World, owner: Actor, given: Partial<NewContactRow> = {}): Contact {
  const next = (numbers.get(world) ?? 100_010) + 1;
  numbers.set(world, next);
  const now = world.clock.now();
  return world.data.database.write(() =>
    world.data.contacts.insertTx({
      userId: owner.userId,
      phone: `+49302${next}`,
      name: 'Ada Lovelace',
      firstName: 'Ada',
      lastName: 'Lovelace',
      createdAt: now,
      updatedAt: now,
      ...given,
    }),
  );
}

/** The states through which a campaign comes to be in one. */
const WAY_TO: Readonly<Record<CampaignState, readonly CampaignState[]>> = {
  draft: [],
  scheduled: ['scheduled'],
  active: ['active'],
  paused: ['active', 'paused'],
  completed: ['active', 'completed'],
  cancelled: ['active', 'cancelled'],
};

/** A campaign that calls every day from 09:00 to 18:00 in UTC, in the state that is asked for. */
export function aCampaign(
  world: World,
  owner: Actor,
  { status = 'active', ...given }: Partial<NewCampaign> & { status?: CampaignState } = {},
): Campaign {
  const { data, clock } = world;
  const now = clock.now();
  const window = {
    firstCallTime: '09:00',
    lastCallTime: '18:00',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    timeZone: 'UTC',
    startOn: new Date(now).toISOString().slice(0, 10),
  };
  const agentId = given.agentId ?? anAgent(world, owner).id;
  const fields = { ...window, name: 'Spring offer', nextAction: 'Offer a demo', ...given, agentId, endOn: given.endOn ?? null };
  return data.database.write(() => {
    const opening = currentOpening(fields, data.compliance.holidaySet(), now);
    const campaign = data.campaigns.insertTx({
      id: world.ids.next('campaign'),
      userId: owner.userId,
      createdAt: now,
      updatedAt: now,
      ...opening,
      ...fields,
    });
    let from: CampaignState = 'draft';
    for (const to of WAY_TO[status]) {
      const paused = to === 'paused' ? { pausedBy: owner.userId, pausedAt: now } : {};
      data.campaigns.moveTx(campaign, from, to, now, paused);
      from = to;
    }
    // A cancelled campaign without people has nothing left to carry.
    if (status === 'cancelled') data.campaigns.changeTx(campaign, now, { carry: null });
    return data.campaigns.get(everyone, campaign.id)!;
  });
}

/** An item that waits in a campaign and is due; the contact is a new one of the owner's unless given. */
export function anItem(
  world: World,
  campaign: Campaign,
  given: Partial<typeof queueItems.$inferInsert> & { contact?: Contact } = {},
): QueueItem {
  const { data, clock } = world;
  const now = clock.now();
  const { contact = aContact(world, { userId: campaign.userId, role: 'supervisor' }), ...fields } = given;
  return data.database.write(() => {
    const { id } = data.database.orm
      .insert(queueItems)
      .values({
        userId: campaign.userId,
        campaignId: campaign.id,
        contactId: contact.id,
        named: isNamed(contact.name) ? 1 : 0,
        score: scoreOf(contact),
        position: 1,
        scheduledFor: now,
        scheduledBy: 'spread',
        readyAt: now,
        createdAt: now,
        updatedAt: now,
        ...fields,
      })
      .returning({ id: queueItems.id })
      .get();
    return data.items.get(everyone, id)!;
  });
}

/** A call of a waiting item that is up: the item is being called, a slot is held. */
export function aCallUp(world: World, item: QueueItem, given: Partial<NewCall> = {}): Call {
  const { data, clock } = world;
  const now = clock.now();
  const campaign = data.campaigns.get(everyone, item.campaignId)!;
  const contact = data.contacts.get(everyone, item.contactId)!;
  const agent = data.agents.get(everyone, item.agentId ?? campaign.agentId)!;
  const id = given.id ?? world.ids.next('call');
  return data.database.write(() => {
    data.calls.insertTx({
      id,
      userId: item.userId,
      campaignId: campaign.id,
      itemId: item.id,
      contactId: contact.id,
      agentId: agent.id,
      attempt: item.attemptCount + 1,
      phone: contact.phone,
      provider: agent.provider,
      practice: agent.provider === 'practice',
      providerCallId: `line_${id}`,
      claimedAt: now,
      checkAt: now + 60_000,
      holdUntil: now + 3_900_000,
      updatedAt: now,
      ...given,
    });
    data.items.moveTx(item, 'queued', 'processing', now, { callId: id, attemptCount: item.attemptCount + 1, lastAttemptAt: now });
    return data.calls.get(everyone, id)!;
  });
}

/** A call of a waiting item that is over, counted in the figures; its item is done with it. */
export function anEndedCall(
  world: World,
  item: QueueItem,
  end: CallEnd,
  { durationSeconds = end === 'completed' ? 60 : 0, ...given }: Partial<NewCall> = {},
): Call {
  const { data, clock } = world;
  const call = aCallUp(world, item, given);
  return data.database.write(() => {
    const now = clock.now();
    data.calls.moveTx(call, end, now, now, now, { durationSeconds, ...(given.cost == null ? {} : { cost: given.cost }) });
    const ended = data.calls.get(everyone, call.id)!;
    data.rollups.addTx(ended, 1);
    const success = end === 'completed' && durationSeconds !== null && durationSeconds > 0;
    const to = success ? 'completed' : end === 'cancelled' ? 'cancelled' : end === 'not-placed' ? 'queued' : 'failed';
    data.items.moveTx(item, 'processing', to, now, { lastAttemptResult: end });
    return ended;
  });
}
