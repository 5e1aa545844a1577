/** Dates as charts write them. */
import { dayInWords } from '../../shared/domain/time-words.ts';

/** From here no date of ours is today or tomorrow. */
const LONG_AGO = '0001-01-01';

/** `Wed 18 Nov 2026`: a date, whole. */
export const dayName = (date: string): string => dayInWords(date, LONG_AGO);

/** `18 Nov`: a date as it stands below a bar. */
export const dayLabel = (date: string): string => dayName(date).split(' ').slice(1, 3).join(' ');
