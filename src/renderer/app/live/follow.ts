/** The loop behind the live stream: what it asks for after a break, and when it gives up. */
import type { LiveEvent } from '../../../shared/contract/live.ts';
import { isSignedOut } from '../connection/told.ts';

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
