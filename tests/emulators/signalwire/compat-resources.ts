/** The resources of the compatibility API, as its answers show them. */
import type { SignalWireOptions } from './options.ts';
import { cameTo, endedAt, secondsOf, type SpaceCall } from './space-call.ts';
import { rfc2822, shownStatus } from './words.ts';

/** Dollars for one unit of the line's cost. */
export const PRICE = 0.01;

const NOT_MEASURED = [
  'audio_in_mos',
  'audio_rtt_avg',
  'audio_rtt_min',
  'audio_rtt_max',
  'audio_out_jitter_min',
  'audio_out_jitter_max',
  'audio_out_jitter_avg',
  'audio_out_lost',
];

export function callResource(call: SpaceCall, { projectId }: SignalWireOptions): Record<string, unknown> {
  const line = call.line!;
  const { to, from } = call.wishes;
  const uri = `/api/laml/2010-04-01/Accounts/${projectId}/Calls/${call.sid}`;
  const [startedAt, downAt] = [cameTo(call, 'initiated'), endedAt(call)];
  return {
    sid: call.sid,
    account_sid: projectId,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(line.status_at),
    parent_call_sid: null,
    to,
    formatted_to: formatted(to),
    to_formatted: formatted(to),
    from,
    formatted_from: formatted(from),
    from_formatted: formatted(from),
    phone_number_sid: null,
    status: shownStatus(call),
    start_time: startedAt && rfc2822(startedAt),
    end_time: downAt && rfc2822(downAt),
    duration: secondsOf(line),
    price: line.cost && -line.cost.amount * PRICE,
    price_unit: 'USD',
    direction: 'outbound',
    answered_by: call.answeredBy,
    api_version: '2010-04-01',
    forwarded_from: null,
    caller_name: null,
    uri: `${uri}.json`,
    subresource_uris: { notifications: null, recordings: `${uri}/Recordings.json` },
    annotation: null,
    group_sid: null,
    sip_result_code: null,
    ...Object.fromEntries(NOT_MEASURED.map((name) => [name, null])),
  };
}

/** The recording of a call that has one. */
export function recordingResource(call: SpaceCall, { projectId }: SignalWireOptions): Record<string, unknown> {
  const line = call.line!;
  return {
    sid: call.recordingSid,
    account_sid: projectId,
    call_sid: call.sid,
    api_version: '2010-04-01',
    channels: 1,
    date_created: rfc2822(cameTo(call, 'in-progress') ?? call.createdAt),
    date_updated: rfc2822(line.status_at),
    duration: String(secondsOf(line)),
    price: null,
    price_unit: 'USD',
    source: 'OutBoundApi',
    status: 'stopped',
    error_code: null,
    uri: `/api/laml/2010-04-01/Accounts/${projectId}/Recordings/${call.recordingSid}.json`,
  };
}

/** `(555) 010-0002` for a North American number, others as they are. */
function formatted(number: string): string {
  const found = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return found ? `(${found[1]}) ${found[2]}-${found[3]}` : number;
}
