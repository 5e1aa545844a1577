/** What becomes of a page that died, and what is said of a fault. Pure. */

const OFTEN = 3;
const WITHIN_MS = 60_000;

/** A page that dies now and then is loaded again, and says so; one that dies at once again is asked about. */
export function afterPageDied(diedAt: readonly number[], now: number): 'reload' | 'ask' {
  return diedAt.filter((at) => now - at < WITHIN_MS).length >= OFTEN ? 'ask' : 'reload';
}

/** Ends that are none of a page's own. */
export const isFault = (reason: string): boolean => reason !== 'clean-exit';

export type FaultAnswer = 'wait' | 'reload' | 'restart' | 'save' | 'quit';

export interface FaultWords {
  message: string;
  detail: string;
  answers: readonly { answer: FaultAnswer; label: string }[];
}

const SAVE = { answer: 'save', label: 'Save diagnostics…' } as const;

export const PAGE_DIED: FaultWords = {
  message: 'The screens of Ringmaster keep ending',
  detail: 'Calls and campaigns go on meanwhile: only what shows them has a fault.',
  answers: [{ answer: 'reload', label: 'Show them again' }, SAVE, { answer: 'quit', label: 'Quit Ringmaster' }],
};

export const PAGE_HANGS: FaultWords = {
  message: 'The screens of Ringmaster do not answer',
  detail: 'Calls and campaigns go on meanwhile. What was typed and not saved is lost where the screens are shown anew.',
  answers: [{ answer: 'wait', label: 'Wait' }, { answer: 'reload', label: 'Show them anew' }, SAVE],
};

export const PROGRAM_FAULT: FaultWords = {
  message: 'Ringmaster made a mistake and has to start again',
  detail:
    'Calls that are up go on at the provider, and are asked about when it runs again. Nothing that was saved is lost. What happened stands in the log.',
  answers: [{ answer: 'restart', label: 'Start again' }, SAVE, { answer: 'quit', label: 'Quit' }],
};
