/** Which hours of the day a chart shows: from the first with a call to the last, none left out between. */
import type { Analytics } from '../../shared/contract/analytics.ts';

export interface HourShown {
  hour: number;
  successful: number;
  other: number;
  planned: number;
}

/** Fewer would make bars as broad as fields. */
const FEWEST = 8;

/**
 * Hours from the first to the last in which calls were made or are planned, at least eight of them; office hours where there
 * are none at all.
 */
export function hoursShown(
  hours: readonly Pick<Analytics['hourly'][number], 'hour' | 'calls' | 'successful'>[],
  planned: readonly number[] = [],
): HourShown[] {
  const all = Array.from({ length: 24 }, (_, hour): HourShown => {
    const { calls = 0, successful = 0 } = hours.find((figures) => figures.hour === hour) ?? {};
    return { hour, successful, other: calls - successful, planned: planned[hour] ?? 0 };
  });
  const filled = all.filter(({ successful, other, planned: toCome }) => successful + other + toCome > 0).map(({ hour }) => hour);
  let first = filled[0] ?? 9;
  let last = filled.at(-1) ?? 17;
  while (last - first + 1 < FEWEST) {
    if (last < 23) last += 1;
    if (last - first + 1 < FEWEST && first > 0) first -= 1;
  }
  return all.slice(first, last + 1);
}
