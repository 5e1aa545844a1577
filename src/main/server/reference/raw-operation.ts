/** Routes beside the contract as operations: files that come in, and what goes out as text or sound. */
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type * as z from 'zod';
import type { RawRoute } from '../raw-route.ts';
import { NAMED_SHAPES } from './named-shapes.ts';
import { type Answer, type Json, type Operation, type Parameter, refTo } from './open-api.ts';

const converter = new ZodToJsonSchemaConverter();
const components = [...NAMED_SHAPES].map(([name, schema]) => ({
  schema,
  required: true,
  ref: refTo('schemas', name).$ref,
  allowedStrategies: ['output' as const],
}));

/** Adds a streamed route; where the contract has the same path and method, the file becomes one more body that it takes. */
export function addRawRoute(paths: Record<string, Record<string, Operation>>, route: RawRoute): void {
  const { name, method, path, tags, summary, takes, query = {} } = route;
  const operations = (paths[path] ??= {});
  const verb = method.toLowerCase();
  const known = operations[verb];
  if (known) {
    if (takes && known.requestBody) known.requestBody.content[takes] = { schema: formOf(route) };
    known.responses = mergeAnswers(known.responses as Record<string, Answer>, answersOf(route));
    return;
  }
  operations[verb] = {
    operationId: name,
    tags: [...tags],
    summary,
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(
        ([, part = '']): Parameter => ({ name: part, in: 'path', required: true, schema: { type: 'string' } }),
      ),
      ...Object.entries(query).map(([part, shape]): Parameter => ({ name: part, in: 'query', schema: schemaOf(shape, 'input') })),
    ],
    ...(takes ? { requestBody: { required: true, content: { [takes]: { schema: formOf(route) } } } } : {}),
    responses: answersOf(route),
  };
}

const schemaOf = (shape: z.ZodType, strategy: 'input' | 'output') => converter.convert(shape, { strategy, components })[1] as Json;

/** The file of an upload and the fields beside it. */
function formOf({ fields }: RawRoute): Json {
  const file = { type: 'string', format: 'binary' };
  const shape = (fields ? schemaOf(fields, 'input') : { type: 'object' }) as { properties?: Json; required?: string[] };
  const { properties = {}, required = [], ...rest } = shape;
  return { ...rest, properties: { ...properties, file }, required: [...required, 'file'] };
}

/** What a route answers, by status. */
function answersOf({ gives, answers, statuses = [200] }: RawRoute): Record<string, Answer> {
  const content = () => ({ [gives]: answers ? { schema: schemaOf(answers, 'output') } : { schema: { type: 'string' } } });
  return Object.fromEntries(statuses.map((status) => [status, { description: '', content: content() }]));
}

/** One path that is answered in two ways, as what came in asks. */
function mergeAnswers(known: Record<string, Answer>, more: Record<string, Answer>): Record<string, Answer> {
  const merged = { ...more, ...known };
  for (const [status, { content = {} }] of Object.entries(more)) {
    const other = known[status]?.content ?? {};
    for (const [type, { schema }] of Object.entries(content)) {
      const before = other[type]?.schema;
      if (before && schema) merged[status] = { ...known[status]!, content: { ...other, [type]: { schema: { anyOf: [before, schema] } } } };
    }
  }
  return merged;
}
