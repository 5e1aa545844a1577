/**
 * How each route may refuse. Nothing of it is written down by hand where it follows from something: who may ask comes from the
 * handlers, the rest from what a route takes. `tests/helpers/documented.ts` holds every answer of the suite against it.
 */
import { asAdmin, asPerson, asSignedIn } from '../../api/base.ts';
import { router } from '../../api/router.ts';
import { type Answer, JSON_TYPE, type Json, type Operation, type Ref, refTo } from './open-api.ts';

/** Who may ask: everyone, whoever is signed in, such a person but no token of theirs, or admins alone. */
export type Asker = 'anyone' | 'person' | 'signed-in' | 'admin';

interface Route {
  '~orpc': { middlewares: readonly unknown[] };
}

const ASKING: readonly (readonly [unknown, Asker])[] = [
  [asAdmin, 'admin'],
  [asSignedIn, 'signed-in'],
  [asPerson, 'person'],
];

/** By the name of the operation, of every route of the contract; routes beside it ask for a person. */
const ASKERS: ReadonlyMap<string, Asker> = new Map(
  Object.entries(router).flatMap(([resource, routes]) =>
    Object.entries(routes as Record<string, Route>).map(
      ([
        name,
        {
          '~orpc': { middlewares },
        },
      ]): [string, Asker] => [`${resource}.${name}`, ASKING.find(([middleware]) => middlewares.includes(middleware))?.[1] ?? 'anyone'],
    ),
  ),
);
export const askerOf = (operationId: string): Asker => ASKERS.get(operationId) ?? 'person';

/** Routes that anyone may ask and that refuse whoever cannot prove who they are. */
const PROVING = new Set(['auth.login', 'auth.signIn', 'auth.recover']);
/** Routes that read and name another thing in their query, which may not be there. */
const ASKS_FOR_ANOTHER = new Set([
  'callQueue.status',
  'callQueue.list',
  'queue.list',
  'analytics.totals',
  'analytics.breakdown',
  'analytics.calls',
  'analytics.export',
  'calls.deliveries',
]);

/** The statuses with which a route may refuse, lowest first. */
export function refusalsOf({ method, path, operation }: { method: string; path: string; operation: Operation }): number[] {
  const { operationId, parameters = [], requestBody } = operation;
  const asker = askerOf(operationId);
  const writes = method !== 'GET';
  const hasInput = parameters.length > 0 || requestBody !== undefined;
  const may: [status: number, whether: boolean][] = [
    // At least an unknown part of the query.
    [400, true],
    [401, asker !== 'anyone' || PROVING.has(operationId)],
    [403, asker === 'admin' || asker === 'signed-in' || (asker === 'person' && writes)],
    [404, path.includes('{') || (writes && asker !== 'anyone' && hasInput) || ASKS_FOR_ANOTHER.has(operationId)],
    [409, writes || operationId === 'imports.rows'],
    [413, writes],
    [415, writes],
    [422, method === 'POST'],
    [429, true],
    [503, true],
  ];
  return may.flatMap(([status, whether]) => (whether ? [status] : []));
}

const REFUSALS: Readonly<Record<number, readonly [name: string, description: string, code: string, message: string]>> = {
  400: ['BadInput', 'The request is not right: `details` names each field.', 'bad_input', 'The request is not right: name: Missing.'],
  401: ['NotSignedIn', 'Nobody is signed in, or no longer.', 'not_signed_in', 'Sign in first.'],
  403: ['NotAllowed', 'Not for this role, or not with this token.', 'admins_only', 'Only an admin may do this.'],
  404: ['NotFound', 'There is no such thing, or it is another’s.', 'not_found', 'There is no such campaign.'],
  409: [
    'Conflict',
    'It cannot be done as things stand; the sentence says why, and what to do.',
    'campaign_cancelled',
    'The campaign was cancelled.',
  ],
  413: ['TooLarge', 'More than is taken at once.', 'too_large', 'The request is too large. Send less at once.'],
  415: [
    'UnknownMediaType',
    'Neither JSON nor, where a file is taken, a form.',
    'unsupported_media_type',
    'Send JSON with the content type application/json.',
  ],
  422: [
    'CannotBeDone',
    'Understood, and yet impossible: an Idempotency-Key with another body, or what the provider cannot do.',
    'idempotency_key_reused',
    'This Idempotency-Key came with another request before. Use a new one.',
  ],
  429: [
    'TooMany',
    'Too many at once: try again when `Retry-After` has passed.',
    'too_many_requests',
    'Too many requests. Try again in a second.',
  ],
  503: [
    'Unavailable',
    'The program cannot do it now: the same request may succeed later.',
    'store_full',
    'The disk is full. Make room on it.',
  ],
};

/** Where the same request may succeed later, when. */
const LATER = new Set([429, 503]);

export const refusalRef = (status: number): Ref => refTo('responses', REFUSALS[status]![0]);

/** Every refusal once, with an example. */
export const REFUSAL_ANSWERS: Readonly<Record<string, Answer>> = Object.fromEntries(
  Object.entries(REFUSALS).map(([status, [name, description, code, message]]) => [
    name,
    {
      description,
      ...(LATER.has(Number(status)) ? { headers: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } } : {}),
      content: {
        [JSON_TYPE]: {
          schema: { ...refTo('schemas', 'Refusal') },
          example: {
            success: false,
            error: { code, message, details: code === 'bad_input' ? [{ path: 'name', message: 'Missing.' }] : [] },
          },
        },
      },
    },
  ]),
);

/** The one shape of a refusal. */
export const REFUSAL: Json = {
  type: 'object',
  description: 'Why nothing was done.',
  properties: {
    success: { const: false },
    error: {
      type: 'object',
      properties: {
        code: { type: 'string', description: 'A stable word.' },
        message: { type: 'string', description: 'One sentence that says what to do.' },
        details: {
          type: 'array',
          description: 'Each field that is not right; none where the request itself was.',
          items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } }, required: ['path', 'message'] },
        },
        nextAction: { type: 'string', description: 'What one can do about it, where the sentence does not say so.' },
        data: { type: 'object', description: 'Plain values for a way out: the next allowed time, the room that is full.' },
      },
      required: ['code', 'message', 'details'],
    },
  },
  required: ['success', 'error'],
};
