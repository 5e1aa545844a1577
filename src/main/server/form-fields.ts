/** The fields of a form as the contract's shapes: lists and objects come as JSON, numbers and switches as text. */
import { JsonSchemaCoercer } from '@orpc/json-schema';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type * as z from 'zod';
import { badInput } from '../../shared/domain/app-error.ts';
import { detailsOf, sentenceOf } from './envelope.ts';

const converter = new ZodToJsonSchemaConverter();
const coercer = new JsonSchemaCoercer();

/**
 * Reads the fields of an upload. An empty field is one that was left out; a tab is not empty, for it may part the cells of a file. A
 * field that takes no text `null` may be given as nothing by it.
 * @throws AppError `bad_input` with path and message of each problem; unknown fields are named.
 */
export function readFields<S extends z.ZodType>(schema: S, fields: Readonly<Record<string, string>>): z.output<S> {
  const given = Object.entries(fields).filter(([, value]) => value.trim() !== '' || value === '\t');
  const [, jsonSchema] = converter.convert(schema, { strategy: 'input' });
  const readAs = (nothing: null | 'null') => {
    const plain = Object.fromEntries(given.map(([name, value]) => [name, value === 'null' ? nothing : parsed(value)]));
    return schema.safeParse(coercer.coerce(jsonSchema, plain));
  };
  const read = readAs('null');
  if (read.success) return read.data;
  const withNothing = given.some(([, value]) => value === 'null') ? readAs(null) : read;
  if (withNothing.success) return withNothing.data;
  const details = detailsOf(read.error.issues);
  throw badInput('bad_input', sentenceOf(details), { details });
}

function parsed(value: string): unknown {
  if (!/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
