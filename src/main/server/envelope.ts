/**
 * The shape around every answer over REST: `{"success":true,…}`, or `{"success":false,"error":{code,message,details}}`.
 * The contract knows nothing of it; this is the one place that adds it.
 */
import type { ORPCError } from '@orpc/client';
import { ErrorBody } from '../../shared/contract/base.ts';
import { type AppError, badInput, type ErrorDetail, HTTP_STATUS } from '../../shared/domain/app-error.ts';
import './input-sentences.ts';

export interface Refusal {
  success: false;
  error: { code: string; message: string; details: readonly ErrorDetail[]; nextAction?: string; data?: Readonly<Record<string, unknown>> };
}

/** A refusal from its parts; a way out and plain values stand beside them where there are any. */
export function refusal(
  code: string,
  message: string,
  more: { details?: readonly ErrorDetail[]; nextAction?: string | undefined; data?: Readonly<Record<string, unknown>> } = {},
): Refusal {
  const { details = [], nextAction, data = {} } = more;
  return {
    success: false,
    error: {
      code,
      message,
      details,
      ...(nextAction === undefined ? {} : { nextAction }),
      ...(Object.keys(data).length === 0 ? {} : { data }),
    },
  };
}

export const refusalOf = (error: AppError): Refusal => refusal(error.code, error.message, error);

/** What was thrown on the way to or in a handler, as the body of the answer. Nothing of a bug leaves the program. */
export function encodeError(error: ORPCError<string, unknown>): Refusal {
  const told = ErrorBody.safeParse(error.data);
  if (error.defined && told.success) return refusal(told.data.code, error.message, told.data);
  if (error.status === HTTP_STATUS.bug) return BUG;
  const details = detailsOf((error.data as { issues?: readonly Issue[] } | undefined)?.issues ?? []);
  if (details.length > 0) return refusal('bad_input', sentenceOf(details), { details });
  const [code, message] = PLAIN[error.code] ?? [error.code.toLowerCase(), error.message];
  return refusal(code, message);
}

export const BUG = refusal('bug', 'Ringmaster made a mistake. The log says more.');
/** What the library refuses by itself before a handler is asked. */
const PLAIN: Readonly<Record<string, readonly [code: string, sentence: string]>> = {
  BAD_REQUEST: ['bad_input', 'The request cannot be read. Send JSON with the content type application/json.'],
};

/** An answer's body with its mark; streams and files pass as they are. */
export function encloseBody(body: unknown): unknown {
  if (body === undefined) return { success: true };
  const plain =
    typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype && !(Symbol.asyncIterator in body);
  return plain ? { success: true, ...body } : body;
}

export interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  /** Fields that the shape does not know. */
  keys?: readonly string[];
}

/** What is wrong with the input's shape, by path; each unknown field is named. */
export function detailsOf(issues: readonly Issue[]): ErrorDetail[] {
  return issues.flatMap(({ message, path = [], keys }) => {
    const at = path.map((step) => String(typeof step === 'object' ? step.key : step));
    return keys
      ? keys.map((key) => ({ path: [...at, key].join('.'), message: 'There is no such field.' }))
      : [{ path: at.join('.'), message }];
  });
}

/** The first problem in words, and how many more there are. */
export function sentenceOf(details: readonly ErrorDetail[]): string {
  const [first] = details;
  const more = details.length === 1 ? '' : ` (and ${details.length - 1} more)`;
  return `The request is not right: ${first?.path ? `${first.path}: ` : ''}${first?.message ?? ''}${more}`;
}

/** The refusal of fields that nobody asked for, by name. */
export function noSuchField(...names: readonly string[]): AppError {
  const details = detailsOf([{ message: '', keys: names }]);
  return badInput('bad_input', sentenceOf(details), { details });
}
