/**
 * The calls that stand behind a figure, in pages. How many they are is told by the very figures, and in which days they lie: only
 * the days that a page shows are looked into, so that a page of a million costs what a page of a hundred does.
 */
import type { CallsBehindQuery, OutcomeName } from '../../shared/contract/analytics.ts';
import { localHourOf, weekdayOf } from '../../shared/domain/calendar.ts';
import type { CallRow } from '../data/call-list-store.ts';
import { countedOutcome } from '../data/rollup-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { breathing, dayRows, filterOf } from './day-figures.ts';
import { type Day, daysOf, type Question, readQuestion } from './question.ts';

/** SQLite's word for no limit. */
const ALL = -1;

export interface CountedRow {
  row: CallRow;
  userName: string;
  outcome: OutcomeName;
}

export interface CallsBehind {
  calls: CountedRow[];
  total: number;
  from: string;
  to: string;
}

type Narrowed = Question & Pick<CallsBehindQuery, 'outcome' | 'weekday' | 'hour' | 'lastHour'>;

/** One page, newest first. @throws what `readQuestion` throws. */
export async function callsBehind(
  parts: Parts,
  actor: Actor,
  { outcome, weekday, hour, lastHour, page, limit, ...query }: CallsBehindQuery,
): Promise<CallsBehind> {
  const question: Narrowed = { ...readQuestion(parts, actor, query), outcome, weekday, hour, lastHour };
  const first = (page - 1) * limit;
  const ids: string[] = [];
  const breath = breathing(parts);
  let total = 0;
  for (const day of daysOf(question)) {
    const n = countOn(parts, question, day);
    if (n > 0 && total + n > first && ids.length < limit) {
      const skipped = Math.max(0, first - total);
      const upTo = skipped + limit - ids.length;
      ids.push(...idsOn(parts, question, day, upTo).slice(skipped, upTo));
    }
    total += n;
    await breath.take();
  }
  return { calls: rowsOf(parts, question, ids), total, from: question.from, to: question.to };
}

function countOn(parts: Parts, question: Narrowed, day: Day): number {
  const { outcome, weekday } = question;
  if (weekday !== undefined && weekdayOf(day.on) !== weekday) return 0;
  const rows = dayRows(parts, question, day).filter(
    (row) => (outcome === undefined || row.outcome === outcome) && isAsked(question, row.hour),
  );
  return rows.reduce((sum, { calls }) => sum + calls, 0);
}

/** The newest of a day, `upTo` of them or more. */
function idsOn(parts: Parts, question: Narrowed, day: Day, upTo: number): string[] {
  const { outcome, timeZone, scope, hour } = question;
  // Which hour a call lies in is told by its zone alone: all of the day are looked at.
  const limit = hour === undefined ? upTo : ALL;
  return parts.data.figures
    .callsBehind(scope, filterOf(question, day), outcome ?? null, limit)
    .filter(({ claimedAt }) => isAsked(question, localHourOf(claimedAt, timeZone)))
    .map(({ id }) => id);
}

const isAsked = ({ hour, lastHour = hour }: Narrowed, at: number) => hour === undefined || (at >= hour && at <= (lastHour ?? hour));

function rowsOf({ data }: Parts, { scope }: Question, ids: readonly string[]): CountedRow[] {
  const rows = new Map(data.callLists.byIds(scope, ids).map((row) => [row.call.id, row]));
  const names = data.campaigns.userNames([...rows.values()].map(({ call }) => call.userId));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    const outcome = row && countedOutcome(row.call);
    if (!row || !outcome || outcome === 'not-placed') return [];
    return [{ row, outcome, userName: names.get(row.call.userId) ?? '' }];
  });
}
