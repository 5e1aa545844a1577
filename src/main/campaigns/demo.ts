/**
 * A campaign to look at, in one step: invented people, a practice agent, a window that is open all day. It calls on the practice
 * line alone, so that nobody is rung, whatever else is set up. What is there already is used, so that it may be asked twice.
 */
import type { CampaignSettings, PeopleAdded } from '../../shared/contract/campaigns.ts';
import { INVENTED_PEOPLE } from '../../shared/domain/invented-people.ts';
import { createAgent } from '../agents/agents.ts';
import { createContact } from '../contacts/create-contact.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { createCampaign } from './create.ts';

const AGENT = 'Practice agent';
const OPEN_ALL_DAY = { firstCallTime: '00:00', lastCallTime: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };

/** @throws AppError `too_many_campaigns`, the refusals of a start. */
export async function createDemo(parts: Parts, actor: Actor, timeZone?: string): Promise<{ campaign: Campaign; people: PeopleAdded }> {
  const { agentId, contactIds } = parts.data.database.write(() => ({
    agentId: practiceAgent(parts, actor),
    contactIds: INVENTED_PEOPLE.map((person) => contactId(parts, actor, person)),
  }));
  const settings: CampaignSettings = {
    name: 'Demo: a call to invented people',
    description: 'Made to look at. Its calls are made on the practice line: nobody is rung.',
    agentId,
    nextAction: 'Ask whether they have ten minutes for a short demo next week, and agree on a day',
    ...OPEN_ALL_DAY,
    ...(timeZone === undefined ? {} : { timeZone }),
    pacing: 'asap',
  };
  return createCampaign(parts, actor, { ...settings, contactIds });
}

function practiceAgent(parts: Parts, actor: Actor): string {
  const [known] = parts.data.agents.list(ownScope(actor), { provider: 'practice', page: 1, limit: 1 });
  return known?.id ?? createAgent(parts, actor, { name: AGENT, provider: 'practice' }).id;
}

function contactId(parts: Parts, actor: Actor, person: (typeof INVENTED_PEOPLE)[number]): number {
  return parts.data.contacts.byNumber(actor.userId, person.phoneNumber)?.id ?? createContact(parts, actor, person).id;
}
