/** The practice line as its form holds it, and what is sent of it. */
import type { PracticeLine, PracticeLineChange } from '../../../../shared/contract/telephony-settings.ts';
import { NO_FAULTS, PRACTICE_OUTCOMES, type PracticeFaults, type PracticeOutcome } from '../../../../shared/domain/practice-settings.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import { telephony } from '../../../words/settings/telephony.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';

type FaultName = keyof PracticeFaults;
/** In the order in which the form shows them: reports first, then dials. */
export const FAULTS = [
  'webhookLost',
  'webhookRepeated',
  'webhookLate',
  'lateSeconds',
  'webhookShuffled',
  'timeoutAfterAccept',
  'fail500AfterAccept',
  'refuse429',
  'fail500',
  'silence',
] as const satisfies readonly FaultName[];

export type LineValues = Record<'speed' | 'seed' | 'accountLimit' | 'callsPerSecond' | 'timeoutSeconds', string> &
  Record<`outcomes.${PracticeOutcome}`, string> &
  Record<`faults.${FaultName}`, string>;

const textOf = (value: number | null) => (value === null ? '' : String(value));
/** A chance of 0 to 1 as per cent, without the dust of binary fractions. */
const percentOf = (chance: number) => String(Number((chance * 100).toFixed(4)));
const chanceOf = (typed: string) => Number(((readNumber(typed) ?? 0) / 100).toFixed(6));

export function valuesOf(line: PracticeLine): LineValues {
  const outcomes = PRACTICE_OUTCOMES.map((name) => [`outcomes.${name}`, String(line.outcomes[name])]);
  const faults = FAULTS.map((name) => [
    `faults.${name}`,
    name === 'lateSeconds' ? String(line.faults.lateSeconds) : percentOf(line.faults[name]),
  ]);
  return {
    speed: String(line.speed),
    seed: String(line.seed),
    accountLimit: textOf(line.accountLimit),
    callsPerSecond: textOf(line.callsPerSecond),
    timeoutSeconds: String(line.timeoutMs / 1000),
    ...Object.fromEntries([...outcomes, ...faults]),
  } as LineValues;
}

/** The parts of the outcomes as they are typed; what is no number counts nothing. */
export const partsOf = (values: LineValues): number[] => PRACTICE_OUTCOMES.map((name) => readNumber(values[`outcomes.${name}`]) ?? 0);

const BOUNDS: Readonly<Record<string, Parameters<typeof numberProblem>[1]>> = {
  speed: { least: 0.1, most: 10_000, fractions: true },
  seed: { least: 0, most: 4_294_967_295 },
  accountLimit: { least: 1, most: 100_000, mayBeEmpty: true },
  callsPerSecond: { least: 0.1, most: 10_000, fractions: true, mayBeEmpty: true },
  timeoutSeconds: { least: 0.1, most: 120, fractions: true },
  'faults.lateSeconds': { least: 0, most: 86_400, fractions: true },
};
const PART = { least: 0, most: 1_000_000, fractions: true };
const PERCENT = { least: 0, most: 100, fractions: true };

export function lineErrors(values: LineValues): FieldErrors<LineValues> {
  const boundsOf = (name: string) => BOUNDS[name] ?? (name.startsWith('outcomes.') ? PART : PERCENT);
  const problems = Object.entries(values).map(([name, typed]) => [name, numberProblem(typed, boundsOf(name))] as const);
  const errors = Object.fromEntries(problems.filter(([, problem]) => problem !== undefined)) as FieldErrors<LineValues>;
  const nothing = partsOf(values).every((part) => part === 0);
  return nothing ? { 'outcomes.completed': telephony.noOutcome, ...errors } : errors;
}

export function lineChange(values: LineValues): PracticeLineChange {
  const faults = FAULTS.map((name) => {
    const typed = values[`faults.${name}`];
    return [name, name === 'lateSeconds' ? (readNumber(typed) ?? 0) : chanceOf(typed)];
  });
  return {
    speed: readNumber(values.speed) ?? 1,
    seed: readNumber(values.seed) ?? 0,
    accountLimit: readNumber(values.accountLimit),
    callsPerSecond: readNumber(values.callsPerSecond),
    timeoutMs: Math.round((readNumber(values.timeoutSeconds) ?? 10) * 1000),
    outcomes: Object.fromEntries(PRACTICE_OUTCOMES.map((name, place) => [name, partsOf(values)[place]])),
    faults: Object.fromEntries(faults),
  };
}

/** The faults of a line that behaves: what is typed for how late a late report is stays. */
export const withoutFaults = (): Partial<LineValues> =>
  Object.fromEntries(FAULTS.filter((name) => name !== 'lateSeconds').map((name) => [`faults.${name}`, String(NO_FAULTS[name])]));
