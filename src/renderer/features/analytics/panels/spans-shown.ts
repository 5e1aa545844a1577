/** Which columns a chart of a period has: its days, or its weeks where those would be too many to tell apart. */
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import { addDays, weekdayOf } from '../../../../shared/domain/calendar.ts';
import type { Span } from '../analytics-view.ts';

/** More would be narrower than a finger can point at. */
const MOST_DAYS = 45;

export type SpanFigures = Span & Omit<Analytics['daily'][number], 'date'>;

/** All days of the period in order, those without calls too; its weeks from Monday where it is long. */
export function spansShown(daily: Analytics['daily'], { from, to }: Span): { unit: 'day' | 'week'; spans: SpanFigures[] } {
  const unit = addDays(from, MOST_DAYS) <= to ? 'week' : 'day';
  const spans: SpanFigures[] = [];
  const known = new Map(daily.map((day) => [day.date, day]));
  for (let date = from; date <= to; date = addDays(date, 1)) {
    let span = spans.at(-1);
    if (span === undefined || unit === 'day' || weekdayOf(date) === 1) {
      span = { from: date, to: date, calls: 0, completed: 0, successful: 0, failed: 0 };
      spans.push(span);
    }
    span.to = date;
    const day = known.get(date);
    if (!day) continue;
    span.calls += day.calls;
    span.completed += day.completed;
    span.successful += day.successful;
    span.failed += day.failed;
  }
  return { unit, spans };
}
