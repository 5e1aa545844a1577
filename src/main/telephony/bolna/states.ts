/** Bolna's statuses in the engine's words, and which of them are ends. */
import { type CallState, isCallEnd } from '../../../shared/domain/states.ts';

const STATES: ReadonlyMap<string, CallState> = new Map<string, CallState>([
  // Waiting at Bolna: for a time, for the dial queue, for a free line, for the agent's own calling hours.
  ['scheduled', 'queued'],
  ['prepared', 'queued'],
  ['queued', 'queued'],
  ['rescheduled', 'queued'],
  ['initiated', 'initiated'],
  ['ringing', 'ringing'],
  ['in-progress', 'in-progress'],
  // The line is down; cost, recording and extraction come with `completed`, up to a quarter of an hour later.
  ['call-disconnected', 'disconnected'],
  ['completed', 'completed'],
  ['no-answer', 'no-answer'],
  ['busy', 'busy'],
  ['failed', 'failed'],
  ['error', 'failed'],
  // It was not dialed; `reports.ts` tells that this stands against every call.
  ['balance-low', 'not-placed'],
  ['canceled', 'cancelled'],
  ['stopped', 'cancelled'],
]);

/** Null for a word that Bolna did not have when this was written. */
export const stateOf = (status: string): CallState | null => STATES.get(status) ?? null;

/** What the answer to a dial says of the call; its end is never taken from there, for it has nothing of the end's facts. */
export function stateAtDial(status: unknown): CallState | null {
  const state = typeof status === 'string' ? stateOf(status) : null;
  return state === null || isCallEnd(state) ? null : state;
}
