/** What the engine is asked for a view. Pure; months are reckoned from today in the zone of the installation. */
import type { AnalyticsQuery, CallsBehindQuery } from '../../../shared/contract/analytics.ts';
import { addDays } from '../../../shared/domain/calendar.ts';
import type { AnalyticsView, Behind, Span } from './analytics-view.ts';

/** The longest period that the engine answers, days. */
export const MOST_DAYS = 366;

/** The figures of a view. */
export function questionOf(view: AnalyticsView, today: string): AnalyticsQuery {
  const { campaignId, agentId, userId, practice } = view;
  return {
    ...periodOf(view, today),
    ...(campaignId !== undefined && { campaignId }),
    ...(agentId !== undefined && { agentId }),
    ...(userId !== undefined && { userId }),
    ...(practice !== undefined && { practice }),
  };
}

/** The calls behind one of its figures. */
export function behindOf(
  question: AnalyticsQuery,
  { span, ...narrowed }: Behind,
  answered: Pick<CallsBehindQuery, 'practice'>,
): Omit<CallsBehindQuery, 'page' | 'limit'> {
  const { days: _, ...rest } = question;
  // A figure counted practice or did not: so do its calls, whatever is set up meanwhile.
  return { ...(span ? { ...rest, ...span } : question), ...answered, ...narrowed };
}

function periodOf({ period, own }: AnalyticsView, today: string): Pick<AnalyticsQuery, 'from' | 'to' | 'days'> {
  switch (period) {
    case 'today':
      return { days: 1 };
    case '7-days':
      return { days: 7 };
    case 'this-month':
      return { from: firstOfMonth(today), to: today };
    case 'last-month':
      return lastMonth(today);
    case 'own':
      return own ?? { days: 30 };
    case '30-days':
      return { days: 30 };
  }
}

const firstOfMonth = (on: string): string => `${on.slice(0, 8)}01`;

function lastMonth(today: string): Span {
  const to = addDays(firstOfMonth(today), -1);
  return { from: firstOfMonth(to), to };
}

export type SpanFault = 'missing' | 'backwards' | 'too-long';

/** What is wrong with dates of one's own; null where they can be asked for. */
export function spanFault({ from, to }: Span, isDate: (on: string) => boolean): SpanFault | null {
  if (!isDate(from) || !isDate(to)) return 'missing';
  if (from > to) return 'backwards';
  return addDays(from, MOST_DAYS) <= to ? 'too-long' : null;
}
