/** Which days a chart shows: those with calls and those between, the latest month of them. */
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import { addDays } from '../../../../shared/domain/calendar.ts';
import { dayInWords } from '../../../../shared/domain/time-words.ts';

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

/** From here no date of ours is today or tomorrow. */
const LONG_AGO = '0001-01-01';

/** `Wed 18 Nov 2026`: a date, whole. */
export const dayName = (date: string): string => dayInWords(date, LONG_AGO);

/** `18 Nov`: a date as it stands below a bar. */
export const dayLabel = (date: string): string => dayName(date).split(' ').slice(1, 3).join(' ');
