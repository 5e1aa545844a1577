/**
 * What is wrong with an input, in a sentence that says what to write instead. Speaks where a shape of the contract has no words of
 * its own; the library's own words speak of types, which tells whoever wrote a script too little.
 */
import * as z from 'zod';

type Issue = z.core.$ZodRawIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: 'Write text, in quotation marks.',
  number: 'Write a number.',
  int: 'Write a whole number.',
  boolean: 'Write true or false.',
  array: 'Write a list, in square brackets.',
  object: 'Write an object, in braces.',
  record: 'Write an object, in braces.',
  date: 'Write a time as 2026-11-20T09:00:00Z.',
  null: 'Write null.',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'Write an e-mail address.',
  url: 'Write an address as https://example.com.',
  date: 'Write a date as 2026-11-20.',
  time: 'Write a time as 09:00.',
  datetime: 'Write a time as 2026-11-20T09:00:00Z.',
};

/** The sentence for one problem; undefined leaves it to the library. */
export function inputSentence(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Missing.' : TYPES[issue.expected === 'number' && isWhole(issue) ? 'int' : issue.expected];
    case 'invalid_value':
      return `Write ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'This is not in the form that is expected here.';
    case 'too_small':
      return bound(issue.origin, Number(issue.minimum), 'at least', issue.inclusive ?? true);
    case 'too_big':
      return bound(issue.origin, Number(issue.maximum), 'at most', issue.inclusive ?? true);
    case 'invalid_union':
      return 'This is none of the forms that are possible here.';
    case 'invalid_key':
      return 'A name in this object is too long or not allowed.';
    case 'not_multiple_of':
      return `Write a multiple of ${issue.divisor}.`;
    case 'custom':
    case 'invalid_element':
    case 'unrecognized_keys':
      return undefined;
  }
}

/** A number that must be whole is asked for as one, also where something else than a number came. */
function isWhole(issue: Issue): boolean {
  const shape = issue.inst as { def?: { format?: string } } | undefined;
  return shape?.def?.format === 'safeint';
}

function bound(origin: string, limit: number, word: string, inclusive: boolean): string {
  if (origin === 'string') return limit === 1 && word === 'at least' ? 'Write something.' : `Write ${word} ${many(limit, 'character')}.`;
  if (origin === 'array' || origin === 'set') return `Give ${word} ${many(limit, 'entry', 'entries')}.`;
  if (origin === 'date') return `Write a time that is ${word} ${new Date(limit).toISOString()}.`;
  if (inclusive) return `Write ${word} ${limit}.`;
  return `Write ${word === 'at least' ? 'more' : 'less'} than ${limit}.`;
}

const many = (n: number, one: string, more = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : more}`;

// The contract's shapes are asked by libraries that hand on no words of ours: the one setting that reaches them all.
z.config({ customError: inputSentence });
