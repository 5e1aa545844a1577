/**
 * The hours of a weekday at which people answer best: up to three in a row with enough calls to be told from chance.
 *
 * Pure; the panel says it in a sentence. Groups are ranked by the lower end of Wilson's interval for their share, so that 9 of 20
 * do not outdo 80 of 200, and one group must lie above all calls together to be called best.
 */
import type { HeatCell } from '../../../../shared/contract/analytics.ts';
import { shareOf } from './heat-steps.ts';

export interface HourGroup {
  weekday: number;
  hour: number;
  /** Itself included. */
  lastHour: number;
  calls: number;
  successful: number;
}

export type BestHours = { kind: 'best'; group: HourGroup } | { kind: 'few' } | { kind: 'even' };

/** Fewer calls tell nothing. */
export const ENOUGH_CALLS = 20;
const MOST_HOURS = 3;
/** One-sided 90 %. */
const Z = 1.2816;

/** Where enough was called: the best group, or that none stands out. */
export function bestHours(cells: readonly HeatCell[]): BestHours {
  const groups = groupsOf(cells).filter(({ calls }) => calls >= ENOUGH_CALLS);
  const [best] = groups.toSorted((a, b) => surely(b) - surely(a) || b.calls - a.calls);
  if (!best) return { kind: 'few' };
  const all = sumOf(cells);
  return surely(best) > shareOf(all) ? { kind: 'best', group: best } : { kind: 'even' };
}

function groupsOf(cells: readonly HeatCell[]): HourGroup[] {
  const known = new Map(cells.filter(({ calls }) => calls > 0).map((cell) => [cell.weekday * 24 + cell.hour, cell]));
  return [...known.values()].flatMap(({ weekday, hour }) => {
    const groups: HourGroup[] = [];
    for (let lastHour = hour; lastHour < hour + MOST_HOURS && lastHour < 24; lastHour += 1) {
      const next = known.get(weekday * 24 + lastHour);
      if (!next) break;
      const before = groups.at(-1) ?? { calls: 0, successful: 0 };
      groups.push({ weekday, hour, lastHour, calls: before.calls + next.calls, successful: before.successful + next.successful });
    }
    return groups;
  });
}

function sumOf(cells: readonly HeatCell[]): { calls: number; successful: number } {
  const sum = { calls: 0, successful: 0 };
  for (const { calls, successful } of cells) {
    sum.calls += calls;
    sum.successful += successful;
  }
  return sum;
}

/** The share that a group has at least, as far as so many calls can tell (Wilson 1927). */
function surely(group: HourGroup): number {
  const n = group.calls;
  const p = shareOf(group);
  const square = Z * Z;
  return (p + square / (2 * n) - Z * Math.sqrt((p * (1 - p) + square / (4 * n)) / n)) / (1 + square / n);
}
