/** The space's own words for what the line does, and its ways to write times. */
import type { LineStatus } from '../../../src/main/telephony/practice/wire.ts';
import type { SignalWireOptions } from './options.ts';
import type { SpaceCall } from './space-call.ts';

/** `Tue, 01 Sep 2026 09:30:00 +0000` */
export const rfc2822 = (at: number) => new Date(at).toUTCString().replace('GMT', '+0000');

/** The status of a call as callbacks say it. */
export function callbackStatus(status: LineStatus, call: SpaceCall): string {
  if (status !== 'call-disconnected' && status !== 'completed') return status;
  return call.endsAs ?? 'completed';
}

/** The status as the compatibility API shows it: that dialing began is told by callbacks only. */
export const shownStatus = (call: SpaceCall) => {
  const status = callbackStatus(call.line!.status, call);
  return status === 'initiated' ? 'queued' : status;
};

const CALLING: Readonly<Record<LineStatus, string>> = {
  queued: 'queued',
  initiated: 'created',
  ringing: 'ringing',
  'in-progress': 'answered',
  'call-disconnected': 'completed',
  completed: 'completed',
  busy: 'failed',
  'no-answer': 'completed',
  failed: 'failed',
  canceled: 'canceled',
};

/** The status as the Calling API answers it: it has neither busy nor no-answer. */
export const callingStatus = (call: SpaceCall) =>
  call.endsAs && CALLING[call.line!.status] === 'completed' ? call.endsAs : CALLING[call.line!.status];

/** The status in the voice log. */
export function loggedStatus(call: SpaceCall, options: SignalWireOptions): string {
  const { status } = call.line!;
  if (call.wishes.surface === 'compat') return callbackStatus(status, call);
  const tells = options.logsSayBusy && (status === 'busy' || status === 'no-answer');
  const word = tells ? status : callingStatus(call);
  return word === 'completed' && options.logsSayEnded ? 'ended' : word;
}

/** The state of a call as RELAY says it. */
export function relayState(status: LineStatus): 'created' | 'ringing' | 'answered' | 'ended' | null {
  if (status === 'queued') return null;
  if (status === 'initiated') return 'created';
  if (status === 'ringing') return 'ringing';
  return status === 'in-progress' ? 'answered' : 'ended';
}

/** Why a call ended, as RELAY says it; null while it is up. */
export function endReason(call: SpaceCall): string | null {
  const { status, reason } = call.line!;
  if (relayState(status) !== 'ended') return null;
  if (status === 'busy') return 'busy';
  if (status === 'no-answer') return 'noAnswer';
  if (status === 'failed' || call.endsAs === 'failed') return 'error';
  if (status === 'canceled') return 'cancel';
  return reason === 'longest duration reached' ? 'max_duration' : 'hangup';
}
