/**
 * Why an item or a campaign is not being called now: the one reason worth telling, out of all that hold.
 *
 * Decides which comes first: what a person must lift (do-not-call, pause, engine), then what time lifts (opening, own
 * time), then what other calls lift (same number, limits, turn). Must never be asked whether a call may be made: it
 * explains, the claim decides. Called with the facts of a row by the lists, the campaign cards and `inspect`.
 */

import { localDateOf } from './calendar.ts';
import type { Opening } from './calling-window.ts';
import type { CampaignState, TimeSource } from './states.ts';
import type { LimitLevel, WaitingCause } from './waiting-reason.ts';

/** What holds for a whole campaign. */
export interface CampaignFacts {
  now: number;
  timeZone: string;
  state: CampaignState;
  startOn: string;
  endOn: string | null;
  /** Who paused it by name, when and why; null while it is not paused. */
  pause: { by: string | null; pausedAt: number | null; reason: string | null } | null;
  /** What the engine cannot do right now, as a sentence; null while all is well. */
  engineFault: string | null;
  /** What keeps the provider from taking calls; null while it does. */
  providerFault: { sentence: string; until: number | null } | null;
  /** The first limit that has no room; null where all have. */
  fullLimit: { level: LimitLevel; limit: number } | null;
  /** `nextOpening` of the campaign. */
  opening: Opening | null;
}

/** What holds for one waiting item besides. */
export interface ItemFacts {
  scheduledFor: number;
  timeSource: TimeSource;
  attemptCount: number;
  maxAttempts: number;
  doNotCall: boolean;
  /** Another call to the number is up. */
  numberBusy: boolean;
  /** The last call to the number by another item, where the gap applies to this one; null where it does not. */
  gap: { lastCalledAt: number; gapMs: number } | null;
  /** The contact's own zone and `nextCommonOpening`, where the campaign asks for it; else null. */
  ownZone: { timeZone: string; opening: Opening | null } | null;
}

/** The cause that an item tells. Pass it to `itemReason` for the words. */
export function whyItemWaits(campaign: CampaignFacts, item: ItemFacts): WaitingCause {
  if (item.doNotCall) return { code: 'do-not-call' };
  const opening = item.ownZone === null ? campaign.opening : item.ownZone.opening;
  return gateOf(campaign) ?? noOpeningOf(campaign, opening) ?? timeOf(campaign, item, opening) ?? othersOf(campaign, item);
}

/**
 * The cause that a campaign tells when no call goes out. `next` is its item that comes next, null where none waits; `up`
 * its calls up now. Pass it to `campaignReason` for the words.
 */
export function whyCampaignWaits(campaign: CampaignFacts, next: ItemFacts | null, up: number): WaitingCause {
  const gate = gateOf(campaign);
  if (gate !== null) return gate;
  if (next === null) return { code: 'nobody-waiting', up };
  return whyItemWaits(campaign, next);
}

/** What holds everyone in the campaign, until a person or a date lifts it. */
function gateOf(campaign: CampaignFacts): WaitingCause | null {
  const { state, pause } = campaign;
  const todayOn = localDateOf(campaign.now, campaign.timeZone);
  if (state === 'completed' || state === 'cancelled') return { code: 'over', state };
  if (state === 'paused' || pause !== null) return { code: 'paused', ...(pause ?? { by: null, pausedAt: null, reason: null }) };
  if (state === 'draft') return { code: 'not-started', startOn: null, todayOn, until: null };
  if (state === 'scheduled') return { code: 'not-started', startOn: campaign.startOn, todayOn, until: campaign.opening?.from ?? null };
  return campaign.engineFault === null ? null : { code: 'engine', sentence: campaign.engineFault };
}

function noOpeningOf(campaign: CampaignFacts, opening: Opening | null): WaitingCause | null {
  if (opening !== null) return null;
  const ended = campaign.endOn !== null && campaign.opening === null;
  return { code: 'no-opening', ended };
}

/** What time alone lifts: the item's own time, or the window. */
function timeOf(campaign: CampaignFacts, item: ItemFacts, opening: Opening | null): WaitingCause | null {
  const { now } = campaign;
  const notDue = item.scheduledFor > now;
  const opensAt = opening?.from ?? now;
  if (notDue && item.timeSource === 'callback') {
    return { code: 'callback', at: item.scheduledFor, until: Math.max(item.scheduledFor, opensAt) };
  }
  // A time beyond this opening tells more than that it is night now.
  const inThisOpening = opening === null || item.scheduledFor < opening.until;
  if (opensAt > now && inThisOpening) {
    const isCampaignShut = campaign.opening === null || campaign.opening.from > now;
    const timeZone = item.ownZone === null || isCampaignShut ? campaign.timeZone : item.ownZone.timeZone;
    return { code: 'window-closed', timeZone, until: Math.max(item.scheduledFor, opensAt), opensAt };
  }
  if (!notDue) return null;
  const until = item.scheduledFor;
  if (item.timeSource === 'retry') return { code: 'retry', attempt: item.attemptCount + 1, maxAttempts: item.maxAttempts, until };
  return { code: 'planned', until };
}

/** What other calls lift: one to the same number, a full limit, the turn of others. */
function othersOf(campaign: CampaignFacts, item: ItemFacts): WaitingCause {
  if (item.numberBusy) return { code: 'number-busy' };
  if (item.gap !== null && item.gap.lastCalledAt + item.gap.gapMs > campaign.now) return { code: 'gap', ...item.gap };
  if (campaign.providerFault !== null) return { code: 'provider', ...campaign.providerFault };
  if (campaign.fullLimit !== null) return { code: 'limit-full', ...campaign.fullLimit };
  return { code: 'turn' };
}
