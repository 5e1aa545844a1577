/** What a form of SignalWire says of a call: status, recording and machine detection callbacks of the compatibility interface. */
import type { CallReport } from '../../ports/provider.ts';
import { instantOf, numberOf } from './fields.ts';
import { machineOf, stateOf } from './states.ts';

export interface FormWord {
  report: CallReport;
  /** Equal for two copies. */
  key: string;
}

/** The word; null where it says nothing of a call. */
export function formWord(form: URLSearchParams, reference: string): FormWord | null {
  const id = form.get('CallSid');
  if (!id) return null;
  const base = { providerCallId: id, reference, at: instantOf(form.get('Timestamp')) };
  if (form.has('RecordingStatus')) return recordingWord(form, base);
  return form.has('CallStatus') ? statusWord(form, base) : machineWord(form, base);
}

type Base = Pick<CallReport, 'providerCallId' | 'reference' | 'at'>;

function statusWord(form: URLSearchParams, base: Base): FormWord | null {
  const state = stateOf(form.get('CallStatus'));
  if (state === null) return null;
  const machine = machineOf(form.get('AnsweredBy'));
  const report: CallReport = { ...base, state: state === 'disconnected' && machine === true ? 'voicemail' : state };
  if (machine !== null) report.answeredByMachine = machine;
  const seconds = numberOf(form.get('CallDuration'));
  if (state === 'disconnected' && seconds !== null) report.durationSeconds = seconds;
  const recordingUrl = form.get('RecordingUrl');
  if (recordingUrl) report.recordingUrl = recordingUrl;
  const hungUpBy = form.get('HangupBy');
  if (hungUpBy) report.hungUpBy = hungUpBy;
  const reason = state === 'disconnected' ? null : sipReason(form);
  if (reason !== null) report.reason = reason;
  const sequence = form.get('SequenceNumber');
  const key = sequence ? `sequence:${sequence}` : `status:${form.get('CallStatus')}:${form.get('Timestamp')}`;
  return { report, key: `${base.providerCallId}:${key}` };
}

/** Both names are read: SignalWire's own and the one that it is compatible with. */
function sipReason(form: URLSearchParams): string | null {
  const code = form.get('SipResultCode') ?? form.get('SipResponseCode');
  const phrase = form.get('SipInviteResultPhrase');
  if (!code) return phrase || null;
  return phrase ? `${phrase} (SIP ${code})` : `SIP ${code}`;
}

/** The recording of a whole call, which is finished when the call is over. */
function recordingWord(form: URLSearchParams, base: Base): FormWord | null {
  const recordingUrl = form.get('RecordingUrl');
  if (form.get('RecordingStatus')?.toLowerCase() !== 'completed' || !recordingUrl) return null;
  const key = `${base.providerCallId}:recording:${form.get('RecordingSid') ?? recordingUrl}`;
  return { report: { ...base, state: 'disconnected', recordingUrl }, key };
}

function machineWord(form: URLSearchParams, base: Base): FormWord | null {
  const machine = machineOf(form.get('AnsweredBy'));
  if (machine === null) return null;
  const key = `${base.providerCallId}:answered-by:${form.get('AnsweredBy')}`;
  return { report: { ...base, state: 'in-progress', answeredByMachine: machine }, key };
}
