/** The analytics: which calls are counted, what came of them, when people answer, and the calls behind each figure. */
import { countOf, placeOf } from '../../shared/domain/time-words.ts';
import { dayName } from '../lib/day-names.ts';
import { number, percent } from '../lib/format.ts';
import { charts, outcomeWords } from './charts.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const weekday = (day: number): string => WEEKDAYS[day - 1] ?? String(day);
const calls = (count: number): string => countOf(count, 'call');
/** `9 to 11`: from the first of these hours to the end of the last. */
const hours = (first: number, last: number): string => `${first} to ${last + 1}`;

export const analyticsPage = {
  title: 'Analytics',
  exportCsv: 'Export CSV',
  /** `Mon 26 Oct 2026 to Tue 24 Nov 2026, hours of Berlin` */
  dates: (from: string, to: string, timeZone: string | null) =>
    `${span(from, to)}${timeZone === null ? '' : `, hours of ${placeOf(timeZone)}`}`,
  newCampaign: 'New campaign',
  nothingYet:
    'No call has been made yet. Once a campaign calls, this page tells what came of the calls, at which hours people answer, and what it cost.',
  noneFound: (from: string, to: string) => `No call was made ${from === to ? `on ${dayName(from)}` : `from ${span(from, to)}`}`,
  byThese: 'that fits what is chosen above',
  practiceLeftOut: 'Practice calls are left out.',
  showAll: 'Show all of the last 30 days',
  countPractice: 'Count practice calls',
} as const;

export const filterWords = {
  filters: 'Which calls are counted',
  period: 'Period',
  periods: {
    today: 'Today',
    '7-days': '7 days',
    '30-days': '30 days',
    'this-month': 'This month',
    'last-month': 'Last month',
    own: 'Own dates',
  },
  from: 'From',
  to: 'To',
  spanHelp: 'Both days are counted.',
  spanFaults: {
    missing: 'Choose both dates.',
    backwards: 'The period ends before it begins.',
    'too-long': 'A period has at most 366 days.',
  },
  agent: 'Agent',
  allAgents: 'All agents',
  user: 'Supervisor',
  allUsers: 'Everyone',
  chosen: 'The chosen one',
  practice: 'Practice calls',
  clear: 'Show all',
} as const;

export const stripWords = {
  strip: 'Figures',
  calls: 'Calls',
  reached: (talked: string) => `${talked} talked`,
  successRate: 'Success rate',
  ofCompleted: (successful: number, completed: number) => `${number(successful)} of ${number(completed)}`,
  averageTalk: 'Average talk',
  attempts: 'Attempts to answer',
  cost: 'Cost',
  longest: 'Longest call',
  openLongest: 'opens this call',
  /** `Success rate, 65 %: list the calls` */
  list: (word: string, value: string) => `${word}, ${value}: list the calls`,
  open: (word: string, value: string) => `${word}, ${value}: open the call`,
} as const;

export const panelWords = {
  outcomes: 'Outcomes',
  calls: (unit: 'day' | 'week') => `Calls by ${unit}`,
  rates: (unit: 'day' | 'week') => `Success rate by ${unit}`,
  units: { day: 'Day', week: 'Week' },
  hours: 'Calls by hour',
  /** Of a week, or the part of it that lies within the period. */
  spanName: (from: string, to: string) => span(from, to),
} as const;

export const heatWords = {
  title: 'Best hours',
  note: 'how often a person spoke, by weekday and hour',
  table: 'Share of calls in which a person spoke, and number of calls, by weekday and hour',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  weekday,
  /** `Tuesday, 10:00–11:00: a person spoke in 41 % of 120 calls` */
  cell: (day: number, hour: number, count: number, share: number) =>
    `${weekday(day)}, ${charts.hourSpan(hour)}: ${count === 0 ? 'no calls' : `a person spoke in ${percent(share)} of ${calls(count)}`}`,
  best: (day: number, first: number, last: number) => `People answer best on ${weekday(day)}s from ${hours(first, last)}`,
  bestOf: (share: number, count: number) => `${percent(share)} of ${calls(count)}`,
  few: (enough: number) => `The best hours are said here once ${number(enough)} calls were made at the same time of the week.`,
  even: 'No time of the week stands out: people answer about equally well.',
  legend: 'What the colours say',
  steps: {
    first: (from: number) => `below ${from} %`,
    between: (from: number, to: number) => `${from}–${to} %`,
    last: (from: number) => `${from} % and more`,
    few: (least: number) => `fewer than ${least} calls`,
  },
} as const;

export const breakdownWords = {
  campaigns: 'By campaign',
  agents: 'By agent',
  users: 'By supervisor',
  heads: { campaigns: 'Campaign', agents: 'Agent', users: 'Supervisor' },
  calls: 'Calls',
  successRate: 'Success rate',
  averageTalk: 'Average talk',
  of: (owner: string) => `of ${owner}`,
  deleted: 'deleted',
  /** What a click on a row does. */
  only: (name: string) => `Count only the calls of ${name}`,
  showAll: (count: number) => `Show all ${number(count)}`,
  showFew: 'Show fewer',
} as const;

export const behindWords = {
  all: 'All calls',
  outcomes: {
    ...outcomeWords,
    completed: 'Calls in which a person spoke',
    'no-answer': 'Calls without an answer',
    busy: 'Calls to a busy line',
    voicemail: 'Calls that voicemail took',
    failed: 'Calls that failed',
    cancelled: 'Cancelled calls',
    unknown: 'Calls with an unknown end',
  },
  weekday: (day: number) => `${weekday(day)}s`,
  /** `10:00–12:00` */
  hours: (first: number, last: number) => `${charts.hourSpan(first).slice(0, 5)}–${charts.hourSpan(last).slice(6)}`,
  within: (from: string, to: string) => span(from, to),
  list: 'Calls, newest first',
  none: 'There is no such call any more. The figures were counted again since.',
} as const;

/** `Mon 26 Oct 2026 to Tue 24 Nov 2026`; the year once where it is the same; one day alone. */
function span(from: string, to: string): string {
  if (from === to) return dayName(from);
  const first = dayName(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, -5) : first} to ${dayName(to)}`;
}
