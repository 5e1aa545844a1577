import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCampaign, aUser, anAdmin, anAgent, anEndedCall, anItem, openWorld, type World } from '../../../tests/helpers/builders.ts';
import { AgentsQuery } from '../../shared/contract/agents.ts';
import type { CampaignState } from '../../shared/domain/states.ts';
import { type Actor, everyone } from '../data/scope.ts';
import { createAgent, deleteAgent, getAgent, listAgents, updateAgent } from './agents.ts';

let world: World;
let ada: Actor;
let bob: Actor;
let admin: Actor;

beforeEach(() => {
  world = openWorld();
  ada = aUser(world, { name: 'Ada' });
  bob = aUser(world);
  admin = anAdmin(world);
});
afterEach(() => world.close());

const names = (actor: Actor) => listAgents(world, actor, AgentsQuery.parse({})).agents.map((agent) => agent.name);
const code = (word: string) => expect.objectContaining({ code: word });

describe('createAgent', () => {
  it('makes an agent of one’s own, its number in E.164', () => {
    const agent = createAgent(world, ada, {
      name: 'Eva',
      provider: 'bolna',
      providerAgentId: 'b-1',
      callerNumber: '+49 30 2345678',
      options: { ringSeconds: 30 },
    });
    expect(getAgent(world, ada, agent.id)).toEqual({
      id: agent.id,
      userId: ada.userId,
      ownerName: 'Ada',
      editable: true,
      name: 'Eva',
      shared: false,
      provider: 'bolna',
      practice: false,
      providerAgentId: 'b-1',
      callerNumber: '+49302345678',
      options: { ringSeconds: 30 },
      createdAt: new Date(world.clock.now()),
      updatedAt: new Date(world.clock.now()),
    });
  });

  it('lets only an admin share one', () => {
    expect(() => createAgent(world, ada, { name: 'Eva', provider: 'practice', shared: true })).toThrow(code('admins_only'));
    expect(createAgent(world, admin, { name: 'Eva', provider: 'practice', shared: true }).shared).toBe(true);
  });
});

describe('who sees an agent', () => {
  it('is its maker, everyone where it is shared, and every admin', () => {
    const own = anAgent(world, ada, { name: 'Own' });
    const shared = anAgent(world, ada, { name: 'Shared', shared: true });
    expect([names(ada), names(bob), names(admin)]).toEqual([['Own', 'Shared'], ['Shared'], ['Own', 'Shared']]);
    expect(() => getAgent(world, bob, own.id)).toThrow(code('not_found'));
    expect(getAgent(world, bob, shared.id).editable).toBe(false);
    expect(() => updateAgent(world, bob, shared.id, { name: 'Mine' })).toThrow(code('agent_of_another'));
    expect(() => deleteAgent(world, bob, own.id)).toThrow(code('not_found'));
    expect(updateAgent(world, admin, own.id, { shared: true }).shared).toBe(true);
  });
});

describe('updateAgent', () => {
  it('keeps what is left out, of the options too, and takes away what is sent as null', () => {
    const { id } = anAgent(world, ada, { name: 'Eva', callerNumber: '+49302345678', options: { record: false, ringSeconds: 30 } });
    const agent = updateAgent(world, ada, id, { options: { ringSeconds: null, longestMinutes: 5 } });
    expect([agent.name, agent.callerNumber, agent.options]).toEqual(['Eva', '+49302345678', { record: false, longestMinutes: 5 }]);
    expect(updateAgent(world, ada, id, { callerNumber: null }).callerNumber).toBeNull();
  });

  it('does not change the provider of an agent that has been used', () => {
    const fresh = anAgent(world, ada);
    expect(updateAgent(world, ada, fresh.id, { provider: 'bolna', providerAgentId: 'b-1' }).provider).toBe('bolna');
    const done = aCampaign(world, ada, { status: 'completed' });
    expect(() => updateAgent(world, ada, done.agentId, { provider: 'bolna' })).toThrow(code('agent_used'));
    const once = anAgent(world, ada);
    const item = anItem(world, aCampaign(world, ada), { agentId: once.id });
    anEndedCall(world, item, 'completed');
    expect(() => updateAgent(world, ada, once.id, { provider: 'bolna' })).toThrow(code('agent_used'));
    const named = anAgent(world, ada);
    anItem(world, aCampaign(world, ada), { agentId: named.id, status: 'skipped', completedAt: world.clock.now() });
    expect(() => updateAgent(world, ada, named.id, { provider: 'bolna' })).toThrow(code('agent_used'));
    expect(updateAgent(world, ada, once.id, { provider: 'practice', name: 'Same' }).name).toBe('Same');
  });
});

describe('deleteAgent', () => {
  it.each<[CampaignState, boolean]>([
    ['draft', false],
    ['scheduled', false],
    ['active', false],
    ['paused', false],
    ['completed', true],
    ['cancelled', true],
  ])('of a %s campaign is allowed: %s', (status, allowed) => {
    const { agentId } = aCampaign(world, ada, { name: 'Spring', status });
    if (allowed) {
      deleteAgent(world, ada, agentId);
      expect(() => getAgent(world, ada, agentId)).toThrow(code('not_found'));
      expect(world.data.agents.get(everyone, agentId)?.deletedAt).toBe(world.clock.now());
    } else {
      expect(() => deleteAgent(world, ada, agentId)).toThrow(/The campaign "Spring" calls with/);
    }
  });

  it('is refused while a waiting item names the agent, and allowed when none does', () => {
    const { id } = anAgent(world, ada);
    const item = anItem(world, aCampaign(world, ada, { name: 'Autumn' }), { agentId: id });
    expect(() => deleteAgent(world, ada, id)).toThrow(/"Autumn"/);
    anEndedCall(world, item, 'busy');
    deleteAgent(world, ada, id);
    expect(names(ada)).toHaveLength(1);
  });
});
