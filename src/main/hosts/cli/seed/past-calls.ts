/** When invented past calls were made and what came of them: in the daytime, and the better the hour the more people answer. */
import { DAY_MS, HOUR_MS, localHourOf, weekdayOf, localDateOf } from '../../../../shared/domain/calendar.ts';
import type { CallEnd } from '../../../../shared/domain/states.ts';
import { SEED_WINDOW } from '../../../data/seed-store.ts';

const FIRST_HOUR = 8;
const HOURS = 10;
const JUST_NOW_MS = 600_000;

/** So many days before now, moved into the daytime of its day; calls of today lie where they would be in the future otherwise. */
export function pastCallAt(now: number, daysBefore: number): number {
  const at = now - Math.round(daysBefore * DAY_MS) - JUST_NOW_MS;
  const midnight = Math.floor(at / DAY_MS) * DAY_MS;
  const byDay = Math.round(midnight + (FIRST_HOUR + ((at - midnight) / DAY_MS) * HOURS) * HOUR_MS);
  return byDay > now - JUST_NOW_MS ? at : byDay;
}

/** What came of twenty calls at an hour like any other. */
const OUTCOMES: readonly CallEnd[] = [
  ...Array<CallEnd>(12).fill('completed'),
  ...Array<CallEnd>(4).fill('no-answer'),
  'busy',
  'busy',
  'voicemail',
  'failed',
];
const USUALLY_SPOKEN = 12;

/** What came of a call at that instant; `turn` deals out the outcomes one after another. */
export function pastOutcome(at: number, turn: number): CallEnd {
  const place = turn % OUTCOMES.length;
  if (place < USUALLY_SPOKEN + luckAt(at)) return 'completed';
  return place < USUALLY_SPOKEN ? 'no-answer' : (OUTCOMES[place] as CallEnd);
}

/** How many more of twenty are reached: late in the morning, on Tuesdays; fewer at lunch and early. */
function luckAt(at: number): number {
  const { timeZone } = SEED_WINDOW;
  const hour = localHourOf(at, timeZone);
  const ofDay = weekdayOf(localDateOf(at, timeZone)) === 2 ? 2 : 0;
  if (hour === 10 || hour === 11) return ofDay + 3;
  return ofDay - (hour === 12 || hour === 13 ? 5 : hour < 10 ? 3 : 0);
}
