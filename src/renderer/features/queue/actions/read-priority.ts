/** A priority as it is typed: whole, and negative ones too. Pure. */
import { Priority } from '../../../../shared/contract/call-queue.ts';
import { fieldWords } from '../../../words/queue-actions.ts';

/** @returns the number, or null with what is wrong with it. */
export function readPriority(typed: string): { value: number; problem?: undefined } | { value: null; problem: string } {
  const text = typed.trim().replaceAll(/[\s,]/g, '').replace(/^[−–]/, '-');
  const { data } = /^[+-]?\d+$/.test(text) ? Priority.safeParse(Number(text)) : { data: undefined };
  return data === undefined ? { value: null, problem: fieldWords.needsPriority } : { value: data };
}
