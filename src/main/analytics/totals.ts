/** Figures of what spans campaigns: one's own, for admins everyone's. */
import type { Analytics, AnalyticsQuery } from '../../shared/contract/analytics.ts';
import { badInput, notFound } from '../../shared/domain/app-error.ts';
import { addDays, instantOf, localDateOf, localHourOf } from '../../shared/domain/calendar.ts';
import type { BucketFilter } from '../data/rollup-store.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { type FigureRow, successRate, sumFigures } from './sum-figures.ts';

const DAYS_SHOWN = 30;
const MOST_DAYS = 366;

export interface Totals {
  analytics: Analytics;
  /** Dates in the zone of the installation, both included. */
  from: string;
  to: string;
}

/**
 * Calls by period, campaign and agent. Practice is left out unless it is asked for, one campaign is, or no other provider is set
 * up (rule 16).
 * @throws AppError `not_found` for another's campaign; `bad_period` where it ends before it begins or is longer than 366 days.
 */
export function totals(parts: Parts, actor: Actor, query: AnalyticsQuery = {}): Totals {
  const { timeZone } = dialingSettings(parts);
  const scope = scopeOf(actor);
  if (query.campaignId !== undefined && !parts.data.campaigns.get(scope, query.campaignId)) throw notFound('campaign');
  const { from, to } = readPeriod(query, localDateOf(parts.clock.now(), timeZone));
  const practice = query.practice ?? (query.campaignId !== undefined || !parts.data.agents.anyReal());
  const filter: BucketFilter = {
    from: instantOf(from, '00:00', timeZone),
    until: instantOf(to, '24:00', timeZone),
    campaignId: query.campaignId,
    agentId: query.agentId,
    userId: query.userId,
    practice: practice ? 'with' : 'without',
  };
  const sums = sumFigures(parts.data.rollups.byQuarter(scope, filter).map((row) => atZone(row, timeZone)));
  const { completed: successful, cancelled } = sums.outcomes;
  const completed = sums.calls - cancelled;
  return {
    analytics: {
      total: sums.calls,
      completed,
      successful,
      failed: completed - successful,
      successRate: successRate(successful, completed),
      ...sums,
      timeZone,
      practiceIncluded: practice,
    },
    from,
    to,
  };
}

function readPeriod({ from, to }: AnalyticsQuery, today: string): { from: string; to: string } {
  const last = to ?? (from === undefined || from <= today ? today : from);
  const first = from ?? addDays(last, 1 - DAYS_SHOWN);
  if (first > last) throw badPeriod('The period ends before it begins.');
  if (addDays(first, MOST_DAYS) <= last) throw badPeriod(`A period has at most ${MOST_DAYS} days.`);
  return { from: first, to: last };
}

const badPeriod = (sentence: string) => badInput('bad_period', sentence, { details: [{ path: 'to', message: sentence }] });

function atZone({ startAt, ...row }: Omit<FigureRow, 'on' | 'hour'> & { startAt: number }, timeZone: string): FigureRow {
  return { ...row, on: localDateOf(startAt, timeZone), hour: localHourOf(startAt, timeZone) };
}
