/**
 * Time that a test moves. Timers run in the order of their instants, one after another, and between two of them every promise
 * that can settle does settle, so that what a timer sets off has happened before the next one runs.
 *
 * There are two clocks in it, as there are in life: the computer's (`VirtualClock` itself), which sleeps and can be set wrong,
 * and that of the world outside (`world`), which does neither. Give `world` to whatever stands for the far end of a line.
 */
import type { Clock } from '../../src/main/ports/clock.ts';

interface Timer {
  /** On the clock that runs it. */
  at: number;
  /** Timers of one instant run in the order in which they were set. */
  order: number;
  run: () => void;
}

/** More timers than this at one instant is a loop that never ends. */
const MOST_AT_ONE_INSTANT = 100_000;

/** 2026-03-02, a Monday, 09:00 UTC. */
export const A_MONDAY_MORNING = Date.UTC(2026, 2, 2, 9);

export class VirtualClock implements Clock {
  /** True time, for the far end: it goes on while the computer sleeps, and no jump of the computer's clock moves it. */
  readonly world: Clock;
  /** While the computer sleeps nothing reaches it: what stands for the network asks here. */
  asleep = false;

  private awakeMs = 0;
  private worldMs = 0;
  private offsetMs: number;
  private readonly startedAt: number;
  private order = 0;
  private readonly own: Timer[] = [];
  private readonly outside: Timer[] = [];

  constructor(startAt: number = A_MONDAY_MORNING) {
    this.startedAt = startAt;
    this.offsetMs = startAt;
    this.world = {
      now: () => this.startedAt + this.worldMs,
      monotonic: () => this.worldMs,
      after: (delayMs, run) => this.set(this.outside, this.worldMs + delay(delayMs), run),
    };
  }

  now(): number {
    return this.offsetMs + this.awakeMs;
  }

  monotonic(): number {
    return this.awakeMs;
  }

  after(delayMs: number, run: () => void): () => void {
    return this.set(this.own, this.awakeMs + delay(delayMs), run);
  }

  /** Lets `ms` go by: for the computer and for the world. Resolves when all that it set off has settled. */
  async advance(ms: number): Promise<void> {
    await this.run(ms, true);
  }

  /** Moves to a wall-clock instant that is not past. */
  async advanceTo(at: number): Promise<void> {
    await this.advance(Math.max(0, at - this.now()));
  }

  /** Goes from timer to timer until `done`, at most `limitMs`. Throws where that was not enough, naming `what`. */
  async until(done: () => boolean, limitMs: number, what = 'what the test waits for'): Promise<void> {
    const end = this.awakeMs + limitMs;
    await settle();
    while (!done()) {
      const next = this.nextDelay();
      if (next === null || this.awakeMs + next > end) {
        await this.run(end - this.awakeMs, true);
        if (done()) return;
        throw new Error(`${what} did not happen within ${limitMs} ms`);
      }
      await this.run(next, true);
    }
  }

  /** The computer sleeps for `ms`: its wall clock goes on, its monotonic clock and its timers do not. The world goes on. */
  async sleep(ms: number): Promise<void> {
    this.asleep = true;
    this.offsetMs += ms;
    try {
      await this.run(ms, false);
    } finally {
      this.asleep = false;
    }
  }

  /** Somebody sets the computer's clock, forward or back. No time goes by. */
  jump(ms: number): void {
    this.offsetMs += ms;
  }

  /** Timers that are waiting on the computer's clock: 0 after everything has been stopped. */
  get waiting(): number {
    return this.own.length;
  }

  /** Drops the computer's timers without running them, as the end of its process does. The world goes on. */
  dropTimers(): void {
    this.own.length = 0;
  }

  /** Milliseconds to the next timer of either clock; null where none waits. */
  private nextDelay(): number | null {
    const delays = [this.own[0] && this.own[0].at - this.awakeMs, this.outside[0] && this.outside[0].at - this.worldMs];
    const known = delays.filter((d) => d !== undefined);
    return known.length === 0 ? null : Math.max(0, Math.min(...known));
  }

  private async run(ms: number, awake: boolean): Promise<void> {
    let left = ms;
    let atThisInstant = 0;
    await settle();
    for (;;) {
      const outside = this.outside[0];
      const own = awake ? this.own[0] : undefined;
      const outsideIn = outside ? Math.max(0, outside.at - this.worldMs) : Infinity;
      const ownIn = own ? Math.max(0, own.at - this.awakeMs) : Infinity;
      const step = Math.min(outsideIn, ownIn);
      if (step > left) break;
      this.pass(step, awake);
      left -= step;
      atThisInstant = step > 0 ? 0 : atThisInstant + 1;
      if (atThisInstant > MOST_AT_ONE_INSTANT) throw new Error('timers set each other off at one instant without end');
      const first = ownIn < outsideIn || (ownIn === outsideIn && own!.order < outside!.order) ? this.own : this.outside;
      first.shift()?.run();
      await settle();
    }
    this.pass(left, awake);
    await settle();
  }

  private pass(ms: number, awake: boolean): void {
    this.worldMs += ms;
    if (awake) this.awakeMs += ms;
  }

  private set(timers: Timer[], at: number, run: () => void): () => void {
    const timer: Timer = { at, order: this.order++, run };
    let low = 0;
    let high = timers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (timers[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    timers.splice(low, 0, timer);
    return () => {
      const index = timers.indexOf(timer);
      if (index >= 0) timers.splice(index, 1);
    };
  }
}

/** As setTimeout counts: whole milliseconds, nothing below 0, and no number is 0. */
const delay = (ms: number) => (ms > 0 ? Math.ceil(ms) : 0);

/** Lets every promise settle that needs no further time: microtasks, ticks, and what the event loop had ready. */
export function settle(): Promise<void> {
  return new Promise((done) => setImmediate(() => setImmediate(done)));
}

/**
 * Waits, in real time, for something that goes through a real socket or process; virtual time stands still meanwhile.
 * The bound is only there so that a test that waits for what never comes ends with a sentence.
 */
export async function untilReal(done: () => boolean | Promise<boolean>, what = 'what the test waits for', limitMs = 10_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`${what} did not happen within ${limitMs} ms of real time`);
    await new Promise((go) => setTimeout(go, 2));
  }
}
