/**
 * Sums of figures: what a chart shows, out of rows by outcome.
 *
 * Pure; called by both analytics verbs, so that a campaign and the totals count by one rule.
 */
import type { Analytics, HeatCell, Outcomes } from '../../shared/contract/analytics.ts';
import { weekdayOf } from '../../shared/domain/calendar.ts';
import type { CallEnd } from '../../shared/domain/states.ts';
import { COMPLETED_OUTCOMES } from '../data/rollup-store.ts';

/** Calls of one outcome on one date, in one hour. */
export interface FigureRow {
  on: string;
  hour: number;
  outcome: CallEnd;
  calls: number;
  talkSeconds: number;
}

type Sums = Pick<Analytics, 'calls' | 'talkSeconds' | 'averageDuration' | 'outcomes' | 'daily' | 'hourly'>;
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
  for (const row of rows) {
    if (row.outcome === 'not-placed') continue;
    outcomes[row.outcome] += row.calls;
    let day = days.get(row.on);
    if (!day) days.set(row.on, (day = none()));
    for (const counts of [all, day, hours[row.hour]]) if (counts) count(counts, row);
    talkSeconds += row.talkSeconds;
    if (row.outcome === 'completed') spokenSeconds += row.talkSeconds;
  }
  return {
    calls: all.calls,
    talkSeconds,
    averageDuration: all.successful === 0 ? 0 : spokenSeconds / all.successful,
    outcomes,
    daily: [...days].map(([date, counts]) => ({ date, ...counts })).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    hourly: hours.map((counts, hour) => ({ hour, ...counts })),
  };
}

/** The same calls by weekday and hour, those with none left out. */
export function heatOf(rows: readonly FigureRow[]): HeatCell[] {
  const cells = new Map<string, HeatCell>();
  for (const row of rows) {
    if (row.outcome === 'not-placed') continue;
    const weekday = weekdayOf(row.on);
    const key = `${weekday} ${row.hour}`;
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = { weekday, hour: row.hour, ...none() }));
    count(cell, row);
  }
  return [...cells.values()].toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour);
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
