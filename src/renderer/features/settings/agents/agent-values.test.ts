import { describe, expect, it } from 'vitest';
import { type Agent, AgentChange, NewAgent } from '../../../../shared/contract/agents.ts';
import { agentChange, agentErrors, newAgent, valuesOf } from './agent-values.ts';

const agent: Agent = {
  id: 'agent_1',
  userId: 'user_1',
  ownerName: 'Ada',
  editable: true,
  name: 'Eva',
  shared: false,
  provider: 'practice',
  practice: true,
  providerAgentId: 'practice',
  callerNumber: '+442079460958',
  options: { record: true, ringSeconds: 30 },
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

describe('the form of an agent', () => {
  it('sends what the contract takes, and nothing that was left empty', () => {
    const sent = newAgent({ ...valuesOf(null), name: ' Eva ', longestMinutes: '10' });
    expect(sent).toEqual({ name: 'Eva', provider: 'practice', options: { record: false, longestMinutes: 10 } });
    expect(NewAgent.safeParse(sent).success).toBe(true);
  });

  it('takes away what was emptied, and shares only where that changed', () => {
    const sent = agentChange({ ...valuesOf(agent), ringSeconds: '', callerNumber: ' ' }, agent);
    expect(sent).toEqual({ name: 'Eva', callerNumber: null, options: { record: true, ringSeconds: null, longestMinutes: null } });
    expect(AgentChange.safeParse(sent).success).toBe(true);
    expect(agentChange({ ...valuesOf(agent), shared: true }, agent).shared).toBe(true);
  });

  it('says at each field what is wrong', () => {
    expect(agentErrors({ ...valuesOf(null), ringSeconds: '2', longestMinutes: 'long' })).toEqual({
      name: 'Give the agent a name.',
      ringSeconds: 'Write a number from 5 to 300.',
      longestMinutes: 'Write a whole number.',
    });
    expect(agentErrors(valuesOf(agent))).toEqual({});
  });
});
