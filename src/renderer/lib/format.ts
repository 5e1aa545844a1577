/** Numbers and times as the screens write them. What already has words in `shared/domain/time-words.ts` is taken from there. */
import { HOUR_MS, MINUTE_MS } from '../../shared/domain/calendar.ts';
import { spanInWords } from '../../shared/domain/time-words.ts';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `1,204` */
export const number = (value: number): string => whole.format(value);

/** A share of 0 to 1 as `65 %`. Never 100 % before it is all, never 0 % once there is something. */
export function percent(part: number): string {
  const shown = part <= 0 ? 0 : part >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(part * 100)));
  return `${shown} %`;
}

/** To ask the system for its zone takes as long as to draw a row; whoever travels waits so long at most. */
const ZONE_KNOWN_MS = 10_000;
let zone = '';
let zoneAskedAt = Number.NEGATIVE_INFINITY;

/** The zone of whoever looks at the screen. */
export function viewerZone(): string {
  const now = performance.now();
  if (now - zoneAskedAt > ZONE_KNOWN_MS) {
    zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    zoneAskedAt = now;
  }
  return zone;
}

/** A time still to come: `in 0:41`, `in 1:38`, from an hour on `in 13 h 28 min`, from two days on `in 3 days`. Never negative. */
export function countdown(ms: number): string {
  const left = Math.max(0, ms);
  if (left >= 48 * HOUR_MS) return `in ${Math.floor(left / (24 * HOUR_MS))} days`;
  if (left >= HOUR_MS) return `in ${spanInWords(left)}`;
  const minutes = Math.floor(left / MINUTE_MS);
  const seconds = Math.floor((left % MINUTE_MS) / 1000);
  return `in ${minutes}:${String(seconds).padStart(2, '0')}`;
}

/** The letters in a person's mark: `MO` of Maya Okafor. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(firstLetter);
  return letters.join('').toUpperCase();
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
const firstLetter = (word = ''): string => segments.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
