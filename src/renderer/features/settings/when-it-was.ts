/** When something happened, by the clock of whoever looks: `14:34` today, else the day with the time. */
import { localDateOf, localTimeOf } from '../../../shared/domain/calendar.ts';
import { dayInWords } from '../../../shared/domain/time-words.ts';
import { viewerZone } from '../../lib/format.ts';

export function whenItWas(at: Date, now: number, timeZone = viewerZone()): string {
  const on = localDateOf(at.getTime(), timeZone);
  const todayOn = localDateOf(now, timeZone);
  const time = localTimeOf(at.getTime(), timeZone);
  return on === todayOn ? `today ${time}` : `${dayInWords(on, todayOn)}, ${time}`;
}
