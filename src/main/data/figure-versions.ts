/**
 * How often the figures of each day were changed by this process, which is the only one that writes them: what was read of a
 * day holds until its number grows. A change that is rolled back raises it too, and then costs one reading more.
 *
 * Raised by whatever writes figures; asked by `analytics/`, which remembers days.
 */
import { DAY_MS } from '../../shared/domain/calendar.ts';
import type { Database } from './database.ts';

class FigureVersions {
  private all = 0;
  private readonly days = new Map<number, number>();

  /** A call that was claimed at this instant is counted, or no longer. */
  touch(at: number): void {
    const day = Math.floor(at / DAY_MS);
    this.days.set(day, (this.days.get(day) ?? 0) + 1);
  }

  /** Figures of whichever days were changed at once. */
  touchAll(): void {
    this.all += 1;
  }

  /** Grows when anything in [from, until) changed; never shrinks. */
  of(from: number, until: number): number {
    let version = this.all;
    for (let day = Math.floor(from / DAY_MS); day * DAY_MS < until; day += 1) version += this.days.get(day) ?? 0;
    return version;
  }
}

const versions = new WeakMap<Database, FigureVersions>();

/** The counts of one database, the same for every store over it. */
export function figureVersions(db: Database): FigureVersions {
  const known = versions.get(db) ?? new FigureVersions();
  versions.set(db, known);
  return known;
}
