/** Which days a chart shows: those with calls and those between, the latest month of them. */
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import { addDays } from '../../../../shared/domain/calendar.ts';

type DayFigures = Analytics['daily'][number];

const MOST_DAYS = 31;
/** Fewer would make bars as broad as fields. */
const FEWEST_DAYS = 7;

/** Days from the first with calls to the last, the empty ones between included; at least a week, at most the last 31. */
export function daysShown(daily: readonly DayFigures[]): DayFigures[] {
  const [first] = daily;
  const last = daily.at(-1);
  if (!first || !last) return [];
  const known = new Map(daily.map((day) => [day.date, day]));
  const latest = addDays(last.date, 1 - MOST_DAYS);
  const days: DayFigures[] = [];
  for (let date = first.date > latest ? first.date : latest; date <= last.date || days.length < FEWEST_DAYS; date = addDays(date, 1)) {
    days.push(known.get(date) ?? { date, calls: 0, completed: 0, successful: 0, failed: 0 });
  }
  return days;
}
