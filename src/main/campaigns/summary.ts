/**
 * Campaigns as screens and scripts see them: row, counters, calls up, the next call, and in words why none goes out now.
 *
 * Nothing is counted here: counters are kept with every change, and the next item is the head of an index.
 */
import type { CampaignState } from '../../shared/domain/states.ts';
import { campaignReason, type WaitingCause, type WaitingReason } from '../../shared/domain/waiting-reason.ts';
import { type ItemFacts, whyCampaignWaits } from '../../shared/domain/why-not-now.ts';
import type { CampaignFilter, CampaignView } from '../data/campaign-store.ts';
import { type Actor, everyone, type Scope, scopeOf } from '../data/scope.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import type { Parts } from '../parts.ts';
import { itemFacts } from '../queue/waiting.ts';
import { Surroundings, zoneOf } from './surroundings.ts';

export interface CampaignSummary extends CampaignView {
  callsUp: number;
  /** The earliest instant (UTC ms) at which a call of the campaign may be made; null where none will be. */
  nextCallAt: number | null;
  /** Null while calls may go out. */
  whyNoCalls: WaitingReason | null;
  /** The name of who paused it; null while it is not paused. */
  pausedByName: string | null;
}

/** One campaign. @throws AppError `not_found`. */
export function readCampaign(parts: Parts, actor: Actor, id: string): CampaignSummary {
  const [summary] = campaignSummaries(parts, scopeOf(actor), [id]);
  if (!summary) throw notFound('campaign');
  return summary;
}

/** One page of campaigns and how many there are; `total` is counted no further than `most`. */
export function listCampaigns(
  parts: Parts,
  actor: Actor,
  filter: CampaignFilter,
  most: number,
): { campaigns: CampaignSummary[]; total: number } {
  const scope = scopeOf(actor);
  const views = parts.data.campaigns.list(scope, filter);
  return { campaigns: summarize(parts, views), total: parts.data.campaigns.count(scope, filter, most) };
}

/** Campaigns by id, those outside the scope left out: for the live stream too. */
export function campaignSummaries(parts: Parts, scope: Scope, ids: readonly string[]): CampaignSummary[] {
  return summarize(parts, parts.data.campaigns.viewsOf(scope, ids));
}

const TAB_OF: Readonly<Record<CampaignState, 'active' | 'scheduled' | 'completed' | 'drafts'>> = {
  draft: 'drafts',
  scheduled: 'scheduled',
  active: 'active',
  paused: 'active',
  completed: 'completed',
  cancelled: 'completed',
};

/** How many campaigns each tab holds. */
export function countTabs(parts: Parts, actor: Actor): Record<'active' | 'scheduled' | 'completed' | 'drafts', number> {
  const tabs = { active: 0, scheduled: 0, completed: 0, drafts: 0 };
  for (const { status, n } of parts.data.campaigns.countByState(scopeOf(actor))) tabs[TAB_OF[status]] += n;
  return tabs;
}

function summarize(parts: Parts, views: readonly CampaignView[]): CampaignSummary[] {
  if (views.length === 0) return [];
  const around = new Surroundings(parts);
  around.learnNames(views.map(({ campaign }) => campaign.pausedBy));
  const heads = headsOf(around, views);
  return views.map((view) => ({
    ...view,
    callsUp: around.callsUp(view.campaign.id),
    nextCallAt: nextCallAt(around, view),
    whyNoCalls: whyNoCalls(around, view, heads.get(view.campaign.id) ?? null),
    pausedByName: view.campaign.pausedBy === null ? null : around.nameOf(view.campaign.pausedBy),
  }));
}

/** The earliest instant at which a call of the campaign may be made, null where it is not running or nothing waits. */
export function nextCallAt(around: Surroundings, view: CampaignView): number | null {
  const { campaign, counts } = view;
  if ((campaign.status !== 'active' && campaign.status !== 'scheduled') || counts.queued === 0) return null;
  const dueAt = around.parts.data.queue.nextDueAt(campaign.id, around.now);
  if (dueAt === null) return null;
  const opening = around.openingAt(view, dueAt);
  return opening && Math.max(dueAt, opening.from);
}

/** Causes that say nothing while calls of the campaign are up: it calls as fast as it may. */
const QUIET_WHILE_UP = new Set<WaitingCause['code']>(['limit-full', 'number-busy', 'gap']);

/** Why no call goes out now, null while one may (complaint 25). @param head the item that comes next, null where none waits. */
function whyNoCalls(around: Surroundings, view: CampaignView, head: ItemFacts | null): WaitingReason | null {
  const up = around.callsUp(view.campaign.id);
  const cause = whyCampaignWaits(around.factsOf(view), head, up);
  if (cause.code === 'turn' || (up > 0 && QUIET_WHILE_UP.has(cause.code))) return null;
  return campaignReason(cause, { now: around.now, timeZone: zoneOf(view) });
}

/** The facts of the item that comes next in each campaign that runs, by campaign. */
function headsOf(around: Surroundings, views: readonly CampaignView[]): Map<string, ItemFacts> {
  const { queue } = around.parts.data;
  const running = new Map(
    views.filter(({ campaign, counts }) => campaign.status === 'active' && counts.queued > 0).map((view) => [view.campaign.id, view]),
  );
  const rows = queue.rowsOf(
    everyone,
    [...running.keys()].flatMap((id) => queue.line(id, around.now, 0, 1)),
  );
  const numberCalls = queue.lastCalls(rows.map(({ contact }) => contact.phone));
  const heads = new Map<string, ItemFacts>();
  for (const row of rows) {
    const view = running.get(row.item.campaignId);
    if (view) heads.set(view.campaign.id, itemFacts(around, view, row, numberCalls.get(row.contact.phone) ?? []));
  }
  return heads;
}
