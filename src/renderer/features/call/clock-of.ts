import { localTimeOf } from '../../../shared/domain/calendar.ts';

/** An instant by the clock of the zone, to the second, which matters within a call: `14:03:08`. */
export const clockOf = (at: Date, timeZone: string): string =>
  `${localTimeOf(at.getTime(), timeZone)}:${String(Math.floor(at.getTime() / 1000) % 60).padStart(2, '0')}`;
