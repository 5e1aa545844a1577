/** The scale behind bars: round steps, at most four ticks. */

const MOST_TICKS = 4;
const ROUND = [1, 2, 2.5, 5, 10] as const;

/**
 * The ticks of an axis of whole numbers from 0 to at least `max`: 27 → 0, 10, 20, 30. The last one is the top of the plot.
 * Where there is nothing the axis still reads 0 to 1, so that bars have something to be measured by.
 */
export function ticksUpTo(max: number): number[] {
  const top = Math.max(1, max);
  const least = top / (MOST_TICKS - 1);
  const magnitude = 10 ** Math.floor(Math.log10(least));
  const step = ROUND.map((part) => part * magnitude).find((size) => size >= least && Number.isInteger(size)) ?? Math.ceil(least);
  const count = Math.ceil(top / step);
  return Array.from({ length: count + 1 }, (_, tick) => tick * step);
}
