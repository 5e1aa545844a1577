import { describe, expect, it } from 'vitest';
import { type Agent, AgentChange, NewAgent } from '../../../../shared/contract/agents.ts';
import { agentChange, agentErrors, newAgent, uses, valuesOf } from './agent-values.ts';

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

  it('sends of each provider what that uses, whatever was typed for another', () => {
    const typed = {
      ...valuesOf(null),
      name: 'Eva',
      providerAgentId: ' a1 ',
      callerNumber: '+15550100001',
      sipAddress: 'sip:+15550100001@sip.example.com',
      phoneNumberId: 'phnum_1',
      machineDetection: true,
      record: true,
    };
    const bolna = newAgent({ ...typed, provider: 'bolna' });
    expect(bolna).toEqual({ name: 'Eva', provider: 'bolna', providerAgentId: 'a1', callerNumber: '+15550100001', options: {} });
    const signalwire = newAgent({ ...typed, provider: 'signalwire' });
    expect(signalwire).toMatchObject({
      callerNumber: '+15550100001',
      options: { sipAddress: 'sip:+15550100001@sip.example.com', machineDetection: true, record: true },
    });
    const elevenlabs = newAgent({ ...typed, provider: 'elevenlabs' });
    expect(elevenlabs.callerNumber).toBeUndefined();
    expect(elevenlabs.options).toEqual({ phoneNumberId: 'phnum_1', record: true });
    for (const sent of [bolna, signalwire, elevenlabs]) expect(NewAgent.safeParse(sent).success).toBe(true);
    expect(uses('practice', 'providerAgentId')).toBe(false);
  });

  it('leaves alone what its provider does not use', () => {
    const sent = agentChange(valuesOf({ ...agent, provider: 'bolna', options: { record: true } }), { ...agent, provider: 'bolna' });
    expect(sent.options).toEqual({ ringSeconds: null, longestMinutes: null });
  });

  it('asks each provider’s agent for what it cannot call without', () => {
    const values = { ...valuesOf(null), name: 'Eva' };
    expect(agentErrors({ ...values, provider: 'bolna' })).toEqual({ providerAgentId: 'Choose which agent speaks.' });
    expect(agentErrors({ ...values, provider: 'elevenlabs', providerAgentId: 'a1' })).toEqual({
      phoneNumberId: 'Choose the number that it calls from.',
    });
    const signalwire = { ...values, provider: 'signalwire', providerAgentId: 'a1' } as const;
    expect(agentErrors({ ...signalwire, sipAddress: 'somewhere' })).toEqual({ sipAddress: 'Write it as sip:name@host.' });
    expect(agentErrors(signalwire)).toEqual({});
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
