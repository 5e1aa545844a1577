/**
 * Who is called next over all campaigns that run: the heads of their lines, by the time at which each will be called.
 *
 * Forecasts only. Of each campaign the head of its line is asked; further into it is looked only as long as it may still hold one of
 * the next.
 */
import { NEXT_CALLS } from '../../shared/contract/board.ts';
import type { WaitingCode } from '../../shared/domain/waiting-reason.ts';
import { Surroundings } from '../campaigns/surroundings.ts';
import type { CampaignView } from '../data/campaign-store.ts';
import type { Scope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { Placed } from '../queue/merge-lines.ts';
import { entriesOf, type QueueEntry } from '../queue/read-queue.ts';
import { estimateOf } from '../queue/waiting.ts';

/** Some more than are shown: a contact's own zone, or the do-not-call list, may put one later or take it out. */
const LOOKED_AT = 2 * NEXT_CALLS;

/** Whoever waits for one of these is not called next. */
const NEVER: ReadonlySet<WaitingCode> = new Set(['do-not-call', 'no-opening', 'over', 'paused']);

/** Campaigns whose people wait for a time that can be told. */
export const runs = ({ campaign: { status }, counts }: CampaignView) =>
  (status === 'active' || status === 'scheduled') && counts.queued > 0;

/** The next calls of the campaigns, earliest first, each with the instant at which it will be made (UTC ms). */
export function nextCalls(
  parts: Parts,
  scope: Scope,
  around: Surroundings,
  views: readonly CampaignView[],
): { entry: QueueEntry; at: number }[] {
  return entriesOf(parts, scope, around, candidates(parts, around, views.filter(runs)))
    .flatMap((entry) => {
      const at = entry.waiting?.estimatedAt ?? null;
      return at === null || NEVER.has(entry.waiting?.waitingFor.code ?? 'over') ? [] : [{ entry, at }];
    })
    .toSorted((a, b) => a.at - b.at || (a.entry.position ?? 0) - (b.entry.position ?? 0) || a.entry.row.item.id - b.entry.row.item.id)
    .slice(0, NEXT_CALLS);
}

/** The places in lines that may be among the next, the earliest first. */
function candidates(parts: Parts, around: Surroundings, views: readonly CampaignView[]): Placed[] {
  let found: (Placed & { at: number })[] = [];
  for (const { view, from } of inTurn(headsOf(parts, around, views))) {
    const last = found[LOOKED_AT - 1];
    if (last && from >= last.at) break;
    const line = parts.data.queue.lineTimes(view.campaign.id, around.now, 0, LOOKED_AT).flatMap(({ id, dueAt }, before) => {
      const { estimatedAt } = estimateOf(around, view, { scheduledFor: dueAt, ownZone: null }, before);
      return estimatedAt === null ? [] : [{ id, position: before + 1, at: estimatedAt }];
    });
    found = [...found, ...line].toSorted((a, b) => a.at - b.at).slice(0, LOOKED_AT);
  }
  return found.map(({ id, position }) => ({ id, position }));
}

interface Head {
  view: CampaignView;
  /** Nobody in its line is called before. */
  from: number;
}

function headsOf({ data }: Parts, around: Surroundings, views: readonly CampaignView[]): Head[] {
  const byId = new Map(views.map((view) => [view.campaign.id, view]));
  return data.board.headsDueAt([...byId.keys()], around.now).flatMap(({ campaignId, dueAt }) => {
    const view = byId.get(campaignId);
    const soonest = Math.max(around.now, dueAt);
    const opening = view && around.openingAt(view, soonest);
    return opening ? [{ view, from: Math.max(soonest, opening.from) }] : [];
  });
}

/** Whose time comes first; of those whose time has come, whose last turn lies longest ago (rule 3). */
const inTurn = (heads: readonly Head[]) =>
  heads.toSorted((a, b) => a.from - b.from || (a.view.campaign.lastTurn ?? -1) - (b.view.campaign.lastTurn ?? -1));
