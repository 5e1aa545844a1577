/**
 * Why each waiting item is not being called now, and when it will be: the reason in words, the estimate in figures.
 *
 * Explains only; the claim decides. One read of the surroundings and two queries serve a whole page.
 */
import { nextCommonOpening, type Opening } from '../../shared/domain/calling-window.ts';
import { estimateStart, type Estimate } from '../../shared/domain/estimate.ts';
import { itemReason, type WaitingReason } from '../../shared/domain/waiting-reason.ts';
import { type CampaignFacts, type ItemFacts, whyItemWaits } from '../../shared/domain/why-not-now.ts';
import { windowOf } from '../campaigns/opening.ts';
import { type Surroundings, zoneOf } from '../campaigns/surroundings.ts';
import type { CampaignView } from '../data/campaign-store.ts';
import type { NumberCall } from '../data/queue-store.ts';
import type { Parts } from '../parts.ts';

/** An item as `queue-store` reads it for a list. */
export type ItemRow = ReturnType<Parts['data']['queue']['rowsOf']>[number];

export interface Waiting extends Estimate {
  waitingFor: WaitingReason;
}

/** What is asked about one waiting item besides its campaign. */
export function itemFacts(
  around: Surroundings,
  view: CampaignView,
  { item, contact, onDoNotCall }: ItemRow,
  numberCalls: readonly NumberCall[],
): ItemFacts {
  const practice = view.agent.provider === 'practice' ? 1 : 0;
  const others = numberCalls.filter((call) => call.practice === practice && call.itemId !== item.id);
  const last = others.find((call) => call.up === 0);
  const exempt = item.callbackRequested === 1 || around.gapMs === 0 || last === undefined;
  return {
    scheduledFor: dueAt(item),
    timeSource: item.callbackRequested === 1 ? 'callback' : item.scheduledBy,
    attemptCount: item.attemptCount,
    maxAttempts: item.maxAttempts ?? view.campaign.maxAttempts,
    doNotCall: onDoNotCall !== null,
    numberBusy: others.some((call) => call.up === 1),
    gap: exempt ? null : { lastCalledAt: last.at, gapMs: around.gapMs },
    ownZone: ownZoneOf(around, view, contact.timeZone),
  };
}

/** The item's own time: that of its callback, else the one it was given; a back-off after a call that was not placed counts. */
const dueAt = (item: ItemRow['item']) =>
  item.callbackRequested === 1 && item.callbackAt !== null
    ? item.callbackAt
    : item.notPlaced > 0
      ? Math.max(item.scheduledFor, item.readyAt)
      : item.scheduledFor;

function ownZoneOf(
  around: Surroundings,
  { campaign }: CampaignView,
  timeZone: string | null,
): { timeZone: string; opening: Opening | null } | null {
  if (!campaign.useContactZone || timeZone === null || timeZone === campaign.timeZone) return null;
  return { timeZone, opening: nextCommonOpening(windowOf(campaign), timeZone, around.now, around.holidays) };
}

/** Reason and estimate of one waiting item. @param position its place in its campaign's line, from 1. */
export function waitingOf(
  around: Surroundings,
  view: CampaignView,
  row: ItemRow,
  given: { position: number; facts: CampaignFacts; numberCalls: readonly NumberCall[] },
): Waiting {
  const line = lineOf(view, row);
  const facts = itemFacts(around, line, row, given.numberCalls);
  const itsFacts = line === view ? given.facts : around.factsOf(line);
  const waitingFor = itemReason(whyItemWaits(itsFacts, facts), { now: around.now, timeZone: zoneOf(view) });
  return { waitingFor, ...estimateOf(around, line, facts, given.position - 1) };
}

/** The campaign as it is for an item whose own agent speaks through another provider: that one's limits and faults hold for it. */
function lineOf(view: CampaignView, { item, agentName, agentProvider }: ItemRow): CampaignView {
  if (item.agentId === null || agentProvider === null || agentProvider === view.agent.provider) return view;
  return { ...view, agent: { id: item.agentId, name: agentName ?? view.agent.name, provider: agentProvider, deletedAt: null } };
}

/** When an item with so many before it will be called (domain.md, §Estimates). Unknown where its campaign does not run. */
export function estimateOf(
  around: Surroundings,
  view: CampaignView,
  item: Pick<ItemFacts, 'scheduledFor' | 'ownZone'>,
  itemsBefore: number,
): Estimate {
  const opening = item.ownZone ? item.ownZone.opening : around.openingAt(view, Math.max(around.now, item.scheduledFor));
  const runs = view.campaign.status === 'active' || view.campaign.status === 'scheduled';
  return estimateStart({
    scheduledFor: item.scheduledFor,
    nextOpeningAt: opening?.from ?? null,
    now: around.now,
    itemsBefore,
    medianDurationMs: around.medianOf(view.campaign.id),
    smallestLimit: around.smallestLimit(view),
    paused: !runs,
  });
}

/** Seconds, as REST tells waits. */
export const secondsOf = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000));
