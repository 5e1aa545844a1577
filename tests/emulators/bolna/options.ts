/** The emulated Bolna account, and how it deviates from what is documented. */
import { type Fields, fieldsOf } from '../routes.ts';

export interface BolnaAgent {
  id: string;
  name: string;
  /** Where this agent's deliveries go; none are sent where it is null. */
  webhookUrl: string | null;
  /** `task_config.call_terminate`: the longest call. */
  longestSeconds: number;
}

export interface BolnaNumber {
  /** 32 hexadecimal digits. */
  id: string;
  /** E.164. */
  number: string;
  agentId: string | null;
}

export interface BolnaOptions {
  key: string;
  name: string;
  wallet: number;
  agents: readonly BolnaAgent[];
  /** The numbers that it may call from; any other `from_phone_number` is refused. */
  numbers: readonly BolnaNumber[];
  /** Calls up at once: what is asked for above it waits its turn. Null is no limit of its own; the line's `accountLimit` then counts as one. */
  concurrency: number | null;
  /** How long the network lets it ring; the dial has no field for it. */
  ringSeconds: number;
  /** What the interface calls itself in `recording_url`, without a slash at its end. */
  baseUrl: string;
  /** Where the truth finds our reference in the body of `POST /call`. */
  referenceOf: (body: Fields) => string | null;

  /** The answer to a bad key: as it was observed, or as it is documented. */
  badKey: 'observed-403' | 'documented-401';
  /** How a number that cannot be called is refused. */
  badNumber: 422 | 400;
  /** What the answer to a scheduled call says. */
  scheduledSays: 'queued' | 'scheduled';
  /** Lists without `from` and `to` are answered, as older documents had it. */
  datesOptional: boolean;
  /** Items of lists hold four fields only. */
  trimmedLists: boolean;
  /** Where `GET /v2/agent/…` shows the webhook's address. */
  webhookShown: 'agent' | 'agent_config' | 'nowhere';
  /** `telephony_data.duration` as a text of digits or as a number. */
  duration: 'text' | 'number';
  extracted: 'two-level' | 'flat';
  hangupCode: 'hangup_provider_code' | 'hangup_code';
  /** Telephony, usage, cost and latency are null, or not there at all. */
  objects: 'there' | 'null' | 'absent';
  /** `context_details` is null: our reference does not come back. */
  contextLost: boolean;
  /** Duration is told at `call-disconnected` already, as it was observed. */
  earlyData: boolean;
  /** Keys that no document names. */
  extraKeys: boolean;
  /** `recording_url` names a store elsewhere, not this interface. */
  recordingElsewhere: boolean;
  /** Statuses of which no delivery is sent (the agent's filter of statuses). */
  statusesLeftOut: readonly string[];
  /** The wallet is empty: calls are taken and end as `balance-low`, not dialed. */
  outOfBalance: boolean;
  /** How far its clock is off. */
  clockSkewMs: number;
  /** Bytes that each delivery is longer. */
  hugeBytes: number;
}

export const A_BOLNA_AGENT: BolnaAgent = {
  id: '5f0c1d2e-1111-4222-8333-944455556666',
  name: 'Reminder',
  webhookUrl: null,
  longestSeconds: 600,
};

export const DEFAULT_BOLNA_OPTIONS: BolnaOptions = {
  key: 'bn-emulator',
  name: 'Emulated account',
  wallet: 5000,
  agents: [A_BOLNA_AGENT],
  numbers: [{ id: '00112233445566778899aabbccddeeff', number: '+15550100001', agentId: A_BOLNA_AGENT.id }],
  concurrency: null,
  ringSeconds: 45,
  baseUrl: 'https://api.bolna.ai',
  referenceOf(body) {
    const reference = fieldsOf(body['user_data'])['call_reference'];
    return typeof reference === 'string' ? reference : null;
  },
  badKey: 'observed-403',
  badNumber: 422,
  scheduledSays: 'queued',
  datesOptional: false,
  trimmedLists: false,
  webhookShown: 'agent',
  duration: 'text',
  extracted: 'two-level',
  hangupCode: 'hangup_provider_code',
  objects: 'there',
  contextLost: false,
  earlyData: false,
  extraKeys: false,
  recordingElsewhere: false,
  statusesLeftOut: [],
  outOfBalance: false,
  clockSkewMs: 0,
  hugeBytes: 0,
};
