/**
 * The document of REST: OpenAPI 3.1, made from the contract, from what its handlers ask of whoever comes, and from the routes
 * beside it. What is not derived stands in a file of its own: what parameters mean, what tags are for, and the examples.
 */
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract } from '../../../shared/contract/index.ts';
import { VERSION } from '../../version.ts';
import type { RawRoute } from '../raw-route.ts';
import { REST_PREFIX } from '../rest.ts';
import { addExamples } from './examples/index.ts';
import { NAMED_SHAPES } from './named-shapes.ts';
import type { OpenApi } from './open-api.ts';
import { finish } from './operation.ts';
import { addRawRoute } from './raw-operation.ts';
import { REFUSAL, REFUSAL_ANSWERS } from './refusals.ts';
import { TAGS } from './tags.ts';
import { dropUnused, tidy } from './tidy.ts';

const DESCRIPTION = `Campaigns, contacts, queue and calls of the program on this machine.

Log in with \`POST ${REST_PREFIX}/auth/login\`, or make a token in Settings → API, and send it as \`Authorization: Bearer …\`. Every answer has
\`"success":true\` beside what it tells, every refusal \`"success":false\` and an \`error\` with a stable \`code\` and a sentence that says what to do.
What is another's is answered as if it were not there. Times are ISO 8601: any offset is read, answers are in UTC.

A \`POST\` with an \`Idempotency-Key\` can be sent again without being done twice. A status of 500 is a mistake of the program; its log says more.`;

const COMPONENTS = {
  securitySchemes: {
    bearer: { type: 'http', scheme: 'bearer', description: 'The token of a login, or one that was made in Settings → API.' },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description:
        'Any word of your own. For 24 hours the same key with the same request is given the same answer, and nothing is done twice.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    },
  },
  headers: { RetryAfter: { description: 'Seconds until it is worth trying again.', schema: { type: 'integer', minimum: 1 } } },
  responses: REFUSAL_ANSWERS,
};

let made: Promise<OpenApi> | undefined;

/** The document; made once, for nothing in it changes while the program runs. */
export function openApiDocument(raw: readonly RawRoute[]): Promise<OpenApi> {
  made ??= makeDocument(raw);
  return made;
}

async function makeDocument(raw: readonly RawRoute[]): Promise<OpenApi> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const generated = await generator.generate(contract, {
    info: { title: 'Ringmaster', version: VERSION, description: DESCRIPTION },
    servers: [{ url: REST_PREFIX, description: 'The program that you read this from' }],
    security: [{ bearer: [] }],
    tags: [...TAGS],
    components: structuredClone(COMPONENTS) as OpenAPI.ComponentsObject,
    commonSchemas: Object.fromEntries([...NAMED_SHAPES].map(([name, schema]) => [name, { schema, strategy: 'output' as const }])),
    // Which of them a route may really give is added to it in `finish`.
    customErrorResponseBodySchema: () => ({}),
  });
  const document = generated as unknown as OpenApi;
  for (const route of raw) addRawRoute(document.paths, route);
  for (const [path, operations] of Object.entries(document.paths))
    for (const [verb, operation] of Object.entries(operations)) finish(verb.toUpperCase(), path, operation);
  addExamples(document.paths);
  const { components, ...rest } = tidy(document);
  const schemas = dropUnused({ ...components.schemas, Refusal: REFUSAL }, { ...rest, ...components, schemas: {} });
  return { ...rest, components: { ...components, schemas } };
}
