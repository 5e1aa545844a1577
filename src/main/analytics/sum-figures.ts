/**
 * Sums of figures: what a chart shows, out of rows by outcome.
 *
 * Pure; called by both analytics verbs, so that a campaign and the totals count by one rule.
 */
import type { Analytics, Outcomes } from '../../shared/contract/analytics.ts';
import type { CallEnd } from '../../shared/domain/states.ts';
import { COMPLETED_OUTCOMES } from '../data/rollup-store.ts';

/** Calls of one outcome on one date, in one hour. */
export interface FigureRow {
  on: string;
  hour: number;
  outcome: CallEnd;
  calls: number;
  talkSeconds: number;
  cost: number;
}

type Sums = Pick<Analytics, 'calls' | 'talkSeconds' | 'cost' | 'averageDuration' | 'outcomes' | 'daily' | 'hourly'>;
interface Counts {
  calls: number;
  completed: number;
  successful: number;
  failed: number;
}

/** Sums rows by outcome, day and hour. A completed call is one in which a person spoke (`countedOutcome`). */
export function sumFigures(rows: readonly FigureRow[]): Sums {
  const outcomes: Outcomes = { completed: 0, voicemail: 0, busy: 0, 'no-answer': 0, failed: 0, cancelled: 0, unknown: 0 };
  const days = new Map<string, Counts>();
  const hours: Counts[] = Array.from({ length: 24 }, none);
  const all = none();
  let talkSeconds = 0;
  let spokenSeconds = 0;
  let cost = 0;
  for (const row of rows) {
    if (row.outcome === 'not-placed') continue;
    outcomes[row.outcome] += row.calls;
    let day = days.get(row.on);
    if (!day) days.set(row.on, (day = none()));
    for (const counts of [all, day, hours[row.hour]]) if (counts) count(counts, row);
    talkSeconds += row.talkSeconds;
    cost += row.cost;
    if (row.outcome === 'completed') spokenSeconds += row.talkSeconds;
  }
  return {
    calls: all.calls,
    talkSeconds,
    cost,
    averageDuration: all.successful === 0 ? 0 : spokenSeconds / all.successful,
    outcomes,
    daily: [...days].map(([date, counts]) => ({ date, ...counts })).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    hourly: hours.map((counts, hour) => ({ hour, ...counts })),
  };
}

/** Successful of those completed, 0 to 1. */
export const successRate = (successful: number, completed: number): number => (completed === 0 ? 0 : successful / completed);

const none = (): Counts => ({ calls: 0, completed: 0, successful: 0, failed: 0 });

function count(counts: Counts, { outcome, calls }: FigureRow): void {
  counts.calls += calls;
  if (!COMPLETED_OUTCOMES.includes(outcome)) return;
  counts.completed += calls;
  if (outcome === 'completed') counts.successful += calls;
  else counts.failed += calls;
}
