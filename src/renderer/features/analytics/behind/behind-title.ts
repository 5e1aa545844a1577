/** What the calls behind a figure have in common, in words: `Calls to a busy line`, `Tuesdays, 10:00–12:00`. */
import { behindWords as words } from '../../../words/analytics.ts';
import type { Behind } from '../analytics-view.ts';

/** The title over a list of calls. Where more than one thing was asked, all are named; the dates stand below it. */
export function behindTitle({ outcome, weekday, hour, lastHour = hour }: Behind): string {
  const when = [
    ...(weekday === undefined ? [] : [words.weekday(weekday)]),
    ...(hour === undefined ? [] : [words.hours(hour, lastHour ?? hour)]),
  ].join(', ');
  if (outcome === undefined) return when === '' ? words.all : when;
  return when === '' ? words.outcomes[outcome] : `${words.outcomes[outcome]}, ${when}`;
}
