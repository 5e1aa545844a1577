/** What the practice line says, in the engine's words. */
import type { CallState } from '../../../shared/domain/states.ts';
import type { CallReport } from '../../ports/provider.ts';
import { LINE_STATUSES, type LineCall, type LineStatus } from './wire.ts';

const STATES: Readonly<Record<LineStatus, CallState>> = {
  queued: 'queued',
  initiated: 'initiated',
  ringing: 'ringing',
  'in-progress': 'in-progress',
  'call-disconnected': 'disconnected',
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  canceled: 'cancelled',
};

export const stateOf = (status: LineStatus): CallState => STATES[status];

export const isLineStatus = (value: unknown): value is LineStatus => LINE_STATUSES.includes(value as LineStatus);

/** Whether something that was sent is a call of the line. */
export function isLineCall(value: unknown): value is LineCall {
  if (typeof value !== 'object' || value === null) return false;
  const { id, reference, status } = value as Partial<LineCall>;
  return typeof id === 'string' && id !== '' && typeof reference === 'string' && isLineStatus(status);
}

/** The report of a call. A completed call that a machine answered is a voicemail: the line has no word of its own for it. */
export function reportOf(call: LineCall): CallReport {
  const report: CallReport = {
    providerCallId: call.id,
    reference: call.reference,
    state: call.status === 'completed' && call.answered_by === 'machine' ? 'voicemail' : stateOf(call.status),
    at: typeof call.status_at === 'number' ? call.status_at : null,
  };
  if (call.duration_seconds != null) report.durationSeconds = call.duration_seconds;
  if (call.answered_by != null) report.answeredByMachine = call.answered_by === 'machine';
  if (call.cost != null) report.cost = call.cost;
  if (call.recording != null) report.recordingUrl = call.recording;
  if (call.transcript != null) report.transcript = call.transcript;
  if (call.summary != null) report.summary = call.summary;
  if (call.extracted != null) report.extracted = call.extracted;
  if (call.hung_up_by != null) report.hungUpBy = call.hung_up_by;
  if (call.reason != null) report.reason = call.reason;
  return report;
}
