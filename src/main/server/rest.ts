/** REST at /api: the contract over HTTP, in the shapes of its scripts. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ORPCError } from '@orpc/client';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { ApiContext, SharedContext } from '../api/base.ts';
import { router } from '../api/router.ts';
import { encloseBody, encodeError } from './envelope.ts';
import { withAuthorization } from './handler-context.ts';
import { keepPathId, readDeleteQuery } from './path-id.ts';
import { watchFaults } from './watch-faults.ts';

/** Room for 100,000 ids of contacts and for lists of numbers. Files come by their own way. */
const MOST_BODY_BYTES = 4 << 20;
export const REST_PREFIX = '/api';

export interface Rest {
  /** Answers a request for a route of the contract; false where there is none, and nothing was sent. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

/** @param context what handlers are given, without who asks: that is read from each request. */
export function createRest(context: SharedContext): Rest {
  const handler = new OpenAPIHandler<ApiContext>(router, {
    plugins: [
      new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] }),
      new BodyLimitPlugin({ maxBodySize: MOST_BODY_BYTES }),
    ],
    customErrorResponseBodyEncoder: (error: ORPCError<string, unknown>) => encodeError(error),
    rootInterceptors: [
      withAuthorization,
      async (options) => {
        const result = await options.next();
        if (!result.matched || result.response.status >= 400) return result;
        return { ...result, response: { ...result.response, body: encloseBody(result.response.body) } };
      },
    ],
    interceptors: [readDeleteQuery, keepPathId],
    clientInterceptors: [watchFaults(context.parts)],
  });
  return {
    async handle(request, response) {
      const { matched } = await handler.handle(request, response, {
        prefix: REST_PREFIX,
        context: { ...context, authorization: null, remote: request.socket.remoteAddress ?? null },
      });
      return matched;
    },
  };
}
