/** What became of a file, as far as it was told: which of it is kept, and when it is asked for anew. Pure. */
import type { Import } from '../../../../shared/contract/imports.ts';

type State = Import['state'];

export interface Told {
  /** As it was told last; null while it is being sent. */
  taken: Import | null;
  /** How it was checked last: what is shown while it is read again. */
  checked: Import | null;
  /** Raised with every check: its rows are others then. */
  checks: number;
}

export const NOTHING_TOLD: Told = { taken: null, checked: null, checks: 0 };

/** With what was told now. */
export const withTold = ({ checked, checks }: Told, taken: Import): Told =>
  taken.state === 'checked' ? { taken, checked: taken, checks: checks + 1 } : { taken, checked, checks };

/** States that nothing follows. */
const OVER: ReadonlySet<State> = new Set(['failed', 'cancelled', 'undone']);

/**
 * Whether an import is to be read anew: the stream tells another state than is known (`streamed`; undefined where it does not speak
 * of it). What is finished can still be taken back, which the stream then tells.
 */
export function isToBeRead(known: State, streamed: string | undefined): boolean {
  if (known === streamed || OVER.has(known)) return false;
  return known !== 'finished' || streamed !== undefined;
}

/** Whether nobody began to write it: then it can be given up, and nothing of it stays. */
export const isUnwritten = (state: State): boolean => state === 'reading' || state === 'checked';

/** Whether it is being read, for the first time or again. */
export const isReading = ({ taken }: Told): boolean => taken === null || taken.state === 'reading';

/** The check to decide by: that of before while it is read again; null before there is one, and once it was decided. */
export const checkOf = (told: Told): Import | null =>
  told.checked && (isReading(told) || told.taken?.state === 'checked') ? told.checked : null;

/** People, or numbers, that come out of the file. */
export const usableOf = ({ rows, duplicates, invalid }: Pick<Import, 'rows' | 'duplicates' | 'invalid'>): number =>
  rows - duplicates - invalid;

/** How many of them are written, by how far the stream says that the writing is. */
export function writtenOf(taken: Pick<Import, 'target' | 'rows' | 'duplicates' | 'invalid'>, upTo: number): number {
  // Who comes into a campaign is written twice: as a contact, and as somebody to call.
  const times = taken.target === 'campaign' || taken.target === 'people' ? 2 : 1;
  return Math.min(Math.floor(upTo / times), usableOf(taken));
}
