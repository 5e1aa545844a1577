/** Calls and the people who wait for one: states, outcomes, reasons. */
import { outcomeWords } from './charts.ts';

export const stageWords = {
  dialing: 'Dialing',
  queued: 'Dialing',
  initiated: 'Dialing',
  ringing: 'Ringing',
  'in-progress': 'Talking',
  disconnected: 'Result to come',
} as const;

export const endWords = { ...outcomeWords, 'not-placed': 'Not placed' } as const;

export const itemWords = {
  queued: 'Queued',
  processing: 'Calling',
  completed: 'Successful',
  failed: 'Failed',
  skipped: 'Skipped',
  cancelled: 'Cancelled',
} as const;

/** Why somebody is done: the part after the state. What is not here is told as it came. */
const REASONS: Readonly<Record<string, string>> = {
  completed: 'nobody spoke',
  busy: 'busy',
  'no-answer': 'no answer',
  voicemail: 'voicemail',
  failed: 'the call failed',
  unknown: 'outcome unknown',
  'wrong-number': 'wrong number',
  'do-not-call': 'on the do-not-call list',
  'contact-deleted': 'contact deleted',
  'agent-deleted': 'its agent was deleted',
  'no-opening': 'no time at which it is open',
  'end-date': 'the end date has passed',
};

/** `Failed, busy`; the state alone where nothing more is known. */
export function itemStateWords(status: keyof typeof itemWords, reason: string | null): string {
  const word = itemWords[status];
  if (reason === null || reason === status || status === 'completed') return word;
  return `${word}, ${REASONS[reason] ?? reason}`;
}
