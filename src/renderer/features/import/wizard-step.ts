/** The steps from a file to a campaign: one union, and which of them one is at. */
import type { Import } from '../../../shared/contract/imports.ts';
import { hasPhoneColumn } from './columns/column-mapping.ts';
import type { Taking } from './taking.ts';

/** Steps that a person goes to; the summary comes by itself. */
export const CHOSEN_STEPS = ['file', 'columns', 'check', 'settings'] as const;
export type ChosenStep = (typeof CHOSEN_STEPS)[number];
export const STEPS = [...CHOSEN_STEPS, 'summary'] as const;
export type StepName = (typeof STEPS)[number];

export type Step =
  /** No file, one on its way, or one that could not be taken. */
  | { at: 'file'; taking: Taking | null; checked: Import | null }
  /** `busy`: the file is being read again, and what is shown is how it was read before. */
  | { at: 'columns' | 'check' | 'settings'; taking: Taking; checked: Import; busy: boolean }
  | { at: 'summary'; taking: Taking; taken: Import };

/** Where one is with a file, by what became of it and by where one went. */
export function stepOf(taking: Taking | null): Step {
  if (!taking) return { at: 'file', taking, checked: null };
  const { taken, checked, error, at } = taking;
  const state = taken?.state;
  if (taken && (state === 'writing' || state === 'finished' || state === 'undoing' || state === 'undone'))
    return { at: 'summary', taking, taken };
  const failed = error !== null || state === 'failed';
  if (failed || at === 'file' || checked === null) return { at: 'file', taking, checked: failed ? null : checked };
  // Nothing can be checked, let alone called, before it is known where the numbers are.
  const reached = hasPhoneColumn(checked.columns) ? at : 'columns';
  return { at: reached, taking, checked, busy: state !== 'checked' };
}

export const placeOf = (name: StepName): number => STEPS.indexOf(name);
