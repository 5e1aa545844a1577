/** What the API allows as its form holds it, and what is sent of it. Pure. */
import { type ApiAccess, ApiAccessChange } from '../../../../shared/contract/access.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';

export interface AccessValues {
  port: string;
  perSecond: string;
  /** One a line. */
  corsOrigins: string;
}

export const valuesOf = ({ port, perSecond, corsOrigins }: ApiAccess): AccessValues => ({
  port: String(port),
  perSecond: String(perSecond),
  corsOrigins: corsOrigins.join('\n'),
});

export const PORTS = { least: 1, most: 65_535 } as const;
const RATE = { least: 1, most: 100_000 } as const;

/** Each line by itself, without the slash that one copies along. */
const originsOf = (text: string): string[] =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line !== '');

export function accessChange({ port, perSecond, corsOrigins }: Partial<AccessValues>): ApiAccessChange {
  return {
    ...(port !== undefined && { port: readNumber(port) ?? 0 }),
    ...(perSecond !== undefined && { perSecond: readNumber(perSecond) ?? 0 }),
    ...(corsOrigins !== undefined && { corsOrigins: originsOf(corsOrigins) }),
  };
}

export function accessErrors(values: AccessValues): FieldErrors<AccessValues> {
  const { error } = ApiAccessChange.shape.corsOrigins.safeParse(originsOf(values.corsOrigins));
  const [first] = error?.issues ?? [];
  const wrong = first && originsOf(values.corsOrigins)[Number(first.path[0])];
  const problems = {
    port: numberProblem(values.port, PORTS),
    perSecond: numberProblem(values.perSecond, RATE),
    corsOrigins: first && [wrong && `“${wrong}”:`, first.message].filter(Boolean).join(' '),
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));
}

/** The field of the form that the engine speaks of. */
export const fieldOf = (path: string): string => path.split('.')[0] ?? path;
