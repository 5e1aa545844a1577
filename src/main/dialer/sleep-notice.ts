import type { Clock } from '../ports/clock.ts';

export interface ClockReading {
  wall: number;
  monotonic: number;
}

export const readClock = (clock: Clock): ClockReading => ({ wall: clock.now(), monotonic: clock.monotonic() });

/** More than this between the two clocks is no drift: the computer slept, or someone set the clock. */
const JUMP_MS = 5_000;

/** Whether the wall clock moved otherwise than time did between two readings. */
export function hasClockJumped(before: ClockReading, after: ClockReading): boolean {
  return Math.abs(after.wall - before.wall - (after.monotonic - before.monotonic)) > JUMP_MS;
}
