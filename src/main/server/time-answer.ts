import type { ServerResponse } from 'node:http';
import type { Parts } from '../parts.ts';

/** A stream lasts as long as its reader stays: its time says nothing of us. */
const STREAM = '/events';

/** Counts a request over REST with its status and how long its answer took, when it is over. */
export function timeAnswer({ clock, metrics }: Parts, response: ServerResponse, path: string): void {
  if (path === STREAM) return;
  const startedAt = clock.monotonic();
  response.once('close', () => metrics.answered(response.statusCode, clock.monotonic() - startedAt));
}
