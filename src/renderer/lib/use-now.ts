/** The time on screen: one timer for every clock, so that all of them tick together and none ticks unseen. */
import { useSyncExternalStore } from 'react';

const TICK_MS = 1_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Now in UTC milliseconds, new every second. */
export const useNow = (): number => useSyncExternalStore(listen, () => now);

/** The last whole minute in UTC milliseconds: for what is long and tells days and minutes. */
export const useMinute = (): number => useSyncExternalStore(listen, () => now - (now % 60_000));
