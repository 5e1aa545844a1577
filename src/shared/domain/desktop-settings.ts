/** What the desktop program tells of, and when it is quiet. Pure; asked by the host, shown by the settings. */

/** What a notification may be about; each can be turned off. */
export const NEWS_KINDS = ['completed', 'paused', 'connection', 'imported', 'callback'] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

/** Two times of the day, `HH:MM`. */
export interface QuietHours {
  on: boolean;
  from: string;
  to: string;
}

const MINUTES_OF_HOUR = 60;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * MINUTES_OF_HOUR + minutes;
}

/**
 * Whether it is quiet. Over midnight where `from` is the later one; the whole day where both are the same.
 * @param minute of the day, 0 to 1,439, by the clock of the computer.
 */
export function isQuiet({ on, from, to }: QuietHours, minute: number): boolean {
  if (!on) return false;
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start === end) return true;
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}
