import { HOUR_MS } from '../../shared/domain/calendar.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import { nextCallAt } from '../campaigns/summary.ts';
import { Surroundings } from '../campaigns/surroundings.ts';
import type { CampaignView } from '../data/campaign-store.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

export interface QueueStatus {
  /** The campaigns that are counted, with their kept counters. */
  views: CampaignView[];
  /** Waiting items that are callbacks. */
  callbacks: number;
  nextScheduledCallAt: number | null;
  /** Calls claimed in the last 60 minutes. */
  currentRate: number;
}

/** How the queue stands, over the campaigns that the person may see or in one of them. @throws AppError `not_found`. */
export function readQueueStatus(parts: Parts, actor: Actor, campaignId?: string): QueueStatus {
  const { campaigns, queue, queueHand } = parts.data;
  const scope = scopeOf(actor);
  const views = campaignId === undefined ? campaigns.allViews(scope) : campaigns.viewsOf(scope, [campaignId]);
  if (campaignId !== undefined && views.length === 0) throw notFound('campaign');
  const around = new Surroundings(parts);
  const waiting = views.filter((view) => view.counts.queued > 0);
  const next = waiting.map((view) => nextCallAt(around, view)).filter((at) => at !== null);
  const since = around.now - HOUR_MS;
  return {
    views,
    callbacks: queueHand.callbacks(waiting.map(({ campaign }) => campaign.id)),
    nextScheduledCallAt: next.length === 0 ? null : Math.min(...next),
    currentRate: campaignId === undefined ? queue.claimedSince(scope, since) : queueHand.claimedSince(campaignId, since),
  };
}
