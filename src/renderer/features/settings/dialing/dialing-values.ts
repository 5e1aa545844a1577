/** The settings of dialing as their form holds them, and what is sent of them. */
import type { DialingChange, DialingSettings } from '../../../../shared/contract/settings.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';

const MEGABYTE = 1024 * 1024;

/** What is a number, with the bounds that the contract sets. */
const NUMBERS = {
  passSeconds: { least: 1, most: 3_600 },
  gapMinutes: { least: 0, most: 10_080 },
  longestMinutes: { least: 1, most: 240 },
  ringSeconds: { least: 5, most: 300 },
  campaignsPerHour: { least: 1, most: 10_000 },
  importMegabytes: { least: 1, most: 2_048 },
  importMaxRows: { least: 1, most: 10_000_000 },
} as const;
export type NumberName = keyof typeof NUMBERS;

export type DialingValues = Record<NumberName, string> & { timeZone: string; defaultCountry: string | null };

export function valuesOf({ importMaxBytes, timeZone, defaultCountry, ...numbers }: DialingSettings): DialingValues {
  const { passSeconds, gapMinutes, longestMinutes, ringSeconds, campaignsPerHour, importMaxRows } = numbers;
  const all: Record<NumberName, number> = {
    passSeconds,
    gapMinutes,
    longestMinutes,
    ringSeconds,
    campaignsPerHour,
    importMegabytes: Math.max(1, Math.round(importMaxBytes / MEGABYTE)),
    importMaxRows,
  };
  const texts = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, String(value)])) as Record<NumberName, string>;
  return { ...texts, timeZone, defaultCountry };
}

export function dialingErrors(values: DialingValues): FieldErrors<DialingValues> {
  const problems = Object.entries(NUMBERS).map(([name, bounds]) => [name, numberProblem(values[name as NumberName], bounds)] as const);
  return Object.fromEntries(problems.filter(([, problem]) => problem !== undefined));
}

/** Only what was changed, so that a limit in bytes that is no whole megabyte stays as it is. */
export function dialingChange(changes: Partial<DialingValues>): DialingChange {
  const { timeZone, defaultCountry, importMegabytes, ...plain } = changes;
  const numbers = Object.fromEntries(Object.entries(plain).map(([name, typed]) => [name, readNumber(typed) ?? undefined]));
  return {
    ...numbers,
    ...(importMegabytes !== undefined && { importMaxBytes: (readNumber(importMegabytes) ?? 1) * MEGABYTE }),
    ...(timeZone !== undefined && { timeZone }),
    ...(defaultCountry !== undefined && { defaultCountry }),
  };
}

/** The field of the form that the engine speaks of. */
export const fieldOf = (path: string): string => (path === 'importMaxBytes' ? 'importMegabytes' : path);
