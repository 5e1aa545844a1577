/** What most tests of campaigns begin with. */
import type { Host } from './fixtures.ts';
import { anAgent, asAdmin, numbered, type Rest, someContacts } from './rest.ts';

export interface World {
  rest: Rest;
  agentId: string;
  contactIds: readonly number[];
}

/** A practice agent and as many contacts, whose calls all end the same: by the last two digits of the numbers. */
export async function aWorld(host: Host, { contacts = 12, ending = '00', speed = 1 } = {}): Promise<World> {
  const rest = await asAdmin(host);
  await rest('PUT', '/settings/telephony', { practice: { speed } });
  const agentId = await anAgent(rest);
  return { rest, agentId, contactIds: await someContacts(rest, numbered(contacts), [ending]) };
}

/** A campaign that may call at any time, as fast as allowed, unless told otherwise. */
export async function aCampaign({ rest, agentId, contactIds }: World, name: string, more: object = {}): Promise<string> {
  const always = { firstCallTime: '00:00', lastCallTime: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7], timeZone: 'UTC', pacing: 'asap' };
  const settings = { name, agentId, contactIds, nextAction: 'Say hello', ...always, ...more };
  const { campaign } = (await rest('POST', '/campaigns', settings)) as { campaign: { id: string } };
  return campaign.id;
}

/** The number of today, 1 to 7, as a campaign's zone (UTC) has it; others from there. */
export const weekdayIn = (days: number): number => ((new Date().getUTCDay() + 6 + days) % 7) + 1;

/** Lets so many calls of the admin be up at a time. */
export async function withLimit({ rest }: World, limit: number): Promise<void> {
  const { user } = (await rest('GET', '/me')) as { user: { id: string } };
  await rest('PUT', '/settings/concurrency', { systemLimit: Math.max(limit, 1), users: [{ userId: user.id, limit }] });
}
