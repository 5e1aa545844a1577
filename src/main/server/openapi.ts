/** The reference of REST, derived from the contract: OpenAPI 3.1 with the envelope of every answer, and a page that reads it. */
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type * as z from 'zod';
import { Campaign } from '../../shared/contract/campaigns.ts';
import { contract } from '../../shared/contract/index.ts';
import { User } from '../../shared/contract/users.ts';
import { VERSION } from '../version.ts';
import type { RawRoute } from './raw-route.ts';
import { REST_PREFIX } from './rest.ts';

type Json = Record<string, unknown>;

const DETAIL = { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } }, required: ['path', 'message'] };
const MARK = { type: 'object', properties: { success: { const: true } }, required: ['success'] };
const STATUS_WORDS: Readonly<Record<number, string>> = { 201: 'Made', 202: 'Taken in, and goes on', 206: 'The range' };
const converter = new ZodToJsonSchemaConverter();
const REFUSAL = {
  type: 'object',
  properties: {
    success: { const: false },
    error: {
      type: 'object',
      properties: {
        code: { type: 'string', description: 'A stable word.' },
        message: { type: 'string', description: 'One sentence that says what to do.' },
        details: { type: 'array', items: DETAIL },
        nextAction: { type: 'string' },
        data: { type: 'object' },
      },
      required: ['code', 'message', 'details'],
    },
  },
  required: ['success', 'error'],
};

/** Routes that ask for nobody in particular. */
export const OPEN_ROUTES = new Set(['/auth/state', '/auth/first-admin', '/auth/login', '/auth/sign-in', '/auth/recover']);

let made: Promise<Json> | undefined;

/** The document; made once, for nothing in it changes while the program runs. */
export function openApiDocument(raw: readonly RawRoute[]): Promise<Json> {
  made ??= makeDocument(raw);
  return made;
}

async function makeDocument(raw: readonly RawRoute[]): Promise<Json> {
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] });
  const document = await generator.generate(contract, {
    info: { title: 'Ringmaster', version: VERSION, description: 'Campaigns, contacts, queue and calls on this machine.' },
    servers: [{ url: REST_PREFIX }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }, schemas: { Refusal: REFUSAL as OpenAPI.SchemaObject } },
    commonSchemas: { Campaign: { schema: Campaign, strategy: 'output' }, User: { schema: User, strategy: 'output' } },
    customErrorResponseBodySchema: () => ({ $ref: '#/components/schemas/Refusal' }),
  });
  const paths = document.paths as Record<string, Record<string, Json>>;
  for (const [path, operations] of Object.entries(paths)) {
    for (const operation of Object.values(operations)) {
      encloseAnswers(operation);
      if (OPEN_ROUTES.has(path)) operation.security = [];
    }
  }
  for (const route of raw) addRawRoute(paths, route);
  return document;
}

/** Adds the mark of success to what an operation answers as JSON. */
function encloseAnswers(operation: Json): void {
  for (const [status, response] of Object.entries(
    (operation.responses ?? {}) as Record<string, { content?: Record<string, { schema?: Json }> }>,
  )) {
    const json = response.content?.['application/json'];
    if (!json || !status.startsWith('2')) continue;
    json.schema = json.schema ? { allOf: [MARK, json.schema] } : MARK;
  }
}

/** A streamed route; where the contract has the same path and method, the file becomes one more body that it takes. */
function addRawRoute(paths: Record<string, Record<string, Json>>, route: RawRoute): void {
  const { name, method, path, tags, summary, takes, query = {} } = route;
  const operations = (paths[path] ??= {});
  const verb = method.toLowerCase();
  const form = { schema: formOf(route) };
  const known = operations[verb] as { requestBody?: { content: Json }; responses: Json } | undefined;
  if (known) {
    if (takes && known.requestBody) known.requestBody.content[takes] = form;
    known.responses = { ...answersOf(route), ...known.responses };
    return;
  }
  operations[verb] = {
    operationId: name,
    tags,
    summary,
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => ({ name: part, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(query).map(([part, shape]) => ({ name: part, in: 'query', schema: schemaOf(shape, 'input') })),
    ],
    ...(takes ? { requestBody: { required: true, content: { [takes]: form } } } : {}),
    responses: {
      ...answersOf(route),
      default: { description: 'Refused', content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } },
    },
  };
}

const schemaOf = (shape: z.ZodType, strategy: 'input' | 'output') => converter.convert(shape, { strategy })[1] as Json;

/** The file of an upload and the fields beside it. */
function formOf({ fields }: RawRoute): Json {
  const file = { type: 'string', format: 'binary' };
  const {
    properties = {},
    required = [],
    ...rest
  } = (fields ? schemaOf(fields, 'input') : { type: 'object' }) as {
    properties?: Json;
    required?: string[];
  };
  return { ...rest, properties: { ...properties, file }, required: [...required, 'file'] };
}

/** What a route answers, by status. */
function answersOf({ gives, answers, statuses = [200] }: RawRoute): Json {
  const content = { [gives]: answers ? { schema: { allOf: [MARK, schemaOf(answers, 'output')] } } : {} };
  return Object.fromEntries(statuses.map((status) => [status, { description: STATUS_WORDS[status] ?? 'OK', content }]));
}

/** A page without anything from elsewhere: it lists what the document says. */
export const REFERENCE_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ringmaster REST reference</title>
<style>
:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:2rem auto;padding:0 1rem}
summary{cursor:pointer;padding:.35rem 0}code{font-family:ui-monospace,monospace}pre{overflow:auto;font-size:13px}
.verb{display:inline-block;width:4.5rem;font-weight:600}h2{margin:2rem 0 .5rem;text-transform:capitalize}
</style></head><body><h1>Ringmaster REST</h1>
<p>The document: <a href="openapi.json">openapi.json</a>. Send the token of <code>POST /api/auth/login</code> as <code>Authorization: Bearer …</code>.</p>
<main id="routes"></main><script>
fetch('openapi.json').then((r) => r.json()).then((doc) => {
  const groups = {};
  for (const [path, operations] of Object.entries(doc.paths))
    for (const [verb, operation] of Object.entries(operations))
      (groups[operation.tags?.[0] ?? 'other'] ??= []).push([verb, path, operation]);
  const add = (parent, name, text) => { const e = document.createElement(name); if (text) e.textContent = text; parent.append(e); return e; };
  for (const name of Object.keys(groups).sort()) {
    add(routes, 'h2', name);
    for (const [verb, path, operation] of groups[name]) {
      const details = add(routes, 'details');
      const summary = add(details, 'summary');
      const word = add(summary, 'span', verb.toUpperCase()); word.className = 'verb';
      add(summary, 'code', '/api' + path); summary.append('  ' + (operation.summary ?? ''));
      add(details, 'pre', JSON.stringify({ parameters: operation.parameters, body: operation.requestBody?.content, answers: operation.responses }, null, 2));
    }
  }
});
</script></body></html>
`;
