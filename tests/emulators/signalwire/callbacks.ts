/** What the space tells of a call, in form fields or JSON. */
import type { LineCall } from '../../../src/main/telephony/practice/wire.ts';
import type { SignalWireOptions } from './options.ts';
import { type CallEvent, cameTo, endedAt, secondsOf, type SpaceCall } from './space-call.ts';
import { callbackStatus, endReason, relayState, rfc2822 } from './words.ts';

export type Fields = readonly (readonly [name: string, value: string])[];

/** No sound is measured on an emulated line. */
const AUDIO: Fields = [
  'AudioInMos',
  'AudioInAveragePtime',
  'AudioInMediaPacketCount',
  'AudioInSkipPacketCount',
  'AudioInFlushPacketCount',
  'AudioInJitterMinVariance',
  'AudioInJitterMaxVariance',
  'AudioInLargestJbSize',
  'AudioInDtmfPacketCount',
  'AudioOutMediaPacketCount',
  'AudioOutDtmfPacketCount',
].map((name) => [name, '0']);

const SIP_CODES: Readonly<Record<string, string>> = { busy: '486', 'no-answer': '480', failed: '404', canceled: '487', completed: '200' };
const HUNG_UP_BY: Readonly<Record<NonNullable<LineCall['hung_up_by']>, string>> = {
  contact: 'callee',
  agent: 'caller',
  network: 'network',
  api: 'api',
};

/** What every request about a call carries, also the one for its document. */
export function callFields(call: SpaceCall, status: string, { projectId }: SignalWireOptions): Fields {
  const { from, to } = call.wishes;
  return [
    ['AccountSid', projectId],
    ['ApiVersion', '2010-04-01'],
    ['CallSid', call.sid],
    ['CallStatus', status],
    ['Direction', 'outbound-api'],
    ['From', from],
    ['To', to],
  ];
}

/** A status callback. `line` is the call as it was at the event. */
export function statusFields(call: SpaceCall, event: CallEvent, line: LineCall, options: SignalWireOptions): Fields {
  const status = callbackStatus(event.status, call);
  const ended = relayState(event.status) === 'ended';
  const end: Fields = [
    ['CallDuration', String(secondsOf(line))],
    ['SipResultCode', SIP_CODES[status] ?? '200'],
  ];
  return [
    ...callFields(call, status, options),
    ['CallbackSource', 'call-progress-events'],
    ['SequenceNumber', String(event.number)],
    ['Timestamp', rfc2822(event.at - options.staleMs)],
    ...AUDIO,
    ...(ended ? end : []),
    ...(ended && line.hung_up_by ? [['HangupBy', HUNG_UP_BY[line.hung_up_by]] as const] : []),
  ];
}

/** The result of detection, told aside. */
export const detectionFields = (call: SpaceCall, answeredBy: string, options: SignalWireOptions): Fields => [
  ['AccountSid', options.projectId],
  ['CallSid', call.sid],
  ['AnsweredBy', answeredBy],
  ['MachineDetectionDuration', String(Math.round(options.amdSeconds * 1000))],
];

/** That a recording is there, or that there is none. */
export function recordingFields(call: SpaceCall, line: LineCall, options: SignalWireOptions): Fields {
  const there = line.recording !== null;
  return [
    ['AccountSid', options.projectId],
    ['CallSid', call.sid],
    ['RecordingSid', call.recordingSid],
    ['RecordingUrl', there ? recordingUrl(call, options) : ''],
    ['RecordingStatus', there ? 'completed' : 'absent'],
    ['RecordingDuration', String(there ? secondsOf(line) : 0)],
    ['RecordingChannels', '1'],
    ['RecordingSource', 'OutboundAPI'],
  ];
}

export const recordingUrl = (call: SpaceCall, { projectId }: SignalWireOptions) =>
  `${call.origin}/api/laml/2010-04-01/Accounts/${projectId}/Recordings/${call.recordingSid}.wav`;

/** What goes to `status_url` of a Calling API call. */
export function stateBody(call: SpaceCall, event: CallEvent, options: SignalWireOptions): Record<string, unknown> {
  const state = relayState(event.status);
  const reason = state === 'ended' ? endReason(call) : null;
  if (options.statusUrlShape === 'short')
    return { event: 'call.state', params: { call_id: call.sid, state, ...(reason && { end_reason: reason }) } };
  return relayEvent('calling.call.state', event.at, options, {
    call_id: call.sid,
    node_id: `${options.projectId}@emulated`,
    direction: 'outbound',
    device: { type: 'phone', params: { from_number: call.wishes.from, to_number: call.wishes.to } },
    call_state: state,
    start_time: call.createdAt,
    ...(cameTo(call, 'in-progress') !== null && { answer_time: cameTo(call, 'in-progress') }),
    ...(reason && { end_time: endedAt(call), end_reason: reason }),
  });
}

/** What goes to the `status_url` of a `record_call` step. */
export function recordBody(call: SpaceCall, line: LineCall, options: SignalWireOptions): Record<string, unknown> {
  const there = line.recording !== null;
  return relayEvent('calling.call.record', line.status_at, options, {
    call_id: call.sid,
    control_id: call.recordingSid,
    state: there ? 'finished' : 'no_input',
    ...(there && { url: recordingUrl(call, options), duration: secondsOf(line) }),
  });
}

const relayEvent = (type: string, at: number, { projectId, staleMs }: SignalWireOptions, params: Record<string, unknown>) => ({
  event_type: type,
  event_channel: `emulated:${projectId}`,
  timestamp: (at - staleMs) / 1000,
  project_id: projectId,
  space_id: projectId,
  params,
});
