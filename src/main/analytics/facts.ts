/**
 * What no rollup of calls holds: at which attempt a person spoke, the longest call, costs by their unit.
 *
 * Pure; called by both analytics verbs with what the calls themselves say, a day at a time. Must never add costs of two units.
 */
import type { Analytics } from '../../shared/contract/analytics.ts';
import type { FactRow } from '../data/figure-store.ts';

export interface Facts {
  /** Calls in which a person spoke, by attempt. */
  answers: ReadonlyMap<number, number>;
  costs: ReadonlyMap<string, number>;
  longest: { seconds: number; callId: string } | null;
}

type Told = Pick<Analytics, 'cost' | 'costs' | 'attemptsToAnswer' | 'longestSeconds' | 'longestCallId'>;

/** One stretch of time, out of its rows. */
export function factsOf(rows: readonly FactRow[]): Facts {
  const answers = new Map<number, number>();
  const costs = new Map<string, number>();
  let longest: Facts['longest'] = null;
  for (const { attempt, spoken, unit, calls, cost, longestSeconds, callId } of rows) {
    if (cost !== 0) costs.set(unit ?? '', (costs.get(unit ?? '') ?? 0) + cost);
    if (spoken === 0) continue;
    answers.set(attempt, (answers.get(attempt) ?? 0) + calls);
    if (longest === null || longestSeconds > longest.seconds) longest = { seconds: longestSeconds, callId };
  }
  return { answers, costs, longest };
}

/** Several stretches together, as the contract tells them. */
export function toldFacts(stretches: readonly Facts[]): Told {
  const answers = sumOf(stretches.map((facts) => facts.answers));
  const costs = [...sumOf(stretches.map((facts) => facts.costs))].map(([unit, amount]) => ({ unit, amount }));
  const longest = stretches.reduce<Facts['longest']>(
    (all, { longest: one }) => (one !== null && (all === null || one.seconds > all.seconds) ? one : all),
    null,
  );
  return {
    cost: costs.length === 1 ? (costs[0]?.amount ?? 0) : 0,
    costs: costs.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)),
    attemptsToAnswer: { average: averageOf(answers), median: medianOf(answers) },
    longestSeconds: longest?.seconds ?? null,
    longestCallId: longest?.callId ?? null,
  };
}

function sumOf<K>(maps: readonly ReadonlyMap<K, number>[]): Map<K, number> {
  const sums = new Map<K, number>();
  for (const map of maps) for (const [key, n] of map) sums.set(key, (sums.get(key) ?? 0) + n);
  return sums;
}

const countOf = (answers: ReadonlyMap<number, number>) => [...answers.values()].reduce((sum, n) => sum + n, 0);

function averageOf(answers: ReadonlyMap<number, number>): number | null {
  const count = countOf(answers);
  return count === 0 ? null : [...answers].reduce((sum, [attempt, n]) => sum + attempt * n, 0) / count;
}

/** The attempt in the middle, the mean of the two in the middle of an even count. */
function medianOf(answers: ReadonlyMap<number, number>): number | null {
  const count = countOf(answers);
  if (count === 0) return null;
  const sorted = [...answers].toSorted(([a], [b]) => a - b);
  return (atPlace(sorted, Math.floor((count - 1) / 2)) + atPlace(sorted, Math.floor(count / 2))) / 2;
}

function atPlace(sorted: readonly (readonly [attempt: number, calls: number])[], place: number): number {
  let before = 0;
  for (const [attempt, calls] of sorted) {
    before += calls;
    if (place < before) return attempt;
  }
  return 0;
}
