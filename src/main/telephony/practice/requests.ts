/** Reads what is sent to the practice line, and refuses what it cannot use. */
import { PRACTICE_OUTCOMES, type PracticeFaults, type PracticeSettings } from '../../../shared/domain/practice-settings.ts';
import type { NewLineCall } from './wire.ts';

/** The sender's mistake: told as 400 with this sentence. */
export class BadRequest extends Error {}

type Fields = Readonly<Record<string, unknown>>;

const E164 = /^\+[1-9]\d{6,14}$/;

/** @throws BadRequest naming the field that is wrong. */
export function readNewCall(body: unknown): NewLineCall {
  const fields = fieldsOf(body, 'the body');
  const to = text(fields, 'to');
  if (!E164.test(to)) throw new BadRequest('to must be a number like +441632960000');
  const variables = fieldsOf(fields['variables'] ?? {}, 'variables');
  return {
    reference: text(fields, 'reference'),
    to,
    from: fields['from'] == null ? null : text(fields, 'from'),
    // The line has no agents of its own: whoever is named speaks from templates.
    agent: typeof fields['agent'] === 'string' ? fields['agent'] : '',
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
    record: fields['record'] === true,
    ringSeconds: positive(fields, 'ringSeconds'),
    longestSeconds: positive(fields, 'longestSeconds'),
  };
}

/** The settings with what the body changes of them. @throws BadRequest naming the field that is wrong. */
export function readSettings(body: unknown, current: PracticeSettings): PracticeSettings & { webhookUrl?: string } {
  const fields = fieldsOf(body, 'the body');
  const faults = fieldsOf(fields['faults'] ?? {}, 'faults');
  const outcomes = fieldsOf(fields['outcomes'] ?? {}, 'outcomes');
  const url = fields['webhookUrl'] === undefined ? {} : { webhookUrl: text(fields, 'webhookUrl') };
  return {
    ...url,
    speed: fields['speed'] === undefined ? current.speed : positive(fields, 'speed'),
    seed: fields['seed'] === undefined ? current.seed : number(fields, 'seed'),
    outcomes:
      fields['outcomes'] === undefined
        ? current.outcomes
        : (readNumbers(outcomes, PRACTICE_OUTCOMES, current.outcomes) as PracticeSettings['outcomes']),
    faults: readNumbers(faults, Object.keys(current.faults), current.faults) as PracticeFaults & Record<string, number>,
    accountLimit: limit(fields, 'accountLimit', current.accountLimit),
    callsPerSecond: limit(fields, 'callsPerSecond', current.callsPerSecond),
  };
}

function readNumbers(fields: Fields, names: readonly string[], current: object): Record<string, number> {
  const before = current as Readonly<Record<string, number>>;
  return Object.fromEntries(names.map((name) => [name, fields[name] === undefined ? (before[name] ?? 0) : number(fields, name)]));
}

function limit(fields: Fields, name: string, current: number | null): number | null {
  if (fields[name] === undefined) return current;
  return fields[name] === null ? null : number(fields, name);
}

function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadRequest(`${what} must be an object`);
  return value as Fields;
}

function text(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw new BadRequest(`${name} must be a text that is not empty`);
  return value;
}

function number(fields: Fields, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw new BadRequest(`${name} must be a number, 0 or more`);
  return value;
}

function positive(fields: Fields, name: string): number {
  const value = number(fields, name);
  if (value === 0) throw new BadRequest(`${name} must be more than 0`);
  return value;
}
