/**
 * Listens to the engine for as long as somebody is signed in: subscribes once, goes on from the last number after a break, and
 * is given a snapshot where too much was missed. Nothing on screen asks again and again.
 */
import type { LiveEvent } from '../../../shared/contract/live.ts';
import { api } from '../connection/client.ts';
import { worthATry } from '../connection/pause.ts';
import { isSignedOut } from '../connection/told.ts';
import { tokenRefused } from '../session/token.ts';
import { applyEvent, forgetAll } from './live-store.ts';

const AGAIN_MS = 1_000;

/** Begins to listen. Call what it returns to stop. */
export function followEngine(): () => void {
  const stop = new AbortController();
  forgetAll();
  const subscribe = (after: number | undefined) => api.live.subscribe(after === undefined ? {} : { after }, { signal: stop.signal });
  void follow({ subscribe, apply: applyEvent, refused: tokenRefused, pause: () => worthATry(AGAIN_MS), signal: stop.signal });
  return () => stop.abort();
}

export interface Following {
  subscribe: (after: number | undefined) => Promise<AsyncIterable<LiveEvent>>;
  apply: (event: LiveEvent) => void;
  /** Told where the engine no longer knows who listens. */
  refused: () => void;
  /** Between a stream that broke and the next try. */
  pause: () => Promise<void>;
  signal: AbortSignal;
}

/** Applies every event in order until the signal, or until the engine no longer knows who listens. */
export async function follow({ subscribe, apply, refused, pause, signal }: Following): Promise<void> {
  let last: number | undefined;
  while (!signal.aborted) {
    try {
      for await (const event of await subscribe(last)) {
        if (signal.aborted) return;
        apply(event);
        last = event.number;
      }
    } catch (error) {
      if (isSignedOut(error)) return refused();
    }
    if (!signal.aborted) await pause();
  }
}
