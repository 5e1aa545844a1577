/** Today in figures: one source for the sidebar, the queue and the wallboard, so that no two of them differ. */
import type { Analytics } from '../../shared/contract/analytics.ts';
import { addDays, instantOf, localDateOf } from '../../shared/domain/calendar.ts';
import { type Actor, type Scope, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { dayRows } from './day-figures.ts';
import { installationZone, practiceCounts } from './question.ts';
import { sumFigures } from './sum-figures.ts';

export interface Today
  extends Pick<Analytics, 'calls' | 'completed' | 'successful' | 'failed' | 'outcomes' | 'hourly' | 'practiceIncluded'> {
  date: string;
  timeZone: string;
}

/** How many calls ended today, of all that the person may see. */
export const doneToday = (parts: Parts, actor: Actor): number => todayFigures(parts, scopeOf(actor)).completed;

/** Calls that were claimed since midnight in the installation's zone and are over. */
export function todayFigures(parts: Parts, scope: Scope): Today {
  const timeZone = installationZone(parts);
  const date = localDateOf(parts.clock.now(), timeZone);
  const practiceIncluded = practiceCounts(parts);
  const day = { on: date, from: instantOf(date, '00:00', timeZone), until: instantOf(addDays(date, 1), '00:00', timeZone) };
  const rows = dayRows(parts, { scope, filter: { practice: practiceIncluded ? 'with' : 'without' }, timeZone }, day);
  const { calls, outcomes, hourly } = sumFigures(rows);
  const completed = calls - outcomes.cancelled;
  const successful = outcomes.completed;
  return { date, timeZone, practiceIncluded, calls, completed, successful, failed: completed - successful, outcomes, hourly };
}
