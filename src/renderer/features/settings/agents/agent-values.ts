/** An agent as its form holds it, and what is sent of it. */
import type { Agent, AgentChange, NewAgent } from '../../../../shared/contract/agents.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import { agents } from '../../../words/settings/agents.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';

export interface AgentValues {
  name: string;
  providerAgentId: string;
  callerNumber: string;
  record: boolean;
  /** Empty for those of the installation. */
  ringSeconds: string;
  longestMinutes: string;
  shared: boolean;
}

const textOf = (value: number | undefined) => (value === undefined ? '' : String(value));

/** What the form begins with: an agent as it is, or a new one. */
export const valuesOf = (agent: Agent | null): AgentValues => ({
  name: agent?.name ?? '',
  providerAgentId: agent?.providerAgentId ?? '',
  callerNumber: agent?.callerNumber ?? '',
  record: agent?.options.record ?? false,
  ringSeconds: textOf(agent?.options.ringSeconds),
  longestMinutes: textOf(agent?.options.longestMinutes),
  shared: agent?.shared ?? false,
});

export function agentErrors({ name, ringSeconds, longestMinutes }: AgentValues): FieldErrors<AgentValues> {
  const ring = numberProblem(ringSeconds, { least: 5, most: 300, mayBeEmpty: true });
  const longest = numberProblem(longestMinutes, { least: 1, most: 240, mayBeEmpty: true });
  return {
    ...(name.trim() === '' && { name: agents.needsName }),
    ...(ring !== undefined && { ringSeconds: ring }),
    ...(longest !== undefined && { longestMinutes: longest }),
  };
}

/** A new agent of the practice line, the one provider that can dial. */
export function newAgent(values: AgentValues): NewAgent {
  const { name, callerNumber, record, shared } = values;
  const ringSeconds = readNumber(values.ringSeconds);
  const longestMinutes = readNumber(values.longestMinutes);
  return {
    name: name.trim(),
    provider: 'practice',
    ...(callerNumber.trim() !== '' && { callerNumber: callerNumber.trim() }),
    options: { record, ...(ringSeconds !== null && { ringSeconds }), ...(longestMinutes !== null && { longestMinutes }) },
    ...(shared && { shared }),
  };
}

/** What changes of an agent; a number that was emptied is taken away. */
export function agentChange(values: AgentValues, { provider, shared }: Agent): AgentChange {
  return {
    name: values.name.trim(),
    callerNumber: values.callerNumber.trim() === '' ? null : values.callerNumber.trim(),
    ...(provider !== 'practice' && { providerAgentId: values.providerAgentId.trim() }),
    options: { record: values.record, ringSeconds: readNumber(values.ringSeconds), longestMinutes: readNumber(values.longestMinutes) },
    ...(values.shared !== shared && { shared: values.shared }),
  };
}
