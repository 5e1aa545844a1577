/**
 * Time that really goes by, only faster: for processes that are killed and started again, which no virtual clock can hold. Two
 * processes with the same origin always tell the same time.
 */
import type { Clock } from '../../src/main/ports/clock.ts';

export interface FastTime {
  /** What the clock says at the origin: UTC milliseconds. */
  startAt: number;
  /** The machine's own time at the origin. */
  originAt: number;
  /** Milliseconds of this clock in one real millisecond. */
  speed: number;
}

export function fastClock({ startAt, originAt, speed }: FastTime): Clock {
  return {
    now: () => Math.floor(startAt + (Date.now() - originAt) * speed),
    monotonic: () => performance.now() * speed,
    after(delayMs, run) {
      const timer = setTimeout(run, Math.min(delayMs / speed, 0x7fff_ffff));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
