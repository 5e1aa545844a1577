/** When somebody waiting is expected to be called, and in how long, short enough for a column. */
import { whenInWords } from '../../shared/domain/time-words.ts';
import { common } from '../words/common.ts';
import { countdown } from './format.ts';

/** `14:34`, `tomorrow 09:00`, `Thu 19 Nov 09:00`; a dash where nobody can tell. */
export const expectedAt = (at: Date | null, now: number, timeZone: string): string =>
  at === null ? common.nothing : whenInWords(at.getTime(), now, timeZone).replace(' at ', ' ');

/** `1:38`, `13 h 28 min`, `3 days`; `now` once the time has come, a dash where nobody can tell. */
export function expectedIn(at: Date | null, now: number, nowWord: string): string {
  if (at === null) return common.nothing;
  const left = at.getTime() - now;
  return left < 1_000 ? nowWord : countdown(left).replace(/^in /, '');
}
