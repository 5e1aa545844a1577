/** The line of calls that are accepted and wait, for the space begins so many a second. */

export class StartQueue {
  private readonly perSecond: () => number | null;
  private nextAt = 0;

  /** @param perSecond calls begun a second, asked each time; null for no limit. */
  constructor(perSecond: () => number | null) {
    this.perSecond = perSecond;
  }

  /** Milliseconds that a call accepted now waits before it is begun. */
  waitMs(now: number): number {
    return this.perSecond() === null ? 0 : Math.max(0, Math.round(this.nextAt - now));
  }

  /** Calls that wait. */
  length(now: number): number {
    return Math.ceil((this.waitMs(now) * (this.perSecond() ?? 0)) / 1000);
  }

  /** Takes the next turn. One whose call is withdrawn is not given to another: the space is only ever slower than it says. */
  take(now: number): void {
    const rate = this.perSecond();
    if (rate !== null) this.nextAt = Math.max(now, this.nextAt) + 1000 / rate;
  }
}
