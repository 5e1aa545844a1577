/** A stream of events over REST: how it ends is told in the shape of every refusal, and nothing on the way may hold it back. */
import { createORPCErrorFromJson, ErrorEvent, isORPCErrorJson } from '@orpc/client';
import type { ServerResponse } from 'node:http';
import { HTTP_STATUS } from '../../shared/domain/app-error.ts';
import type { Parts } from '../parts.ts';
import { BUG, encodeError } from './envelope.ts';

/** The route of the contract that streams. */
export const EVENTS_ROUTE = 'live.subscribe';
/** Every few seconds something is sent, of a file without a pause: a line that takes nothing for so long is dead, or nobody reads. */
const STALLED_MS = 2 * 60_000;

/** Proxies that gather an answer before they pass it on are told not to. */
export const EVENT_HEADERS = { 'x-accel-buffering': 'no' };

export const isEventStream = (body: unknown): body is AsyncIterableIterator<unknown> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** The same stream; what ends it early becomes a last event `error` that holds the refusal. A fault of ours is logged. */
export async function* withRefusal({ log, metrics }: Parts, stream: AsyncIterable<unknown>): AsyncGenerator<unknown, void, undefined> {
  try {
    yield* stream;
  } catch (thrown) {
    if (!(thrown instanceof ErrorEvent)) throw thrown;
    const error = isORPCErrorJson(thrown.data) ? createORPCErrorFromJson(thrown.data) : null;
    if (!error || error.status === HTTP_STATUS.bug) {
      log.error({ err: thrown.cause ?? thrown }, 'a stream of events failed');
      metrics.fault('events');
    }
    throw new ErrorEvent({ data: error ? encodeError(error) : BUG, cause: thrown });
  }
}

/** Ends the connection where nothing of a stream is taken any more, so that what waits for it is not kept for ever. */
export const dropWhereNobodyReads = (response: ServerResponse): void => void response.setTimeout(STALLED_MS, () => response.destroy());
