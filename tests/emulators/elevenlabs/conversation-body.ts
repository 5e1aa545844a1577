/** A conversation as `GET /conversations/{id}`, lists and the transcription's webhook show it. */
import type { LineCall, LineStatus } from '../../../src/main/telephony/practice/wire.ts';
import type { Fields } from '../routes.ts';
import type { Conversation } from './conversations.ts';
import type { ElevenLabsOptions } from './options.ts';

type Status = 'initiated' | 'in-progress' | 'processing' | 'done' | 'failed';

const STATUSES: Readonly<Record<LineStatus, Status>> = {
  queued: 'initiated',
  initiated: 'initiated',
  ringing: 'initiated',
  'in-progress': 'in-progress',
  'call-disconnected': 'processing',
  completed: 'done',
  busy: 'failed',
  'no-answer': 'failed',
  failed: 'failed',
  canceled: 'failed',
};

/** What the network said of a call that nobody answered. */
export const SIP_ANSWERS: Readonly<Partial<Record<LineStatus, readonly [code: number, phrase: string]>>> = {
  busy: [486, 'Busy Here'],
  'no-answer': [480, 'Temporarily Unavailable'],
  failed: [503, 'Service Unavailable'],
  canceled: [487, 'Request Terminated'],
};

export function statusOf(call: LineCall | null, { unanswered }: Pick<ElevenLabsOptions, 'unanswered'>): Status {
  const status = call ? STATUSES[call.status] : 'initiated';
  return status === 'failed' ? unanswered : status;
}

export interface Shown {
  conversation: Conversation;
  call: LineCall | null;
  /** When the contact answered, in UTC milliseconds. */
  acceptedAt: number | null;
  options: ElevenLabsOptions;
}

const seconds = (at: number) => Math.floor(at / 1000);
const isOver = ({ status }: LineCall) => status === 'completed' || status in SIP_ANSWERS;

export function conversationBody({ conversation, call, acceptedAt, options }: Shown): Fields {
  const { agentId } = conversation;
  const hasAudio = call?.recording != null;
  const down = call !== null && (isOver(call) || call.status === 'call-disconnected');
  return {
    agent_id: agentId,
    agent_name: options.agents.find(({ id }) => id === agentId)?.name ?? null,
    conversation_id: conversation.id,
    status: statusOf(call, options),
    user_id: conversation.userId,
    branch_id: null,
    version_id: null,
    has_audio: hasAudio,
    has_user_audio: hasAudio,
    has_response_audio: hasAudio,
    transcript: transcriptOf(call),
    metadata: {
      start_time_unix_secs: seconds(conversation.startedAt),
      accepted_time_unix_secs: acceptedAt === null ? null : seconds(acceptedAt),
      call_duration_secs: down ? Math.round(call.duration_seconds ?? 0) : 0,
      cost: Math.round((call?.cost?.amount ?? 0) * 310),
      termination_reason: down ? (call.reason ?? '') : '',
      error: errorOf(call, options),
      main_language: 'en',
      batch_call: null,
      phone_call: phoneCall(conversation),
    },
    analysis: analysisOf(call),
    conversation_initiation_client_data: { ...conversation.clientData, dynamic_variables: conversation.dynamicVariables },
    tag_ids: [],
  };
}

export function listItem(shown: Shown, withSummary: boolean): Fields {
  const body = conversationBody(shown) as { metadata: Fields; analysis: Fields | null; transcript: readonly unknown[] } & Fields;
  return {
    agent_id: body['agent_id'],
    agent_name: body['agent_name'],
    conversation_id: body['conversation_id'],
    start_time_unix_secs: body.metadata['start_time_unix_secs'],
    call_duration_secs: body.metadata['call_duration_secs'],
    message_count: body.transcript.length,
    status: body['status'],
    call_successful: body.analysis?.['call_successful'] ?? 'unknown',
    transcript_summary: withSummary ? (body.analysis?.['transcript_summary'] ?? null) : null,
    direction: shown.conversation.direction,
    termination_reason: body.metadata['termination_reason'],
  };
}

function errorOf(call: LineCall | null, { unanswered }: ElevenLabsOptions): Fields | null {
  const answer = call && SIP_ANSWERS[call.status];
  return answer && unanswered === 'failed' ? { code: answer[0], reason: answer[1] } : null;
}

function transcriptOf(call: LineCall | null): Fields[] {
  const lines = (call?.transcript ?? '').split('\n').filter((line) => line !== '');
  const each = (call?.duration_seconds ?? 0) / Math.max(1, lines.length);
  const entries: Fields[] = lines.map((line, i) => {
    const at = line.indexOf(': ');
    const role = line.slice(0, at) === 'assistant' ? 'agent' : 'user';
    const entry = { role, message: line.slice(at + 2), time_in_call_secs: Math.floor(each * i) };
    return role === 'agent' ? { ...entry, tool_calls: [], tool_results: [], interrupted: false } : entry;
  });
  if (call?.answered_by !== 'machine' || call.status !== 'completed') return entries;
  const detected = {
    request_id: 'call_1',
    tool_name: 'voicemail_detection',
    type: 'system',
    params_as_json: '{}',
    tool_has_been_called: true,
  };
  return [...entries, { role: 'agent', message: null, time_in_call_secs: Math.floor(each), tool_calls: [detected], tool_results: [] }];
}

function phoneCall(conversation: Conversation): Fields {
  const { way, direction, phoneNumberId, agentNumber, externalNumber, callSid, callId, sipVariables } = conversation;
  const common = {
    type: way,
    direction,
    phone_number_id: phoneNumberId,
    agent_number: agentNumber,
    external_number: externalNumber,
    call_sid: callSid,
  };
  if (way === 'twilio') return { ...common, stream_sid: `MZ${callSid.slice(2)}` };
  return { ...common, call_id: callId, sip_header_dynamic_variables: sipVariables ?? {} };
}

function analysisOf(call: LineCall | null): Fields | null {
  if (!call || !isOver(call)) return null;
  const person = call.status === 'completed' && call.answered_by === 'human' && (call.duration_seconds ?? 0) > 0;
  const collected = Object.entries(call.extracted ?? {}).map(([name, value]) => [
    name,
    { data_collection_id: name, value, json_schema: { type: value === null ? 'string' : typeof value }, rationale: 'It was said.' },
  ]);
  return {
    call_successful: person ? 'success' : 'failure',
    call_success_score: null,
    transcript_summary: call.summary ?? '',
    call_summary_title: 'Call',
    evaluation_criteria_results: {},
    data_collection_results: Object.fromEntries(collected) as Fields,
  };
}
