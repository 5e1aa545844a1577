/** What is asked of the figures, read once: whose, of which days, with or without practice. */
import { PROVIDERS } from '../../shared/domain/states.ts';
import type { AnalyticsQuery } from '../../shared/contract/analytics.ts';
import { badInput, notFound } from '../../shared/domain/app-error.ts';
import { addDays, instantOf, isTimeZone, localDateOf } from '../../shared/domain/calendar.ts';
import type { FigureFilter } from '../data/figure-store.ts';
import { type Actor, type Scope, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { dialingSettings } from '../settings/dialing.ts';

const DAYS_SHOWN = 30;
const MOST_DAYS = 366;

export interface Question {
  scope: Scope;
  filter: Omit<FigureFilter, 'from' | 'until'>;
  /** Dates in `timeZone`, both included. */
  from: string;
  to: string;
  timeZone: string;
}

/** One date of a question, as the instants between which it lies. */
export interface Day {
  on: string;
  from: number;
  until: number;
}

/**
 * Practice is left out unless it is asked for, one campaign is, or no other provider is set up (rule 16).
 * @throws AppError `not_found` for another's campaign; `bad_period` where it ends before it begins or is longer than 366 days.
 */
export function readQuestion(parts: Parts, actor: Actor, query: AnalyticsQuery = {}): Question {
  const scope = scopeOf(actor);
  if (query.campaignId !== undefined && !parts.data.campaigns.get(scope, query.campaignId)) throw notFound('campaign');
  const timeZone = installationZone(parts);
  const practice = query.practice ?? (query.campaignId !== undefined || practiceCounts(parts));
  return {
    scope,
    filter: { campaignId: query.campaignId, agentId: query.agentId, userId: query.userId, practice: practice ? 'with' : 'without' },
    ...readPeriod(query, localDateOf(parts.clock.now(), timeZone)),
    timeZone,
  };
}

/**
 * Whether practice counts in totals where nobody says: while no other provider is set up (rule 16), nor was one whose agents are still
 * there: real calls are not mixed with practice because a key was taken away.
 */
export const practiceCounts = ({ data, providers }: Parts): boolean =>
  PROVIDERS.every((name) => name === 'practice' || !providers[name]) && !data.agents.anyReal();

/** The zone whose days and hours totals speak of. */
export function installationZone(parts: Parts): string {
  const { timeZone } = dialingSettings(parts);
  return isTimeZone(timeZone) ? timeZone : 'UTC';
}

/** The dates of a question, the newest first. */
export function* daysOf({ from, to, timeZone }: Pick<Question, 'from' | 'to' | 'timeZone'>): Generator<Day> {
  for (let on = to; on >= from; on = addDays(on, -1)) {
    yield { on, from: instantOf(on, '00:00', timeZone), until: instantOf(on, '24:00', timeZone) };
  }
}

function readPeriod({ from, to, days }: AnalyticsQuery, today: string): { from: string; to: string } {
  if (from !== undefined && days !== undefined) throw badPeriod('Say from when or how many days, not both.');
  const last = to ?? (from === undefined || from <= today ? today : from);
  const first = from ?? addDays(last, 1 - (days ?? DAYS_SHOWN));
  if (first > last) throw badPeriod('The period ends before it begins.');
  if (addDays(first, MOST_DAYS) <= last) throw badPeriod(`A period has at most ${MOST_DAYS} days.`);
  return { from: first, to: last };
}

const badPeriod = (sentence: string) => badInput('bad_period', sentence, { details: [{ path: 'to', message: sentence }] });
