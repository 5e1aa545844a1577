/** Sends the callback that a step of a call asks for, if anybody subscribed to it. The line repeats it where it is not taken. */
import type { LineStep } from '../../../src/main/telephony/practice/line.ts';
import type { Webhook } from '../../../src/main/telephony/practice/webhook-sender.ts';
import type { LineCall, LineEvent } from '../../../src/main/telephony/practice/wire.ts';
import { callFields, recordBody, recordingFields, stateBody, statusFields } from './callbacks.ts';
import type { SignalWireOptions } from './options.ts';
import type { Outbox } from './outbox.ts';
import { type CallEvent, eventOf, type SpaceCall, type SpaceCalls } from './space-call.ts';

export interface TellingParts {
  calls: SpaceCalls;
  outbox: Outbox;
  options: () => SignalWireOptions;
}

const NOTHING_TO_TELL = 200;

/** Writes a step down, and its number where somebody is to be told of it: in the order in which things happen, not in that of telling. */
export function noteStep(call: SpaceCall, { sequence, call: line }: LineStep, { sequence: numbers }: SignalWireOptions): void {
  const name = eventOf(line.status);
  const wanted = name !== null && call.wishes.status?.events.has(name) === true;
  const number = numbers === 'gaps' ? sequence * 2 : call.told;
  if (wanted) call.told++;
  call.events.set(sequence, { status: line.status, at: line.status_at, number: wanted ? number : null });
}

/** Tells once what the line tells. @returns the status of the answer as the line may take it; rejects where none came in time. */
export async function tellOnce(parts: TellingParts, { body }: Webhook): Promise<number> {
  const { sequence, call: line } = JSON.parse(new TextDecoder().decode(body)) as LineEvent;
  const call = parts.calls.ofLine(line.id);
  const event = call?.events.get(sequence);
  if (!call || !event) return NOTHING_TO_TELL;
  const sent = event.status === 'completed' ? tellRecording(parts, call, line) : tellStatus(parts, call, event, line);
  return sent === null ? NOTHING_TO_TELL : parts.outbox.statusForLine((await sent).status);
}

function tellStatus({ outbox, options }: TellingParts, call: SpaceCall, event: CallEvent, line: LineCall): Promise<Response> | null {
  const { surface, status } = call.wishes;
  if (!status || event.number === null) return null;
  if (surface === 'calling') return outbox.json(status.url, stateBody(call, event, options()));
  return outbox.form(status, statusFields(call, event, line, options()));
}

function tellRecording({ outbox, options }: TellingParts, call: SpaceCall, line: LineCall): Promise<Response> | null {
  const { surface, record, recording } = call.wishes;
  if (!record || !recording?.events.has(line.recording === null ? 'absent' : 'completed')) return null;
  if (surface === 'calling') return outbox.json(recording.url, recordBody(call, line, options()));
  return outbox.form(recording, recordingFields(call, line, options()));
}

/** Asks what to do when the far side is gone. Nothing more is done then: the line has ended the call. */
export async function farSideHungUp({ outbox, options }: TellingParts, call: SpaceCall): Promise<void> {
  if (!call.dialAction) return;
  const fields = [...callFields(call, 'in-progress', options()), ['DialCallStatus', 'completed'] as const];
  await outbox.form(call.dialAction, fields).catch(() => {});
}
