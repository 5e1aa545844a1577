/** Things of somebody for requests that are made up, and which of them a field means. */
import { aCampaign, aContact, anAgent, anEndedCall, anItem, type World } from './builders.ts';
import type { Person, TestEngine } from './engine.ts';

export interface Owned {
  users: string[];
  agents: string[];
  campaigns: string[];
  contacts: number[];
  items: number[];
  calls: string[];
  notices: string[];
  /** What nobody else may ever be told: opaque ids, and the numbers of people. */
  told: string[];
}

const PHONES = ['+442079460111', '+442079460112', '+442079460113', '+442079460114'];
let numbers = 0;

/** One of everything of a person, each with a mark; campaigns that call on the practice line the whole day. */
export function aWorldOf({ parts, clock, dataDir }: TestEngine, { actor }: Person, mark: string): Owned {
  const world: World = { ...parts, clock, dataDir, close() {} };
  const agent = anAgent(world, actor, { name: mark });
  const window = {
    agentId: agent.id,
    name: mark,
    nextAction: mark,
    firstCallTime: '00:00',
    lastCallTime: '24:00',
    pacing: 'asap' as const,
  };
  const active = aCampaign(world, actor, window);
  const draft = aCampaign(world, actor, { ...window, status: 'draft' });
  const phones: string[] = [];
  const people = Array.from({ length: 12 }, () => {
    numbers += 1;
    const phone = `+49302${700_000 + numbers}`;
    phones.push(phone);
    return aContact(world, actor, { name: mark, firstName: mark, lastName: '', phone });
  });
  const items = people.slice(0, 9).map((contact, k) => anItem(world, k < 8 ? active : draft, { contact, position: k + 1 }));
  const call = anEndedCall(world, items[7]!, 'completed');
  const noticeId = `notice_${mark}_${numbers}`;
  const at = clock.now();
  parts.data.database.write(() =>
    parts.data.notices.addTx({
      id: noticeId,
      userId: actor.userId,
      campaignId: active.id,
      level: 'info',
      code: 'told',
      sentence: mark,
      at,
    }),
  );
  return {
    users: [actor.userId],
    agents: [agent.id],
    campaigns: [active.id, draft.id],
    contacts: people.map(({ id }) => id),
    items: items.map(({ id }) => id),
    calls: [call.id],
    notices: [noticeId],
    told: [agent.id, active.id, draft.id, call.id, noticeId],
  };
}

/** What a field may name, by its name; of an `id` the route says which kind. */
export function idsOf(name: string, operationId: string, mine: Owned): readonly unknown[] | undefined {
  const [resource = '', route = ''] = operationId.split('.');
  switch (name) {
    case 'campaignId':
      return mine.campaigns;
    case 'agentId':
      return mine.agents;
    case 'contactId':
    case 'contactIds':
    case 'contacts':
      return mine.contacts;
    case 'itemId':
    case 'ids':
      return mine.items;
    case 'callId':
      return mine.calls;
    case 'userId':
    case 'toUserId':
      return mine.users;
    case 'phoneNumber':
    case 'phoneNumbers':
    case 'callerIdNumber':
    case 'callerNumber':
      return PHONES;
    case 'timeZone':
      return ['Europe/Berlin', 'UTC', 'America/New_York'];
    case 'status':
      return /^(queue|callQueue|campaigns)/.test(resource) && route !== 'change'
        ? ['queued', 'pending', 'active', 'failed,completed']
        : undefined;
    case 'systemLimit':
      return [5];
    case 'limit':
      return resource === 'settings' ? [3] : undefined;
    case 'concurrentCallsLimit':
      return [3];
    case 'speed':
      return [1, 60];
    case 'shared':
      return [false];
    case 'role':
      return ['supervisor'];
    case 'provider':
      return ['practice'];
    case 'metadata':
      return [{ source: 'manual-entry' }, { source: null, notes: 'again' }];
    case 'id':
      return byResource(resource, route, mine);
    default:
      return undefined;
  }
}

function byResource(resource: string, route: string, mine: Owned): readonly unknown[] | undefined {
  switch (resource) {
    case 'agents':
      return mine.agents;
    case 'analytics':
    case 'campaigns':
      return mine.campaigns;
    case 'telephony':
      return /webhook/i.test(route) ? mine.agents : undefined;
    case 'contacts':
      return mine.contacts;
    case 'queue':
      return route === 'ofCampaign' ? mine.campaigns : mine.items;
    case 'callQueue':
      return mine.items.flatMap((id) => [String(id), `queue_${id}`]);
    case 'calls':
      return route === 'applyAgain' ? [1, 2, 3] : mine.calls;
    case 'notices':
      return mine.notices;
    case 'users':
      return mine.users;
    default:
      return undefined;
  }
}
