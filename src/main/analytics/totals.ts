/** Figures of what spans campaigns: one's own, for admins everyone's. */
import type { Analytics, AnalyticsQuery, HeatCell } from '../../shared/contract/analytics.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { breathing, dayRows, stretchFacts } from './day-figures.ts';
import { type Facts, toldFacts } from './facts.ts';
import { daysOf, readQuestion } from './question.ts';
import { type FigureRow, heatOf, successRate, sumFigures } from './sum-figures.ts';

export interface Totals {
  analytics: Analytics;
  heat: HeatCell[];
  /** Dates in the zone of the installation, both included. */
  from: string;
  to: string;
}

/** Calls by period, campaign and agent, read a day at a time. @throws what `readQuestion` throws. */
export async function totals(parts: Parts, actor: Actor, query: AnalyticsQuery = {}): Promise<Totals> {
  const question = readQuestion(parts, actor, query);
  const rows: FigureRow[] = [];
  const facts: Facts[] = [];
  const breath = breathing(parts);
  for (const day of daysOf(question)) {
    const found = dayRows(parts, question, day);
    if (found.length > 0) {
      rows.push(...found);
      facts.push(stretchFacts(parts, question, day));
    }
    await breath.take();
  }
  const { timeZone, from, to } = question;
  const sums = sumFigures(rows);
  const { completed: successful, cancelled } = sums.outcomes;
  const completed = sums.calls - cancelled;
  return {
    analytics: {
      total: sums.calls,
      completed,
      successful,
      failed: completed - successful,
      successRate: successRate(successful, completed),
      ...sums,
      ...toldFacts(facts),
      timeZone,
      practiceIncluded: question.filter.practice !== 'without',
    },
    heat: heatOf(rows),
    from,
    to,
  };
}
