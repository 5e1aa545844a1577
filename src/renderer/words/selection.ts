/** Rows that are ticked, in whichever list, and how far something is that is done to many. */
import { number } from '../lib/format.ts';

export const tickedWords = {
  selected: (count: number) => (count === 0 ? 'Nobody is selected' : `${number(count)} selected`),
  selectAll: (total: number, most: number, isFiltered: boolean) =>
    total > most ? `Select the first ${number(most)}` : `Select all ${number(total)}${isFiltered ? ' that match' : ''}`,
  selectMany: 'Select all that match',
  clear: 'Clear',
} as const;

export const progressWords = {
  progress: (done: number, of: number) => `${number(done)} of ${number(of)}`,
  stop: 'Stop',
} as const;
