/**
 * How a campaign goes on if everything stays as it is: when the last of those who wait has been called, and how many calls are to
 * come in each hour of this opening. Writes nothing, promises nothing. Counts index ranges, so that it costs little at a million.
 */
import { nextOpening } from '../../shared/domain/calling-window.ts';
import { USUAL_DURATION_MS } from '../../shared/domain/estimate.ts';
import { hourSteps, plannedByHour } from '../../shared/domain/planned-hours.ts';
import type { CampaignView } from '../data/campaign-store.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import { doneAt } from './forecast.ts';
import { windowOf } from './opening.ts';
import { Surroundings, zoneOf } from './surroundings.ts';

export interface OutlookTold {
  doneBy: number | null;
  everyMs: number | null;
  /** By hour of the campaign's day. */
  planned: number[] | null;
}

const NOTHING: OutlookTold = { doneBy: null, everyMs: null, planned: null };

/** @throws AppError `not_found`. */
export function campaignOutlook(parts: Parts, actor: Actor, id: string): OutlookTold {
  const [view] = parts.data.campaigns.viewsOf(scopeOf(actor), [id]);
  if (!view) throw notFound('campaign');
  const { campaign, counts } = view;
  if ((campaign.status !== 'active' && campaign.status !== 'scheduled') || counts.queued === 0) return NOTHING;
  const around = new Surroundings(parts);
  const opening = around.openingAt(view, around.now);
  const slots = around.smallestLimit(view);
  if (!opening || slots <= 0) return NOTHING;
  const msPerCall = (around.medianOf(id) ?? USUAL_DURATION_MS) / slots;
  const from = Math.max(around.now, opening.from);
  const planned = plannedIn(parts, view, { now: around.now, from, until: opening.until }, msPerCall);
  const soon = planned.reduce((sum, calls) => sum + calls, 0);
  return {
    doneBy: doneBy(parts, view, around, { from, until: opening.until }, counts.queued * msPerCall),
    everyMs: campaign.pacing === 'spread' && soon > 1 ? (opening.until - from) / soon : null,
    planned,
  };
}

function plannedIn(
  { data }: Parts,
  view: CampaignView,
  { now, from, until }: { now: number; from: number; until: number },
  msPerCall: number,
): number[] {
  const { id } = view.campaign;
  const steps = hourSteps(from, until, zoneOf(view));
  // Whatever is due before the opening begins waits at its door.
  const due = steps.map((step, i) =>
    i === 0 ? data.queue.dueNow(id, now) + data.queue.dueWithin(id, now, step.until) : data.queue.dueWithin(id, step.from - 1, step.until),
  );
  return plannedByHour(steps, due, msPerCall);
}

/** The work of all over the openings to come, and never before the last one's own time. */
function doneBy(
  { data }: Parts,
  { campaign }: CampaignView,
  { now, holidays }: Surroundings,
  first: { from: number; until: number },
  workMs: number,
): number | null {
  const last = Math.max(now, data.queue.lastDueAt(campaign.id) ?? now);
  const opening = nextOpening(windowOf(campaign), last, holidays);
  return opening === null ? null : doneAt(campaign, first, workMs, Math.max(last, opening.from), holidays);
}
