/** One operation as it is answered: with the mark around its answers, its refusals, its headers, and what it means said in words. */
import { type Answer, type Json, JSON_TYPE, type Operation, type Parameter, refTo } from './open-api.ts';
import { meaningOf } from './parameters.ts';
import { type Asker, askerOf, refusalRef, refusalsOf } from './refusals.ts';

const MARK: Json = { success: { const: true } };
const WORDS: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken in, and goes on',
  206: 'The range that was asked for',
};
/** Files that the contract itself answers are tables. */
const ANY_FILE = '*/*';
const ONLY_FOR: Partial<Record<Asker, string>> = { admin: 'For admins.', 'signed-in': 'For whoever signed in with a password, no token.' };
const AFTER_A_GAP: Parameter = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'The number of the last event that was seen; clients of server-sent events send it by themselves.',
  schema: { type: 'string' },
};

/** The name of an operation is what its route is called in the contract: `campaigns.create`. */
export function finish(method: string, path: string, operation: Operation): void {
  if (method === 'DELETE') sayInQuery(operation);
  operation.parameters = (operation.parameters ?? []).map((parameter) =>
    '$ref' in parameter ? parameter : { description: meaningOf(operation.operationId, parameter.name), ...parameter },
  );
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (!status.startsWith('2') || '$ref' in answer) delete operation.responses[status];
    else finishAnswer(answer, status);
  }
  for (const status of refusalsOf({ method, path, operation })) operation.responses[status] = refusalRef(status);
  const asker = askerOf(operation.operationId);
  if (asker === 'anyone') operation.security = [];
  const only = ONLY_FOR[asker];
  if (only !== undefined) operation.description = only;
  if (method === 'POST') operation.parameters.push(refTo('parameters', 'IdempotencyKey'));
  if (operation.operationId === 'live.subscribe') operation.parameters.push(AFTER_A_GAP);
  if (operation.parameters.length === 0) delete operation.parameters;
}

function finishAnswer(answer: Answer, status: string): void {
  answer.description = WORDS[Number(status)] ?? answer.description;
  const { [JSON_TYPE]: json, [ANY_FILE]: file } = answer.content ?? {};
  if (json) json.schema = enclosed(json.schema);
  if (file) answer.content = { 'text/csv': { schema: { type: 'string' } } };
}

/** What an operation answers, with its mark of success: every answer is an object, or one of several. */
export function enclosed(schema: Json = {}): Json {
  const { anyOf, properties = {}, required = [], ...rest } = schema as { anyOf?: Json[]; properties?: Json; required?: string[] };
  if (anyOf) return { ...rest, anyOf: anyOf.map(enclosed) };
  return { ...rest, type: 'object', properties: { ...MARK, ...properties }, required: ['success', ...required] };
}

/** Many clients send no body with a request to delete, so what it means is told as its query, which is read as well. */
function sayInQuery(operation: Operation): void {
  const body = operation.requestBody?.content[JSON_TYPE]?.schema as { properties?: Record<string, Json>; required?: string[] } | undefined;
  if (!body) return;
  const { properties = {}, required = [] } = body;
  operation.parameters = [
    ...(operation.parameters ?? []),
    ...Object.entries(properties).map(([name, schema]): Parameter => ({ name, in: 'query', required: required.includes(name), schema })),
  ];
  delete operation.requestBody;
}
