/** One request to a route under /api, from its gate to its answer: the routes beside the contract, then the contract itself. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mustBeLetChange, mustBeSignedIn } from '../accounts/token-limits.ts';
import type { SharedContext } from '../api/base.ts';
import type { Actor } from '../parts.ts';
import { mustBeAdmin } from '../settings/must-be-admin.ts';
import { badInput } from '../../shared/domain/app-error.ts';
import { noSuchField } from './envelope.ts';
import { dropWhereNobodyReads, EVENTS_ROUTE } from './event-stream.ts';
import { fingerprintOf } from './idempotency/fingerprint.ts';
import { readJsonBody } from './json-body.ts';
import { fileMissing, findRawRoute, FORM, type RawRoute, refuseBadQuery, sendJson } from './raw-route.ts';
import type { Asker } from './reference/refusals.ts';
import { createRest, REST_PREFIX } from './rest.ts';
import { mustBeSomebody, type RestGate } from './rest-gate.ts';
import { routeTable } from './route-table.ts';
import { answerFor, HttpRefusal } from './thrown.ts';

export interface RestRequestsOptions {
  context: SharedContext;
  raw: readonly RawRoute[];
  gate: RestGate;
}

/** Answers a request, or throws the refusal. */
export type RestRequests = (incoming: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

export function createRestRequests({ context, raw, gate }: RestRequestsOptions): RestRequests {
  const { parts } = context;
  const rest = createRest(context);
  const routes = routeTable(raw);

  return async (incoming, response, url) => {
    const path = url.pathname.slice(REST_PREFIX.length);
    const method = incoming.method ?? 'GET';
    const asking = await gate.enter(incoming);
    const found = findRawRoute(raw, method, path, (incoming.headers['content-type'] ?? '').toLowerCase());
    if (found) {
      const actor = mustBeSomebody(asking);
      mustBeLetChange(actor, method);
      refuseBadQuery(found.route, url.searchParams);
      if (method === 'GET') dropWhereNobodyReads(response);
      const repeatable = gate.repeatable(incoming, url, actor);
      return found.route.handle({
        actor,
        params: found.params,
        query: url.searchParams,
        incoming,
        response,
        isRepeat: repeatable.isRepeat,
        async answerOnce(fingerprint, work) {
          const answered = async () => {
            try {
              const { status, answer } = await work();
              return { status, body: { success: true, ...answer } };
            } catch (thrown) {
              return answerFor(parts, thrown, url.pathname);
            }
          };
          const { status, body, headers } = await repeatable.answer(fingerprint, answered);
          sendJson(response, status, body, headers);
        },
      });
    }

    response.setHeader('cache-control', 'no-store');
    const route = await routes.find(method, path);
    if (!route) return await refuseAddress(method, path, () => mustBeLetChange(mustBeSomebody(asking), method));
    const actor = route.asker === 'anyone' ? null : mustBeSomebody(asking);
    // Before anything is read of a body: its handler asks the same.
    if (actor) mustBeLetAsk(route.asker, actor, method);
    if (route.name === EVENTS_ROUTE) dropWhereNobodyReads(response);
    const repeatable = actor && gate.repeatable(incoming, url, actor);
    const body = await readJsonBody(incoming);
    refuseQuery(method, url.searchParams, body);
    // As read: the library takes it from here.
    Object.assign(incoming, { body });
    await rest.handle(incoming, response, (work) => (repeatable ? repeatable.answer(fingerprintOf(body), work) : work()));
  };

  async function refuseAddress(method: string, path: string, mustBeLetIn: () => void): Promise<never> {
    // What is answered only where a file comes was asked without one.
    if (findRawRoute(raw, method, path, FORM)) {
      mustBeLetIn();
      throw fileMissing('Send a file in the field "file", as multipart/form-data.');
    }
    const allowed = await routes.methodsAt(path);
    if (allowed.length === 0) throw new HttpRefusal(404, 'not_found', 'There is no such address.');
    const sentence = `This address takes ${allowed.join(', ')}.`;
    throw new HttpRefusal(405, 'method_not_allowed', sentence, { headers: { allow: allowed.join(', ') } });
  }
}

/**
 * What the contract asks as well, before any answer that was kept: who may not ask any more, or not with this token, is not told again.
 * @throws AppError `read_only_token`, `admins_only`, `sign_in_needed`.
 */
function mustBeLetAsk(asker: Asker, actor: Actor, method: string): void {
  mustBeLetChange(actor, method);
  if (asker === 'admin') mustBeAdmin(actor);
  if (asker === 'signed-in') mustBeSignedIn(actor);
}

/** @throws AppError `bad_input` for a query that would not be looked at. */
function refuseQuery(method: string, query: URLSearchParams, body: object | undefined): void {
  const names = [...new Set(query.keys())];
  if (names.length === 0 || method === 'GET') return;
  if (method !== 'DELETE') throw noSuchField(...names);
  if (body === undefined) return;
  const details = names.map((path) => ({ path, message: 'Say it in the body or in the query, not in both.' }));
  throw badInput('bad_input', 'The request is not right: say it in the body or in the query, not in both.', { details });
}
