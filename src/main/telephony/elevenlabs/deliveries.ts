/**
 * Verifies and reads what ElevenLabs sends: results of conversations, recordings, calls that did not come about.
 *
 * A delivery is read when it comes and again when it is applied, maybe days later: its age is measured at the instant at which it
 * came. Never throws, whatever bytes come.
 */
import type { CallReport, DeliveryReading, RawDelivery } from '../../ports/provider.ts';
import type { ElevenLabsParts } from './api.ts';
import { readConversation } from './conversation.ts';
import { type Ending, endingOf, endInWords } from './ending.ts';
import { type Fields, fieldsOf, instantOf, numberOf, textOf } from './fields.ts';
import { isOver, reportOf } from './report.ts';
import { isSecret, SIGNATURE_HEADER, whyUnsigned } from './signature.ts';
import { endOfSip } from './sip.ts';

type Secrets = Pick<ElevenLabsParts, 'webhookSecret' | 'pathSecret' | 'settings'>;

const NO_SECRET = 'no webhook secret of ElevenLabs is set: set the one that was shown when the webhook was made, in Settings → Telephony';
const AUDIO = 'audio/mpeg';

export function readElevenLabsDelivery({ webhookSecret, pathSecret, settings }: Secrets, delivery: RawDelivery): DeliveryReading {
  const { path, headers, body, receivedAt } = delivery;
  if (!isSecret(path, pathSecret())) return { kind: 'refused', reason: 'the address does not end in our secret word' };
  const secret = webhookSecret();
  if (secret === null || secret === '') return { kind: 'refused', reason: NO_SECRET };
  const unsigned = whyUnsigned(secret, headers[SIGNATURE_HEADER], body, receivedAt);
  if (unsigned !== null) return { kind: 'refused', reason: unsigned };
  const event = parse(body);
  if (event === null) return malformed('the body is no JSON object');
  const reading = readEvent(event);
  // Not refused: refusals count toward the vendor switching the webhook off.
  return reading.kind === 'recording' && !settings().keepAudio ? { kind: 'nothing' } : reading;
}

function readEvent(event: Fields): DeliveryReading {
  // The same events exist in a form without what the vendor hides from them.
  const type = textOf(event['type'])?.replace(/^unredacted_/, '') ?? null;
  if (type === null) return malformed('the body is no event');
  const data = fieldsOf(event['data']);
  const key = [type, textOf(data['conversation_id']) ?? '', String(numberOf(event['event_timestamp']) ?? '')].join(':');
  switch (type) {
    case 'post_call_transcription':
      return readResult(data, key);
    case 'call_initiation_failure':
      return readFailure(data, instantOf(event['event_timestamp']), key);
    case 'post_call_audio':
      return readAudio(data);
    default:
      return { kind: 'nothing' };
  }
}

function readResult(data: Fields, key: string): DeliveryReading {
  const conversation = readConversation(data);
  if (conversation === null) return malformed('it holds no conversation: the webhook must send transcripts as json');
  const ending = isOver(conversation) ? endingOf(conversation) : null;
  // Where the log of the trunk may know better how it ended, the provider is asked before that ends the call.
  const hint = ending !== null && !ending.sure ? { hint: true } : {};
  return { kind: 'report', report: reportOf(conversation, ending), key, ...hint };
}

/** A call that did not come about. One without an id cannot be told from any other: its end is found by asking. */
function readFailure(data: Fields, at: number | null, key: string): DeliveryReading {
  const providerCallId = textOf(data['conversation_id']);
  if (providerCallId === null) return { kind: 'nothing' };
  const client = fieldsOf(data['conversation_initiation_client_data']);
  const reference = textOf(fieldsOf(client['dynamic_variables'])['call_reference']) ?? textOf(data['user_id']) ?? textOf(client['user_id']);
  const { state, reason } = failureIn(data);
  const report: CallReport = { providerCallId, reference, state, at, durationSeconds: 0, ...(reason === null ? {} : { reason }) };
  return { kind: 'report', report, key };
}

/** The names in the body of a failure are not documented: every name that was seen is read. */
function failureIn(data: Fields): { state: Ending['state']; reason: string | null } {
  const metadata = fieldsOf(data['metadata']);
  const body = { ...metadata, ...fieldsOf(metadata['body']) };
  const failure = textOf(data['failure_reason']) ?? textOf(data['error']);
  const words = ['error_reason', 'sip_status', 'error_message', 'reason', 'CallStatus', 'call_status'].map((name) => textOf(body[name]));
  const code = ['sip_status_code', 'sip_code', 'status_code', 'SipResponseCode', 'code'].map((name) => numberOf(body[name]));
  const status = code.find((value) => value !== null) ?? null;
  const told = words.filter((word) => word !== null);
  const state = endInWords(failure ?? '') ?? (status === null ? null : endOfSip(status)) ?? endInWords(told.join(' ')) ?? 'failed';
  const named = [failure === 'unknown' && told.length > 0 ? null : failure, status === null ? null : String(status), told[0] ?? null];
  const reason = [...new Set(named.filter((word) => word !== null))].join(' ');
  return { state, reason: reason === '' ? null : reason };
}

function readAudio(data: Fields): DeliveryReading {
  const providerCallId = textOf(data['conversation_id']);
  const base64 = textOf(data['full_audio']);
  const audio = base64 === null ? null : new Uint8Array(Buffer.from(base64, 'base64'));
  if (providerCallId === null || audio === null || audio.length === 0) return malformed('it holds no recording');
  return { kind: 'recording', providerCallId, audio, contentType: AUDIO };
}

function parse(body: Uint8Array): Fields | null {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

const malformed = (reason: string): DeliveryReading => ({ kind: 'refused', reason, malformed: true });
