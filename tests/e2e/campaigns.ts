/** Campaigns by REST, for tests of what the screens show of them. */
import { asAdmin, type Host } from './fixtures.ts';

type Rest = Awaited<ReturnType<typeof asAdmin>>;

export interface World {
  rest: Rest;
  agentId: string;
  contactIds: number[];
}

/** A practice agent and as many contacts, whose calls all end the same: by the last two digits of the numbers. */
export async function aWorld(host: Host, { contacts = 12, ending = '00', speed = 1 } = {}): Promise<World> {
  const rest = await asAdmin(host);
  await rest('PUT', '/settings/telephony', { practice: { speed } });
  const { agent } = (await rest('POST', '/agents', { name: 'Nora', provider: 'practice' })) as { agent: { id: string } };
  const contactIds: number[] = [];
  for (let place = 0; place < contacts; place += 1) {
    const phoneNumber = `+4915120${String(place).padStart(4, '0')}${ending}`;
    const { contact } = (await rest('POST', '/contacts', { phoneNumber, name: `Person ${place}` })) as { contact: { id: number } };
    contactIds.push(contact.id);
  }
  return { rest, agentId: agent.id, contactIds };
}

/** A campaign that may call at any time, as fast as allowed, unless told otherwise. */
export async function aCampaign({ rest, agentId, contactIds }: World, name: string, more: object = {}): Promise<string> {
  const always = { firstCallTime: '00:00', lastCallTime: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7], timeZone: 'UTC', pacing: 'asap' };
  const { campaign } = (await rest('POST', '/campaigns', {
    name,
    agentId,
    contactIds,
    nextAction: 'Say hello',
    ...always,
    ...more,
  })) as { campaign: { id: string } };
  return campaign.id;
}
