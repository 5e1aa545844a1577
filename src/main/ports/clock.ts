/** Time as the engine sees it. Tests hand in a clock that they move themselves. */
export interface Clock {
  /** The wall clock: UTC milliseconds. */
  now(): number;
  /** Milliseconds that only grow and do not count sleep: held against `now` to notice that the computer slept. */
  monotonic(): number;
  /** Calls `run` once after `delayMs`; the answer cancels it. A timer is only a hint: the due time in the database is the truth. */
  after(delayMs: number, run: () => void): () => void;
}

/** The machine's own clock. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, Math.min(delayMs, 0x7fff_ffff));
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Resolves after `ms` of the given clock. */
export const sleep = (clock: Clock, ms: number) => new Promise<void>((done) => void clock.after(ms, done));
