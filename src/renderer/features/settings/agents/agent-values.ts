/** An agent as its form holds it, which of that its provider uses, and what is sent of it. */
import type { Agent, AgentChange, NewAgent } from '../../../../shared/contract/agents.ts';
import type { ProviderName } from '../../../../shared/domain/states.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import { agents } from '../../../words/settings/agents.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';

export interface AgentValues {
  name: string;
  provider: ProviderName;
  providerAgentId: string;
  callerNumber: string;
  sipAddress: string;
  phoneNumberId: string;
  machineDetection: boolean;
  record: boolean;
  /** Empty for those of the installation. */
  ringSeconds: string;
  longestMinutes: string;
  shared: boolean;
}

type Own = 'providerAgentId' | 'callerNumber' | 'sipAddress' | 'phoneNumberId' | 'machineDetection' | 'record';

const USED: Readonly<Record<ProviderName, ReadonlySet<Own>>> = {
  practice: new Set(['callerNumber', 'record']),
  bolna: new Set(['providerAgentId', 'callerNumber']),
  signalwire: new Set(['providerAgentId', 'callerNumber', 'sipAddress', 'machineDetection', 'record']),
  elevenlabs: new Set(['providerAgentId', 'phoneNumberId', 'record']),
};

/** Whether a provider does anything with a field: what it does not use is neither shown nor sent. */
export const uses = (provider: ProviderName, field: Own): boolean => USED[provider].has(field);

const textOf = (value: number | undefined) => (value === undefined ? '' : String(value));

/** What the form begins with: an agent as it is, or a new one. */
export const valuesOf = (agent: Agent | null): AgentValues => ({
  name: agent?.name ?? '',
  provider: agent?.provider ?? 'practice',
  providerAgentId: agent?.providerAgentId ?? '',
  callerNumber: agent?.callerNumber ?? '',
  sipAddress: agent?.options.sipAddress ?? '',
  phoneNumberId: agent?.options.phoneNumberId ?? '',
  machineDetection: agent?.options.machineDetection ?? false,
  record: agent?.options.record ?? false,
  ringSeconds: textOf(agent?.options.ringSeconds),
  longestMinutes: textOf(agent?.options.longestMinutes),
  shared: agent?.shared ?? false,
});

const SIP = /^(sips?:)?[^\s<>"'{}@]+@[^\s<>"'{}@]+$/i;

export function agentErrors(values: AgentValues): FieldErrors<AgentValues> {
  const { provider, sipAddress } = values;
  const isMissing = (field: 'providerAgentId' | 'phoneNumberId') => uses(provider, field) && values[field].trim() === '';
  const ring = numberProblem(values.ringSeconds, { least: 5, most: 300, mayBeEmpty: true });
  const longest = numberProblem(values.longestMinutes, { least: 1, most: 240, mayBeEmpty: true });
  return {
    ...(values.name.trim() === '' && { name: agents.needsName }),
    ...(isMissing('providerAgentId') && { providerAgentId: agents.needsAgent }),
    ...(isMissing('phoneNumberId') && { phoneNumberId: agents.needsNumber }),
    ...(uses(provider, 'sipAddress') && sipAddress.trim() !== '' && !SIP.test(sipAddress.trim()) && { sipAddress: agents.badSip }),
    ...(ring !== undefined && { ringSeconds: ring }),
    ...(longest !== undefined && { longestMinutes: longest }),
  };
}

/** A new agent of the provider that was chosen. */
export function newAgent(values: AgentValues): NewAgent {
  const { name, provider, shared } = values;
  const { providerAgentId, callerNumber, options } = sent(values);
  return {
    name: name.trim(),
    provider,
    ...(providerAgentId !== undefined && { providerAgentId }),
    ...(callerNumber && { callerNumber }),
    options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null)),
    ...(shared && { shared }),
  };
}

/** What changes of an agent; what was emptied is taken away. */
export const agentChange = (values: AgentValues, { shared }: Agent): AgentChange => ({
  name: values.name.trim(),
  ...sent(values),
  ...(values.shared !== shared && { shared: values.shared }),
});

/** What the provider uses of the form; null for what is empty. */
function sent(values: AgentValues) {
  const of = (field: Own) => uses(values.provider, field);
  return {
    ...(of('providerAgentId') && { providerAgentId: values.providerAgentId.trim() }),
    ...(of('callerNumber') && { callerNumber: values.callerNumber.trim() || null }),
    options: {
      ...(of('sipAddress') && { sipAddress: values.sipAddress.trim() || null }),
      ...(of('phoneNumberId') && { phoneNumberId: values.phoneNumberId.trim() || null }),
      ...(of('machineDetection') && { machineDetection: values.machineDetection }),
      ...(of('record') && { record: values.record }),
      ringSeconds: readNumber(values.ringSeconds),
      longestMinutes: readNumber(values.longestMinutes),
    },
  };
}
