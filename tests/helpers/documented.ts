/**
 * Holds an answer of REST against the document: whether its status may come of this route, and whether its body is what is told of
 * it, no field more. Every helper that asks goes through here, so that the whole suite proves the reference.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer, Json, OpenApi } from '../../src/main/server/reference/open-api.ts';
import { theDocument } from './reference.ts';

export interface Told {
  method: string;
  /** Behind /api, its query included. */
  path: string;
  status: number;
  contentType: string | null;
  body: unknown;
}

interface Checker {
  document: OpenApi;
  /** The documented path that a real one is, the one with the most fixed words first. */
  find(path: string): string | undefined;
  /** The fault of a body by its place in the document, null where there is none. */
  faultOf(pointer: string, body: unknown): string | null;
}

let checker: Promise<Checker> | undefined;

/** @throws Error that says what the document does not know. */
export async function checkTold(told: Told): Promise<void> {
  const fault = await faultOf(told);
  if (fault === null) return;
  const body = typeof told.body === 'string' ? told.body : JSON.stringify(told.body);
  throw new Error(`${told.method} ${told.path} answered ${told.status}, which is not as documented: ${fault}\n${body.slice(0, 2_000)}`);
}

/** What is not as documented, null where all is. */
export async function faultOf({ method, path, status, contentType, body }: Told): Promise<string | null> {
  checker ??= makeChecker();
  const known = await checker;
  const type = contentType?.split(';')[0] ?? '';
  // A slash at the end is none.
  const pattern = known.find(path.replace(/\/?(\?.*)?$/s, ''));
  const verb = method.toLowerCase();
  const operation = pattern === undefined ? undefined : known.document.paths[pattern]?.[verb];
  if (pattern === undefined || !operation) return isBeside(path, status) ? null : beside(known, status, type, body);
  const at = `#/paths/${escaped(pattern)}/${verb}/responses/${status}`;
  const answer = operation.responses[String(status)];
  if (!answer) return `its statuses are ${Object.keys(operation.responses).join(', ')}`;
  const [pointer, content] = '$ref' in answer ? [answer.$ref, pointedTo(known.document, answer.$ref).content] : [at, answer.content];
  if (!content?.[type]) return `it answers as ${Object.keys(content ?? {}).join(' or ')}, not as "${type}"`;
  return type === 'application/json' ? known.faultOf(`${pointer}/content/${escaped(type)}/schema`, body) : null;
}

/** The document and its pages are no operations of their own. */
const isBeside = (path: string, status: number) => status < 300 && /^\/(openapi\.json|reference(\/.*)?)$/.test(path);

/** Where there is no such operation, a refusal of the one shape is all that may come. */
function beside(known: Checker, status: number, type: string, body: unknown): string | null {
  if (status < 400) return 'there is no such operation';
  return type === 'application/json' ? known.faultOf('#/components/schemas/Refusal', body) : `a refusal came as "${type}"`;
}

async function makeChecker(): Promise<Checker> {
  const document = closed(await theDocument());
  const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false, validateFormats: true, formats: { binary: true } });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const compiled = new Map<string, ValidateFunction>();
  const patterns = Object.keys(document.paths)
    .toSorted((one, other) => variables(one) - variables(other))
    .map((path) => [path, new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`)] as const);
  return {
    document,
    find: (path) => patterns.find(([, shape]) => shape.test(path))?.[0],
    faultOf(pointer, body) {
      const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `document${pointer}` });
      compiled.set(pointer, validate);
      return validate(body) ? null : ajv.errorsText(validate.errors, { dataVar: 'the answer' });
    },
  };
}

const variables = (path: string) => path.split('{').length;
const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
const pointedTo = ({ components }: OpenApi, ref: string) => (components.responses as Record<string, Answer>)[ref.split('/').at(-1)!]!;

/** The same document with answers that may hold nothing but what is told of them. What is sent is closed as it stands. */
function closed(document: OpenApi): OpenApi {
  const close = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(close);
    if (typeof part !== 'object' || part === null) return part;
    const inner = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, close(value)]));
    return 'properties' in inner && isShape(inner) ? { additionalProperties: false, ...inner } : inner;
  };
  return { ...document, ...(close({ paths: document.paths, components: document.components }) as Pick<OpenApi, 'paths' | 'components'>) };
}

const isShape = ({ type }: Json) => type === 'object' || (Array.isArray(type) && type.includes('object'));
