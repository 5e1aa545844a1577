/** SignalWire's words for a call, in the engine's. They come in any letter case, with hyphens, underscores or neither. */
import type { CallState } from '../../../shared/domain/states.ts';

const STATES: Readonly<Record<string, CallState>> = {
  queued: 'queued',
  initiated: 'initiated',
  created: 'initiated',
  ringing: 'ringing',
  answered: 'in-progress',
  inprogress: 'in-progress',
  joined: 'in-progress',
  ending: 'in-progress',
  // Over, and answered as far as this word tells: what was said is still to come, and whether a person spoke.
  ended: 'disconnected',
  completed: 'disconnected',
  busy: 'busy',
  noanswer: 'no-answer',
  failed: 'failed',
  canceled: 'cancelled',
  cancelled: 'cancelled',
};

/** Why a call that is `ended` ended. Whoever declines is as little to be spoken to now as whoever is busy. */
const ENDS: Readonly<Record<string, CallState>> = {
  hangup: 'disconnected',
  maxduration: 'disconnected',
  busy: 'busy',
  decline: 'busy',
  declined: 'busy',
  noanswer: 'no-answer',
  timeout: 'no-answer',
  cancel: 'cancelled',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  error: 'failed',
  failed: 'failed',
  abandoned: 'failed',
  notfound: 'failed',
};

const bare = (word: unknown) => (typeof word === 'string' ? word.toLowerCase().replace(/[^a-z]/g, '') : '');
const known = (table: Readonly<Record<string, CallState>>, word: unknown) => (Object.hasOwn(table, bare(word)) ? table[bare(word)]! : null);

/** The state that a status means; null for a word that is not known. */
export const stateOf = (status: unknown): CallState | null => known(STATES, status);

/** The state that the reason of an end means; null for a word that is not known. */
export const endOf = (reason: unknown): CallState | null => known(ENDS, reason);

/** Whether a machine answered, by AnsweredBy or by a detector's event: `machine`, `machine_end_beep`, `fax`, `human`; null where it says nothing. */
export function machineOf(answeredBy: unknown): boolean | null {
  const word = bare(answeredBy);
  if (word.startsWith('machine') || word === 'fax' || word === 'ced' || word === 'cng') return true;
  return word === 'human' ? false : null;
}
