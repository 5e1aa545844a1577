/**
 * What a JSON of SignalWire says of a call: its status deliveries and the events of its log, whose form is not documented. Ids,
 * states and reasons are taken wherever they stand, in whatever spelling.
 */
import type { CallState } from '../../../shared/domain/states.ts';
import type { CallReport } from '../../ports/provider.ts';
import { type Fields, instantOf, objectOf, textOf } from './fields.ts';
import { endOf, machineOf, stateOf } from './states.ts';

export interface JsonWord {
  about: 'state' | 'machine' | 'recording';
  /** It comes in the form in which SignalWire documents what it is about. */
  documented: boolean;
  id: string | null;
  state: CallState;
  at: number | null;
  facts: Pick<CallReport, 'answeredByMachine' | 'recordingUrl' | 'reason'>;
}

/** The word; null where it says nothing of a call. */
export function jsonWord(value: unknown): JsonWord | null {
  const top = objectOf(value);
  if (!top) return null;
  const layers = [top['params'], top['call'], top['details'], top].flatMap((layer) => {
    const fields = objectOf(layer);
    const inner = objectOf(fields?.['call']);
    return [...(fields ? [fields] : []), ...(inner ? [inner] : [])];
  });
  const id = pick(layers, 'call_id', 'callId', 'CallSid', 'id');
  const at = layers.map((layer) => instantOf(layer['timestamp'] ?? layer['event_at'])).find((instant) => instant !== null) ?? null;
  const said = machineWord(layers) ?? recordingWord(layers) ?? stateWord(layers);
  if (said === null) return null;
  return { id, at, documented: said.about !== 'state' && DOCUMENTED[said.about] === top['event_type'], ...said };
}

/** Of a state no form is documented. */
const DOCUMENTED = { machine: 'calling.call.detect', recording: 'calling.call.record' } as const;

type Said = Pick<JsonWord, 'about' | 'state' | 'facts'>;

function machineWord(layers: Fields[]): Said | null {
  const detect = layers.map((layer) => objectOf(layer['detect'])).find((found) => found !== null);
  const result = detect ? pick([objectOf(detect['params']) ?? {}, detect], 'event', 'result') : pick(layers, 'detect_result');
  const machine = machineOf(result);
  if (machine === null) return detect ? { about: 'machine', state: 'in-progress', facts: {} } : null;
  return { about: 'machine', state: 'in-progress', facts: { answeredByMachine: machine } };
}

/** A recording is told once it is finished, which it is when the call is over. */
function recordingWord(layers: Fields[]): Said | null {
  const records = layers.map((layer) => objectOf(layer['record']) ?? objectOf(layer['recording'])).filter((found) => found !== null);
  // Where the event is one of recording, its address may stand beside its state.
  const isOne = /record/i.test(pick(layers, 'event_type', 'event', 'name') ?? '');
  const url = pick(records, 'url') ?? pick(layers, 'recording_url', ...(isOne ? ['url'] : []));
  const isFinished = !['recording', 'paused'].includes(pick(layers, 'state') ?? '');
  return url === null || !isFinished ? null : { about: 'recording', state: 'disconnected', facts: { recordingUrl: url } };
}

function stateWord(layers: Fields[]): Said | null {
  const word = pick(layers, 'call_state', 'callState', 'state', 'call_status', 'CallStatus', 'status');
  const state = stateOf(word);
  if (state === null) return null;
  if (state !== 'disconnected') return { about: 'state', state, facts: {} };
  const reason = pick(layers, 'end_reason', 'endReason', 'hangup_reason', 'reason');
  return { about: 'state', state: endOf(reason) ?? state, facts: reason === null ? {} : { reason } };
}

/** The first text under one of the names, the first name in every layer before the second one. */
function pick(layers: readonly Fields[], ...names: string[]): string | null {
  for (const name of names) {
    for (const layer of layers) {
      const text = textOf(layer[name]);
      if (text !== null) return text;
    }
  }
  return null;
}
