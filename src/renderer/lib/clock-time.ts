/** Times of the day as people type them. */

/** Minutes after midnight of `HH:MM`; 24:00 is the end of the day. Null where it is no time. */
export function clockMinutes(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 24 * 60 ? minutes : null;
}

/** `9`, `9.30`, `930`, `9:30 pm` as `HH:MM`; what cannot be read comes back as it was typed. */
export function readClockTime(typed: string): string {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:(a|p)\.?m\.?)?$/i.exec(typed.trim());
  if (!match) return typed.trim();
  const [, hours = '', minutes = '00', half] = match;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const text = `${String(hour).padStart(2, '0')}:${minutes}`;
  return clockMinutes(text) === null ? typed.trim() : text;
}

/** Every half hour of a day, 24:00 included. */
export const HALF_HOURS: readonly string[] = Array.from(
  { length: 49 },
  (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
);
