/** REST at /api: the contract over HTTP, in the shapes of its scripts. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ORPCError } from '@orpc/client';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { ApiContext, SharedContext } from '../api/base.ts';
import { router } from '../api/router.ts';
import type { Parts } from '../parts.ts';
import { encloseBody, encodeError, type Refusal } from './envelope.ts';
import { EVENT_HEADERS, isEventStream, withRefusal } from './event-stream.ts';
import { withAuthorization } from './handler-context.ts';
import type { Answer } from './idempotency/answers.ts';
import { keepPathId, readDeleteQuery } from './path-id.ts';
import { retryAfter } from './thrown.ts';
import { watchFaults } from './watch-faults.ts';

export const REST_PREFIX = '/api';

/** Has an answer made: at once, or only where the same was not asked before. */
export type Once = (work: () => Promise<Answer>) => Promise<Answer>;

export interface Rest {
  /** Answers a request for a route of the contract; false where there is none, and nothing was sent. */
  handle(request: IncomingMessage, response: ServerResponse, once: Once): Promise<boolean>;
}

type RestContext = ApiContext & { once: Once };

/** @param context what handlers are given, without who asks: that is read from each request. */
export function createRest(context: SharedContext): Rest {
  const handler = new OpenAPIHandler<RestContext>(router, {
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    customErrorResponseBodyEncoder: (error: ORPCError<string, unknown>) => encodeError(error),
    rootInterceptors: [
      withAuthorization,
      async (options) => {
        let matched = true;
        const {
          status,
          body,
          headers = {},
        } = await options.context.once(async () => {
          const result = await options.next();
          ({ matched } = result);
          return result.matched ? toAnswer(context.parts, result.response) : { status: 404, body: null };
        });
        return matched ? { matched, response: { status, body, headers } } : { matched, response: undefined };
      },
    ],
    interceptors: [readDeleteQuery, keepPathId],
    clientInterceptors: [watchFaults(context.parts)],
  });
  return {
    async handle(request, response, once) {
      const given = { ...context, authorization: null, remote: request.socket.remoteAddress ?? null, once };
      const { matched } = await handler.handle(request, response, { prefix: REST_PREFIX, context: given });
      return matched;
    },
  };
}

/** An answer in the shape of REST, with when to ask again where a refusal knows it. */
function toAnswer(parts: Parts, { status, body }: { status: number; body: unknown }): Answer {
  if (status >= 400) return { status, body, headers: retryAfter((body as Refusal).error.data ?? {}) };
  if (isEventStream(body)) return { status, body: withRefusal(parts, body), headers: EVENT_HEADERS };
  return { status, body: encloseBody(body) };
}
