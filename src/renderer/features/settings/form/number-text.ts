/** Numbers as people type them into a field, and back. */
import { between, settings } from '../../../words/settings/common.ts';
import { number } from '../../../lib/format.ts';

/** `1,204`, `1 204` and `12.5` as numbers; null where it is none. */
export function readNumber(typed: string): number | null {
  const text = typed.trim().replace(/[\s,'’]/g, '');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

interface Bounds {
  least: number;
  most: number;
  /** Takes fractions as well. */
  fractions?: boolean;
  /** May be left empty. */
  mayBeEmpty?: boolean;
}

/** What is wrong with a typed number, as a sentence; undefined where nothing is. */
export function numberProblem(typed: string, { least, most, fractions = false, mayBeEmpty = false }: Bounds): string | undefined {
  if (mayBeEmpty && typed.trim() === '') return undefined;
  const value = readNumber(typed);
  if (value === null) return fractions ? settings.aNumber : settings.whole;
  if (!fractions && !Number.isInteger(value)) return settings.whole;
  return value < least || value > most ? between(wordOf(least), wordOf(most)) : undefined;
}

const wordOf = (value: number): string => (Number.isInteger(value) ? number(value) : String(value));
