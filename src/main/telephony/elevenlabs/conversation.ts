/** A conversation as ElevenLabs tells it, by GET and by webhook alike, read without trusting its types. */
import { fieldsOf, type Fields, instantOf, listOf, numberOf, textOf } from './fields.ts';

const STATUSES = ['initiated', 'in-progress', 'processing', 'done', 'failed'] as const;
export type ConversationStatus = (typeof STATUSES)[number];

export interface Conversation {
  id: string;
  agentId: string | null;
  status: ConversationStatus;
  /** Everything in it that may be a reference of ours: the user id, and variables that are named like one. */
  references: readonly string[];
  /** One of them is surely meant as a reference. A user id may be anything that whoever began the conversation put there. */
  isNamed: boolean;
  startedAt: number | null;
  acceptedAt: number | null;
  /** Whether somebody picked up; null where the vendor says nothing of it. */
  accepted: boolean | null;
  seconds: number;
  /** Somebody at the other end said something. */
  userSpoke: boolean;
  voicemail: boolean;
  /** Its SIP messages can be asked for. */
  bySip: boolean;
  externalNumber: string | null;
  terminationReason: string | null;
  error: { code: number | null; reason: string | null } | null;
  cost: number | null;
  hasAudio: boolean;
  transcript: string | null;
  summary: string | null;
  extracted: Readonly<Record<string, unknown>> | null;
}

/** Null for what is no conversation, or has a status that nobody knows. */
export function readConversation(body: unknown): Conversation | null {
  const told = fieldsOf(body);
  const id = textOf(told['conversation_id']);
  const status = statusOf(told['status']);
  if (id === null || status === null) return null;
  const metadata = fieldsOf(told['metadata']);
  const phoneCall = fieldsOf(metadata['phone_call']);
  const turns = listOf(told['transcript']).map(fieldsOf);
  const terminationReason = textOf(metadata['termination_reason']) ?? textOf(told['termination_reason']);
  return {
    id,
    agentId: textOf(told['agent_id']),
    status,
    ...referencesIn(told, phoneCall),
    startedAt: instantOf(metadata['start_time_unix_secs']),
    ...acceptedIn(metadata),
    seconds: Math.max(0, numberOf(metadata['call_duration_secs']) ?? 0),
    userSpoke: turns.some((turn) => turn['role'] === 'user' && textOf(turn['message']) !== null),
    voicemail: isVoicemail(metadata, turns, terminationReason),
    bySip: textOf(phoneCall['type'])?.startsWith('sip') ?? false,
    externalNumber: textOf(phoneCall['external_number']),
    terminationReason,
    error: errorIn(metadata),
    cost: numberOf(metadata['cost']),
    hasAudio: told['has_audio'] === true,
    ...resultsIn(told, turns),
  };
}

/** The batch interface of the vendor spells the same words with an underscore. */
function statusOf(value: unknown): ConversationStatus | null {
  const status = textOf(value)?.toLowerCase().replaceAll('_', '-');
  return STATUSES.find((known) => known === status) ?? null;
}

/** The header `X-Call-Reference` becomes a variable whose exact spelling is not documented: every spelling is taken. */
const REFERENCE_NAMES = new Set(['callreference', 'xcallreference', 'sipcallreference', 'sipxcallreference']);
const isReferenceName = (name: string) => REFERENCE_NAMES.has(name.toLowerCase().replaceAll(/[-_]/g, ''));

function referencesIn(told: Fields, phoneCall: Fields): Pick<Conversation, 'references' | 'isNamed'> {
  const client = fieldsOf(told['conversation_initiation_client_data']);
  const variables = { ...fieldsOf(phoneCall['sip_header_dynamic_variables']), ...fieldsOf(client['dynamic_variables']) };
  const named = Object.entries(variables).flatMap(([name, value]) => (isReferenceName(name) ? (textOf(value) ?? []) : []));
  const all = [...named, textOf(told['user_id']), textOf(client['user_id'])].filter((reference) => reference !== null);
  return { references: [...new Set(all)], isNamed: named.length > 0 };
}

/** An instant that is there and empty says that nobody picked up; one that is absent says nothing. */
function acceptedIn(metadata: Fields): Pick<Conversation, 'acceptedAt' | 'accepted'> {
  const told = metadata['accepted_time_unix_secs'];
  const acceptedAt = instantOf(told);
  return { acceptedAt, accepted: told === undefined ? null : acceptedAt !== null };
}

const VOICEMAIL_TOOL = 'voicemail_detection';
const VOICEMAIL_WORDS = /voice.?mail|answering machine/i;

/** The agent's own tool found a machine, or the vendor says so. Without the tool nobody listens for one. */
function isVoicemail(metadata: Fields, turns: readonly Fields[], terminationReason: string | null): boolean {
  const usage = fieldsOf(fieldsOf(metadata['features_usage'])[VOICEMAIL_TOOL]);
  const calls = turns.flatMap((turn) => listOf(turn['tool_calls'])).map(fieldsOf);
  const wasCalled = calls.some((call) => call['tool_name'] === VOICEMAIL_TOOL && call['tool_has_been_called'] !== false);
  return usage['used'] === true || wasCalled || VOICEMAIL_WORDS.test(terminationReason ?? '');
}

function errorIn(metadata: Fields): Conversation['error'] {
  const error = metadata['error'];
  if (typeof error === 'string') return { code: null, reason: textOf(error) };
  const { code, reason, message } = fieldsOf(error);
  const read = { code: numberOf(code), reason: textOf(reason) ?? textOf(message) };
  return read.code === null && read.reason === null ? null : read;
}

function resultsIn(told: Fields, turns: readonly Fields[]): Pick<Conversation, 'transcript' | 'summary' | 'extracted'> {
  const analysis = fieldsOf(told['analysis']);
  const lines = turns.flatMap((turn) => {
    const [role, message] = [textOf(turn['role']), textOf(turn['message'])];
    return role === null || message === null ? [] : [`${role}: ${message}\n`];
  });
  return {
    transcript: lines.length === 0 ? null : lines.join(''),
    summary: textOf(analysis['transcript_summary']),
    extracted: extractedFrom(analysis),
  };
}

/** What was collected, by its id, and how the call was judged. */
function extractedFrom(analysis: Fields): Conversation['extracted'] {
  const collected = Object.entries(fieldsOf(analysis['data_collection_results'])).map(([id, result]) => [id, fieldsOf(result)['value']]);
  const judged = Object.entries(fieldsOf(analysis['evaluation_criteria_results'])).map(([id, result]) => [id, fieldsOf(result)['result']]);
  const successful = textOf(analysis['call_successful']);
  const extracted: Record<string, unknown> = Object.fromEntries(collected);
  if (judged.length > 0) extracted['evaluation'] = Object.fromEntries(judged);
  if (successful !== null) extracted['call_successful'] = successful;
  return Object.keys(extracted).length === 0 ? null : extracted;
}
