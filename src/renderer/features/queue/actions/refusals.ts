/** What was refused of an action, as it is told: alike ones together, and the way out where there is one. Pure. */
import type { RefusedItem } from '../../../../shared/contract/queue.ts';
import { resultWords } from '../../../words/queue-actions.ts';

export interface Alike {
  message: string;
  items: readonly RefusedItem[];
}

/** Refusals by their sentence, the most frequent first. */
export function alike(refused: readonly RefusedItem[]): Alike[] {
  const by = Map.groupBy(refused, sentenceOf);
  return [...by].map(([message, items]) => ({ message, items })).toSorted((a, b) => b.items.length - a.items.length);
}

/** Why, in a sentence. The engine says of another's that there is none; whoever ticked it sees it, and is told what it can be. */
export const sentenceOf = ({ code, message }: Pick<RefusedItem, 'code' | 'message'>): string =>
  code === 'not_found' ? resultWords.notYours : message;

/** The next time that would be allowed, where the engine names one: a time over the wire, or already read. */
export function nextAllowed({ data }: Pick<RefusedItem, 'data'>): Date | null {
  const { nextAllowed: given } = data;
  if (!(given instanceof Date || typeof given === 'string' || typeof given === 'number')) return null;
  const at = new Date(given);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Those who would be taken at another time, by that time. */
export function byNextAllowed(refused: readonly RefusedItem[]): { at: Date; ids: number[] }[] {
  const by = new Map<number, number[]>();
  for (const item of refused) {
    const at = nextAllowed(item)?.getTime();
    if (at !== undefined) by.set(at, [...(by.get(at) ?? []), item.id]);
  }
  return [...by].map(([at, ids]) => ({ at: new Date(at), ids }));
}
