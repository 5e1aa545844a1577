/** The errors of ElevenLabs in every shape that they come in, read into one. */
import { fieldsOf, listOf, textOf } from './fields.ts';

export interface VendorError {
  /** What the vendor calls the fault, in lower case; several where it says it twice. */
  codes: readonly string[];
  /** The vendor's own sentence. */
  message: string | null;
  /** Fields of the request that it complains of. */
  fields: readonly string[];
}

/** Sentences of a vendor are cut here: a page of HTML is no sentence. */
const LONGEST_MESSAGE = 300;

/**
 * Reads `{detail: {type, code, message, status, param}}`, the older `{detail: {status, message}}`, the validator's
 * `{detail: [{loc, msg, type}]}`, `{detail: "text"}`, and the same without `detail`. What fits none of them is an error without words.
 */
export function readError(body: unknown): VendorError {
  const { detail } = fieldsOf(body);
  if (typeof detail === 'string') return { codes: [], message: cut(textOf(detail)), fields: [] };
  if (Array.isArray(detail)) return readValidation(detail);
  const { type, code, status, message, msg, error, param } = fieldsOf(detail ?? body);
  return {
    codes: [code, status, type, error]
      .map(textOf)
      .filter((word) => word !== null)
      .map(lower),
    message: cut(textOf(message) ?? textOf(msg) ?? textOf(error)),
    fields: [textOf(param)].filter((field) => field !== null).map(lower),
  };
}

function readValidation(problems: readonly unknown[]): VendorError {
  const read = problems.map((problem) => {
    const { loc, msg, type } = fieldsOf(problem);
    const fields = listOf(loc)
      .map(textOf)
      .filter((part) => part !== null && part !== 'body') as string[];
    return { fields, message: [fields.join('.'), textOf(msg)].filter(Boolean).join(': '), type: textOf(type) };
  });
  const message = read.map((problem) => problem.message).filter((text) => text !== '');
  return {
    codes: read.flatMap(({ type }) => (type === null ? [] : [lower(type)])),
    message: cut(textOf(message.join('; '))),
    fields: read.flatMap(({ fields }) => fields.map(lower)),
  };
}

const lower = (text: string) => text.toLowerCase();

function cut(message: string | null): string | null {
  return message !== null && message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message;
}
