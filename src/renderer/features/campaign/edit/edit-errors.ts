/** What is wrong with what is typed, by field: what can be seen here, and what the engine refused. */
import { ORPCError } from '@orpc/client';
import * as z from 'zod';
import { CampaignSettings } from '../../../../shared/contract/campaigns.ts';
import { type WindowProblemCode, windowProblem } from '../../../../shared/domain/calling-window.ts';
import { RETRIED_OUTCOMES } from '../../../../shared/domain/states.ts';
import { type FieldErrors, fieldErrors } from '../../../lib/field-errors.ts';
import { editWords } from '../../../words/campaign-edit.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { type EditDraft, type EditField, minutesField } from './edit-draft.ts';

export type EditErrors = FieldErrors<EditDraft & Record<string, unknown>>;

const { name, nextAction, firstCallTime, lastCallTime } = CampaignSettings.shape;
const SHAPES = { name, nextAction, firstCallTime, lastCallTime };
const NEEDED = { name: formWords.needsName, nextAction: formWords.needsNextAction };

const MOST_ATTEMPTS = 50;
const MOST_MINUTES = 60 * 24 * 31;
const MOST_CALLS = 100_000;

/** The field that mends each thing that a window can have wrong. */
const FIELD_OF: Readonly<Record<WindowProblemCode, EditField>> = {
  no_weekday: 'weekdays',
  first_not_before_last: 'lastCallTime',
  unknown_time_zone: 'timeZone',
  no_date: 'startDate',
  end_before_start: 'endDate',
};

/** In the order of the form; what only the engine can know it says itself. */
export function editErrors(draft: EditDraft): EditErrors {
  const texts = { name: draft.name, nextAction: draft.nextAction, firstCallTime: draft.firstCallTime, lastCallTime: draft.lastCallTime };
  const errors: EditErrors = fieldErrors(SHAPES, texts);
  for (const key of ['name', 'nextAction'] as const) if (errors[key] && draft[key].trim() === '') errors[key] = NEEDED[key];
  if (!errors.firstCallTime && !errors.lastCallTime) Object.assign(errors, windowErrors(draft));
  Object.assign(errors, numberErrors(draft));
  return errors;
}

function windowErrors({ startDate, endDate, ...draft }: EditDraft): EditErrors {
  const problem = windowProblem({ ...draft, startOn: startDate, endOn: endDate === '' ? null : endDate });
  return problem === null ? {} : { [FIELD_OF[problem.code]]: problem.sentence };
}

function numberErrors(draft: EditDraft): EditErrors {
  const errors: EditErrors = {};
  const check = (field: EditField, least: number, most: number, mayBeEmpty: boolean) => {
    const text = String(draft[field]).trim();
    if (text === '' && mayBeEmpty) return;
    const value = Number(text);
    if (text === '' || !Number.isInteger(value) || value < least || value > most)
      errors[field] = editWords.needsWhole(least, most.toLocaleString('en'));
  };
  check('maxAttempts', 1, MOST_ATTEMPTS, false);
  check('retryAfter', 0, MOST_MINUTES, false);
  for (const outcome of RETRIED_OUTCOMES) check(minutesField(outcome), 0, MOST_MINUTES, true);
  check('concurrencyLimit', 1, MOST_CALLS, true);
  return errors;
}

const Details = z.object({ details: z.array(z.object({ path: z.string(), message: z.string() })) });

/** What the engine refused, at the fields of the form; empty where it speaks of none of them. */
export function refusedFields(error: unknown): EditErrors {
  if (!(error instanceof ORPCError)) return {};
  const told = Details.safeParse(error.data);
  const errors: EditErrors = {};
  for (const { path, message } of told.data?.details ?? []) {
    const field = fieldAt(path);
    if (field !== null) errors[field] ??= message;
  }
  return errors;
}

const PLAIN: readonly EditField[] = [
  'name',
  'description',
  'agentId',
  'nextAction',
  'firstCallTime',
  'lastCallTime',
  'timeZone',
  'weekdays',
  'useContactZone',
  'startDate',
  'endDate',
  'pacing',
  'concurrencyLimit',
  'keepOpen',
];

/** `retry.byOutcome.busy` is told of the field of its minutes, `retry` of the attempts. */
function fieldAt(path: string): EditField | null {
  const [first = '', second, third] = path.split('.');
  if (first === 'retry') {
    const outcome = RETRIED_OUTCOMES.find((candidate) => candidate === third);
    if (second === 'byOutcome' && outcome) return minutesField(outcome);
    return second === 'retryAfter' ? 'retryAfter' : 'maxAttempts';
  }
  return PLAIN.find((field) => field === first) ?? null;
}
