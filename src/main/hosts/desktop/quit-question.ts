/** What is asked when somebody quits while calls are up. */
import { countOf } from '../../../shared/domain/time-words.ts';

/** stay: nothing happens · finish: no new call, quits after the last · leave: the provider goes on · hang-up: those that can be ended. */
export type QuitAnswer = 'stay' | 'finish' | 'leave' | 'hang-up';

export interface QuitQuestion {
  message: string;
  detail: string;
  /** The first keeps everything as it is. */
  answers: readonly { answer: QuitAnswer; label: string }[];
}

/**
 * The question; null where nothing is to be asked.
 * @param hangable how many of the calls the person may end and the provider can.
 */
export function quitQuestion(callsUp: number, hangable: number): QuitQuestion | null {
  if (callsUp === 0) return null;
  const left = callsUp - hangable;
  const hangUp = left === 0 ? 'Hang up and quit' : `Hang up ${hangable} and quit`;
  const details = [
    `“Finish first”: no new call starts, and Ringmaster quits when ${callsUp === 1 ? 'it is' : 'they are'} over.`,
    '“Leave running”: calls go on at the provider to their own end; what came of them is asked when Ringmaster runs again.',
    ...(hangable > 0 && left > 0 ? [`${countOf(left, 'call')} cannot be hung up from here and would go on.`] : []),
  ];
  return {
    message: `${callsUp === 1 ? '1 call is' : `${callsUp} calls are`} up. Quit Ringmaster?`,
    detail: details.join('\n'),
    answers: [
      { answer: 'stay', label: 'Keep running' },
      { answer: 'finish', label: 'Finish first' },
      { answer: 'leave', label: 'Leave running' },
      ...(hangable > 0 ? [{ answer: 'hang-up', label: hangUp } as const] : []),
    ],
  };
}
