/** The queue in figures: counters that are kept, and the few instants that only now can tell. */
import { HOUR_MS } from '../../shared/domain/calendar.ts';
import { todayFigures } from '../analytics/today.ts';
import { nextCallAt } from '../campaigns/summary.ts';
import { Surroundings } from '../campaigns/surroundings.ts';
import type { CampaignCounts, CampaignView } from '../data/campaign-store.ts';
import { type Actor, type Scope, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { estimateOf } from './waiting.ts';

export interface Statistics extends Omit<CampaignCounts, 'total'> {
  dueNow: number;
  currentRate: number;
  averageWaitMs: number | null;
  nextScheduledCallAt: number | null;
  doneToday: number;
  successRateToday: number | null;
}

/** The figures of all campaigns that the person may see; deleted ones are left out. */
export function readStatistics(parts: Parts, actor: Actor): Statistics {
  const scope = scopeOf(actor);
  const around = new Surroundings(parts);
  const views = parts.data.campaigns.allViews(scope);
  const counts = { queued: 0, processing: 0, completed: 0, failed: 0, skipped: 0, cancelled: 0 };
  for (const view of views) for (const state of Object.keys(counts) as (keyof typeof counts)[]) counts[state] += view.counts[state];
  const waiting = views.filter((view) => view.counts.queued > 0);
  return {
    ...counts,
    dueNow: waiting.reduce((sum, view) => sum + dueNow(around, view), 0),
    currentRate: parts.data.queue.claimedSince(scope, around.now - HOUR_MS),
    averageWaitMs: averageWait(around, waiting),
    nextScheduledCallAt: least(waiting.map((view) => nextCallAt(around, view))),
    ...today(parts, scope),
  };
}

/** How many people wait, drafts included: as many as the queue lists, by counters that are kept. */
export const peopleWaiting = ({ data }: Parts, actor: Actor): number =>
  data.campaigns.queues(scopeOf(actor)).reduce((sum, { queued }) => sum + queued, 0);

function dueNow(around: Surroundings, view: CampaignView): number {
  const opening = view.campaign.status === 'active' ? around.openingAt(view, around.now) : null;
  return opening && opening.from <= around.now ? around.parts.data.queue.dueNow(view.campaign.id, around.now) : 0;
}

/** The estimated wait of the middle of each line, weighted by the lines' lengths: waits grow evenly along a line. */
function averageWait(around: Surroundings, views: readonly CampaignView[]): number | null {
  let sum = 0;
  let people = 0;
  for (const view of views) {
    const middle = Math.floor((view.counts.queued - 1) / 2);
    const [item] = around.parts.data.queue.lineTimes(view.campaign.id, around.now, middle, 1);
    const wait = item && estimateOf(around, view, { scheduledFor: item.dueAt, ownZone: null }, middle).estimatedWaitMs;
    if (wait == null) continue;
    sum += wait * view.counts.queued;
    people += view.counts.queued;
  }
  return people === 0 ? null : sum / people;
}

function today(parts: Parts, scope: Scope): Pick<Statistics, 'doneToday' | 'successRateToday'> {
  const { completed, successful } = todayFigures(parts, scope);
  return { doneToday: completed, successRateToday: completed === 0 ? null : successful / completed };
}

function least(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
