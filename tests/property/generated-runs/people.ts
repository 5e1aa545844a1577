/** Puts a scenario's users, lists and campaigns into the store, through the verbs that people use. */
import { createCampaign } from '../../../src/main/campaigns/create.ts';
import type { Actor } from '../../../src/main/data/scope.ts';
import { addDays, localDateOf } from '../../../src/shared/domain/calendar.ts';
import { aContact, anAdmin, anAgent, aUser, type World } from '../../helpers/builders.ts';
import { type CampaignPlan, POOL, type Scenario } from './scenario.ts';

export interface Town {
  admin: Actor;
  users: Actor[];
  agents: Map<string, string>;
  campaigns: string[];
}

/** @returns who and what a run's actions may name. */
export async function settle(world: World, scenario: Scenario): Promise<Town> {
  const now = world.clock.now();
  const admin = anAdmin(world, { concurrentCallsLimit: 1 });
  const users = scenario.users.map(({ limit }) => aUser(world, { concurrentCallsLimit: limit }));
  world.data.database.write(() => {
    world.data.settings.writeTx('concurrency', { systemLimit: scenario.systemLimit }, now);
    // Due times drive the loop; the steady tick is only a net under them.
    world.data.settings.writeTx('dialing', { passSeconds: 900, gapMinutes: scenario.gapMinutes, timeZone: 'UTC' }, now);
  });
  const town: Town = { admin, users, agents: new Map(users.map((user) => [user.userId, anAgent(world, user).id])), campaigns: [] };
  for (const plan of scenario.campaigns) {
    const id = await begin(world, town, plan);
    if (id !== null) town.campaigns.push(id);
  }
  return town;
}

/** A person of the pool among one's contacts, as they are or new. */
export function personOf(world: World, owner: Actor, { number, timeZone, named }: CampaignPlan['people'][number]): number {
  const phone = POOL[number] as string;
  const known = world.data.contacts.byNumber(owner.userId, phone);
  return known?.id ?? aContact(world, owner, { phone, timeZone, name: named ? `Person ${number}` : '', firstName: '', lastName: '' }).id;
}

async function begin(world: World, town: Town, plan: CampaignPlan): Promise<string | null> {
  const owner = town.users[plan.user % town.users.length] as Actor;
  const startDate = localDateOf(world.clock.now(), plan.timeZone);
  const contactIds = plan.people.map((person) => personOf(world, owner, person));
  try {
    const { campaign } = await createCampaign(world, owner, {
      name: 'List',
      agentId: town.agents.get(owner.userId) as string,
      nextAction: 'Talk',
      firstCallTime: plan.firstCallTime,
      lastCallTime: plan.lastCallTime,
      timeZone: plan.timeZone,
      weekdays: plan.weekdays,
      useContactZone: plan.useContactZone,
      startDate,
      endDate: plan.days === null ? null : addDays(startDate, plan.days),
      pacing: plan.pacing,
      concurrencyLimit: plan.concurrencyLimit,
      retry: { maxAttempts: plan.maxAttempts, retryAfter: plan.retryAfter },
      contactIds,
    });
    return campaign.id;
  } catch (error) {
    // No opening left before its end date: it is refused, as it must be.
    if (error instanceof Error && error.name === 'AppError') return null;
    throw error;
  }
}
