/** An execution as `GET /executions/{id}`, lists and deliveries show it. */
import { isUp, type LineCall, type LineStatus } from '../../../src/main/telephony/practice/wire.ts';
import type { Fields } from '../routes.ts';
import type { Execution, Own } from './executions.ts';
import type { BolnaOptions } from './options.ts';

const STATUSES: Readonly<Record<LineStatus, string>> = {
  queued: 'queued',
  initiated: 'initiated',
  ringing: 'ringing',
  'in-progress': 'in-progress',
  'call-disconnected': 'call-disconnected',
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  canceled: 'canceled',
};

/** Who hung up and the provider's code for it. */
function hangup(call: LineCall): { by: string; code: number } | null {
  if (isUp(call.status)) return null;
  if (call.status === 'failed') return { by: 'Error', code: 5010 };
  if (call.hung_up_by === 'contact') return { by: 'Callee', code: 4000 };
  if (call.hung_up_by === 'network') return { by: 'Carrier', code: call.status === 'busy' ? 3010 : 3000 };
  return { by: 'API Request', code: call.hung_up_by === 'api' ? 4020 : 4000 };
}

/** What is shown of a call at this moment. @param own what Bolna itself says of it, where that is not the network's word. */
export const statusOf = (execution: Execution, call: LineCall | null, own: Own): string => {
  if (!call) return own.status;
  return call.status === 'canceled' && execution.stopped ? 'stopped' : STATUSES[call.status];
};

/**
 * The whole object.
 * @param call the network's word of it; null while it waits, or where it ended without a call
 * @param retries how many calls were made before this one
 */
export function executionBody(execution: Execution, call: LineCall | null, own: Own, retries: number, options: BolnaOptions): Fields {
  const status = statusOf(execution, call, own);
  const told = call && (status === 'completed' || options.earlyData) ? call : null;
  const seconds = told?.duration_seconds ?? 0;
  const cents = (call?.cost?.amount ?? 0) * 3;
  return {
    id: execution.id,
    agent_id: execution.agentId,
    batch_id: null,
    status,
    error_message: call ? (call.status === 'failed' ? call.reason : null) : own.error,
    conversation_duration: seconds,
    total_cost: cents,
    transcript: call?.transcript ?? null,
    summary: call?.summary ?? null,
    extracted_data: extracted(call, options),
    answered_by_voice_mail: told?.answered_by === 'machine',
    created_at: withoutZone(execution.createdAt),
    updated_at: withoutZone(call?.status_at ?? own.at),
    scheduled_at: execution.scheduledAt === null ? null : withoutZone(execution.scheduledAt),
    rescheduled_at: null,
    user_number: execution.to,
    agent_number: execution.from,
    provider: 'plivo',
    ...objects(execution, call, seconds, cents, options),
    transfer_call_data: null,
    batch_run_details: null,
    context_details: options.contextLost ? null : { recipient_data: execution.userData, recipient_phone_number: execution.to },
    extraction_webhook_status: null,
    ...(execution.retryConfig && { retry_count: retries, retry_config: execution.retryConfig, retry_history: execution.retryHistory }),
    ...(options.extraKeys && {
      custom_extractions: {},
      agent_extraction: null,
      workflow_retries: 0,
      campaign_id: 'c-1',
      smart_status: 'hot',
    }),
  };
}

function extracted(call: LineCall | null, { extracted: form }: BolnaOptions): unknown {
  if (!call?.extracted) return null;
  if (form === 'flat') return call.extracted;
  const entries = Object.entries(call.extracted);
  return { General: Object.fromEntries(entries.map(([name, value]) => [name, { subjective: value, confidence_label: 'High' }])) };
}

function objects(execution: Execution, call: LineCall | null, seconds: number, cents: number, options: BolnaOptions): Fields {
  if (options.objects === 'absent') return {};
  if (options.objects === 'null') return { usage_breakdown: null, cost_breakdown: null, telephony_data: null, latency_data: null };
  return {
    usage_breakdown: {
      llm_tokens: Math.round(seconds * 30),
      synthesizer_characters: Math.round(seconds * 9),
      transcriber_duration: Math.round(seconds),
    },
    cost_breakdown: { llm: cents / 10, network: cents / 5, platform: cents / 2, synthesizer: cents / 10, transcriber: cents / 10 },
    telephony_data: call ? telephony(execution, call, seconds, options) : null,
    latency_data: { time_to_first_audio: 189.7 },
  };
}

function telephony(execution: Execution, call: LineCall, seconds: number, options: BolnaOptions): Fields {
  const ended = hangup(call);
  const duration = Math.ceil(seconds);
  return {
    duration: options.duration === 'text' ? String(duration) : duration,
    to_number: execution.to,
    from_number: execution.from,
    recording_url: call.recording === null ? null : recordingUrl(execution, options),
    hosted_telephony: true,
    provider_call_id: call.id,
    call_type: 'outbound',
    provider: 'plivo',
    hangup_by: ended?.by ?? null,
    hangup_reason: ended ? call.reason : null,
    [options.hangupCode]: ended?.code ?? null,
    ring_duration: null,
    post_dial_delay: null,
    to_number_carrier: 'Example Telecom',
  };
}

const recordingUrl = ({ id }: Execution, { recordingElsewhere, baseUrl }: BolnaOptions) =>
  recordingElsewhere ? `https://recordings.example.invalid/${id}.mp3` : `${baseUrl}/recordings/call/${id}`;

/** Python's notation of a UTC instant: microseconds, no zone. */
export const withoutZone = (at: number) => `${new Date(at).toISOString().slice(0, -1)}000`;
