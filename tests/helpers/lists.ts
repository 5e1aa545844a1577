/** Lists of people to call, made by the verb that people use, and what the far end of the line saw of them. */
import { createCampaign } from '../../src/main/campaigns/create.ts';
import type { Campaign } from '../../src/main/data/campaign-store.ts';
import { type Actor, everyone } from '../../src/main/data/scope.ts';
import type { TelephonyProvider } from '../../src/main/ports/provider.ts';
import { sleep } from '../../src/main/ports/clock.ts';
import type { ObservedDial } from '../../src/main/telephony/practice/tally.ts';
import type { NewCampaign } from '../../src/shared/contract/campaigns.ts';
import type { DialingChange } from '../../src/shared/contract/settings.ts';
import type { ProviderName } from '../../src/shared/domain/states.ts';
import { aContact, anAgent, type World } from './builders.ts';
import type { Simulation } from './simulation.ts';

/** So many numbers that end in the two figures given: 00 to 09 have a fixed outcome, others follow the line's weights. */
export function numbersEnding(ending: string, n: number, from = 0): string[] {
  return Array.from({ length: n }, (_, i) => `+49302${String(1000 + from + i)}${ending}`);
}

/** A campaign over these numbers, every day from 09:00 to 18:00 in UTC, as fast as allowed. */
export async function callList(
  world: World,
  owner: Actor,
  phones: readonly string[],
  { agentId = anAgent(world, owner).id, ...settings }: Partial<NewCampaign> = {},
): Promise<Campaign> {
  const contactIds = world.data.database.write(() =>
    phones.map((phone) => (world.data.contacts.byNumber(owner.userId, phone) ?? aContact(world, owner, { phone })).id),
  );
  const window = { firstCallTime: '09:00', lastCallTime: '18:00', timeZone: 'UTC', pacing: 'asap' as const };
  const given = { name: 'List', nextAction: 'Talk', ...window, contactIds, ...settings, agentId };
  const { campaign } = await whileTimeStands(world, createCampaign(world, owner, given));
  return campaign;
}

/** Waits for work that lets others go between its steps, which a clock that nobody moves would hold up. */
export async function whileTimeStands<T>({ clock }: World, work: Promise<T>): Promise<T> {
  const waited = { over: false };
  const ended = () => {
    waited.over = true;
  };
  work.then(ended, ended);
  while (!waited.over) await clock.advance(0);
  return work;
}

/** Lets time go by, half a second at a time, until work is done that waits for the far end. */
export async function whileTimePasses<T>({ clock }: Pick<World, 'clock'>, work: Promise<T>): Promise<T> {
  const waited = { over: false };
  const ended = () => {
    waited.over = true;
  };
  work.then(ended, ended);
  await clock.advance(0);
  while (!waited.over) await clock.advance(500);
  return work;
}

/** Settings of dialing that a test needs. Over long stretches of time a rare tick will do: due times drive the loop. */
export function setDialing(world: World, settings: DialingChange): void {
  world.data.database.write(() => world.data.settings.writeTx('dialing', { timeZone: 'UTC', ...settings }, world.clock.now()));
}

/** The numbers that the line was asked to call, in its order. */
export const dialed = (simulation: Simulation): string[] => simulation.line.observe().dials.map(({ to }) => to);

/** Most calls up at one moment for each group of numbers, counted at the line from now on. */
export function countUp(simulation: Simulation, groupOf: (phone: string) => string): ReadonlyMap<string, number> {
  const up = new Map<string, number>();
  const most = new Map<string, number>();
  simulation.line.watch((what: 'up' | 'down', { to }: Readonly<ObservedDial>) => {
    const group = groupOf(to);
    const n = (up.get(group) ?? 0) + (what === 'up' ? 1 : -1);
    up.set(group, n);
    most.set(group, Math.max(most.get(group) ?? 0, n));
  });
  return most;
}

/** Lets time go by until nobody of these campaigns waits or is being called. */
export async function untilDone(simulation: Simulation, campaigns: readonly Campaign[], limitMs: number): Promise<void> {
  const ids = campaigns.map(({ id }) => id);
  const left = () => simulation.world.data.campaigns.viewsOf(everyone, ids).some(({ counts }) => counts.queued + counts.processing > 0);
  await simulation.clock.until(() => !left(), limitMs, 'the end of the lists');
}

/** From now on, until the engine is dropped, a dial reaches the line at once and its answer takes `ms` to come back. */
export function slowDials({ world, clock, farEnd: { name } }: Simulation, ms: number): void {
  const providers = world.providers as Partial<Record<ProviderName, TelephonyProvider>>;
  const provider = providers[name]!;
  const dial: TelephonyProvider['dial'] = async (request) => {
    const answer = await provider.dial(request);
    await sleep(clock, ms);
    return answer;
  };
  providers[name] = { ...provider, dial };
}
