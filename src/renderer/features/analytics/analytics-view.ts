/** What the page shows, as its address says it: `/analytics/period=7-days&agent=agent_1`, and which figure's calls lie open. */
import { OUTCOME_NAMES, type OutcomeName } from '../../../shared/contract/analytics.ts';
import { isCalendarDate } from '../../../shared/domain/calendar.ts';

export const PERIODS = ['today', '7-days', '30-days', 'this-month', 'last-month', 'own'] as const;
export type Period = (typeof PERIODS)[number];
const USUAL: Period = '30-days';

/** Dates, both included. */
export interface Span {
  from: string;
  to: string;
}

/** Which of all calls stand behind a figure. */
export interface Behind {
  outcome?: OutcomeName;
  span?: Span;
  weekday?: number;
  hour?: number;
  /** The last of several hours, itself included. */
  lastHour?: number;
}

/** By whom and with whom: what is left out is everyone. */
export interface Narrowing {
  campaignId?: string;
  agentId?: string;
  userId?: string;
}

export interface AnalyticsView extends Narrowing {
  period: Period;
  /** Of `own` alone. */
  own?: Span;
  /** Left out: as the engine decides. */
  practice?: boolean;
  /** Null: no figure's calls lie open. */
  behind: Behind | null;
}

const ROOT = '/analytics';

/** What an address shows. What it says wrongly is left out; where it says nothing, the last 30 days are shown. */
export function viewOf(address: string | undefined): AnalyticsView {
  const said = new URLSearchParams(address ?? '');
  const own = spanOf(said.get('from'), said.get('to'));
  const period = PERIODS.find((name) => name === said.get('period')) ?? USUAL;
  const practice = said.get('practice');
  return {
    period: period === 'own' && !own ? USUAL : period,
    ...(period === 'own' && own && { own }),
    ...given('campaignId', idOf(said.get('campaign'))),
    ...given('agentId', idOf(said.get('agent'))),
    ...given('userId', idOf(said.get('user'))),
    ...given('practice', practice === 'with' ? true : practice === 'without' ? false : undefined),
    behind: said.has('calls') ? behindOf(said) : null,
  };
}

function behindOf(said: URLSearchParams): Behind {
  const hour = wholeOf(said.get('hour'), 0, 23);
  return {
    ...given(
      'outcome',
      OUTCOME_NAMES.find((name) => name === said.get('outcome')),
    ),
    ...given('span', spanOf(said.get('since'), said.get('until'))),
    ...given('weekday', wholeOf(said.get('weekday'), 1, 7)),
    ...given('hour', hour),
    ...given('lastHour', hour === undefined ? undefined : wholeOf(said.get('last-hour'), hour, 23)),
  };
}

/** The address of a view: the usual one is `/analytics`. */
export function addressOf({ period, own, campaignId, agentId, userId, practice, behind }: AnalyticsView): string {
  const said = new URLSearchParams();
  const say = (name: string, value: string | number | undefined) => value !== undefined && said.set(name, String(value));
  if (period !== USUAL) say('period', period);
  if (period === 'own') {
    say('from', own?.from);
    say('to', own?.to);
  }
  say('campaign', campaignId);
  say('agent', agentId);
  say('user', userId);
  if (practice !== undefined) say('practice', practice ? 'with' : 'without');
  if (behind !== null) {
    say('calls', 'listed');
    say('outcome', behind.outcome);
    say('since', behind.span?.from);
    say('until', behind.span?.to);
    say('weekday', behind.weekday);
    say('hour', behind.hour);
    say('last-hour', behind.lastHour);
  }
  return said.size === 0 ? ROOT : `${ROOT}/${said}`;
}

/** Whether some calls are left out by whom or with whom they were. */
export const isNarrowed = ({ campaignId, agentId, userId }: Narrowing): boolean =>
  campaignId !== undefined || agentId !== undefined || userId !== undefined;

const given = <K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { [P in K]: V });

const idOf = (text: string | null): string | undefined => (text !== null && /^[\w-]{1,64}$/.test(text) ? text : undefined);

function wholeOf(text: string | null, least: number, most: number): number | undefined {
  if (text === null || !/^\d{1,2}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

function spanOf(from: string | null, to: string | null): Span | undefined {
  return from !== null && to !== null && isCalendarDate(from) && isCalendarDate(to) && from <= to ? { from, to } : undefined;
}
