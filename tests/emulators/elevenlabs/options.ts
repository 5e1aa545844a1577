/** The emulated ElevenLabs workspace, and how it deviates from what is documented. */
import { type Fields, fieldsOf } from '../routes.ts';

export interface ElevenLabsAgent {
  id: string;
  name: string;
  /** -1 is none. Shown; the line's `accountLimit` is what refuses. */
  concurrencyLimit: number;
  longestSeconds: number;
}

export interface ElevenLabsNumber {
  id: string;
  /** E.164. */
  number: string;
  label: string;
  provider: 'sip_trunk' | 'twilio';
  agentId: string | null;
}

export interface ElevenLabsOptions {
  key: string;
  agents: readonly ElevenLabsAgent[];
  numbers: readonly ElevenLabsNumber[];
  /** Where the workspace's webhooks go; none are sent where it is null. */
  webhookUrl: string | null;
  webhookSecret: string;
  /** The webhook's own switch: transcriptions are sent again after 5xx, 429 and 408. */
  retries: boolean;
  /** `post_call_audio` is sent as well. */
  audio: boolean;
  /** Where the truth finds our reference in the body of an outbound call. */
  referenceOf: (body: Fields) => string | null;

  /** How errors are told. */
  errors: 'full' | 'legacy' | 'text';
  /** The answer where agent and number do not go together, or do not exist. */
  wrongSetUp: 400 | 404 | 422;
  /** How a number that cannot be called is refused. */
  wrongNumber: 'validation' | 'success-false';
  /** Every outbound call is answered by `success: false`, and none is made. */
  noSuccess: boolean;
  /** Ids of an outbound call that are null in the answer. */
  nullIds: 'none' | 'conversation' | 'call' | 'both';
  /** What the call's id is named in the answer. */
  callIdName: 'documented' | 'callSid' | 'sip_call_id';
  /** What an unanswered call ends as; as `done` it has 0 seconds, and its transcription is sent too. */
  unanswered: 'failed' | 'done';
  /** The failure webhook comes before the answer to the call's own request: that waits until the contact answers or the call is over. */
  failureFirst: boolean;
  /** The failure webhook says nothing of the network's words. */
  failureBodyLeftOut: boolean;
  /** Dashes within the name of a SIP header, in the name of its variable. */
  innerDashes: 'kept' | 'underscores' | 'removed';
  /** Whose number `external_number` is for a call that arrives by SIP. */
  externalNumber: 'caller' | 'contact';
  /** Range headers are ignored. */
  noRanges: boolean;
  wrongSignature: boolean;
  /** How old the signature's time is when it is sent; negative lies ahead. */
  signatureAgeSeconds: number;
  clockSkewMs: number;
  /** Bytes that each delivery is longer. */
  hugeBytes: number;
}

export const AN_ELEVENLABS_AGENT: ElevenLabsAgent = { id: 'agent_01ex', name: 'Reminder', concurrencyLimit: -1, longestSeconds: 600 };
export const A_SIP_NUMBER: ElevenLabsNumber = {
  id: 'phnum_01ex',
  number: '+15550100001',
  label: 'Trunk',
  provider: 'sip_trunk',
  agentId: AN_ELEVENLABS_AGENT.id,
};
export const A_TWILIO_NUMBER: ElevenLabsNumber = {
  ...A_SIP_NUMBER,
  id: 'phnum_02ex',
  number: '+15550100002',
  label: 'Twilio',
  provider: 'twilio',
};

export const DEFAULT_ELEVENLABS_OPTIONS: ElevenLabsOptions = {
  key: 'xi-emulator',
  agents: [AN_ELEVENLABS_AGENT],
  numbers: [A_SIP_NUMBER, A_TWILIO_NUMBER],
  webhookUrl: null,
  webhookSecret: 'wsec_emulator_secret',
  retries: false,
  audio: false,
  referenceOf(body) {
    const reference = fieldsOf(body['conversation_initiation_client_data'])['user_id'];
    return typeof reference === 'string' ? reference : null;
  },
  errors: 'full',
  wrongSetUp: 404,
  wrongNumber: 'validation',
  noSuccess: false,
  nullIds: 'none',
  callIdName: 'documented',
  unanswered: 'failed',
  failureFirst: false,
  failureBodyLeftOut: false,
  innerDashes: 'kept',
  externalNumber: 'caller',
  noRanges: false,
  wrongSignature: false,
  signatureAgeSeconds: 0,
  clockSkewMs: 0,
  hugeBytes: 0,
};
