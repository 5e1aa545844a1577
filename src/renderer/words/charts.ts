/** What stands in charts: every bar has its word and number, so that its colour is never needed. */
import type { Outcomes } from '../../shared/contract/analytics.ts';
import { countOf } from '../../shared/domain/time-words.ts';

export type OutcomeName = keyof Outcomes;

export const outcomeWords: Readonly<Record<OutcomeName, string>> = {
  completed: 'Completed',
  'no-answer': 'No answer',
  busy: 'Busy',
  voicemail: 'Voicemail',
  failed: 'Failed',
  cancelled: 'Cancelled',
  unknown: 'Unknown',
};

export const charts = {
  outcomes: 'Calls by outcome',
  outcome: 'Outcome',
  calls: 'Calls',
  share: 'Share',
  hours: 'Calls by hour',
  hour: 'Hour',
  successful: 'Successful',
  other: 'Other',
  planned: 'Planned',
  total: 'Together',
  none: 'No calls yet.',
  /** `14:00–15:00` */
  hourSpan: (hour: number) => `${clock(hour)}–${clock(hour + 1)}`,
  hourLabel: (hour: number) => String(hour).padStart(2, '0'),
  callsOf: (count: number) => countOf(count, 'call'),
} as const;

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
